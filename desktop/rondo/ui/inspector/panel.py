"""The inspector: explains what is chosen, in the framework's questions."""

from __future__ import annotations

from rondo.ui.room import Room


class Inspector(Room):
    """The inspector: explains what is chosen, in the framework's questions."""
