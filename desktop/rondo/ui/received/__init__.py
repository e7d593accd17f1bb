"""What was not taken from the file of a window: said once, shown as a list, saved as a text."""
