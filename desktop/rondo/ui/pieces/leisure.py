"""What will be wanted soon, made before it is: piece by piece, in moments in which nothing else happens."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class Leisure(QObject):
    """Takes one piece after the other from where they come; what people do comes in between."""

    def __init__(self, pieces: Iterator[object], parent: QObject) -> None:
        super().__init__(parent)
        self._pieces = pieces
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._take_one)
        self.is_over = False

    def begin(self, after: int) -> None:
        """The first piece is taken after so many milliseconds, the others as soon as there is time."""
        if not self.is_over:
            self._timer.start(after)

    def _take_one(self) -> None:
        self._timer.setInterval(0)
        try:
            next(self._pieces)
        except StopIteration:
            self.is_over = True
            self._timer.stop()
