"""The theme as Qt's palette, and the few colours that follow from its roles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from rondo.figures.theme import Theme

if TYPE_CHECKING:
    from rondo.ui.dress.look import Look

_ROLES = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "paper",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink-tertiary",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Light: "paper",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "ink-tertiary",
    QPalette.ColorRole.Shadow: "ink-secondary",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "surface",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
}
_WRITTEN = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)


def palette_of(look: Look) -> QPalette:
    """The colours of the look as Qt's roles."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, look[name])
    for role in _WRITTEN:
        palette.setColor(QPalette.ColorGroup.Disabled, role, look["disabled"])
    return palette


def derived(theme: Theme) -> Mapping[str, str]:
    """Colours of states, mixed from the roles of a theme; where contrast is high, full colours instead."""
    strong = theme.name == "high-contrast"
    return {
        "field": theme["paper"],
        "hover": _mixed(theme, "ink", "surface", 0.12 if strong else 0.055),
        "pressed": _mixed(theme, "ink", "surface", 0.2 if strong else 0.1),
        "chosen": theme["accent"] if strong else theme["accent-ground"],
        "on-chosen": theme["surface"] if strong else theme["ink"],
        "disabled": theme["line"] if strong else _mixed(theme, "ink-tertiary", "surface", 0.8),
        "edge": theme["ink"] if strong else _mixed(theme, "ink", "line", 0.16),
        "thumb": theme["line"] if strong else _mixed(theme, "ink", "line", 0.1),
        "accent-hover": _mixed(theme, "ink", "accent", 0.15),
        "accent-pressed": _mixed(theme, "ink", "accent", 0.28),
    }


def _mixed(theme: Theme, over: str, under: str, share: float) -> str:
    """One role laid over another."""
    top, ground = QColor(theme[over]), QColor(theme[under])
    pairs = ((top.red(), ground.red()), (top.green(), ground.green()), (top.blue(), ground.blue()))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)
