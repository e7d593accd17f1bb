"""The welcome page: recent files, worked cases, a new project, work that was kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rondo.ui.look import Look
from rondo.ui.settings import Settings
from rondo.words import Words


class WelcomePage(QWidget):
    """What a person sees who opened nothing yet. It only asks: whoever made it opens."""

    new_wanted = Signal()
    open_wanted = Signal()
    file_wanted = Signal(object)
    """The Path of a recent file."""
    case_wanted = Signal(str)
    """The name of a worked case."""
    kept_wanted = Signal(object)
    """A KeptWork to go on with."""

    def __init__(self, words: Words, look: Look, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
