"""An offer as a card: its sign and sentence, for whom and when below; the line around it is its state."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rondo.figures.marks import player_mark
from rondo.figures.matrices.matrix_entries import NO_BREAK, Entry, listed
from rondo.figures.shapes import Shape
from rondo.strategy.framework import Framework
from rondo.text.shaped import Block, Span
from rondo.ui.dress.look import Look
from rondo.ui.matrix.letters import BOLD, PLAIN, Letters
from rondo.ui.matrix.measures import Measures
from rondo.ui.pieces.painting import Drawing
from rondo.words import Words
from rondofile.enums import PlacementState

ROOM_OF_SIGN = NO_BREAK * 4
"""Blanks before the first word, over which the sign of the organisation is drawn."""


@dataclass(frozen=True, slots=True)
class Card:
    """A measured card. `title` is what a screen reader says, `facts` the grey line below it."""

    entry: Entry
    title: str
    facts: str
    width: int
    height: int
    drawing: Drawing

    @property
    def id(self) -> str:
        return self.entry.placement.id


class CardMaker:
    """Measures cards and keeps them, so that only offers that changed are measured again."""

    def __init__(self, letters: Letters, framework: Framework, words: Words, measures: Measures) -> None:
        self.letters = letters
        self.framework = framework
        self.words = words
        self.measures = measures
        self._kept: dict[tuple[Entry, int], Card] = {}

    def made(self, entry: Entry, width: int) -> Card:
        """The card of that width, as high as its texts need."""
        card = self._kept.get((entry, width))
        if card is None:
            card = self._kept[entry, width] = self._made(entry, width)
        return card

    def keep_only(self, cards: list[Card]) -> None:
        """Cards that are no longer shown are forgotten."""
        self._kept = {(card.entry, card.width): card for card in cards}

    def title(self, entry: Entry) -> str:
        """The offer sentence; without one, for whom it is to be written."""
        if entry.placement.offer.strip():
            return entry.title
        if entry.placement.card_ref or entry.placement.card_text:
            return self.words("matrix.unwritten", subject=entry.title)
        return self.words("matrix.unwritten_bare")

    def facts(self, entry: Entry) -> str:
        """For whom and when; that sources disagree; the row where no column is chosen yet."""
        placement, facts = entry.placement, [entry.facts]
        if entry.note is not None:
            facts.append(self.words("matrix.disputed"))
        if placement.experience is not None and placement.architecture is None:
            facts.append(self.words("matrix.no_column", row=self.framework.name(placement.experience)))
        return listed([fact for fact in facts if fact], "matrix_figure.facts", self.words)

    def _made(self, entry: Entry, width: int) -> Card:
        measures, letters = self.measures, self.letters
        title, facts = self.title(entry), self.facts(entry)
        room = width - 2 * measures.card_side
        head = letters.block(self._spans(entry, title), 12, room, BOLD if entry.placement.offer else PLAIN)
        below = letters.block(self._unbroken(entry, facts), 11, room)
        role = "ink" if entry.placement.offer else "ink-tertiary"
        height = round(head.height + below.height) + 2 * measures.card_pad
        top, side = measures.card_pad, measures.card_side
        shapes: list[Shape] = [*self._sign(entry, head, side, top, room)]
        shapes.append(letters.text(head, side, top, role))
        shapes.append(letters.text(below, side, top + head.height, "ink-secondary"))
        return Card(entry, title, facts, width, height, Drawing(shapes, letters.engine))

    def _unbroken(self, entry: Entry, facts: str) -> str:
        """The state stays together on its line."""
        state = self.framework.name(entry.placement.state)
        return facts.replace(state, state.replace(" ", NO_BREAK))

    def _spans(self, entry: Entry, title: str) -> tuple[Span, ...]:
        spans = [Span(ROOM_OF_SIGN), Span(title)]
        if entry.note is not None:
            mark = self.words("matrix_figure.disputed_mark")
            colour = self.letters.look.theme["warn"]
            spans.append(Span(f"{NO_BREAK}{mark}", weight=BOLD, colour=colour))
        return tuple(spans)

    def _sign(self, entry: Entry, head: Block, x: float, y: float, room: float) -> tuple[Shape, ...]:
        """On the first line: at its left, or at its right where it is read from the right."""
        size = round(head.style.size * 0.7, 1)
        line = head.lines[0]
        left = x + room - size if line.right_to_left else x
        top = y + line.y - head.style.size * 0.32 - size / 2
        colour = self.letters.look.theme["accent" if entry.own else "ink-secondary"]
        return player_mark(entry.kind, left, top, size, colour)


def paint_card(painter: QPainter, card: Card, box: QRect, look: Look, chosen: bool, faint: bool) -> None:
    """The card lies in that box. Chosen: on accent ground, ringed; faint: cut, not yet pasted."""
    painter.setOpacity(0.45 if faint else 1.0)
    radius = look.px(6)
    if chosen:
        ring = QRectF(box).adjusted(-2.5, -2.5, 2.5, 2.5)
        painter.setPen(QPen(look["accent"], 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, radius + 2, radius + 2)
    pen = state_pen(card.entry.placement.state, look["accent" if card.entry.own else "ink-secondary"], look)
    half = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(look["accent-ground" if chosen else "surface"])
    painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), radius - half, radius - half)
    painter.translate(QPointF(box.topLeft()))
    card.drawing.paint(painter)
    painter.translate(-QPointF(box.topLeft()))
    painter.setOpacity(1.0)


def state_pen(state: PlacementState, colour: QColor, look: Look) -> QPen:
    """Today thin, we will heavy, we could dashed."""
    width = max(1, look.px(1))
    match state:
        case PlacementState.NOW:
            return QPen(colour, width)
        case PlacementState.TARGET:
            return QPen(colour, 2 * width)
        case PlacementState.IDEA:
            pen = QPen(colour, width)
            pen.setDashPattern([4.0, 3.0])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            return pen
