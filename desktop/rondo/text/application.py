"""The Qt application that fonts need, made when nobody has made one."""

from __future__ import annotations

import threading

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

_ARGUMENTS = ["rondo", "-platform", "offscreen"]


def ensure_application() -> QCoreApplication:
    """A Qt application runs: the one that is there, or one without a screen made now.

    Qt keeps no fonts before. RuntimeError outside the main thread when none is there yet."""
    running = QCoreApplication.instance()
    if running is not None:
        return running
    if threading.current_thread() is not threading.main_thread():
        raise RuntimeError("the first use of fonts must be in the main thread")
    return QGuiApplication(_ARGUMENTS)
