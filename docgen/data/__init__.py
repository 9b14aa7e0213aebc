"""YAML text to models and back: reading with places, editing in place, validation, schemas, first files of an office."""
