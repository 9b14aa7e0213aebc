"""Data to .docx: values ready to print, templates, layout."""
