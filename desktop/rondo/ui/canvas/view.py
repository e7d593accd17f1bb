"""The journey canvas: a projection of one journey, and what can be done on it."""

from __future__ import annotations

from rondo.ui.room import Room


class JourneyView(Room):
    """The journey canvas: a projection of one journey, and what can be done on it."""
