"""Moves worth a thought: empty cells, threats, crowding, one size for all, and what an offer still lacks."""
