"""The rules, one file for each component of the decree; each rule says what it asks, its clause and its examples."""
