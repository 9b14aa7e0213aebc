"""Filled forms to results: what each answer means, where it belongs, what a person has to look at."""
