"""From a model to the ready-to-print values of one template."""
