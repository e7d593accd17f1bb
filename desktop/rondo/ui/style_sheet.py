"""The one style sheet: hairlines, radii and paddings that a palette cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rondo.ui.look import Look


def style_sheet(look: Look) -> str:
    """The sheet for this theme and text size."""
    ink, surface, line = (look.theme[role] for role in ("ink", "surface", "line"))
    return f"""
QToolTip {{ color: {ink}; background: {surface}; border: 1px solid {line}; padding: 4px; }}
"""
