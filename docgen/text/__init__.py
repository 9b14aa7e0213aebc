"""Vietnamese as offices write it: numbers, dates, times, citations, spelling variants, widths of words."""
