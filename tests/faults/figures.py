"""How many faults the suite has tried, by kind; each one that is counted was survived."""

from collections import Counter

survived: Counter[str] = Counter()
