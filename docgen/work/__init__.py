"""Who does what: units, assignments, progress, letters held against the plan, bases in force."""
