"""Names that can be read however far away the map is: bands at the edges of the view, in its pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rondo.figures.journeys.journey_pen import LANE, PHASE, SMALL, Pen
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.text.qt_engine import QtTextEngine
from rondo.text.shaped import Block, Style
from rondo.ui.canvas.painting.stage import Shown, Stage
from rondo.ui.dress.look import Look
from rondo.ui.pieces.painting import Drawing
from rondofile.enums import Phase

FAR = 1.12
"""Below so many pixels per point, at the usual text size, names in their place are too small."""
UNIT = 1.42
"""Pixels per point of these names: those of lanes are 11 pixels high."""
PAD, LEAST, SHARE, RULE = 8, 56, 5, 2
"""Pixels beside a name; the least width of the band of lanes; what part of the view it takes at most."""


class _Row(Struct, frozen=True):
    """A lane or a band below the map: where it is in the scene, its name and what stands below that."""

    top: float
    bottom: float
    name: Block
    more: Block | None
    role: str = "ink"


class FarNames:
    """Lanes at the left, phases at the top. `folds` tells what else is named, and where in the scene."""

    def __init__(
        self,
        stage: Stage,
        engine: QtTextEngine,
        look: Look,
        folds: Callable[[], Iterator[tuple[str, float, float]]],
    ) -> None:
        self._stage, self._engine, self._look, self._folds = stage, engine, look, folds
        self._of: Shown | None = None
        self._at: object = None
        self._rows: list[_Row] = []
        self._cut: dict[tuple[str, int], Block] = {}
        self._drawn: dict[tuple[int, str], Drawing] = {}

    def are_wanted(self, scale: float) -> bool:
        """Whether names in their place are too small at so many pixels per point."""
        return self._stage.shown is not None and scale < FAR * self._look.scale

    def size(self, room: float) -> tuple[int, int]:
        """How many pixels the bands take from the left and the top of a view that is so wide."""
        shown = self._stage.shown
        if shown is None:
            return 0, 0
        px, unit = self._look.px, self._unit
        widest = max(block.natural_width for block in _names(shown.plan))
        wide = min(ceil(widest * unit) + 2 * px(PAD), max(round(room / SHARE), px(LEAST)))
        return wide, ceil(PHASE.size * PHASE.leading * unit) + px(PAD) + RULE

    def paint(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        """The bands lie over the part of the scene that is seen; the painter paints in its points."""
        shown = self._stage.shown
        if shown is None:
            return
        room = seen.width() * scale
        wide, high = self.size(room)
        self._draw(shown, wide)
        painter.save()
        painter.translate(seen.topLeft())
        painter.scale(1 / scale, 1 / scale)
        whole = QRectF(0, 0, room, seen.height() * scale)
        paper, line = QColor(shown.pen.theme["paper"]), QPen(QColor(shown.pen.theme["line"]), 1)
        painter.fillRect(QRectF(0, 0, wide, whole.height()), paper)
        painter.fillRect(QRectF(0, 0, whole.width(), high), paper)
        painter.setPen(line)
        painter.drawLine(QPointF(wide - 0.5, high), QPointF(wide - 0.5, whole.height()))
        self._paint_rows(painter, QRectF(0, high, wide, whole.height() - high), seen.y(), scale, shown.pen)
        self._paint_phases(painter, QRectF(wide, 0, whole.width() - wide, high), seen.x(), scale, shown)
        painter.restore()

    def _paint_rows(self, painter: QPainter, band: QRectF, top: float, scale: float, pen: Pen) -> None:
        """Every lane that has room for its name says it, and with more room also whose it is."""
        free, unit, pad = band.top(), self._unit, self._look.px(PAD)
        painter.save()
        painter.setClipRect(band, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(QColor(pen.theme["line"]), 1))
        places = [((row.top - top) * scale, (row.bottom - top) * scale) for row in self._rows]
        for start, _ in places:
            painter.drawLine(QPointF(0, start), QPointF(band.right() - 1, start))
        for row, (start, end) in zip(self._rows, places, strict=True):
            if end <= band.top() or start >= band.bottom():
                continue
            name, height = row.name, row.name.height * unit
            y = max(min(max(start + pad / 2, band.top()), end - height), free)
            if height > end - start:
                y = (start + end - height) / 2
            if y < free - 1:
                continue
            painter.fillRect(QRectF(0, y + 1, band.width() - 1, height - 1), QColor(pen.theme["paper"]))
            self._put(painter, QPointF(pad, y), name, row.role, pen)
            free = y + height
            if row.more is not None and free + row.more.height * unit <= end:
                self._put(painter, QPointF(pad, free), row.more, "ink-secondary", pen)
                free += row.more.height * unit
        painter.restore()

    def _paint_phases(self, painter: QPainter, band: QRectF, left: float, scale: float, shown: Shown) -> None:
        """The part of every column that is seen says its name."""
        plan, pen, pad = shown.plan, shown.pen, self._look.px(PAD)
        painter.save()
        painter.setClipRect(band, Qt.ClipOperation.IntersectClip)
        for phase, (name, _) in zip(plan.facts.phases, plan.header.phases, strict=True):
            column = plan.column(phase)
            if column is None:
                continue
            start = max((column.x - left) * scale + 1, band.left())
            end = min((column.right - left) * scale - 1, band.right())
            if end - start <= RULE:
                continue
            rule = QColor(pen.theme[phase.value])
            painter.fillRect(QRectF(start, band.bottom() - RULE, end - start, RULE), rule)
            text = self._fitting(name.text, PHASE, end - start - pad, pen)
            if text is not None:
                self._put(painter, QPointF(start + pad / 2, pad / 2), text, phase.value, pen)
        painter.restore()

    def _put(self, painter: QPainter, at: QPointF, block: Block, role: str, pen: Pen) -> None:
        key = id(block), role
        if key not in self._drawn:
            self._drawn[key] = Drawing([pen.text(block, 0, 0, role)], self._engine)
        painter.save()
        painter.translate(at)
        painter.scale(self._unit, self._unit)
        self._drawn[key].paint(painter)
        painter.restore()

    def _draw(self, shown: Shown, wide: int) -> None:
        """What is named is known once for each plan and width."""
        folds = tuple(self._folds())
        at = wide, self._look.scale, folds
        if self._of is shown and self._at == at:
            return
        self._of, self._at, plan, pen = shown, at, shown.plan, shown.pen
        self._cut, self._drawn = {}, {}
        room = wide - 2 * self._look.px(PAD) + 1
        rows = []
        for band, (name, role) in zip(plan.layout.lanes, plan.gutter.names, strict=True):
            top = plan.top + band.start
            fitted = self._fitting(name.text, LANE, room, pen)
            more = self._fitting(role.text, SMALL, room, pen) if fitted else None
            if fitted is not None:
                rows.append(_Row(top, plan.top + band.end, fitted, more))
        repeat = self._fitting(plan.rail.name.text, LANE, room, pen)
        if repeat is not None:
            rows.append(_Row(plan.rail.top, plan.rail.bottom, repeat, None, Phase.REPEAT.value))
        for text, top, bottom in folds:
            fitted = self._fitting(text, LANE, room, pen)
            if fitted is not None:
                rows.append(_Row(top, bottom, fitted, None))
        self._rows = rows

    def _fitting(self, text: str, style: Style, room: float, pen: Pen) -> Block | None:
        """The text in one line, cut where it must be; None where not even its beginning has room."""
        key = f"{style.size} {text}", round(room)
        if key not in self._cut:
            block = cut(text, style, room / self._unit, pen)
            if block is None:
                return None
            self._cut[key] = block
        return self._cut[key]

    @property
    def _unit(self) -> float:
        return UNIT * self._look.scale


def cut(text: str, style: Style, room: float, pen: Pen) -> Block | None:
    """The text in one line of so many points, ending in "…" where not all of it fits; None: nothing does."""
    block, kept = pen.block(text, style), len(text)
    while block.natural_width > room:
        kept = min(kept - 1, int(kept * room / block.natural_width))
        if kept < 2:
            return None
        block = pen.block(f"{text[:kept].rstrip()}…", style)
    return block


def _names(plan: MapPlan) -> Iterator[Block]:
    for name, _ in plan.gutter.names:
        yield name
    yield plan.rail.name
