"""The quiet boxes below the questions about a step; a long journey is followed after a moment."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.inspector.pieces.quiet_box import Finding, QuietBox
from rondo.ui.inspector.steps.found import Courses, findings
from rondofile.records import Step

AT_ONCE = 400
"""Steps that are followed without waiting."""

REST = 250
"""Milliseconds of quiet after which a longer journey is followed."""


class FoundList(QWidget):
    """`followed` brings the id of a step to go to."""

    followed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._courses = Courses()
        self._step: str | None = None
        self._shown: tuple[Finding, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REST)
        self._later.timeout.connect(self._follow)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.look.px(8))

    def show_step(self, step: str | None) -> None:
        """What was found at that step is shown; at once where that is quick or known."""
        same, self._step = step == self._step, step
        if not self.isVisible():
            return
        project = self._desk.session.project
        record = project.find(Step, step)
        if record is None:
            self._show(())
        elif self._courses.knows(project, record.journey) or len(project.steps_of(record.journey)) <= AT_ONCE:
            self._follow()
        else:
            if not same:
                self._show(())
            self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._later.stop()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._step is not None:
            self.show_step(self._step)

    def _follow(self) -> None:
        self._later.stop()
        project = self._desk.session.project
        step = project.find(Step, self._step)
        if step is not None:
            course = self._courses.of(project, step.journey)
            self._show(findings(self._desk, project, step, course))

    def _show(self, found: tuple[Finding, ...]) -> None:
        if found == self._shown:
            return
        self._shown = found
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for finding in found:
            self._column.addWidget(QuietBox(self._desk.look, finding, self.followed.emit))
