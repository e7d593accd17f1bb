"""Jobs: Python work over 100 ms runs in one warm helper process, so that the window never waits for it.

`helper.do(task, project, words, **options)` gives a Job; the tasks stand in `tasks`. Jobs run one after the
other. Cancelling the one that runs kills the process; the next finds a fresh one.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from rondo.ui.jobs.helper_line import HelperLine
from rondo.ui.jobs.tasks import TASKS, Facts
from rondo.ui.jobs.wire import Message
from rondo.words import Words
from rondofile.project import Project


class Result(Struct, frozen=True):
    """What a job made: a file that now belongs to whoever asked, and what is known of it."""

    path: Path
    facts: Facts


class Job(QObject):
    """One piece of work. Exactly one of `done`, `failed` and `cancelled` comes, once, and later than the
    call that began or ended it."""

    progress = Signal(float)
    """How much is done, from 0 to 1."""
    done = Signal(object)
    """A Result."""
    failed = Signal(str)
    """A finished sentence."""
    cancelled = Signal()
    """Nothing of it is left."""

    def __init__(
        self, helper: Helper, request: Message, project: Project, words: Words, leftovers: tuple[Path, ...]
    ) -> None:
        super().__init__()
        self.request, self.project, self.words, self.leftovers = request, project, words, leftovers
        self._helper = helper

    @property
    def over(self) -> bool:
        """Whether nothing is being done for it any more."""
        return self not in self._helper.jobs

    def cancel(self) -> None:
        """It ends at once. Nothing happens where it is over."""
        self._helper.cancel(self)

    def clear_away(self) -> None:
        """Nothing half-made is left."""
        for path in self.leftovers:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def end_cancelled(self) -> None:
        """Nothing of it is left, and that is said."""
        self.clear_away()
        self.cancelled.emit()


class Helper(QObject):
    """The helper process of the windows here: started when it is first needed or warmed, closed by hand."""

    def __init__(self, command: Sequence[str] | None = None) -> None:
        super().__init__()
        self.jobs: list[Job] = []
        """The job that runs, then those that wait."""
        self._command = command
        self._folder: Path | None = None
        self._line: HelperLine | None = None
        self._ending: list[HelperLine] = []
        self._numbers = count(1)

    @property
    def process_id(self) -> int:
        """The id of the process; 0 where none runs."""
        return self._line.process_id if self._line else 0

    def warm(self) -> None:
        """The process runs, so that the first job need not wait for it."""
        self._running_line()

    def do(
        self, task: str, project: Project, words: Words, leftover: Path | None = None, **options: Any
    ) -> Job:
        """The task is done as soon as those before it are; `words` are those of its sentences.

        `leftover` is what the task may leave behind where its process ends. KeyError for no such task."""
        if task not in TASKS:
            raise KeyError(task)
        number = next(self._numbers)
        out = self._results() / str(number)
        said = {"job": number, "task": task, "options": options, "out": str(out), "language": words.language}
        job = Job(self, said, project, words, (out, leftover) if leftover else (out,))
        self.jobs.append(job)
        if len(self.jobs) == 1:
            self._begin()
        return job

    def cancel(self, job: Job) -> None:
        """The job ends at once; one that runs takes the process with it."""
        if job not in self.jobs:
            return
        runs = job is self.jobs[0]
        self.jobs.remove(job)
        if runs and self._line is not None:
            self._end_line(job)
            self._running_line()
            self._begin()
        else:
            QTimer.singleShot(0, job, job.end_cancelled)

    def close(self) -> None:
        """No process runs and no result is left. What was not done is cancelled."""
        jobs, self.jobs = self.jobs, []
        if self._line is not None:
            self._end_line(None)
        for line in tuple(self._ending):
            line.kill(wait=True)
        for job in jobs:
            job.end_cancelled()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _results(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="rondo-"))
        return self._folder

    def _running_line(self) -> HelperLine:
        if self._line is None:
            line = self._line = HelperLine(self._results(), self._command)
            line.heard.connect(self._on_line_heard)
            line.ended.connect(lambda: self._on_line_ended(line))
        return self._line

    def _begin(self) -> None:
        """The first job that waits, if any, is on its way."""
        if self.jobs:
            self._running_line().send(self.jobs[0].request, self.jobs[0].project)

    def _end_line(self, job: Job | None) -> None:
        """The line is given up; the job is cancelled once its process is gone."""
        line, self._line = self._line, None
        assert line is not None
        line.heard.disconnect(self._on_line_heard)
        if job is not None:
            line.ended.connect(job.end_cancelled)
        self._ending.append(line)
        line.kill()

    def _on_line_heard(self, message: Message) -> None:
        job = self.jobs[0]
        if "progress" in message:
            job.progress.emit(message["progress"])
            return
        self.jobs.remove(job)
        self._begin()
        if "done" in message:
            job.done.emit(Result(Path(job.request["out"]), message["done"]))
        else:
            job.failed.emit(message["failed"])

    def _on_line_ended(self, line: HelperLine) -> None:
        line.deleteLater()
        if line in self._ending:
            self._ending.remove(line)
            return
        self._line = None
        if self.jobs:
            job = self.jobs.pop(0)
            job.clear_away()
            self._begin()
            job.failed.emit(job.words("jobs.stopped" if line.started else "jobs.not-started"))
