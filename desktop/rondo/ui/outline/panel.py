"""The outline of the project: segments, journeys, organisations."""

from __future__ import annotations

from rondo.ui.room import Room


class Outline(Room):
    """The outline of the project: segments, journeys, organisations."""
