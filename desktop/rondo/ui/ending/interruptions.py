"""The system asks the process to end: it does so well, and soon.

Every acknowledged edit is kept on this computer already. So a medium that does not answer may cost the
publication, but never holds up the end.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

from PySide6.QtCore import QSocketNotifier

SIGNALS = (signal.SIGTERM, signal.SIGINT)
AT_MOST = 2.5
"""Seconds after which the process ends, whatever still waits for an answer."""


class Interruptions:
    """While it is entered, being asked to end calls `leave` on the thread of the window."""

    def __init__(self, leave: Callable[[], None]) -> None:
        self._leave = leave
        self._leaving = False
        self._before: dict[int, Any] = {}
        self._pipe: tuple[int, int] | None = None
        self._notifier: QSocketNotifier | None = None

    def __enter__(self) -> Interruptions:
        for number in SIGNALS:
            self._before[number] = signal.signal(number, self._on_signal)
        if os.name == "posix":
            # Python runs its handlers between two of its own steps; the pipe makes Qt take one.
            self._pipe = os.pipe()
            for end in self._pipe:
                os.set_blocking(end, False)
            signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
            self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read)
            self._notifier.activated.connect(self._on_notifier_activated)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        if self._pipe is not None:
            signal.set_wakeup_fd(-1)
            if self._notifier is not None:
                self._notifier.setEnabled(False)
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        if not self._leaving:
            self._leaving = True
            last = threading.Timer(AT_MOST, os._exit, (0,))
            last.daemon = True
            last.start()
            self._leave()

    def _on_notifier_activated(self, *_: object) -> None:
        if self._pipe is not None:
            os.read(self._pipe[0], 64)
