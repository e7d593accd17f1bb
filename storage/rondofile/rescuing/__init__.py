"""Rescuing: work that no file holds, work in trouble, and what was discarded."""
