"""How links run: around steps, beside each other, with labels that can be read."""
