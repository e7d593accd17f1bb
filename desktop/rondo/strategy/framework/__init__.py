"""What the framework says, in one language: read from its files, checked, held as values."""
