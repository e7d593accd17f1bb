"""The brief: presets, sections, its real pages, export."""

from __future__ import annotations

from rondo.ui.room import Room


class BriefView(Room):
    """The brief: presets, sections, its real pages, export."""
