"""The job bar: long work that goes on beside everything else, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)

from rondo.ui.desk import Desk
from rondo.ui.jobs.jobs import Job

WIDTH, MARGIN, FOOT = 440, 12, 84
"""Pixels at 100 % text; FOOT is how far above the foot of the window its own foot stands."""
SHADOW = 0.25


class JobBar(QFrame):
    """Floats at the foot of the window while the job runs; bars of several jobs stand above each other."""

    def __init__(self, job: Job, text: str, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._job, self._desk, self._window = job, desk, window
        self.setProperty("kind", "card")
        self.setAccessibleName(text)
        self._text, self.progress = QLabel(text), QProgressBar(minimum=0, maximum=1000, textVisible=False)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setMinimumWidth(1)
        self.progress.setAccessibleName(text)
        self.stop = QPushButton(desk.words("jobs.cancel"))
        self.stop.setAccessibleName(desk.words("jobs.cancel.named", work=text))
        self.stop.clicked.connect(self._on_stop_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(desk.look.px(side) for side in (12, 8, 8, 8)))
        row.setSpacing(desk.look.px(12))
        for widget, stretch in ((self._text, 3), (self.progress, 2), (self.stop, 0)):
            row.addWidget(widget, stretch)
        self.setGraphicsEffect(self._shadow())
        job.progress.connect(self._on_job_progress)
        for end in (job.done, job.failed, job.cancelled):
            end.connect(self._on_job_over)
        window.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _shadow(self) -> QGraphicsDropShadowEffect:
        """Only what floats has one."""
        effect, colour = QGraphicsDropShadowEffect(self), self._desk.look["ink"]
        colour.setAlphaF(SHADOW)
        effect.setColor(colour)
        effect.setBlurRadius(self._desk.look.px(24))
        effect.setOffset(0, self._desk.look.px(4))
        return effect

    def _place(self) -> None:
        px, window = self._desk.look.px, self._window
        width = min(px(WIDTH), window.width() - 2 * px(MARGIN))
        height = max(self.sizeHint().height(), px(44))
        below = [bar for bar in window.findChildren(JobBar) if bar.isVisible() and bar is not self]
        lift = sum(bar.height() + px(MARGIN) // 2 for bar in below if not self.isVisible())
        foot = window.height() - px(FOOT) - height - lift
        self.setGeometry((window.width() - width) // 2, foot, width, height)

    def _on_stop_clicked(self) -> None:
        self.stop.setEnabled(False)
        self._job.cancel()

    def _on_job_progress(self, done: float) -> None:
        self.progress.setValue(round(done * 1000))

    def _on_job_over(self, *_: object) -> None:
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()
