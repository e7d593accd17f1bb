"""What matters to us, and how well each architecture does on it."""
