"""How the table paints its cells: calm rows, a bar in the colour of the phase, signs beside words."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPersistentModelIndex, QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from rondo.figures.marks import actor_marks, actor_width
from rondo.strategy.journeys.journey import actor_of
from rondo.ui.desk import Desk
from rondo.ui.fields.face import paint_face
from rondo.ui.pieces.painting import Drawing
from rondo.ui.steps.columns import Column
from rondo.ui.steps.lines import Line, Sort
from rondo.ui.steps.model import LINE, STEP, StepsModel
from rondo.ui.tables.calm_cell import FOCUS, PAD, CalmCell, Index
from rondo.ui.tables.writer import Writer
from rondofile.enums import Actor
from rondofile.records import Step

INDENT, BAR, SIGN, FACE = 22, 4, 7, 13
"""Pixels at 100 % text."""
SLOT = 2.25
"""How wide the place of the sign of who does the work is, in signs."""


class StepCell(CalmCell):
    """Paints every cell; opens the editor of those in which something is typed."""

    def __init__(self, desk: Desk, model: StepsModel, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self._model = model
        self.wishes = [0] * len(Column)
        """Pixels of the longest text of each column; where there is less, signs stand alone."""
        self._sign = lru_cache(maxsize=64)(self._drawn)

    def around(self) -> dict[Column, int]:
        """Pixels that a cell needs besides its text: the margins and the sign before it."""
        px, found = self._look.px, dict.fromkeys(Column, self._look.px(PAD) + self._look.px(PAD // 2) + 1)
        found[Column.TITLE] += px(INDENT) - px(PAD)
        found[Column.WHO] += round(SIGN * self._look.scale * SLOT) + px(6)
        found[Column.FEELING] += px(FACE) + px(6)
        return found

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, rect = index.data(LINE), option.rect
        if line is None:
            return
        painter.save()
        painter.setClipRect(rect)
        is_group = line.sort is Sort.GROUP
        self._ground(painter, option, "paper" if is_group else "surface", hovers=not is_group)
        if is_group:
            self._paint_group(painter, rect, line, index.row())
        elif line.sort is Sort.NEW:
            room = rect.adjusted(self._look.px(INDENT), 0, -self._look.px(PAD), 0)
            self._text(painter, room, str(index.data() or ""), self._quiet(option))
        else:
            self._paint_step(painter, option, index, index.data(STEP))
        if option.state & FOCUS:
            self._frame(painter, rect)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = Column(index.column())
        new = index.data(STEP) is None
        writer = Writer(parent, self._look, self._desk.words(f"steps.{'new_title' if new else column.key}"))
        self.opened.emit(writer, QPersistentModelIndex(index))
        return writer

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The editor begins with what is there; a line for a new step begins empty."""
        step = index.data(STEP)
        if isinstance(editor, Writer) and step is not None and not editor.begun:
            editor.begin(self._model.facts.written(step, Column(index.column())))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        left = self._look.px(INDENT - PAD) if index.column() == Column.TITLE else 0
        if index.data(STEP) is None:
            around = editor.parentWidget()
            assert around is not None
            seen = around.width() - left - self._look.px(PAD)
            wide = min(rect.width(), seen, self._look.px(420))
            rect = QRect(rect.left(), rect.top(), wide, rect.height())
        editor.setGeometry(rect.adjusted(left, 0, 0, -1))

    def _paint_group(self, painter: QPainter, rect: QRect, line: Line, row: int) -> None:
        """The bar and the name of the phase in its colour, how many steps it has, and its question."""
        look, px, model = self._look, self._look.px, self._model
        ink = look[line.group.value if line.group else "ink-secondary"]
        painter.fillRect(rect.x(), rect.y(), px(BAR), rect.height() - 1, ink)
        self._chevron(painter, rect, line.group in model.folded)
        room = rect.adjusted(px(INDENT), 0, -px(PAD), 0)
        heavy = look.font(13, QFont.Weight.DemiBold)
        name = model.facts.group_name(line.group)
        wide = self._text(painter, room, name, ink, heavy) + px(PAD)
        count = self._desk.words.number(model.count(line.group))
        wide += self._text(painter, room.adjusted(wide, 0, 0, 0), count, look["ink-secondary"]) + px(16)
        said = self._desk.words("steps.waiting_hint")
        if line.group is not None:
            said = self._desk.framework.phase(line.group).question
        self._text(painter, room.adjusted(wide, 0, 0, 0), said, look["ink-tertiary"], look.font(12))

    def _paint_step(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, step: Step) -> None:
        px, column = self._look.px, Column(index.column())
        rect = option.rect
        left = px(INDENT) if column is Column.TITLE else px(PAD)
        room, ink = rect.adjusted(left, 0, -px(PAD // 2), 0), self._ink(option)
        facts, text = self._model.facts, self._model.facts.text(step, column)
        if column is Column.WHO and text:
            actor = actor_of(facts.project, step)
            if facts.is_usual(step):
                ink = self._quiet(option)
            room = room.adjusted(self._paint_actor(painter, room, actor, ink), 0, 0, 0)
            text = text if rect.width() >= self.wishes[column] else ""
        elif column is Column.FEELING and step.feeling is not None:
            painter.setPen(self._tone(option, "bad" if step.feeling < 0 else "ok" if step.feeling else ""))
            size = px(FACE)
            top = rect.y() + (rect.height() - size) // 2 - max(size // 4, 3)
            paint_face(painter, QRect(room.x(), top, size, size), step.feeling, size)
            room = room.adjusted(size + px(6), 0, 0, 0)
            text = text if rect.width() >= self.wishes[column] else ""
        elif column is Column.PAINS:
            ink = self._tone(option, "bad")
        self._text(painter, room, text, ink)

    def _paint_actor(self, painter: QPainter, room: QRect, actor: Actor, ink: QColor) -> int:
        """The sign of who does the work; answers how much room it takes."""
        size = SIGN * self._look.scale
        slot = size * SLOT
        painter.save()
        painter.translate(
            QPointF(room.x() + (slot - actor_width(actor, size)) / 2, room.center().y() - size / 2)
        )
        self._sign(actor, ink.name(), size).paint(painter)
        painter.restore()
        return round(slot) + self._look.px(6)

    def _drawn(self, actor: Actor, colour: str, size: float) -> Drawing:
        return Drawing(actor_marks(actor, 0.0, 0.0, size, colour), self._desk.engine)

    def _chevron(self, painter: QPainter, rect: QRect, folded: bool) -> None:
        px = self._look.px
        x, y, half = rect.x() + px(13), rect.center().y(), px(3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look["ink-secondary"], self._look.scale * 1.4))
        across = [(-half // 2, -half), (half // 2 + 1, 0), (-half // 2, half)]
        down = [(-half, -half // 2), (0, half // 2 + 1), (half, -half // 2)]
        painter.drawPolyline([QPointF(x + dx, y + dy) for dx, dy in (across if folded else down)])
