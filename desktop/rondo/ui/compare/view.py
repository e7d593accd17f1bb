"""The five architectures side by side, and one journey under each."""

from __future__ import annotations

from rondo.ui.room import Room


class ArchitecturesView(Room):
    """The five architectures side by side, and one journey under each."""
