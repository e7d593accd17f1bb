"""The response grid: what each of the four experiences would do at each step of a journey."""
