"""What the surface paints: the maps in their panes, what ties them, the names that stay in sight."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from rondo.ui.beside.map_picture import TITLES
from rondo.ui.beside.panes import Pane
from rondo.ui.beside.standing import Standing, State
from rondo.ui.dress.look import Look

FAINT, STRONG = 0.2, 0.55
"""How strongly ties are seen that nobody asks for, and those of what is pointed at or chosen."""

Others = Mapping[str, tuple[str, ...]]


class SurfacePainting:
    """Paints panes; keeps nothing."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def paint(
        self,
        painter: QPainter,
        whole: QRectF,
        panes: tuple[Pane, ...],
        standings: Mapping[str, Standing],
        others: Others,
        marked: Collection[str],
        tied: Collection[str],
    ) -> bool:
        """Everything in view; whether links there are still to be laid. `tied` steps show where they went."""
        painter.fillRect(whole, self._look["paper"])
        for pane in panes:
            self._ground(painter, pane)
        if len(panes) == 2:
            painter.save()
            painter.setClipPath(_between(whole, panes))
            if panes[0].scale >= TITLES:
                self._ties(painter, panes, standings, others)
            self._strong_ties(painter, panes, tied, others)
            painter.restore()
        unlaid = [self._map(painter, pane) for pane in panes]
        for pane in panes:
            self._chosen(painter, pane, marked, tied, others)
            self._edges(painter, pane)
            self._head(painter, pane)
        return any(unlaid)

    def _inside(self, painter: QPainter, pane: Pane, clip: QRectF | None = None) -> None:
        painter.save()
        painter.setClipRect(clip or pane.body)
        painter.translate(pane.body.topLeft())
        painter.scale(pane.scale, pane.scale)
        painter.translate(-pane.offset)

    def _ground(self, painter: QPainter, pane: Pane) -> None:
        self._inside(painter, pane)
        pane.picture.paint_ground(painter)
        painter.restore()

    def _map(self, painter: QPainter, pane: Pane) -> bool:
        self._inside(painter, pane)
        unlaid = pane.picture.paint(painter, pane.seen, pane.scale)
        painter.restore()
        return unlaid

    def _edges(self, painter: QPainter, pane: Pane) -> None:
        """Lanes and phases keep their names in sight when one scrolls away from them."""
        plan = pane.picture.plan
        if plan is None or pane.scale < TITLES:
            return
        paper, line = self._look["paper"], QPen(self._look["line"], 1)
        corner = pane.body.topLeft()
        wide, high = (plan.left - 2) * pane.scale, (plan.top - 1) * pane.scale
        if pane.offset.x() > 0:
            strip = QRectF(corner, QPointF(corner.x() + wide + 6, pane.body.bottom()))
            self._strip(painter, pane, strip, QPointF(0 - 4 / pane.scale, pane.offset.y()), paper)
            painter.setPen(line)
            painter.drawLine(strip.topRight(), strip.bottomRight())
        if pane.offset.y() > 0:
            strip = QRectF(corner, QPointF(pane.body.right(), corner.y() + high))
            if pane.offset.x() > 0:
                strip.setLeft(corner.x() + wide + 6)
            away = QPointF(pane.offset.x() + (strip.left() - corner.x()) / pane.scale, 0)
            self._strip(painter, pane, strip, away, paper)
            painter.setPen(line)
            painter.drawLine(strip.bottomLeft(), strip.bottomRight())

    def _strip(self, painter: QPainter, pane: Pane, strip: QRectF, offset: QPointF, paper: QColor) -> None:
        strip = strip.intersected(pane.body)
        painter.fillRect(strip, paper)
        painter.save()
        painter.setClipRect(strip)
        painter.translate(strip.topLeft())
        painter.scale(pane.scale, pane.scale)
        painter.translate(-offset)
        pane.picture.paint_ground(painter)
        painter.restore()

    def _head(self, painter: QPainter, pane: Pane) -> None:
        """The line above a map that says which one it is."""
        painter.fillRect(pane.head, self._look["surface"])
        painter.setPen(QPen(self._look["line"], 1))
        painter.drawLine(pane.head.bottomLeft(), pane.head.bottomRight())
        if pane.head.top() > 0:
            painter.drawLine(pane.head.topLeft(), pane.head.topRight())
        painter.setPen(self._look["ink"])
        painter.setFont(self._look.font(12, QFont.Weight.DemiBold))
        room = pane.head.adjusted(self._look.px(12), 0, -self._look.px(12), 0)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(pane.title, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def _chosen(
        self, painter: QPainter, pane: Pane, marked: Collection[str], tied: Collection[str], others: Others
    ) -> None:
        """Frames around what is chosen, and thinner ones around what belongs to it."""
        near = {other for step in tied for other in others.get(step, ())} | set(tied)
        self._inside(painter, pane)
        for step in near:
            box = pane.picture.box(step)
            if box is not None:
                width = 2.5 if step in marked else 1.5
                style = Qt.PenStyle.SolidLine if step in tied else Qt.PenStyle.DashLine
                painter.setPen(QPen(self._look["accent"], width / pane.scale, style))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(box.x, box.y, box.width, box.height), 5, 5)
                pane.picture.paint_tag(painter, step, pane.scale)
        painter.restore()

    def _ties(
        self,
        painter: QPainter,
        panes: tuple[Pane, ...],
        standings: Mapping[str, Standing],
        others: Others,
    ) -> None:
        """Faint ribbons between the steps in view that belong together and are not as today."""
        first, second = panes
        colour = QColor(self._look["accent"])
        colour.setAlphaF(FAINT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for step, _ in first.picture.within(first.seen):
            standing = standings.get(step)
            if standing is None or standing.state is State.SAME:
                continue
            for path in _ribbons(first, second, step, others):
                painter.drawPath(path)

    def _strong_ties(
        self, painter: QPainter, panes: tuple[Pane, ...], tied: Collection[str], others: Others
    ) -> None:
        """Ribbons that are asked for: by what is pointed at or chosen."""
        first, second = panes
        starts = {s for step in tied for s in (step, *others.get(step, ())) if first.picture.box(s)}
        colour = QColor(self._look["accent"])
        colour.setAlphaF(STRONG)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for step in starts:
            for path in _ribbons(first, second, step, others):
                painter.drawPath(path)


def _ribbons(first: Pane, second: Pane, step: str, others: Others) -> Iterator[QPainterPath]:
    """From a card of the first map to those in the second, as far as both ends are in view."""
    box = first.picture.box(step)
    if box is None:
        return
    below = first.body.top() < second.body.top()
    for other in others.get(step, ()):
        there = second.picture.box(other)
        if there is None:
            continue
        if below:
            a, b = first.to_window(box.cx, box.bottom), second.to_window(there.cx, there.y)
        else:
            a, b = first.to_window(box.right, box.cy), second.to_window(there.x, there.cy)
        if first.body.contains(a) and second.body.contains(b):
            yield _ribbon(a, b, 3.0 if below else 2.0, below)


def _between(whole: QRectF, panes: tuple[Pane, ...]) -> QPainterPath:
    """Everything but the cards in view: a tie runs behind these, also behind those that are seen through."""
    path = QPainterPath()
    path.addRect(whole)
    for pane in panes:
        if pane.scale >= TITLES:
            for _, box in pane.picture.within(pane.seen):
                path.addRect(pane.place(box).intersected(pane.body))
    return path


def _ribbon(a: QPointF, b: QPointF, half: float, below: bool) -> QPainterPath:
    """A band from a to b that leaves and arrives straight."""
    side = QPointF(half, 0) if below else QPointF(0, half)
    bend = QPointF(0, (b.y() - a.y()) / 2) if below else QPointF((b.x() - a.x()) / 2, 0)
    path = QPainterPath(a - side)
    path.cubicTo(a - side + bend, b - side - bend, b - side)
    path.lineTo(b + side)
    path.cubicTo(b + side - bend, a + side + bend, a + side)
    path.closeSubpath()
    return path
