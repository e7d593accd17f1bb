"""The figure of a journey on pages: read, fitted, folded, tiled."""
