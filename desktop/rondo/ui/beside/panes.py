"""Where the maps lie in the window: above each other, next to each other, or one over the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF

from rondo.figures.arranging.layout_values import Box
from rondo.ui.beside.axis import Axis, across, down
from rondo.ui.beside.map_picture import MapPicture

Mode = Literal["rows", "columns", "overlay", "moments"]
MARGIN = 14.0
"""Points of paper around a map."""
GAP, HEAD = 10.0, 24.0
"""Pixels between the maps; of the line above each that says which one it is."""
LOW, NARROW = 150.0, 320.0
"""Pixels, at 100 % text, below which a map says nothing: two so low stand next to each other, and where that
is too narrow one stands alone."""


class Pane(Struct, frozen=True, dict=True):
    """A map and the part of the window that it is seen through. `offset` is the place of the map, in
    points, that lies in the upper left corner of `body`."""

    picture: MapPicture
    title: str
    head: QRectF
    body: QRectF
    offset: QPointF
    scale: float
    side: int = 0
    """0: the first of the maps, 1: the second."""

    def to_map(self, pos: QPointF) -> QPointF:
        """That pixel of the window as a place of the map."""
        return (pos - self.body.topLeft()) / self.scale + self.offset

    def to_window(self, x: float, y: float) -> QPointF:
        """That place of the map as a pixel of the window."""
        return self.body.topLeft() + (QPointF(x, y) - self.offset) * self.scale

    def place(self, box: Box) -> QRectF:
        """Where a card stands, in pixels of the window."""
        return QRectF(self.to_window(box.x, box.y), self.to_window(box.right, box.bottom))

    @property
    def seen(self) -> QRectF:
        """The part of the map that is in view."""
        return QRectF(self.offset, self.body.size() / self.scale)


class Frame(Struct, frozen=True, dict=True):
    """The maps with their ways across and down, and how they are looked at."""

    pictures: tuple[MapPicture, ...]
    titles: tuple[str, ...]
    across: Axis
    down: Axis

    @classmethod
    def of(cls, pictures: Sequence[MapPicture], titles: Sequence[str]) -> Frame:
        """The frame of maps that are planned."""
        plans = [picture.plan for picture in pictures if picture.plan is not None]
        ways = across(plans, MARGIN), down(plans, MARGIN)
        return cls(tuple(pictures), tuple(titles), *ways)

    def alone(self, mode: Mode, width: float, height: float, unit: float) -> bool:
        """Whether only one of two maps has room; `unit`: how large text is."""
        return self._is_low(mode, height, unit) and (width - GAP) / 2 < NARROW * unit

    def _is_low(self, mode: Mode, height: float, unit: float) -> bool:
        """Whether two maps have no room one above the other, as they should stand."""
        two = mode == "rows" and len(self.pictures) == 2
        return two and (height - GAP) / 2 - HEAD * unit < LOW * unit

    def bodies(
        self, mode: Mode, width: float, height: float, unit: float, front: int
    ) -> list[tuple[QRectF, QRectF]]:
        """Head and body of every pane, in pixels; empty for the map that has no room beside `front`."""
        head, count = HEAD * unit, len(self.pictures)
        if self.alone(mode, width, height, unit):
            whole = QRectF(0, 0, width, head), QRectF(0, head, width, max(height - head, 1))
            return [whole if side == front else (QRectF(), QRectF()) for side in range(2)]
        if count == 2 and (mode == "columns" or self._is_low(mode, height, unit)):
            wide = (width - GAP) / 2
            found = [QRectF(n * (wide + GAP), 0, wide, height) for n in range(2)]
        elif count == 2:
            high = (height - GAP) / 2
            found = [QRectF(0, n * (high + GAP), width, high) for n in range(2)]
        else:
            found = [QRectF(0, 0, width, height)]
        return [(QRectF(r.x(), r.y(), r.width(), head), r.adjusted(0, head, 0, 0)) for r in found]

    def way_to(self, side: int, box: Box) -> QPointF:
        """The position of both ways at which the middle of a card of that map comes first, in points."""
        return QPointF(self.across.of(side, box.cx + MARGIN), self.down.of(side, box.cy + MARGIN))

    def panes(self, bodies: list[tuple[QRectF, QRectF]], at: QPointF, scale: float) -> tuple[Pane, ...]:
        """The panes while one looks from there on, at so many pixels a point."""
        made = []
        for side, (picture, title) in enumerate(zip(self.pictures, self.titles, strict=True)):
            if bodies[side][1].isNull():
                continue
            x, y = self.across.at(side, at.x()) - MARGIN, self.down.at(side, at.y()) - MARGIN
            made.append(Pane(picture, title, *bodies[side], QPointF(x, y), scale, side))
        return tuple(made)
