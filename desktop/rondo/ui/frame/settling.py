"""What asked for room gets it before it is seen, so that nothing moves after the first picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent

ROUNDS = 2
"""How often parts ask before all have their room: once more where what scrolls is as high as its parts."""


def settle() -> None:
    """Everything that asked for room stands where it will stand."""
    for _ in range(ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
