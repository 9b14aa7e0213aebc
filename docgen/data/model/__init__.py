"""What a document is: frozen models, one file for each kind of data."""
