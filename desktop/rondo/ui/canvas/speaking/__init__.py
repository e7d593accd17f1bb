"""What a screen reader finds on the canvas, and can do there."""
