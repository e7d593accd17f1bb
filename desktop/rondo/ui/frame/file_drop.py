"""Files that are dropped on a window: projects open, anything else is said politely."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from rondo.ui.notices import Notices
from rondo.words import Words

MOST = 5
"""Files that are opened at once: each is a window of its own."""

OpenFile = Callable[[Path, Notices], object]


class FileDrop(QObject):
    """Watches one window. What a room takes for itself never comes here."""

    def __init__(self, window: QWidget, open_file: OpenFile, notices: Notices, words: Words) -> None:
        super().__init__(window)
        self._open_file, self._notices, self._words = open_file, notices, words
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._drop(event)
        if isinstance(event, QDragMoveEvent) and event.mimeData().hasUrls():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            return True
        return False

    def _drop(self, event: QDropEvent) -> bool:
        if not event.mimeData().hasUrls():
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take(event.mimeData())
        return True

    def take(self, data: QMimeData) -> None:
        """Every file in the data is opened, unless there are more than a person would want to see."""
        urls = data.urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile() and url.toLocalFile()]
        if len(paths) > MOST:
            said = self._words("dialogs.drop-many", count=len(paths), most=MOST)
            self._notices.say(said, "bad", key="drop")
            return
        if len(paths) < len(urls):
            self._notices.say(self._words("dialogs.drop-elsewhere"), "bad", key="drop")
        for path in paths:
            self._open_file(path, self._notices)
