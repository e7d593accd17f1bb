"""Paints the matrix: heads, names of rows, cells, cards, arrows of movement, counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rondo.figures.matrices.matrix_entries import sentence_case
from rondo.figures.matrices.matrix_shade import amount, shade
from rondo.figures.shapes import Arrow, Shape, Stroke, Text
from rondo.strategy.framework.whole import Framework
from rondo.text.shaped import Block
from rondo.ui.dress.look import Look
from rondo.ui.matrix.measures import AMOUNT, Measures
from rondo.ui.matrix.painting.cards import paint_card
from rondo.ui.matrix.painting.letters import BOLD, Letters
from rondo.ui.matrix.painting.scene import Scene
from rondo.ui.matrix.plan import ROWS, Plan
from rondo.ui.matrix.sight import Sight
from rondo.ui.pieces.painting import Drawing
from rondo.ui.selection import Cell
from rondo.words import Words
from rondofile.enums import Architecture, Experience

Hints = Mapping[StrEnum, str]
"""What is said below the name of a row (an experience) or a column (an architecture)."""


CUT = 0.45
"""How strongly offers are painted that wait to be pasted."""


class MatrixPainter:
    """Paints with the letters and the look of the window. Texts that stay are shaped once."""

    def __init__(self, letters: Letters, framework: Framework, words: Words, measures: Measures) -> None:
        self.letters = letters
        self.look: Look = letters.look
        self.framework = framework
        self.words = words
        self.measures = measures
        self.hints: Hints = {}
        self._moved: tuple[Plan, frozenset[str], Drawing] | None = None
        self._drawn: dict[str, tuple[tuple[int, ...], Drawing]] = {}
        self._names = {row: self._name(row) for row in ROWS}

    def say(self, hints: Hints) -> None:
        """Rows and columns carry those hints below their names."""
        if hints == self.hints:
            return
        self.hints = hints
        self._drawn = {}
        self._names = {row: self._name(row) for row in ROWS}

    def floors(self) -> dict[Experience | None, int]:
        """How high each row must be for its name."""
        pad = 2 * self.measures.pad
        return {row: round(sum(b.height for b, _ in blocks)) + pad for row, blocks in self._names.items()}

    def head_height(self, column: int) -> int:
        """How high the heads of the columns are."""
        heads = (sum(block.height for block, _ in self._head(a, column)) for a in Architecture)
        return round(max(heads)) + 2 * self.measures.pad + self.look.px(4)

    def surface(self, painter: QPainter, dirty: QRect, plan: Plan, scene: Scene, sight: Sight) -> None:
        """Cells below their heads and beside the names of their rows, as they are scrolled."""
        shift, room, head = sight.shift, sight.body, sight.head
        painter.fillRect(dirty, self.look["paper"])
        painter.setClipRect(room)
        painter.translate(shift)
        self.body(painter, plan, scene, dirty.intersected(room).translated(-shift))
        painter.resetTransform()
        painter.setClipRect(QRect(0, head, sight.names_end, room.height()))
        painter.translate(0 if sight.is_frozen else shift.x(), shift.y())
        self.names(painter, plan)
        painter.resetTransform()
        painter.setClipRect(QRect(room.left(), 0, room.width(), head))
        painter.translate(shift.x(), 0)
        self.heads(painter, plan, head)
        painter.resetTransform()
        painter.setClipping(False)
        if sight.down:
            painter.setPen(QPen(self.look["line"], 1))
            painter.drawLine(0, head - 1, room.right(), head - 1)

    def heads(self, painter: QPainter, plan: Plan, height: int) -> None:
        """The short test of each column, the framework's name below it, standing on one line."""
        self._kept("heads", (plan.column, height), lambda: self._head_shapes(plan, height)).paint(painter)

    def names(self, painter: QPainter, plan: Plan) -> None:
        """The name of each row and its plain sentence."""
        tops = tuple(plan.cells[row, Architecture.CONNECTED_PRODUCER].top() for row in ROWS)
        self._kept("names", tops, lambda: self._name_shapes(tops)).paint(painter)

    def _kept(self, what: str, where: tuple[int, ...], shapes: Callable[[], list[Shape]]) -> Drawing:
        """Compiled once for each place."""
        kept = self._drawn.get(what)
        if kept is None or kept[0] != where:
            kept = self._drawn[what] = where, Drawing(shapes(), self.letters.engine)
        return kept[1]

    def _head_shapes(self, plan: Plan, height: int) -> list[Shape]:
        shapes: list[Shape] = []
        for index, architecture in enumerate(Architecture):
            blocks = self._head(architecture, plan.column)
            x = self.measures.left + index * (plan.column + self.measures.gap) + self.look.px(2)
            y = height - self.measures.pad - sum(block.height for block, _ in blocks)
            shapes += self._stacked(blocks, x, y)
        return shapes

    def _name_shapes(self, tops: tuple[int, ...]) -> list[Shape]:
        shapes: list[Shape] = []
        for row, top in zip(ROWS, tops, strict=True):
            shapes += self._stacked(self._names[row], self.measures.margin, top + self.measures.pad)
        return shapes

    def body(self, painter: QPainter, plan: Plan, scene: Scene, seen: QRect) -> None:
        """The cells that can be seen, with their cards and counts; arrows between them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell, box in plan.cells.items():
            if box.intersects(seen):
                self._cell(painter, plan, scene, cell, seen)
        self._arrows(painter, plan, scene)

    def _cell(self, painter: QPainter, plan: Plan, scene: Scene, cell: Cell, seen: QRect) -> None:
        box = plan.cells[cell]
        self._ground(painter, box, cell, scene)
        folded = plan.folded.get(cell, ())
        for key in plan.order[cell]:
            if key not in folded and plan.boxes[key].adjusted(-4, -4, 4, 4).intersects(seen):
                self._card(painter, plan, scene, key)
        hidden = scene.hidden_in.get(cell, 0)
        if plan.order[cell] or hidden:
            self._count(painter, box, len(plan.order[cell]), hidden, self._amount(cell, scene))
        if cell in plan.chips:
            self._chip(painter, plan.chips[cell], len(folded), cell == scene.hover)
        elif not plan.order[cell] and not hidden and scene.over is None:
            self._empty(painter, box, cell, scene)

    def _ground(self, painter: QPainter, box: QRect, cell: Cell, scene: Scene) -> None:
        pen, fill = self._frame(cell, scene)
        half = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        radius = self.measures.radius
        painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), radius, radius)

    def _frame(self, cell: Cell, scene: Scene) -> tuple[QPen, QColor | None]:
        """The line and ground of a cell: dragged over, chosen, lit for a drop, or at rest."""
        look, thin = self.look, max(1, self.look.px(1))
        off = cell[0] is None
        if cell == scene.over:
            allowed = scene.lit.get(cell, False)
            pen = QPen(look["accent" if allowed else "bad"], 2 * thin)
            pen.setStyle(Qt.PenStyle.SolidLine if allowed else Qt.PenStyle.DashLine)
            return pen, look["accent-ground" if allowed else "bad-ground"]
        if cell == scene.cell:
            warm = scene.warmth.get(cell)  # its shade says as much as any other's
            ground = QColor(shade(warm, look.theme)) if warm else look["accent-ground"]
            return QPen(look["accent"], 2 * thin), ground
        if scene.lit.get(cell):
            return QPen(look["accent"], thin), look["surface"]
        pen = QPen(look["ink-tertiary" if off or cell == scene.hover else "line"], thin)
        if off:
            pen.setDashPattern([3.0, 3.0])
        if cell in scene.warmth:
            return pen, QColor(shade(scene.warmth[cell], look.theme))
        return pen, None if off else look["surface"]

    def _card(self, painter: QPainter, plan: Plan, scene: Scene, key: str) -> None:
        box = plan.boxes[key]
        card, chosen = plan.cards[key], key in scene.offers
        strength = CUT if key in scene.cut else scene.strengths.get(card.entry.placement.state, 1.0)
        paint_card(painter, card, box, self.look, chosen, 1.0 if chosen else strength)
        flash = scene.flash.get(key, 0.0)
        if flash:
            colour = self.look["accent"]
            colour.setAlphaF(0.35 * flash)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(box), self.measures.card_radius, self.measures.card_radius)

    def _amount(self, cell: Cell, scene: Scene) -> str:
        found = scene.warmth.get(cell)
        return amount(found, scene.heat, self.words) if found is not None and scene.heat is not None else ""

    def _count(self, painter: QPainter, box: QRect, count: int, hidden: int, amount: str) -> None:
        """In the lower right, in a strip that no card reaches."""
        number = self.words.number
        text = number(count)
        if hidden:
            text = self.words("matrix.count_of", n=number(count), all=number(count + hidden))
        room = box.width() - 2 * self.measures.pad - self.look.px(2)
        block = self.letters.line(text, 11, room)
        left, y = box.left() + self.measures.pad + room, box.bottom() + 1 - block.height - self.look.px(2)
        role = "ink" if amount else "ink-tertiary"
        self._paint(painter, self.letters.text(block, left - block.natural_width, y, role))
        if amount:
            said = self.letters.line(amount, 11, room, BOLD)
            y -= self.look.px(AMOUNT)
            self._paint(painter, self.letters.text(said, left - said.natural_width, y, "ink"))

    def _chip(self, painter: QPainter, box: QRect, folded: int, hovered: bool) -> None:
        """How many offers are folded, or that the cell can be folded again, in the lower left."""
        text = self.words("matrix.folded", n=self.words.number(folded))
        block = self.letters.block(text if folded else self.words("matrix.fold"), 11, None, BOLD)
        side, pad = self.look.px(6), self.measures.pad
        high = round(block.height) + self.look.px(2)
        pill = QRectF(box.left() + pad, box.bottom() - high - pad // 2, block.natural_width + 2 * side, high)
        painter.setPen(QPen(self.look["accent"], 1) if hovered else Qt.PenStyle.NoPen)
        painter.setBrush(self.look["accent-ground"])
        painter.drawRoundedRect(pill, high / 2, high / 2)
        self._paint(
            painter, self.letters.text(block, pill.left() + side, pill.top() + self.look.px(1), "accent")
        )

    def _empty(self, painter: QPainter, box: QRect, cell: Cell, scene: Scene) -> None:
        """Our idea on an empty cell, else what it means while it is chosen or pointed to; as far as there is
        room."""
        experience, architecture = cell
        idea = scene.ideas.get(cell)
        if idea is None and cell not in (scene.hover, scene.cell):
            return
        if experience is None or architecture is None:
            text = self.framework.meaning(None)
        else:
            text = self.framework.cell(experience, architecture).line
        inset = self.measures.pad + self.look.px(2)
        said = self.words("matrix.idea", idea=idea) if idea else sentence_case(text)
        block = self.letters.block(said, 11, box.width() - 2 * inset)
        if block.height + 2 * inset > box.height():
            if idea is None:
                return
            block = self.letters.line(said, 11, box.width() - 2 * inset)
        role = "ink-secondary" if idea else "ink-tertiary"
        self._paint(painter, self.letters.text(block, box.left() + inset, box.top() + inset, role))

    def _arrows(self, painter: QPainter, plan: Plan, scene: Scene) -> None:
        """They are found again only when the plan or what is chosen is another."""
        if self._moved is None or self._moved[0] is not plan or self._moved[1] != scene.offers:
            arrows: list[Shape] = []
            for move in plan.moves(scene.offers):
                colour = self.look.theme["accent" if move.now.entry.own else "ink-secondary"]
                stroke = Stroke(colour, 1.2 * self.measures.scale)
                arrows.append(Arrow(move.points, stroke, radius=4.0, head=self.look.px(7)))
            self._moved = plan, scene.offers, Drawing(arrows, self.letters.engine)
        self._moved[2].paint(painter)

    def _paint(self, painter: QPainter, text: Text) -> None:
        Drawing((text,), self.letters.engine).paint(painter)

    def _head(self, architecture: Architecture, column: int) -> tuple[tuple[Block, str], ...]:
        text, room = self.framework.architecture(architecture), column - self.look.px(4)
        blocks = [
            (self.letters.block(sentence_case(text.short), 12, room, BOLD), "ink"),
            (self.letters.block(text.name, 11, room), "ink-secondary"),
        ]
        return (*blocks, *self._hint(architecture, room))

    def _name(self, row: Experience | None) -> tuple[tuple[Block, str], ...]:
        room = self.measures.names
        blocks = [
            (self.letters.block(self.framework.name(row), 12, room, BOLD), "ink"),
            (self.letters.block(self.framework.short(row), 11, room), "ink-secondary"),
        ]
        return (*blocks, *(self._hint(row, room) if row else ()))

    def _hint(self, key: Experience | Architecture, room: int) -> tuple[tuple[Block, str], ...]:
        hint = self.hints.get(key)
        return ((self.letters.block(hint, 11, room), "warn"),) if hint else ()

    def _stacked(self, blocks: tuple[tuple[Block, str], ...], x: float, y: float) -> list[Shape]:
        texts: list[Shape] = []
        for block, role in blocks:
            texts.append(self.letters.text(block, x, y, role))
            y += block.height
        return texts
