"""Review: says what will come."""

from __future__ import annotations

from rondo.ui.room import Room


class ReviewView(Room):
    """Review: says what will come."""
