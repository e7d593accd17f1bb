"""The walk itself: where it is, how it goes on, and that it follows what is edited meanwhile."""

from __future__ import annotations

from math import log10

from PySide6.QtCore import QObject, QTimer, Signal

from rondo.strategy.journeys.walk import Moment, walk
from rondo.ui.desk import Desk
from rondofile.records import Journey, Step

STAY, LONGER = 1100, 350
"""Milliseconds at a step while playing, and more of them for every tenfold of its waiting."""


class Walking(QObject):
    """One walk at a time. `moved` from which step to which; the first is empty where it only stands."""

    moved = Signal(str, str)
    changed = Signal()
    """Whether there is a walk, where it is, whether it plays."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.moments: tuple[Moment, ...] = ()
        self.at = 0
        self._journey = ""
        self._taken: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time_passed)

    @property
    def is_on(self) -> bool:
        """Whether a walk is under way."""
        return bool(self.moments)

    @property
    def plays(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    @property
    def moment(self) -> Moment | None:
        """Where the walk is."""
        return self.moments[self.at] if self.moments else None

    def begin(self) -> None:
        """The walk stands at the beginning of the journey that is looked at."""
        journey = self._desk.session.project.find(Journey, self._desk.selection.journey)
        self._taken = {}
        self._journey = journey.id if journey else ""
        self.moments = walk(self._desk.session.project, self._journey) if journey else ()
        self.at = 0
        self._stand()

    def end(self) -> None:
        """There is no walk."""
        if self.is_on:
            self._timer.stop()
            self.moments, self.at = (), 0
            self.changed.emit()

    def go(self, to: int) -> None:
        """The walk is at that moment; playing begins to stay there anew."""
        to = min(max(to, 0), len(self.moments) - 1)
        if not self.is_on or to == self.at:
            return
        before, self.at = self.moments[self.at].step.id, to
        here = self.moments[to].step.id
        self._desk.selection.choose(Step, here)
        self.moved.emit(before if to else "", here)
        if self.plays:
            self._play_on()
        self.changed.emit()

    def take(self, link: str) -> None:
        """The walk leaves its step by that link from now on, and is where it leads."""
        moment = self.moment
        if moment is None or all(way.id != link for way in moment.ways):
            return
        self._taken[moment.step.id] = link
        self.moments = walk(self._desk.session.project, self._journey, self._taken)
        self.go(self.at + 1)

    def turn_play(self) -> None:
        """It goes on by itself, from the beginning where it was at its end; or no longer."""
        if self.plays:
            self._timer.stop()
            self.changed.emit()
            return
        if self.at == len(self.moments) - 1:
            self.go(0)
        self._play_on()
        self.changed.emit()

    def follow(self) -> None:
        """After a change the walk is where it was, as far as that is there."""
        moment = self.moment
        if moment is None:
            return
        project = self._desk.session.project
        self.moments = walk(project, self._journey) if project.find(Journey, self._journey) else ()
        if self._taken and self.moments:
            self.moments = walk(project, self._journey, self._taken)
        places = [n for n, one in enumerate(self.moments) if one.step.id == moment.step.id]
        self.at = places[0] if places else min(self.at, max(len(self.moments) - 1, 0))
        if not self.moments:
            self._timer.stop()
        self.changed.emit()

    def _stand(self) -> None:
        moment = self.moment
        if moment is not None:
            self._desk.selection.choose(Step, moment.step.id)
            self.moved.emit("", moment.step.id)
        self.changed.emit()

    def _play_on(self) -> None:
        waited = self.moments[self.at].waited - (self.moments[self.at - 1].waited if self.at else 0.0)
        self._timer.start(round(STAY + LONGER * log10(1 + waited)))

    def _on_time_passed(self) -> None:
        if self.at < len(self.moments) - 1:
            self._timer.start(1)
            self.go(self.at + 1)
        else:
            self.changed.emit()
