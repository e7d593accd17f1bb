"""Layers of the canvas, each over the whole map, and what keeps them in step with the project."""
