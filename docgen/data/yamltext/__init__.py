"""YAML text ⇄ values, letter by letter: what `yamlfile` reads with, and what files are written and edited with."""
