"""What a brief may consist of, by name: light enough to be asked before anything is written."""

from __future__ import annotations

PRESETS = ("board", "working-paper")
DEFAULT_PRESET = "working-paper"
SECTIONS = (
    *("cover", "summary", "journeys", "responses", "experiences", "coverage", "matrix"),
    *("moves", "cells", "menus", "permissions", "architectures", "open", "sources"),
)
"""The kinds of section a working paper can have, in its own order. The cover always comes first."""
ON_WISH = frozenset({"experiences", "cells"})
"""Those that a paper only has when somebody wants them."""
