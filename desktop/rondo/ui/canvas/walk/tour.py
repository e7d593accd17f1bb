"""A walk on one canvas: walking, its bar and its token put together."""

from __future__ import annotations

from PySide6.QtCore import QObject

from rondo.ui.canvas.surface import Surface
from rondo.ui.canvas.walk.bar import WalkBar
from rondo.ui.canvas.walk.token import Token, Way
from rondo.ui.canvas.walk.walking import Walking
from rondofile.records import Link


class Tour(QObject):
    """Belongs to one surface."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._surface, scene = surface, surface.journey_scene
        self._desk = scene.desk
        self.walking = Walking(self._desk, self)
        self.bar = surface.bar = WalkBar(self._desk, self.walking, surface)
        self.token = Token(self._desk.look)
        scene.addItem(self.token)
        self.walking.moved.connect(self._on_walk_moved)
        self.walking.changed.connect(self._on_walk_changed)
        self._desk.selection.journey_changed.connect(self.walking.end)

    def follow(self) -> None:
        """The project changed: the walk is where it was, its token where the card is now."""
        self.walking.follow()
        moment = self.walking.moment
        if moment is not None:
            self._on_walk_moved("", moment.step.id)

    def turn(self) -> None:
        """The walk begins, or ends."""
        if self.walking.is_on:
            self.walking.end()
            self._surface.setFocus()
        else:
            self.walking.begin()
            self.bar.setFocus()

    def _on_walk_moved(self, before: str, here: str) -> None:
        way = self._way(before, here)
        if way:
            self._surface.reveal([here])
            self.token.travel(way, at_once=not self._desk.look.moves)

    def _on_walk_changed(self) -> None:
        if not self.walking.is_on:
            self.token.leave()

    def _way(self, before: str, here: str) -> Way:
        """From the corner of one card along the link, forwards or back, to that of the other."""
        ends = [self._corner(step) for step in (before, here) if step]
        points = tuple(end for end in ends if end is not None)
        stage = self._surface.journey_scene.picture.stage
        link = self._link(before, here)
        drawn = stage.way_of(link.id) if link else None
        if len(points) == 2 and link and drawn:
            line = drawn.line if link.source == before else tuple(reversed(drawn.line))
            return (points[0], *line, points[1])
        return points

    def _link(self, before: str, here: str) -> Link | None:
        links = self._desk.session.project.links_of(self._surface.journey_scene.journey or "")
        ends = {(before, here), (here, before)}
        return next((link for link in links if (link.source, link.target) in ends), None)

    def _corner(self, step: str) -> tuple[float, float] | None:
        box = self._surface.journey_scene.box_of(step)
        return (box.x(), box.y()) if box is not None else None
