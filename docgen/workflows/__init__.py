"""The stages in order, for each document: one file each, joined from rooms that do not know one another."""
