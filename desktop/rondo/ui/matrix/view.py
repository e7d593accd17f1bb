"""The connected strategy matrix: 4 x 5 cells, the places off the grid, offers in them."""

from __future__ import annotations

from rondo.ui.room import Room


class MatrixView(Room):
    """The connected strategy matrix: 4 x 5 cells, the places off the grid, offers in them."""
