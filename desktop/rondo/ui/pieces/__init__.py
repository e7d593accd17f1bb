"""Pieces that rooms are made of: buttons, lists, lines, painted figures, and what a screen reader finds."""
