"""One thing shown at all steps of the map at once."""
