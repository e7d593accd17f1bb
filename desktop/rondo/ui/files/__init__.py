"""How a window comes to its file, and what happens to the file outside."""
