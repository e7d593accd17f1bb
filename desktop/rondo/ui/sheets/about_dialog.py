"""About Rondo: its version, its licence, and the work of others in it."""

from __future__ import annotations

from contextlib import suppress
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from rondo import __version__
from rondo.ui.house import House
from rondo.ui.sheets.sheet import Sheet

WIDTH, HEIGHT = 640, 480
TEXTS = ("LICENSE", "THIRD-PARTY.txt")


class AboutDialog(Sheet):
    """Says what runs here; nothing is asked of any network."""

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        words = house.words
        super().__init__(house.look, words("dialogs.about", version=__version__), parent, WIDTH)
        self.add_text(words("dialogs.about.text"))
        self.licences = QPlainTextEdit(licences())
        self.licences.setReadOnly(True)
        self.licences.setAccessibleName(words("dialogs.about.licences"))
        self.body.addWidget(self.licences, 1)
        self.add_button(words("dialogs.close-it"), "primary").clicked.connect(self.accept)
        self.grow_to(WIDTH, HEIGHT)


def licences() -> str:
    """The licence of Rondo and the list of what it is made with, from where they stand."""
    texts = (_text(name) for name in TEXTS)
    return "\n\n".join(text for text in texts if text)


def _text(name: str) -> str:
    """As installed; in a checkout, from its root. Empty where neither is there."""
    try:
        installed = [str(file.locate()) for file in files("rondo") or () if file.name == name]
    except PackageNotFoundError:
        installed = []
    for path in (*map(Path, installed), Path(__file__).parents[3] / name):
        with suppress(OSError):
            text = path.read_text(encoding="utf-8")
            if text:
                return text
    return ""
