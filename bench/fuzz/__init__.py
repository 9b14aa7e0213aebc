"""A fuzzer for every file that docgen reads: `python -m bench.fuzz --minutes 10`."""
