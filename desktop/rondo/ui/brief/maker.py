"""The maker: real pages of the project as it is, made in the helper once nothing has changed for a moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from rondo.ui.brief.choices import choices_of
from rondo.ui.desk import Desk
from rondo.ui.jobs.jobs import Job, Result
from rondofile.project import Project

PAUSE = 600
"""Milliseconds after the last change."""

Wanted = tuple[Project, Mapping[str, Any]]


class Maker(QObject):
    """Makes pages when it is asked, at most once for the same project and choices."""

    began = Signal()
    progress = Signal(float)
    made = Signal(object)
    """A Result: the PDF, and what is known of its pages."""
    failed = Signal(str)
    """A finished sentence."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._job: Job | None = None
        self._number = 0
        self._of: Wanted | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._on_pause_over)

    @property
    def busy(self) -> bool:
        """Whether pages are wanted or being made."""
        return self._job is not None or self._pause.isActive()

    def want(self, at_once: bool = False) -> None:
        """The pages will be those of the project and choices as they are now."""
        if self._is_up_to_date():
            self._pause.stop()
        else:
            self._pause.start(0 if at_once else PAUSE)

    def rest(self) -> None:
        """Nothing is begun until it is wanted again."""
        self._pause.stop()

    def _is_up_to_date(self) -> bool:
        now = self._wanted()
        return self._of is not None and self._of[0] is now[0] and self._of[1] == now[1]

    def _wanted(self) -> Wanted:
        return self._desk.session.project, choices_of(self._desk).printed

    def _on_pause_over(self) -> None:
        if self._job is not None:
            job, self._job = self._job, None
            job.cancel()
        project, options = self._of = self._wanted()
        job = self._job = self._desk.helper.do("brief", project, self._desk.words, **options)
        job.progress.connect(self.progress)
        number = self._number = self._number + 1  # a job that knew itself would never end
        job.done.connect(lambda result: self._on_job_done(number, result))
        job.failed.connect(lambda sentence: self._on_job_failed(number, sentence))
        self.began.emit()

    def _on_job_done(self, number: int, result: Result) -> None:
        if self._job is not None and number == self._number:
            self._job = None
            self.made.emit(result)

    def _on_job_failed(self, number: int, sentence: str) -> None:
        if self._job is not None and number == self._number:
            self._job = None
            self.failed.emit(sentence)
