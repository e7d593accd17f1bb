"""The History panel: every step that was taken, and the way to any of them."""
