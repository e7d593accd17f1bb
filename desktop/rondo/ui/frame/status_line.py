"""The status line: whether the work is safe, what the journey comes to, how large it is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStatusBar, QWidget

from rondo.ui.desk import Desk
from rondo.ui.journeys.journey_facts import facts_of
from rondo.ui.pieces.elided import Elided
from rondofile.status import Status

PAUSE = 400
"""Milliseconds without a change after which facts are taken anew."""

_SIGNS = {
    "saved": ("circle-check", "ok"),
    "saving": ("loader-circle", "ink-secondary"),
    "kept": ("hard-drive", "warn"),
    "read-only": ("lock", "warn"),
}


class StatusLine(QStatusBar):
    """Follows the session by itself; the zoom is told."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setSizeGripEnabled(False)
        self._sign, self._state = QLabel(), Elided("caption")
        self._facts, self._zoom = Elided("caption"), Elided("caption")
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout()
        holder = QWidget()
        holder.setLayout(self._row)
        for widget in (self._sign, self._state, self._facts, self._zoom):
            self._row.addWidget(widget, 1 if widget is self._facts else 0)
        self._row.insertSpacing(2, 12)
        self.addWidget(holder, 1)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._on_pause_timeout)
        desk.session.status_changed.connect(self._on_session_status_changed)
        desk.session.standing_changed.connect(self._on_session_status_changed)
        desk.session.changed.connect(self._on_changed)
        desk.selection.journey_changed.connect(self._on_changed)
        desk.look.changed.connect(self._on_session_status_changed)
        self._on_session_status_changed()
        self._on_changed()

    def show_zoom(self, zoom: float | None) -> None:
        """The view shows its picture that large; None where it has no zoom."""
        words = self._desk.words
        said = "" if zoom is None else words("status_line.zoom", percent=words.number(round(zoom * 100)))
        self._zoom.say(said)

    def _on_session_status_changed(self, *_: object) -> None:
        session, look = self._desk.session, self._desk.look
        status = session.status or (Status.SAVED if session.path else Status.KEPT)
        sign, role = _SIGNS[status.value]
        self._sign.setPixmap(look.icon(sign, role).pixmap(QSize(look.px(14), look.px(14))))
        self._state.say(self._words_for(status), str(session.path or ""))
        self._row.setContentsMargins(look.px(12), look.px(3), look.px(12), look.px(3))
        self._row.setSpacing(look.px(6))

    def _words_for(self, status: Status) -> str:
        words, path = self._desk.words, self._desk.session.path
        if path is None:
            return words("status_line.no-file")
        if status is Status.KEPT:
            return words("status.kept", file=path.name)
        return words(f"status.{status}")

    def _on_changed(self, *_: object) -> None:
        self._pause.start()

    def _on_pause_timeout(self) -> None:
        desk = self._desk
        self._facts.say(facts_of(desk.session.project, desk.selection.journey, desk.words))
