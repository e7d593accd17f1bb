"""Lanes on the canvas: their heads are dragged, their borders moved; they are added, ordered and removed."""
