"""Shaped text as real SVG text: one <text> a line, pieces in reading order, as wide as it was shaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from rondo.figures.linking.links import safe_link
from rondo.figures.painters.svg_fonts import Face
from rondo.figures.shapes import Text
from rondo.text.shaped import Block, GlyphRun, Line

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_TRIES = 2_000


class Piece(Struct, frozen=True):
    """A part of a line in one font and one span."""

    text: str
    font: str | None
    span: int


def words(text: str) -> str:
    """Text as XML content; letters that XML cannot hold become U+FFFD."""
    return escape(_NOT_XML.sub("\ufffd", text))


def attribute(text: str) -> str:
    """Text as a quoted XML attribute."""
    return quoteattr(_NOT_XML.sub("\ufffd", text))


def number(value: float) -> str:
    """A length with at most three decimals and no needless zero."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def text_elements(text: Text, faces: Mapping[str, Face]) -> Iterator[str]:
    """One <text> for each line that has letters."""
    for line in text.block.lines:
        if line.text.strip():
            yield _line(text, line, faces)


def _line(text: Text, line: Line, faces: Mapping[str, Face]) -> str:
    """Right to left: x is where reading begins, the right edge. textLength keeps the measured width when
    a program sets the line in another font."""
    block, size = text.block, text.block.style.size
    x = text.x + line.x + (line.width if line.right_to_left else 0.0)
    length = f' textLength="{number(line.width)}" lengthAdjust="spacingAndGlyphs"' if line.width > 0 else ""
    direction = ' direction="rtl"' if line.right_to_left else ""
    pieces = reading_order(line)
    first = pieces[0]
    inner = "".join(_piece(piece, first, block, faces, text.colour) for piece in pieces)
    face = _face(first.font, faces)
    return (
        f'<text x="{number(x)}" y="{number(text.y + line.y)}" font-size="{number(size)}"'
        f'{face} fill="{text.colour}"{length}{direction} xml:space="preserve">{inner}</text>'
    )


def _piece(piece: Piece, first: Piece, block: Block, faces: Mapping[str, Face], colour: str) -> str:
    span = block.spans[piece.span] if piece.span < len(block.spans) else None
    face = _face(piece.font, faces) if piece.font != first.font else ""
    own = span.colour if span is not None and span.colour not in (None, colour) else None
    fill = f' fill="{own}"' if own and re.fullmatch("#[0-9a-fA-F]{6}", own) else ""
    inner = words(piece.text)
    if face or fill:
        inner = f"<tspan{face}{fill}>{inner}</tspan>"
    target = safe_link(span.link) if span is not None else None
    return f"<a href={attribute(target)}>{inner}</a>" if target is not None else inner


def _face(font: str | None, faces: Mapping[str, Face]) -> str:
    face = faces.get(font) if font is not None else None
    if face is None:
        return ' font-family="sans-serif"'
    slant = ' font-style="italic"' if face.italic else ""
    return f' font-family="{face.family},sans-serif" font-weight="{face.weight}"{slant}'


def reading_order(line: Line) -> tuple[Piece, ...]:
    """The pieces of a line in the order of its source text; neighbours of one font and span are joined.

    Runs come in drawing order, which differs where scripts of both directions meet. A line whose runs do
    not add up to its text is kept whole, in the font of its first run."""
    runs = [(run, _source(run)) for run in line.runs]
    ordered = _arranged([(run, source) for run, source in runs if source], line.text)
    if ordered is None:
        font = line.runs[0].font if line.runs else None
        return (Piece(line.text, font, line.runs[0].span if line.runs else 0),)
    pieces: list[Piece] = []
    for run, source in ordered:
        if pieces and (pieces[-1].font, pieces[-1].span) == (run.font, run.span):
            pieces[-1] = Piece(pieces[-1].text + source, run.font, run.span)
        else:
            pieces.append(Piece(source, run.font, run.span))
    return tuple(pieces) or (Piece(line.text, None, 0),)


def _source(run: GlyphRun) -> str:
    return "".join(reversed(run.texts) if run.right_to_left else run.texts)


def _arranged(runs: list[tuple[GlyphRun, str]], text: str) -> list[tuple[GlyphRun, str]] | None:
    """The runs in an order in which they spell the text (trailing blanks aside), or None."""
    if "".join(source for _, source in runs).rstrip() == text.rstrip():
        return runs
    tries = 0
    stack: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    while stack and tries < _MOST_TRIES:
        at, used = stack.pop()
        tries += 1
        if len(used) == len(runs):
            return [runs[index] for index in used] if not text[at:].strip() else None
        for index in reversed(range(len(runs))):
            source = runs[index][1]
            if index not in used and (text.startswith(source, at) or source.rstrip() == text[at:].rstrip()):
                stack.append((at + len(source), (*used, index)))
    return None
