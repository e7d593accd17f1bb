"""Segments and their situations by the four experiences: what they would like, and who serves them."""
