"""What stands below a map: feelings, repeat, contact rhythm."""
