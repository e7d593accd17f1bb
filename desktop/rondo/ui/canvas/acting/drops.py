"""Dragging things onto the canvas and away from it: steps from the inbox, text, steps for the matrix."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QPainter, QPixmap

from rondo.ui import mime
from rondo.ui.canvas.acting import clipboard
from rondo.ui.canvas.acting.deeds_edit import EditDeeds
from rondo.ui.canvas.editing import gestures
from rondo.ui.canvas.hands import Hands
from rondofile.kinds import EditKind
from rondofile.records import Step


class Drops:
    """Answers what is dragged over the canvas; takes steps of this journey, copies of steps, and text."""

    def __init__(self, hands: Hands, edits: EditDeeds) -> None:
        self._hands, self._edits = hands, edits

    def cards(self, steps: tuple[str, ...]) -> QMimeData:
        """Steps as they are carried: what a part of the journey can be made of."""
        hands = self._hands
        titles = "\n".join(step.title for step in hands.steps(steps))
        return mime.encode(mime.Cards(self._doc_id, "step", steps, hands.journey or "", titles))

    def carry(self, steps: tuple[str, ...]) -> None:
        """The steps are dragged out of the canvas, until they are dropped or let go."""
        drag = QDrag(self._hands.surface)
        drag.setMimeData(self.cards(steps))
        self._show_under(drag, steps[0])
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)

    def _show_under(self, drag: QDrag, step: str) -> None:
        """The card of the step is seen under the pointer."""
        box, surface = self._hands.box(step), self._hands.surface
        if box is None:
            return
        ratio, zoom = surface.devicePixelRatioF(), surface.transform().m11()
        picture = QPixmap((box.size() * zoom * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        self._hands.scene.render(painter, QRectF(QPointF(0, 0), box.size() * zoom), box)
        painter.end()
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(round(box.width() * zoom / 2), round(box.height() * zoom / 2)))

    def answer(self, event: QEvent) -> bool:
        """Something is dragged over the canvas, or dropped there."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self._hands.scene.mark_cell(None)
            return True
        if not isinstance(event, QDropEvent):
            return False
        if kind == QEvent.Type.Drop:
            self._drop(event)
        else:
            self._hover(event)
        return True

    def _hover(self, event: QDropEvent) -> None:
        if not self._hands.can_edit or not self._takes(event.mimeData()):
            event.ignore()
            return
        if self._steps_in(event.mimeData()):
            self._hands.scene.mark_cell(self._hands.scene.cell_at(self._pos(event)))
        if isinstance(event, QDragMoveEvent):
            event.setDropAction(event.possibleActions() & Qt.DropAction.MoveAction or event.proposedAction())
        event.accept()

    def _drop(self, event: QDropEvent) -> None:
        self._hands.scene.mark_cell(None)
        steps = self._steps_in(event.mimeData())
        if not self._hands.can_edit or not self._takes(event.mimeData()):
            event.ignore()
            return
        event.accept()
        self._hands.surface.setFocus()
        if steps:
            self._put(steps, self._pos(event))
        else:
            self._edits.take(event.mimeData(), None)

    def _put(self, steps: tuple[str, ...], pos: QPointF) -> None:
        """The steps stand there: those of the map as they stood to each other, waiting ones in that cell."""
        hands = self._hands
        free = hands.free(steps)
        boxes = {key: box for key in free if (box := hands.box(key))}
        way = pos - next(iter(boxes.values())).center() if boxes else QPointF()
        places = {
            step.id: hands.place_at(boxes[step.id].center() + way, step.id, step)
            if step.id in boxes
            else hands.place_at(pos, None, step)
            for step in hands.steps(free)
        }
        first_lane = hands.first_lane
        if places:
            hands.edit(
                EditKind.MOVE_STEPS,
                lambda edit: gestures.move(edit, places, first_lane),
                then=lambda _: hands.choose(*places),
            )

    def _takes(self, data: QMimeData) -> bool:
        ours = mime.decode(data, self._doc_id)
        if ours is not None:
            return bool(self._steps_in(data))
        return not data.hasUrls() and (data.hasFormat(clipboard.STEPS) or data.hasText())

    def _steps_in(self, data: QMimeData) -> tuple[str, ...]:
        """The steps of this journey in the data."""
        cards = mime.decode(data, self._doc_id)
        if cards is None or cards.kind != "step" or cards.journey != self._hands.journey:
            return ()
        project = self._hands.project
        found = (project.find(Step, key) for key in cards.ids)
        return tuple(step.id for step in found if step and step.journey == self._hands.journey)

    @property
    def _doc_id(self) -> str:
        standing = self._hands.desk.session.standing
        return standing.doc_id if standing else ""

    def _pos(self, event: QDropEvent) -> QPointF:
        at: QPoint = event.position().toPoint()
        return self._hands.surface.mapToScene(at)
