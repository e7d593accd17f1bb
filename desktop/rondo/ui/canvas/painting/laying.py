"""The links of a map laid between two events, those in view first."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from rondo.ui.canvas.painting.stage import Stage

SLICE, SHORT_SLICE = 6, 2
"""Links are laid for so many milliseconds between two events; where they are very many, for less."""


class Laying(QObject):
    """Lays what the stage wants."""

    done = Signal()
    """All that was wanted runs as it will."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._on_idle_timeout)
        stage.wanted = self._want

    def begin(self, *, at_once: bool) -> None:
        """All links are laid: now, or little by little."""
        plan = self._stage.plan
        if plan and at_once:
            plan.routes.finish()
        elif plan:
            self._idle.start()

    def _want(self, links: list[str]) -> None:
        """These links are in view: they are laid next."""
        plan = self._stage.plan
        if plan and plan.routes.want(links):
            self._idle.start()

    def _on_idle_timeout(self) -> None:
        clock, plan = QElapsedTimer(), self._stage.plan
        clock.start()
        most = SLICE if plan and plan.routes.together else SHORT_SLICE
        if plan is None or not plan.routes.advance(lambda: clock.elapsed() >= most):
            self._idle.stop()
            self.done.emit()
