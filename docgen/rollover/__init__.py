"""Year N to year N+1: what a careful colleague would change in a plan, leave, or ask about, as a list of explained changes."""
