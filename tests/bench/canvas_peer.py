"""The peer of the canvas: a plain QGraphicsView with an item of Python for every step and every link."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter_ns

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from bench import maps
from rondo.figures.arranging.layout import Node, arrange

WIDTH, HEIGHT = 112.0, 40.0
INK = QColor("#1c2430")


class PeerCard(QGraphicsItem):
    """A box with its title; its lines follow it."""

    def __init__(self, title: str, place: QPointF) -> None:
        super().__init__()
        self.title = title
        self.lines: list[PeerLine] = []
        self.setPos(place)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, WIDTH, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setPen(QPen(INK))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(self.boundingRect(), 5, 5)
        painter.drawText(self.boundingRect().adjusted(9, 5, -5, -5), self.title)


class PeerLine(QGraphicsItem):
    """A straight line between two cards."""

    def __init__(self, source: PeerCard, target: PeerCard) -> None:
        super().__init__()
        self._ends = (source, target)
        self.setZValue(-1)
        source.lines.append(self)
        target.lines.append(self)

    def line(self) -> QLineF:
        half = QPointF(WIDTH / 2, HEIGHT / 2)
        return QLineF(self._ends[0].pos() + half, self._ends[1].pos() + half)

    def follow(self) -> None:
        self.prepareGeometryChange()

    def boundingRect(self) -> QRectF:
        line = self.line()
        return QRectF(line.p1(), line.p2()).normalized().adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setPen(QPen(INK))
        painter.drawLine(self.line())


def opened(steps: int, size: tuple[int, int]) -> tuple[QGraphicsView, float]:
    """The same journey in plain items, painted once, and the seconds it took."""
    QApplication.instance() or QApplication([])
    lanes, edges = maps.lanes_of(steps), maps.edges_of(steps)
    start = perf_counter_ns()
    nodes = [Node(maps.name(i), maps.phase_of(i, steps), lanes[i], WIDTH, HEIGHT) for i in range(steps)]
    layout = arrange(nodes, edges, phases=len(maps.PHASES), lanes=maps.LANES)
    scene = QGraphicsScene()
    made = {key: PeerCard(key, QPointF(box.x, box.y)) for key, box in layout.boxes.items()}
    for card in made.values():
        scene.addItem(card)
    for source, target in edges:
        scene.addItem(PeerLine(made[source], made[target]))
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.resize(*size)
    view.show()
    QCoreApplication.processEvents()
    view.viewport().repaint()
    return view, (perf_counter_ns() - start) / 1e9


def cards(view: QGraphicsView) -> list[PeerCard]:
    """The cards, the leftmost first."""
    found = [item for item in view.items() if isinstance(item, PeerCard)]
    return sorted(found, key=lambda card: card.x())


def move(chosen: Sequence[PeerCard], by: QPointF) -> None:
    """The cards and their lines stand further on."""
    for card in chosen:
        card.setPos(card.pos() + by)
        for line in card.lines:
            line.follow()


def fitted(view: QGraphicsView) -> None:
    """The whole map is in view."""
    view.fitInView(view.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
    QCoreApplication.processEvents()
