"""How each journey was looked at, kept on this computer and never in the file."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QSize, QTimer

from rondo.ui.canvas.surface import Surface
from rondo.ui.desk import Desk

PAUSE = 400
"""Milliseconds without a move after which a view is kept."""


class ViewMemory(QObject):
    """Keeps zoom and middle of the journey that is shown."""

    def __init__(self, desk: Desk, surface: Surface) -> None:
        super().__init__(surface)
        self._desk, self._surface = desk, surface
        self._journey: str | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.keep)
        self._moved = self._looking = False
        self._size = QSize()
        self._wanted: object = None
        """How the journey should be seen, until somebody looks elsewhere; () where it was never seen."""
        surface.zoom_changed.connect(self._on_surface_moved)
        for bar in (surface.horizontalScrollBar(), surface.verticalScrollBar()):
            bar.valueChanged.connect(self._on_surface_moved)

    def show(self, journey: str | None) -> None:
        """The journey is looked at as it was last; for the first time, as much of it as can be read."""
        if journey == self._journey:
            return
        self.keep()
        self._journey, self._wanted = journey, self._kept().get(journey or "", ())
        self._look()

    def settle(self) -> None:
        """The surface has another size: it looks where it should, unless somebody looked elsewhere since.

        A scroll bar that comes or goes is no other size: what follows from it would call it again."""
        size = self._surface.maximumViewportSize()
        if self._wanted is not None and size != self._size:
            self._size = size
            self._look()

    def keep(self) -> None:
        """The view as it is now is kept."""
        standing, moved = self._desk.session.standing, self._moved
        self._pause.stop()
        self._moved = False
        if not moved or standing is None or self._journey is None:
            return
        middle = self._surface.middle()
        view = [round(self._surface.zoom, 4), round(middle.x(), 1), round(middle.y(), 1)]
        before = self._desk.settings.view_of(standing.doc_id)
        self._desk.settings.keep_view(
            standing.doc_id, {**before, "journeys": {**self._kept(), self._journey: view}}
        )

    def _kept(self) -> dict[str, object]:
        standing = self._desk.session.standing
        kept = self._desk.settings.view_of(standing.doc_id) if standing else {}
        journeys = kept.get("journeys")
        return journeys if isinstance(journeys, dict) else {}

    def _look(self) -> None:
        self._looking = True
        match self._wanted:
            case [int() | float() as zoom, int() | float() as x, int() | float() as y]:
                self._surface.look_at(zoom, QPointF(x, y))
            case _:
                self._surface.look_first()
        self._looking = False

    def _on_surface_moved(self) -> None:
        if not self._looking:
            self._moved, self._wanted = True, None
            self._pause.start()
