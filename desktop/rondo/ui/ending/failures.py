"""What nobody foresaw: logged with its traceback, said in one sentence, and the windows live on."""

from __future__ import annotations

import logging
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from rondofile.working.home import Home

if TYPE_CHECKING:
    from rondo.ui.app import Application

LARGEST, KEPT = 500_000, 3
"""Bytes of a log, and how many older ones stay."""
QUIET = 10.0
"""Seconds in which the same failure is neither written down nor said again: it may come with any picture."""

_log = logging.getLogger("rondo")


class Failures(QObject):
    """While it is entered, exceptions that nobody caught end in the log."""

    failed = Signal()
    """From whichever thread."""

    def __init__(self, application: Application, log: Path | None = None) -> None:
        super().__init__()
        self._application = application
        self.log = log or Home().root / "log" / "rondo.log"
        self._handler: logging.Handler | None = None
        self._met: dict[object, float] = {}
        self._before = sys.excepthook, threading.excepthook
        self.failed.connect(self._on_failed)

    def __enter__(self) -> Failures:
        sys.excepthook, threading.excepthook = self.note, self._note_of_thread
        return self

    def __exit__(self, *_: object) -> None:
        sys.excepthook, threading.excepthook = self._before
        if self._handler is not None:
            _log.removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def note(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The exception stands in the log and on the standard error, and one sentence says so."""
        if self._is_known(kind, trace):
            return
        sys.__excepthook__(kind, error, trace)
        try:
            self._open_log()
            _log.error("a failure that was not foreseen", exc_info=(kind, error, trace))
        except OSError:
            pass  # a log that cannot be written must not hide the failure itself
        self.failed.emit()

    def _is_known(self, kind: type[BaseException], trace: TracebackType | None) -> bool:
        """Whether the same failure was met a moment ago."""
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        what = (kind, trace.tb_frame.f_code if trace else None, trace.tb_lineno if trace else 0)
        now = time.monotonic()
        for known in [known for known, at in self._met.items() if now - at > QUIET]:
            del self._met[known]
        return self._met.setdefault(what, now) != now

    def _note_of_thread(self, what: threading.ExceptHookArgs) -> None:
        self.note(what.exc_type, what.exc_value or what.exc_type(), what.exc_traceback)

    def _open_log(self) -> None:
        if self._handler is None:
            from logging.handlers import RotatingFileHandler

            self.log.parent.mkdir(parents=True, exist_ok=True)
            self._handler = RotatingFileHandler(
                self.log, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8"
            )
            self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            _log.addHandler(self._handler)

    def _on_failed(self) -> None:
        words = self._application.words
        self._application.say(words("app.failed"), (words("app.show-log"), self._show_log))

    def _show_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.log)))
