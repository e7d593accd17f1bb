"""The line to one helper process: started, spoken to in small pieces, listened to, ended."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QProcess, QProcessEnvironment, Qt, QTimer, Signal

import rondo
import rondo_resources
import rondofile
from rondo.ui.jobs.wire import Frames, Message, framed, slices
from rondofile.project import Project

AT_ONCE = 4
"""Milliseconds of the window's time that handing over a project takes at a stretch."""
PATIENCE = 3_000
"""Milliseconds that a killed process is given to be gone."""


class HelperLine(QObject):
    """One process, from its start to its end. `folder` is where it puts results; it goes with the process."""

    heard = Signal(object)
    """A Message."""
    ended = Signal()
    """Once: the process is gone, or could not be started."""

    def __init__(self, folder: Path, command: Sequence[str] | None = None) -> None:
        super().__init__()
        self._process = QProcess(self)
        self.started = False
        """Whether there was a process at all."""
        self._frames = Frames()
        self._known: dict[str, Any] = {}
        self._going: Iterator[bytes] = iter(())
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        self._process.setProcessEnvironment(_environment())
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._on_process_said)
        self._process.started.connect(self._on_process_started)
        self._process.finished.connect(self._on_process_finished)
        # Queued: a process that cannot be started may say so before anyone listens to us.
        self._process.errorOccurred.connect(self._on_process_error, Qt.ConnectionType.QueuedConnection)
        program, *arguments = command or _command()
        self._process.start(program, [*arguments, str(folder)])

    @property
    def process_id(self) -> int:
        """The id of the process; 0 where it is gone."""
        return self._process.processId()

    def send(self, request: Message, project: Project) -> None:
        """The request is on its way, behind what the process does not know yet of the project."""
        tables = dict(project.tables)
        known, self._known = self._known, tables
        self._going = map(framed, _in_turn(slices(tables, known), request))
        self._soon.start()

    def kill(self, wait: bool = False) -> None:
        """The process is about to be gone; `ended` says when it is. With `wait` it is gone."""
        self._soon.stop()
        self._process.kill()
        if wait:
            self._process.waitForFinished(PATIENCE)

    def _go_on(self) -> None:
        """As much goes over as the window can spare now; the project is immutable, so the rest can wait."""
        clock = QElapsedTimer()
        clock.start()
        for frame in self._going:
            self._process.write(frame)
            if clock.elapsed() >= AT_ONCE:
                self._soon.start()
                return

    def _on_process_started(self) -> None:
        self.started = True

    def _on_process_said(self) -> None:
        for message in self._frames.take(bytes(self._process.readAllStandardOutput().data())):
            self.heard.emit(message)

    def _on_process_finished(self) -> None:
        self._on_process_said()
        self._soon.stop()
        self.ended.emit()

    def _on_process_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit()


def _in_turn(messages: Iterator[Message], last: Message) -> Iterator[Message]:
    yield from messages
    yield last


def _command() -> Sequence[str]:
    """This Python, on the very modules that run here; a bundle knows the word by which it is the helper."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "--helper-process")
    return (sys.executable, "-P", "-m", "rondo.ui.jobs.helper_process")


def _environment() -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    homes = {str(Path(str(package.__file__)).parents[1]) for package in (rondo, rondofile, rondo_resources)}
    path = environment.value("PYTHONPATH")
    environment.insert("PYTHONPATH", os.pathsep.join([*sorted(homes), *([path] if path else [])]))
    environment.insert("QT_QPA_PLATFORM", "offscreen")
    return environment
