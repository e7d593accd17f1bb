"""Flowables that hold others or none: columns beside each other, pictures with captions, rules, gaps."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from rondo.brief.ink import ink_of
from rondo.brief.setting import Setting
from rondo.figures.painters import to_pdf
from rondo.figures.shapes import Figure

FRAME_PAD = 9.0
"""White between a picture and its hairline frame."""


class Stack:
    """Flowables one under the other, measured and drawn without a frame."""

    def __init__(self, flowables: list[Flowable]) -> None:
        self.flowables = flowables

    def height(self, width: float) -> float:
        parts = [flowable.wrap(width, 1e6)[1] for flowable in self.flowables]
        return sum(parts) + sum(self._white(i) for i in range(len(parts)))

    def draw(self, canvas: Canvas, x: float, y_top: float, width: float) -> None:
        for index, flowable in enumerate(self.flowables):
            _, height = flowable.wrap(width, 1e6)
            y_top -= self._before(index) + height
            flowable.drawOn(canvas, x, y_top)
            y_top -= flowable.getSpaceAfter()

    def _white(self, index: int) -> float:
        return float(self._before(index) + self.flowables[index].getSpaceAfter())

    def _before(self, index: int) -> float:
        return float(self.flowables[index].getSpaceBefore()) if index else 0.0


class SideBySide(Flowable):
    """Stacks beside each other; higher than a page they are set one after the other instead."""

    def __init__(self, stacks: list[Stack], shares: tuple[float, ...], gap: float, page: float) -> None:
        super().__init__()
        self.stacks, self.shares, self.gap, self.page = stacks, shares, gap, page
        self.spaceAfter = 4

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        self.width = avail_width
        widths = self._widths()
        self.height = max(stack.height(w) for stack, w in zip(self.stacks, widths, strict=True))
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        _, height = self.wrap(avail_width, avail_height)
        if height <= self.page:
            return []
        first, *rest = [flowable for stack in self.stacks for flowable in stack.flowables]
        if first.wrap(avail_width, avail_height)[1] <= avail_height:
            return [first, *rest]
        pieces = first.split(avail_width, avail_height)
        return [*pieces, *rest] if pieces else []

    def draw(self) -> None:
        x = 0.0
        for stack, width in zip(self.stacks, self._widths(), strict=True):
            stack.draw(self.canv, x, self.height, width)
            x += width + self.gap

    def _widths(self) -> list[float]:
        room = self.width - self.gap * (len(self.shares) - 1)
        return [room * share / sum(self.shares) for share in self.shares]


class FigureBox(Flowable):
    """A figure at its own size, made smaller only where it is wider or higher than its place."""

    def __init__(self, figure: Figure, setting: Setting, framed: bool, caption: Flowable | None) -> None:
        super().__init__()
        self.figure, self.setting, self.framed, self.caption = figure, setting, framed, caption
        self.pad = FRAME_PAD if framed else 0.0
        self.spaceBefore, self.spaceAfter = 8 * setting.scale, 10 * setting.scale

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        self.width = avail_width
        self._below = self.caption.wrap(avail_width, 1e6)[1] + 5 if self.caption else 0.0
        room = self.setting.height - self._below - 2 * self.pad - 4
        wide = (avail_width - 2 * self.pad) / self.figure.width
        self.scale = min(1.0, wide, room / self.figure.height)
        self.height = self.figure.height * self.scale + 2 * self.pad + self._below
        return self.width, self.height

    def draw(self) -> None:
        drawn = self.figure.width * self.scale
        if self.framed:
            self._draw_hairline()
        x = (self.width - drawn) / 2 if self.framed else 0.0
        to_pdf.draw(self.figure, self.canv, ink_of(self).fonts, x, self.height - self.pad, self.scale)
        if self.caption:
            self.caption.drawOn(self.canv, 0, 0)

    def _draw_hairline(self) -> None:
        self.canv.setStrokeColor(self.setting.theme["line"])
        self.canv.setLineWidth(0.75)
        self.canv.roundRect(0, self._below, self.width, self.height - self._below, 6, stroke=1, fill=0)


class RuleLine(Flowable):
    """A line over the whole width."""

    def __init__(self, colour: str, thick: float, before: float, after: float) -> None:
        super().__init__()
        self.colour, self.thick = colour, thick
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        self.width, self.height = avail_width, self.thick
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(self.colour)
        self.canv.setLineWidth(self.thick)
        self.canv.line(0, self.thick / 2, self.width, self.thick / 2)
