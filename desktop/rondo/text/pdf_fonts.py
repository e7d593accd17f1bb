"""Shaped blocks onto ReportLab pages: exact glyphs, and text that can be searched and copied. No Qt here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from rondo.text.paragraph import is_invisible
from rondo.text.pdf_objects import add_type0
from rondo.text.pdf_pages import begin_without_font
from rondo.text.pdf_program import Placed, Shape, font_program
from rondo.text.pdf_settings import settle
from rondo.text.shaped import Block, GlyphRun, Line, TextEngine

_LINK_ABOVE, _LINK_BELOW = 0.9, 0.28


class LinkArea(Struct, frozen=True):
    """Where a link stands: its lower left and upper right corner in the user space of the drawing."""

    link: str
    x1: float
    y1: float
    x2: float
    y2: float


class PdfFonts:
    """The fonts of one PDF document. They are embedded when the canvas is saved, with the glyphs drawn.

    Make one for a canvas and keep it until `canvas.save()`. Pages no longer begin with Helvetica, which no
    PDF embeds; `canvas.setFont` still works."""

    def __init__(self, canvas: Any, engine: TextEngine) -> None:
        begin_without_font(canvas)
        settle()
        self._canvas, self._engine = canvas, engine
        self._fonts: dict[str, EmbeddedFont] = {}

    def draw(self, block: Block, x: float, y_top: float, colour: str) -> list[LinkArea]:
        """The block stands on the page with its upper left corner at (x, y_top).

        Points in ReportLab's user space, where y grows upwards: the block reaches down to
        `y_top - block.height`. `colour` is "#rrggbb"; a span's own colour goes before it. The canvas keeps
        its colours and font. Returns where links stand, for `canvas.linkURL(..., relative=1)`."""
        spans = block.spans
        code, areas, inked = ["q"], [], ""
        for line in block.lines:
            for run in line.runs:
                span = spans[run.span] if spans else None
                ink = (span.colour if span else None) or colour
                if ink != inked:
                    code.append(_fill(ink))
                    inked = ink
                code.append(self._show(line, run, x, y_top))
                if span and span.link:
                    areas.append(_area(span.link, line, run, x, y_top))
        if len(code) > 1:
            self._canvas._code.extend([*code, "Q"])
        return _merged(areas)

    def _show(self, line: Line, run: GlyphRun, x: float, y_top: float) -> str:
        font = self._font(run.font)
        first = run.xs[0]
        shown = font.show(_clusters(run, line.y, font.units), first, run.size, run.right_to_left)
        place = f"1 0 0 1 {_decimal(x + first)} {_decimal(y_top - line.y)} Tm"
        return f"BT /{font.fontName} {_decimal(run.size)} Tf {place} {shown} TJ ET"

    def _font(self, key: str) -> EmbeddedFont:
        if key not in self._fonts:
            self._fonts[key] = EmbeddedFont(self._canvas._doc, self._engine.font_file(key))
        return self._fonts[key]


class EmbeddedFont:
    """One font of the document, as ReportLab keeps it until the end (`delayedFonts`)."""

    def __init__(self, document: Any, font: bytes) -> None:
        self.fontName = _free_name(document)
        self._program = font_program(font)
        self.units = self._program.facts.units
        self._codes: dict[tuple[Shape, str], int] = {}
        self._shapes: list[Shape] = []
        self._texts: list[str] = []
        document.fontMapping[self.fontName] = "/" + self.fontName
        document.delayedFonts.append(self)

    def show(self, clusters: Iterator[Cluster], start: float, size: float, right_to_left: bool) -> str:
        """The operand of TJ that draws clusters where they belong, beginning at `start`."""
        parts: list[str] = []
        pen, codes = start, ""
        for cluster in clusters:
            back = round((pen - cluster.x) / size * 1000)
            if back:
                parts.append(f"<{codes}>{back}" if codes else str(back))
                pen, codes = pen - back * size / 1000, ""
            for code in self._codes_of(cluster, right_to_left):
                codes += f"{code:04X}"
                pen += self._shapes[code - 1].advance * size / self.units
        return f"[{''.join(parts)}<{codes}>]"

    def addObjects(self, document: Any) -> None:
        """ReportLab asks for the font's objects when the document is complete."""
        if not self._shapes:
            return
        program, glyphs = self._program.cut(self._shapes)
        widths = [round(shape.advance * 1000 / self.units, 3) for shape in self._shapes]
        add_type0(document, self.fontName, self._program.facts, program, glyphs, widths, self._texts)

    def _codes_of(self, cluster: Cluster, right_to_left: bool) -> list[int]:
        """A ligature read from the right is written as one code a letter, last letter first: readers turn
        codes around, not the letters within one."""
        texts = list(cluster.text[::-1]) if right_to_left and len(cluster.text) > 1 else [cluster.text]
        advance = cluster.advance
        if len(cluster.placed) == 1:
            advance = self._program.advance(cluster.placed[0][0])
        share, rest = divmod(advance, len(texts))
        first = Shape(cluster.placed, share + rest)
        shapes = [first, *[Shape((), share)] * (len(texts) - 1)]
        return [self._code(shape, text) for shape, text in zip(shapes, texts, strict=True)]

    def _code(self, shape: Shape, text: str) -> int:
        if (shape, text) not in self._codes:
            self._shapes.append(shape)
            self._texts.append(text)
            self._codes[shape, text] = len(self._shapes)
        return self._codes[shape, text]


class Cluster(Struct, frozen=True):
    """Glyphs that stand for one piece of text, from `x` on; `advance` in font units."""

    text: str
    x: float
    placed: Placed
    advance: int


def _clusters(run: GlyphRun, baseline: float, units: int) -> Iterator[Cluster]:
    scale = units / run.size
    starts = [at for at, text in enumerate(run.texts) if text or at == 0]
    ends = [run.xs[start] for start in starts[1:]] + [run.xs[0] + run.width]
    for start, stop, end in zip(starts, [*starts[1:], len(run.glyphs)], ends, strict=True):
        text, x = run.texts[start], run.xs[start]
        placed = tuple(
            (run.glyphs[at], round((run.xs[at] - x) * scale), round((baseline - run.ys[at]) * scale))
            for at in range(start, stop)
        )
        is_drawn = not text or not all(map(is_invisible, text))
        advance = max(round((end - x) * scale), 0)
        yield Cluster(text, x, placed if is_drawn else (), advance if is_drawn else 0)


def _area(link: str, line: Line, run: GlyphRun, x: float, y_top: float) -> LinkArea:
    left, base = x + run.xs[0], y_top - line.y
    above, below = base + _LINK_ABOVE * run.size, base - _LINK_BELOW * run.size
    return LinkArea(link, left, below, left + run.width, above)


def _merged(areas: Sequence[LinkArea]) -> list[LinkArea]:
    """Neighbours of one link on one line become one area."""
    merged: list[LinkArea] = []
    for area in areas:
        last = merged[-1] if merged else None
        touches = last and abs(last.x2 - area.x1) < 0.5 and last.y1 == area.y1
        if last and touches and last.link == area.link:
            merged[-1] = LinkArea(area.link, last.x1, last.y1, area.x2, last.y2)
        else:
            merged.append(area)
    return merged


def _free_name(document: Any) -> str:
    number = 1
    while f"RT{number}" in document.fontMapping:
        number += 1
    return f"RT{number}"


def _fill(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return f"{_decimal(red)} {_decimal(green)} {_decimal(blue)} rg"


def _decimal(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") if value else "0"
