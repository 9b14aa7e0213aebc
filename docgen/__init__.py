"""docgen: official Vietnamese administrative papers from one plan kept as structured data."""

__version__ = "0.1.0"
