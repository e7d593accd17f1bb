"""A cell of the response grid: what would be done, what must be known, the dots, and what became of it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rondo.strategy.framework.table_parts import DemandKind
from rondo.ui.desk import Desk
from rondo.ui.pieces.wrapping import Wrapping
from rondo.ui.responses.model import ResponsesModel
from rondofile.records import Response

Index = QModelIndex | QPersistentModelIndex
Made = Literal["step", "offer"]
PAD, GAP, SIGN, DOT, LEAST = 8, 4, 14, 7, 44
DOTS = 5
"""So many votes are drawn as dots; more are a dot and their number."""
_STATE = QStyle.StateFlag


class Chip(Struct, frozen=True):
    """A word at the foot of a cell that leads to what became of it."""

    made: Made
    rect: QRect


class ResponseCell(QStyledItemDelegate):
    """Paints; what is typed is typed into an editor over the cell."""

    def __init__(self, desk: Desk, model: ResponsesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._look, self._model = desk, desk.look, model
        self._wrapping = Wrapping()
        self.relook()

    def high(self, index: Index, width: int) -> int:
        """The height that the cell needs at that width."""
        px, found = self._look.px, self._model.response_at(index)
        room = width - px(2 * PAD) - px(SIGN)
        if found is None:
            asked = self._wrapping.height(self._model.prompt_at(index), self._look.font(12), room)
            return max(px(LEAST), asked + px(2 * PAD))
        parts = [self._wrapping.height(text, font, room) for text, font, _ in self._texts(found)]
        if self._foot(found):
            parts.append(self._line)
        high = sum(parts) + px(GAP) * max(len(parts) - 1, 0) + px(2 * PAD)
        return max(high, px(LEAST))

    def chips(self, index: Index, rect: QRect) -> list[Chip]:
        """What can be clicked in the cell, from the right."""
        found = self._model.response_at(index)
        if found is None:
            return []
        metrics, px = QFontMetrics(self._small), self._look.px
        right, top = rect.right() - px(PAD), rect.bottom() - px(PAD) - self._line
        chips = []
        for made in self._became(found):
            wide = metrics.horizontalAdvance(self._word(made))
            chips.append(Chip(made, QRect(right - wide, top, wide, self._line)))
            right -= wide + px(10)
        return chips

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._model.step_at(index.row()) is None:
            self._paint_group(painter, option.rect, index)
        else:
            self._paint_cell(painter, option, index)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The question of the phase, over the whole width."""
        phase = self._model.lines[index.row()].phase
        said = self._model.group_hint(index.row())
        painter.fillRect(rect, self._look[f"{phase}-ground" if phase is not None else "paper"])
        painter.setFont(self._look.font(12))
        painter.setPen(self._look["ink-secondary"])
        room = rect.adjusted(self._look.px(PAD), 0, -self._look.px(PAD), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._look["line"])

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found, place = self._model.response_at(index), self._model.place_at(index)
        rect, look = option.rect, self._look
        lit = bool(option.state & (_STATE.State_HasFocus | _STATE.State_MouseOver))
        painter.fillRect(rect, look[self._ground(option, found, place)])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look["line"])
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), look["line"])
        self._paint_place(painter, rect, place)
        texts = self._texts(found) if found else []
        if not texts and lit:
            texts = [(self._model.prompt_at(index), look.font(12), look["ink-tertiary"])]
        self._paint_texts(painter, rect, texts)
        if found is not None and self._foot(found):
            self._paint_foot(painter, rect, index, found)
        if option.state & _STATE.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(look["accent"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _ground(self, option: QStyleOptionViewItem, found: Response | None, place: DemandKind | None) -> str:
        if option.state & _STATE.State_Selected and not option.state & _STATE.State_HasFocus:
            return "accent-ground"
        quiet = place in (DemandKind.NONE, DemandKind.GONE)
        return "paper" if quiet and found is None else "surface"

    def _paint_place(self, painter: QPainter, rect: QRect, place: DemandKind | None) -> None:
        """● where the experience must change something, ○ where it may, – where it has nothing to do."""
        look, size = self._look, self._look.scale * 7
        at = QPointF(rect.right() - look.px(PAD) - size / 2, rect.y() + look.px(PAD) + size / 2 + 1)
        if place is None:
            return
        painter.setPen(QPen(look["accent" if place is DemandKind.MUST else "ink-tertiary"], look.scale * 1.2))
        painter.setBrush(look["accent"] if place is DemandKind.MUST else Qt.BrushStyle.NoBrush)
        if place in (DemandKind.MUST, DemandKind.MAY):
            painter.drawEllipse(at, size / 2, size / 2)
        else:
            painter.drawLine(at - QPointF(size / 2, 0), at + QPointF(size / 2, 0))

    def _paint_texts(self, painter: QPainter, rect: QRect, texts: list[tuple[str, QFont, QColor]]) -> None:
        px = self._look.px
        painter.setClipRect(rect)
        y, room = rect.y() + px(PAD), rect.width() - px(2 * PAD) - px(SIGN)
        for text, font, colour in texts:
            y += self._wrapping.paint(painter, text, font, (rect.x() + px(PAD), y), room, colour) + px(GAP)

    def _paint_foot(self, painter: QPainter, rect: QRect, index: Index, found: Response) -> None:
        px, line = self._look.px, self._line
        self._paint_dots(painter, QPoint(rect.x() + px(PAD), rect.bottom() - px(PAD) - line), found.votes)
        painter.setFont(self._small)
        painter.setPen(self._look["accent"])
        for chip in self.chips(index, rect):
            painter.drawText(chip.rect, Qt.AlignmentFlag.AlignVCenter, self._word(chip.made))

    def _paint_dots(self, painter: QPainter, corner: QPoint, votes: int) -> None:
        """One dot a vote; many are one dot and their number."""
        look, size = self._look, self._look.scale * DOT
        drawn = votes if votes <= DOTS else 1
        middle = corner.y() + self._line / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look["repeat"])
        for at in range(drawn):
            painter.drawEllipse(QRectF(corner.x() + at * size * 1.5, middle - size / 2, size, size))
        if votes > DOTS:
            painter.setFont(self._small)
            painter.setPen(look["ink-secondary"])
            room = QRect(corner.x() + round(size * 1.6), corner.y(), look.px(80), self._line)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._desk.words.number(votes))

    def _texts(self, found: Response) -> list[tuple[str, QFont, QColor]]:
        look = self._look
        texts = [(found.text, look.font(13), look["ink"])] if found.text else []
        if found.must_know:
            said = self._desk.words("responses.known", what=found.must_know)
            texts.append((said, look.font(12), look["ink-secondary"]))
        return texts

    def _foot(self, found: Response) -> bool:
        return bool(found.votes or self._became(found))

    def _became(self, found: Response) -> list[Made]:
        made: list[tuple[str | None, Made]] = [(found.made_placement, "offer"), (found.made_step, "step")]
        return [kind for key, kind in made if key]

    def _word(self, made: Made) -> str:
        return self._desk.words(f"responses.to_{made}")

    def relook(self) -> None:
        """The letters at the foot have the size of the look."""
        self._small = self._look.font(12, QFont.Weight.DemiBold)
        self._line = max(QFontMetrics(self._small).height(), self._look.px(DOT))
