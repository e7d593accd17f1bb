"""Garbage that Python's collector finds goes on the thread of the windows only."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 500
"""Milliseconds between two looks, each of which ends at once when little was made since the last."""


class Garbage(QObject):
    """The collector never starts by itself. Left alone it runs on whichever thread made an object last.

    On that of a document it would take down what belongs to a window, such as a scene that lives in a cycle,
    which Qt allows on the thread of the windows alone. A look between two events lengthens no gesture either.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(collect_due)

    def begin(self) -> None:
        """From now on garbage is looked for; what there is so far is kept, and never looked at again."""
        gc.disable()
        gc.freeze()
        self._timer.start()


def collect_due() -> None:
    """What Python would have collected by itself is collected now: the young when enough were made, the older
    when the younger were looked through often enough."""
    for generation, most in enumerate(gc.get_threshold()):
        if gc.get_count()[generation] <= most:
            break
        gc.collect(generation)
