"""What must be true for a choice to hold."""
