"""Test papers for the checker: clean papers after decree 30, built without docgen's templates, and ways to spoil them."""
