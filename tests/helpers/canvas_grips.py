"""Places of a canvas that can be taken hold of: heads and borders of lanes, ends of links, notes."""

from __future__ import annotations

import random
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF

from rondo.ui.canvas.lanes.rows import lanes_of
from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.canvas.surface import Surface
from rondofile.records import Link


class HasCanvas(Protocol):
    """A canvas, or a view with one."""

    @property
    def scene(self) -> JourneyScene: ...

    @property
    def surface(self) -> Surface: ...


def canvas_grip(canvas: HasCanvas, draw: random.Random) -> QPoint | None:
    """A point of the viewport where one of them is, drawn by chance; None where there is none."""
    scene, plan, ways = canvas.scene, canvas.scene.plan, ["head", "border", "end", "note"]
    if plan is None:
        return None
    way, rows, notes = draw.choice(ways), lanes_of(plan), scene.picture.notes
    if way in ("head", "border") and rows:
        row = draw.choice(rows)[1]
        return canvas.surface.name_spot(row.cy if way == "head" else row.bottom)
    if way == "end" and plan.links:
        link = draw.choice(list(plan.links))
        route = plan.routes.route(link)
        scene.desk.selection.choose(Link, link)
        return canvas.surface.mapFromScene(QPointF(*draw.choice((route[0], route[-1])))) if route else None
    if way == "note" and notes.ids():
        box = notes.box(draw.choice(notes.ids()))
        return canvas.surface.mapFromScene(box.center()) if box else None
    return None
