"""The commands, one file each: arguments in, the pipeline called, words out."""
