"""What a very large journey is made of lives as long as it is open: the collector leaves it alone.

It would look at all of it again and again, which would take longer than an edit."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject


class Settled(QObject):
    """Knows the journey that is left alone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._journey: str | None = None

    def settle(self, journey: str | None) -> None:
        """That journey is left alone from now on; None: nothing is."""
        if journey is None and self._journey:
            _give_back()
        elif journey != self._journey:
            if not self._journey:
                self.destroyed.connect(_give_back)
            gc.freeze()
        self._journey = journey


def _give_back() -> None:
    """The collector looks at everything again: what was settled may have gone."""
    gc.unfreeze()
