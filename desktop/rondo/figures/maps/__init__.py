"""The map of a journey on a canvas: planned, and planned anew after an edit."""
