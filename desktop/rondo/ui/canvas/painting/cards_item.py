"""The cards of the steps that are in view: whole, with large titles, with nothing else, or as bars."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rondo.figures.arranging.layout_values import Box
from rondo.figures.cards.card import Card
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.maps.canvas_drawing import Level as Drawn
from rondo.figures.maps.canvas_drawing import card_shapes
from rondo.figures.show.values import Say, Show
from rondo.text.qt_engine import QtTextEngine
from rondo.ui.canvas.painting.bars import paint_bars
from rondo.ui.canvas.painting.layer import Layer
from rondo.ui.canvas.painting.stage import Stage, level_of
from rondo.ui.pieces.painting import Drawing

BELOW = 12.0
"""So far a card's badge stands above it, and what is shown below it."""
MOST_KEPT = 3000


class CardsItem(Layer):
    """Paints every card at the place of its step; the drawing of a card is kept until it is another."""

    def __init__(self, height: float, stage: Stage, engine: QtTextEngine) -> None:
        super().__init__(height)
        self._stage, self._engine = stage, engine
        self._kept: dict[tuple[str, Drawn], tuple[Card, float, Say | None, Drawing]] = {}
        self._pen: Pen | None = None
        self._what: Show | None = None

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        shown = self._stage.shown
        if shown is None or self._stage.is_far(exposed, scale):
            return
        what = shown.showing.shown.what if shown.showing else None
        if self._pen is not shown.pen or self._what is not what:
            self._pen, self._what = shown.pen, what
            self._kept.clear()
        area = exposed.adjusted(-3, -BELOW, 3, BELOW)
        steps = shown.cards.within(area.left(), area.top(), area.right(), area.bottom())
        moving = self._stage.moving
        still = [step for step in steps if step not in moving] if moving else steps
        on_top = [step for step in moving if self._in_view(step, area)]
        level, has_time = level_of(scale), self._stage.frame()
        if level == "bars":
            self._bars(painter, [*still, *on_top])
            return
        left = [step for step in (*still, *on_top) if not self._card(painter, step, level, has_time)]
        if left:
            self._bars(painter, left)
            self._stage.unfinished()

    def _in_view(self, step: str, area: QRectF) -> bool:
        box = self._stage.box(step)
        return box is not None and area.intersects(QRectF(box.x, box.y, box.width, box.height))

    def _card(self, painter: QPainter, step: str, level: Drawn, has_time: Callable[[], bool]) -> bool:
        """The card is painted; False where it would have to be drawn first and there is no time."""
        box = self._stage.box(step)
        if box is None:
            return True
        drawing = self._drawing(step, box, level, has_time)
        if drawing is None:
            return False
        painter.translate(box.x, box.y)
        drawing.paint(painter)
        painter.translate(-box.x, -box.y)
        return True

    def _drawing(self, step: str, box: Box, level: Drawn, has_time: Callable[[], bool]) -> Drawing | None:
        shown = self._stage.shown
        assert shown
        key, kept, plan = (step, level), self._kept.get((step, level)), shown.plan
        if kept is None and not has_time():
            return None
        card, say = plan.card(step), shown.showing.say(step) if shown.showing else None
        if kept is None or kept[0] is not card or kept[1] != box.height or kept[2] != say:
            if card.height > box.height + 0.01:
                self._stage.misjudged()
            shapes = card_shapes(plan, step, shown.pen, shown.showing, level=level)
            kept = (card, box.height, say, Drawing(shapes, self._engine))
            if len(self._kept) >= MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = kept
        return kept[3]

    def _bars(self, painter: QPainter, steps: list[str]) -> None:
        shown = self._stage.shown
        assert shown
        facts = shown.plan.steps
        paint_bars(painter, ((facts[step], box) for step in steps if (box := self._stage.box(step))), shown)
