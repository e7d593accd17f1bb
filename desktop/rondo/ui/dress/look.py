"""Look: theme, text size and motion of the windows, as roles that rooms ask for. Never a colour in code."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from rondo.figures.theme import Theme
from rondo.figures.theme import load as load_theme
from rondo.ui.dress.icons import Icons
from rondo.ui.dress.palette import derived, palette_of
from rondo.ui.dress.style_sheet import style_sheet
from rondo.ui.settings import Settings

THEMES = ("system", "light", "dark", "high-contrast")
SCALES = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The text sizes that are offered, as parts of the usual one."""
BASE = 13
"""Height of the interface's text in pixels at 100 %."""

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}


class Look(QObject):
    """`look["accent"]` is a QColor of the theme in use; `changed` after theme or text size became another.

    Beside the roles of the themes there are field, hover, pressed, chosen, on-chosen, disabled, edge, thumb.
    """

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._icons = Icons(self)
        self._hints = QGuiApplication.styleHints()
        self._accessibility = self._hints.accessibility()  # kept: Qt loses it otherwise
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._on_system_changed)
        self.theme: Theme = load_theme("light")
        self.scale = 1.0
        self._read()

    def __getitem__(self, role: str) -> QColor:
        return QColor(self._derived.get(role) or self.theme[role])

    @property
    def choice(self) -> str:
        """One of THEMES."""
        kept = self._settings.text("look/theme", "system")
        return kept if kept in THEMES else "system"

    @property
    def folder(self) -> Path:
        """Where the style sheet's pictures are kept."""
        return self._settings.folder / "look"

    @property
    def moves(self) -> bool:
        """Whether things may move for a moment to show where they went."""
        return not self._settings.yes("look/still")

    def keep_still(self, still: bool) -> None:
        """Nothing moves to show where it went, or it does again."""
        self._settings.keep("look/still", still)

    def px(self, pixels: float) -> int:
        """A measure of the interface at the text size in use."""
        return round(pixels * self.scale)

    def font(self, size: float = BASE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The interface's font; sizes are 11, 12, 13, 15 and 20 pixels at 100 %."""
        font = QFont(QApplication.font())
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        return font

    def icon(self, name: str, role: str = "ink-secondary") -> QIcon:
        """A shipped icon in that role of the theme in use: ask again in `relook`."""
        return self._icons.icon(name, role)

    def choose(self, theme: str) -> None:
        """The theme is in use and kept."""
        self._settings.keep("look/theme", theme)
        self._on_system_changed()

    def set_scale(self, scale: float) -> None:
        """Text is that much larger than usual (0.9 to 2.0), and kept so."""
        self._settings.keep("look/scale", min(max(scale, SCALES[0]), SCALES[-1]))
        self._on_system_changed()

    def step_scale(self, by: int) -> None:
        """Text has the next larger (1) or smaller (-1) size."""
        nearest = min(range(len(SCALES)), key=lambda at: abs(SCALES[at] - self.scale))
        self.set_scale(SCALES[min(max(nearest + by, 0), len(SCALES) - 1)])

    def dress(self) -> None:
        """The application wears this look. What it wears already is not put on again: that polishes anew."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        if not application.styleSheet():  # a style beneath a sheet does not tell its name
            application.setStyle("Fusion")
        font = application.font()
        font.setPixelSize(self.px(BASE))
        application.setFont(font)
        application.setPalette(self.palette())
        sheet = style_sheet(self)
        if sheet != application.styleSheet():
            application.setStyleSheet(sheet)

    def palette(self) -> QPalette:
        """The colours of the theme as Qt's roles."""
        return palette_of(self)

    def _read(self) -> None:
        self.scale = min(max(self._settings.number("look/scale", 1.0), SCALES[0]), SCALES[-1])
        name = self.choice
        wanted = _SCHEMES.get(name, Qt.ColorScheme.Light)
        if self._asked != wanted:
            # Frames and dialogs of the system follow; where it does nothing, the palette is our own anyway.
            self._asked = wanted
            self._hints.setColorScheme(wanted)
        self.theme = load_theme(self._of_the_system() if name == "system" else name)
        self._derived = derived(self.theme)

    _asked = Qt.ColorScheme.Unknown

    def _on_system_changed(self, *_: object) -> None:
        before = self.theme, self.scale
        self._read()
        if (self.theme, self.scale) != before:
            self._icons.forget()
            self.dress()
            self.changed.emit()

    def _of_the_system(self) -> str:
        if self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "high-contrast"
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"
