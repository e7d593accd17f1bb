"""An offer as a card: its sign and sentence, for whom and when below; the line around it is its state."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from enum import Enum, auto

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rondo.figures.marks import player_mark
from rondo.figures.matrices.matrix_entries import NO_BREAK, Entry, listed
from rondo.figures.shapes import Shape
from rondo.strategy.framework.whole import Framework
from rondo.text.qt_engine import QtTextEngine
from rondo.text.shaped import Block, Span
from rondo.ui.dress.look import Look
from rondo.ui.matrix.measures import Measures
from rondo.ui.matrix.painting.letters import BOLD, DOTS, PLAIN, Letters
from rondo.ui.pieces.painting import Drawing
from rondo.ui.pieces.state_pen import state_pen
from rondo.words import Words

ROOM_OF_SIGN = NO_BREAK * 4
"""Blanks before the first word, over which the sign of the organisation is drawn."""


class Detail(Enum):
    """How much a card says: everything; the sentence and one line; the sentence; its beginning on two lines
    or one; nothing, only counted."""

    FULL = auto()
    SHORT = auto()
    BARE = auto()
    TWO_LINES = auto()
    ONE_LINE = auto()
    FOLDED = auto()


LARGE, SMALL = 12, 11
"""Of the offer sentence, in pixels at 100 %."""
LINES = {Detail.TWO_LINES: 2, Detail.ONE_LINE: 1}


class LateDrawing:
    """Compiled when it is painted first: many cards are only measured."""

    def __init__(self, shapes: Iterable[Shape], engine: QtTextEngine) -> None:
        self._shapes, self._engine = tuple(shapes), engine
        self._drawing: Drawing | None = None

    def paint(self, painter: QPainter) -> None:
        """The drawing is on the painter's device; see `Drawing`."""
        if self._drawing is None:
            self._drawing, self._shapes = Drawing(self._shapes, self._engine), ()
        self._drawing.paint(painter)


class Card(Struct, frozen=True):
    """A measured card. `title` is what a screen reader says, `facts` the grey line below it."""

    entry: Entry
    title: str
    facts: str
    width: int
    height: int
    drawing: LateDrawing

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
        self._nothing = LateDrawing((), letters.engine)
        self._kept: dict[str, tuple[Entry, int, dict[Detail, Card]]] = {}

    def made(self, entry: Entry, width: int, detail: Detail = Detail.FULL) -> Card:
        """The card of that width, as high as what it says needs."""
        kept = self._kept.get(entry.placement.id)
        if kept is None or kept[1] != width or kept[0] != entry:
            kept = self._kept[entry.placement.id] = entry, width, {}
        card = kept[2].get(detail)
        if card is None:
            card = kept[2][detail] = self._made(kept[0], width, detail)
        return card

    def keep_only(self, keys: Iterable[str]) -> None:
        """Cards of other offers are forgotten."""
        keys = set(keys)
        for key in self._kept.keys() - keys:
            del self._kept[key]

    def title(self, entry: Entry) -> str:
        """The offer sentence; without one, for whom it is to be written."""
        if entry.placement.offer.strip():
            return entry.title
        if entry.placement.card_ref or entry.placement.card_text:
            return self.words("matrix.unwritten", subject=entry.title)
        return self.words("matrix.unwritten_bare")

    def facts(self, entry: Entry) -> str:
        """For whom and when; that sources disagree; the row where no column is chosen yet."""
        placement = entry.placement
        facts = [entry.facts, self.framework.name(placement.state)]
        if entry.note is not None:
            facts.append(self.words("matrix.disputed"))
        if placement.experience is not None and placement.architecture is None:
            facts.append(self.words("matrix.no_column", row=self.framework.name(placement.experience)))
        return listed([fact for fact in facts if fact], "matrix_figure.facts", self.words)

    def _made(self, entry: Entry, width: int, detail: Detail) -> Card:
        measures, letters = self.measures, self.letters
        title, facts = self.title(entry), self.facts(entry)
        if detail is Detail.FOLDED:
            return Card(entry, title, facts, width, 0, self._nothing)
        room = width - 2 * measures.card_side
        weight = BOLD if entry.placement.offer else PLAIN
        is_large = detail in (Detail.FULL, Detail.SHORT)
        said = self._begun(entry, title, room, LINES[detail]) if detail in LINES else title
        head = letters.block(self._spans(entry, said), LARGE if is_large else SMALL, room, weight)
        below = self._below(entry, facts, room, detail)
        role = "ink" if entry.placement.offer else "ink-tertiary"
        high = head.height + (below.height if below is not None else 0)
        side = measures.card_side
        top = measures.card_pad if is_large else measures.card_tight
        shapes: list[Shape] = [*self._sign(entry, head, side, top, room)]
        shapes.append(letters.text(head, side, top, role))
        if below is not None:
            shapes.append(letters.text(below, side, top + head.height, "ink-secondary"))
        return Card(entry, title, facts, width, round(high) + 2 * top, LateDrawing(shapes, letters.engine))

    def _begun(self, entry: Entry, title: str, room: float, lines: int) -> str:
        """As much of the title as so many lines hold, with dots where its end is left out."""
        weight = BOLD if entry.placement.offer else PLAIN

        def holds(text: str) -> bool:
            return len(self.letters.block(self._spans(entry, text), SMALL, room, weight).lines) <= lines

        if holds(title):
            return title
        words = title.split()
        cuts = [" ".join(words[:count]) for count in range(1, len(words))] or [title[:1]]
        fitting = bisect_left(cuts, True, key=lambda cut: not holds(cut + DOTS))
        return cuts[max(fitting - 1, 0)] + DOTS

    def _below(self, entry: Entry, facts: str, room: float, detail: Detail) -> Block | None:
        """The grey lines; on a short card one, ending in dots where it is too long."""
        if detail is Detail.FULL:
            return self.letters.block(self._unbroken(entry, facts), 11, room)
        if detail is Detail.SHORT and entry.whose:
            return self.letters.line(entry.whose, 11, room)
        return None

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


def paint_card(
    painter: QPainter, card: Card, box: QRect, look: Look, chosen: bool, strength: float = 1.0
) -> None:
    """The card lies in that box. Chosen: on accent ground, ringed. `strength` 0 to 1: how faint it is."""
    painter.setOpacity(strength)
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
