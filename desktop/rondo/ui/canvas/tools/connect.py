"""The connect tool: press, drag and drop; or click and click; or by keys alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from rondo.ui.canvas.tools.canvas_tool import LEFT, CanvasTool
from rondo.ui.canvas.tools.keys import ARROWS
from rondo.ui.canvas.tools.link import LinkDrag
from rondo.ui.canvas.tools.nearest import nearest
from rondofile.enums import LinkKind

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}

FAR = 6.0
"""Points from where a step was pressed after which the pointer drags."""


class ConnectTool(CanvasTool):
    """After one link selecting is the tool again; with Shift held it stays."""

    _drawing: LinkDrag | None = None
    _pressed: tuple[str, QPointF] | None = None
    """Another step that was pressed while a link waits: let go it is the end, dragged a beginning."""

    def begin(self, source: str, kind: LinkKind | None = None) -> None:
        """A link from that step is being drawn, of that kind where it is said; keys say where to."""
        self._drawing = LinkDrag(self.hands, self.titles, source, kind)
        box = self.hands.box(source)
        if box is not None:
            self._drawing.move(QPointF(box.right() + 20, box.center().y()))
        self._announce()

    def press(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        if event.button() != LEFT:
            return False
        source = self.hands.scene.step_at(pos) or self.hands.scene.handle_at(pos)
        if source is not None and self._drawing is not None and source != self._drawing.source:
            self._pressed = source, pos
        elif source is not None and self._drawing is None and self.hands.can_edit:
            self._draw_from(source, pos)
        return True

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        if self._pressed is not None and (pos - self._pressed[1]).manhattanLength() > FAR:
            self._draw_from(self._pressed[0], pos)
        elif self._drawing is not None:
            self._drawing.move(pos)
        return self._drawing is not None

    def release(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        """Released over its own source, the link waits for a click somewhere else."""
        drawing, self._pressed = self._drawing, None
        if event.button() != LEFT or drawing is None:
            return event.button() == LEFT
        if self.hands.scene.step_at(pos) != drawing.source:
            stays = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._drawing = None
            drawing.drop(pos)
            if not stays:
                self.leave()
        return True

    def key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        drawing = self._drawing
        if drawing is None:
            if event.key() in _ENTER and self.hands.current:
                self.begin(self.hands.current)
                return True
            return super().key(event)
        if drawing.key(event):
            self._announce()
        elif event.key() in ARROWS:
            self._aim(drawing, event)
        elif event.key() in _ENDS:
            self._aim_at(drawing, self.hands.scene.step_ids()[_ENDS[Qt.Key(event.key())]])
        elif event.key() in _ENTER and drawing.target is not None:
            self._drawing = None
            drawing.connect()
            self.leave()
        return True

    def cancel(self) -> None:
        drawing, self._drawing, self._pressed = self._drawing, None, None
        if drawing is not None:
            drawing.cancel()

    def _draw_from(self, source: str, pos: QPointF) -> None:
        """A link from that step follows the pointer, whatever waited before."""
        self.cancel()
        self._drawing = LinkDrag(self.hands, self.titles, source)
        self._drawing.move(pos)

    def _aim(self, drawing: LinkDrag, event: QKeyEvent) -> None:
        """The target is the next step in that direction."""
        here = self.hands.box(drawing.target or drawing.source)
        boxes = {key: box for key in self.hands.scene.step_ids() if (box := self.hands.box(key))}
        found = nearest(boxes, here, ARROWS[Qt.Key(event.key())]) if here else None
        if found is not None:
            self._aim_at(drawing, found)

    def _aim_at(self, drawing: LinkDrag, step: str) -> None:
        drawing.aim(step)
        self.hands.surface.reveal([step])
        self._announce()

    def _announce(self) -> None:
        if self._drawing is not None:
            self.hands.announce(self._drawing.said())
