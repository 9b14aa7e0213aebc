"""The local page of `docgen mo`: an office's folder in a browser, by the API of the commands; it holds no rule of its own."""
