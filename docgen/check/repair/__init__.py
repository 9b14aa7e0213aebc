"""Repairs a paper in a copy: what the rules would have mended, as tracked changes of Word, proved before it is handed out."""
