"""The text engine: QTextLayout shapes and breaks, plain values come out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtGui import QRawFont

from rondo.text.application import ensure_application
from rondo.text.broken_lines import BrokenParagraph
from rondo.text.faces import Face
from rondo.text.fallback import Fallback
from rondo.text.itemise import Item, cover, graphemes
from rondo.text.line_boxes import LineBoxes
from rondo.text.paragraph import Paragraph, is_right_to_left, paragraphs
from rondo.text.shaped import Block, Line, Span, Style
from rondo.text.window import Broken

_Key = tuple[str | tuple[Span, ...], Style, float | None]
_KEPT_BLOCKS, _LONGEST_KEPT = 4096, 2000


class QtTextEngine:
    """A `TextEngine` on QTextLayout; makes a Qt application without a screen when there is none.

    `system_fonts=False` leaves only the shipped fonts, so that every machine gives the same blocks. One
    engine serves one thread."""

    def __init__(self, system_fonts: bool = True) -> None:
        ensure_application()
        self._fallback = Fallback(system_fonts)
        self._blocks: OrderedDict[_Key, Block] = OrderedDict()
        self._raw_fonts: dict[tuple[str, float], QRawFont] = {}

    def shape(self, text: str | tuple[Span, ...], style: Style, width: float | None = None) -> Block:
        """The text broken to `width` points; see `TextEngine.shape`. Line ends of any kind are kept."""
        key = (text, style, width)
        kept = self._blocks.get(key)
        if kept is not None:
            self._blocks.move_to_end(key)
            return kept
        block = _Setting(self._fallback, style, width).block(text)
        if len(block.text) <= _LONGEST_KEPT:
            self._blocks[key] = block
            if len(self._blocks) > _KEPT_BLOCKS:
                self._blocks.popitem(last=False)
        return block

    def font_file(self, font: str) -> bytes:
        """The font program behind a font key. KeyError when this machine has it not."""
        return self._fallback.face(font).program

    def raw_font(self, font: str, size: float) -> QRawFont:
        """The font behind a key as Qt draws glyph numbers with, at a size in pixels."""
        raw = self._raw_fonts.get((font, size))
        if raw is None:
            raw = self._raw_fonts[font, size] = QRawFont(self._fallback.face(font).raw)
            raw.setPixelSize(size)
        return raw


class _Setting(Struct, frozen=True):
    """One text being set: how, how wide, with which fonts."""

    fallback: Fallback
    style: Style
    width: float | None

    def block(self, text: str | tuple[Span, ...]) -> Block:
        spans = (Span(text),) if isinstance(text, str) else text
        source = "".join(span.text for span in spans)
        boxes = LineBoxes(self.style, self._base(None))
        missing: frozenset[str] = frozenset()
        broken: list[tuple[Paragraph, bool, Broken]] = []
        natural = 0.0
        for paragraph in paragraphs(source):
            drawn, items, lacking = self._items(paragraph, spans)
            missing |= lacking
            rtl = is_right_to_left(paragraph.source)
            done = BrokenParagraph(drawn, paragraph.source, items, self.style.size, self.width, rtl)
            natural = max(natural, done.natural_width)
            broken += [(paragraph, rtl, line) for line in done.lines]
        heights = boxes.stack([line for _, _, line in broken])
        width = natural if self.width is None else self.width
        lines = tuple(
            self._placed(paragraph, rtl, line, baseline, width)
            for (paragraph, rtl, line), baseline in zip(broken, heights.baselines, strict=True)
        )
        kept = () if isinstance(text, str) else text
        return Block(source, self.style, width, heights.total, lines, kept, natural, missing)

    def _base(self, span: Span | None) -> Face:
        style = self.style
        weight = style.weight if span is None or span.weight is None else span.weight
        italic = style.italic if span is None or span.italic is None else span.italic
        return self.fallback.base(style.family, weight, italic)

    def _items(self, paragraph: Paragraph, spans: Sequence[Span]) -> tuple[str, list[Item], frozenset[str]]:
        """The text to lay out, its stretches of one font and one span, and the scripts without a font."""
        text = paragraph.drawn
        parts: list[str] = []
        items: list[Item] = []
        missing: frozenset[str] = frozenset()
        for number, start, stop in _stretches(text, paragraph.start, spans):
            base = self._base(spans[number])
            covered = cover(text[start:stop], base, self.fallback.finder(base))
            items += [Item(start + at, face, number) for at, face in covered.faces]
            parts.append(covered.text)
            missing |= covered.missing
        return "".join(parts), items or [Item(0, self._base(None), 0)], missing

    def _placed(self, paragraph: Paragraph, rtl: bool, line: Broken, baseline: float, width: float) -> Line:
        shift = _shift(self.style.align, rtl, width - line.width)
        runs = tuple(
            replace(run, xs=tuple([x + shift for x in run.xs]), ys=tuple([y + baseline for y in run.ys]))
            for run in line.runs
        )
        is_last = line.end == len(paragraph.source)
        end = paragraph.source[line.stop : line.end] + (paragraph.end if is_last else "")
        return Line(paragraph.source[line.start : line.stop], shift, baseline, line.width, runs, rtl, end)


def _stretches(text: str, offset: int, spans: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """(span, start, stop) in the paragraph's text, moved to where characters begin."""
    if len(spans) == 1:
        yield 0, 0, len(text)
        return
    begins = graphemes(text)
    allowed = {*begins, len(text)}
    at, start = -offset, 0
    for number, span in enumerate(spans):
        at += len(span.text)
        stop = min(max(at, start), len(text))
        while stop not in allowed:
            stop += 1
        if stop > start:
            yield number, start, stop
        start = stop


def _shift(align: str, rtl: bool, room: float) -> float:
    if align == "center":
        return room / 2
    is_right = align == "right" or (align == "start" and rtl)
    return room if is_right else 0.0
