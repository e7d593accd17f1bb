"""Where a window stood and what it showed: kept on this computer, per screen and per project."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QMainWindow

from rondo.ui.settings import Settings

VERSION = 2
"""Of the docks: grows when they become others."""
USUAL = (1440, 900)
CASCADE = 28
"""Pixels by which a further window stands beside the one before."""


class WindowMemory:
    """Puts a window back where it was, or where a first one stands well."""

    def __init__(self, settings: Settings, name: str = "window") -> None:
        self._settings, self._name = settings, name

    def place(self, window: QMainWindow) -> None:
        """The window stands where one stood last on this screen, and never off it."""
        screen = QGuiApplication.primaryScreen()
        kept = self._settings.bytes(self._key(screen))
        if kept.isEmpty() or not window.restoreGeometry(kept):
            _place_first(window, screen.availableGeometry())
        elif not window.isMaximized():
            while any(_stands_at(other, window) for other in QApplication.topLevelWidgets()):
                window.move(window.x() + CASCADE, window.y() + CASCADE)

    def restore_docks(self, window: QMainWindow) -> bool:
        """The docks are as they were; False where nothing is known of them."""
        kept = self._settings.bytes(f"{self._name}/docks")
        return not kept.isEmpty() and window.restoreState(kept, VERSION)

    def keep(self, window: QMainWindow) -> None:
        """The next window opens like this one."""
        if not window.isFullScreen():
            self._settings.keep(self._key(window.screen()), window.saveGeometry())
        self._settings.keep(f"{self._name}/docks", window.saveState(VERSION))

    def view_of(self, doc_id: str) -> dict[str, Any]:
        """How the project was looked at."""
        return self._settings.view_of(doc_id)

    def keep_view(self, doc_id: str, **seen: Any) -> None:
        """The project is looked at like this; what others keep of it stays."""
        before = self._settings.view_of(doc_id)
        if {**before, **seen} != before:
            self._settings.keep_view(doc_id, {**before, **seen})

    def _key(self, screen: QScreen) -> str:
        size = screen.size()
        name = "".join(letter if letter.isalnum() else "-" for letter in screen.name())
        return f"{self._name}/{name}-{size.width()}x{size.height()}"


def _place_first(window: QMainWindow, free: QRect) -> None:
    width, height = (min(usual, room) for usual, room in zip(USUAL, free.size().toTuple(), strict=True))
    window.resize(width, height)
    if (width, height) == free.size().toTuple():
        window.showMaximized()
    else:
        window.move(free.center().x() - width // 2, free.center().y() - height // 2)


def _stands_at(other: object, window: QMainWindow) -> bool:
    return (
        isinstance(other, QMainWindow)
        and other is not window
        and other.isVisible()
        and other.pos() == window.pos()
    )
