"""`python -m docgen`: the same as the command `docgen`."""

from docgen.cli.main import main

main()
