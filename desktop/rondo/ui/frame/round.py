"""The round of the keyboard: from the view to the panels beside it and back, whatever Tab does there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication, QWidget

from rondo.ui.rooms import focus_in


class Round:
    """`parts` tells the parts that can be seen now, in their order."""

    def __init__(self, parts: Callable[[], Sequence[QWidget]]) -> None:
        self._parts = parts

    def go(self, by: int) -> None:
        """The keyboard is in the next part (1) or the one before (-1); from elsewhere in the first."""
        parts, focused = self._parts(), QApplication.focusWidget()
        if not parts:
            return
        here = [at for at, part in enumerate(parts) if focused is not None and _holds(part, focused)]
        focus_in(parts[(here[0] + by) % len(parts)] if here else parts[0])


def _holds(part: QWidget, focused: object) -> bool:
    return focused is part or part.isAncestorOf(focused)  # type: ignore[arg-type]
