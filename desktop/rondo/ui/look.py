"""Look: theme, text size and motion of the windows, as roles that rooms ask for. Never a colour in code."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from rondo.figures.theme import Theme
from rondo.figures.theme import load as load_theme
from rondo.ui.settings import Settings

THEMES = ("system", "light", "dark", "high-contrast")
BASE = 13
"""Height of the interface's text in pixels at 100 %."""

_PALETTE = {
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
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
}


class Look(QObject):
    """`look["accent"]` is a QColor of the theme in use; `changed` after theme or text size became another."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.theme: Theme = load_theme("light")
        self.scale = 1.0
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _: self._on_system_changed())
        self._read()

    def __getitem__(self, role: str) -> QColor:
        return QColor(self.theme[role])

    @property
    def choice(self) -> str:
        """One of THEMES."""
        kept = self._settings.text("look/theme", "system")
        return kept if kept in THEMES else "system"

    @property
    def moves(self) -> bool:
        """Whether things may move for a moment to show where they went."""
        return not self._settings.yes("look/still")

    def px(self, pixels: float) -> int:
        """A measure of the interface at the text size in use."""
        return round(pixels * self.scale)

    def font(self, size: float = BASE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The interface's font; sizes are 11, 12, 13, 15 and 20 pixels at 100 %."""
        font = QFont(QApplication.font())
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        return font

    def choose(self, theme: str) -> None:
        """The theme is in use and kept."""
        self._settings.keep("look/theme", theme)
        self._on_system_changed()

    def set_scale(self, scale: float) -> None:
        """Text is that much larger than usual (1.0 to 2.0), and kept so."""
        self._settings.keep("look/scale", min(max(scale, 0.8), 2.5))
        self._on_system_changed()

    def dress(self) -> None:
        """The application wears this look."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        font = application.font()
        font.setPixelSize(self.px(BASE))
        application.setFont(font)
        application.setPalette(self.palette())
        from rondo.ui.style_sheet import style_sheet

        application.setStyleSheet(style_sheet(self))

    def palette(self) -> QPalette:
        """The colours of the theme as Qt's roles."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self[name])
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self["ink-tertiary"])
        return palette

    def _read(self) -> None:
        self.scale = self._settings.number("look/scale", 1.0)
        name = self.choice
        self.theme = load_theme(_of_the_system() if name == "system" else name)

    def _on_system_changed(self) -> None:
        before = self.theme, self.scale
        self._read()
        if (self.theme, self.scale) != before:
            self.dress()
            self.changed.emit()


def _of_the_system() -> str:
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()
    if accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "high-contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
