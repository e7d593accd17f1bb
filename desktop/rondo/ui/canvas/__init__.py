"""The journey canvas: a projection of one journey, and what can be done on it."""
