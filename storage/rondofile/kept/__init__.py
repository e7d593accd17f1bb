"""Kept: earlier states of a project, taken by the hour, by name, and before much changes."""
