"""The actions of the window that the canvas carries out."""
