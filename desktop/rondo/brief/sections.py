"""What a brief may consist of, by name: light enough to be asked before anything is written."""

from __future__ import annotations

PRESETS = ("board", "working-paper")
DEFAULT_PRESET = "working-paper"
SECTIONS = ("cover", "summary", "journeys", "matrix", "architectures", "open", "sources")
"""The kinds of section a working paper has, in its own order. The cover always comes first."""
