"""Tables of tasks as offices have them, cell by cell, to the appendix of a plan; nothing in them is dropped in silence."""
