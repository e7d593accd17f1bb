"""Review: says what will come."""
