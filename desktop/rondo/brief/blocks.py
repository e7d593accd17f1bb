"""What a brief is made of, as plain data: chapters of blocks. No page, no ink, no Qt.

A block says what is there and what it is, never where it stands; `compose` makes blocks from a project,
`pages` sets them. The same blocks feed the preview and the print.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from rondo.figures.shapes import Figure
from rondo.text.shaped import Span

Role = Literal[
    "cover-title", "title", "lead", "heading", "body", "strong", "small", "note", "caption", "label"
]
Spans = tuple[Span, ...]


class Paragraph(Struct, frozen=True):
    """A paragraph of one role. `anchor` names the place for links; `outline` is its level in the
    document outline, None = not in it; `page_of` adds the page number of that anchor at the end."""

    spans: Spans
    role: Role = "body"
    anchor: str = ""
    outline: int | None = None
    page_of: str = ""


class Column(Struct, frozen=True):
    """A table column: its share of the width, and on which side its texts stand."""

    title: str
    share: float
    align: Literal["start", "right"] = "start"


class Row(Struct, frozen=True):
    """Cells in the order of the columns. `strong` rows carry the weight of the table; in a `wide` row the
    first cell reaches over the empty ones after it; one that `heads` others is never the last on a page."""

    cells: tuple[Spans, ...]
    strong: bool = False
    anchor: str = ""
    wide: bool = False
    heads: bool = False


class Table(Struct, frozen=True):
    """Horizontal hairlines only; the head comes again on every page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    compact: bool = False


class Picture(Struct, frozen=True):
    """Figures that belong together under one caption; each stands whole on a page."""

    figures: tuple[Figure, ...]
    caption: Spans = ()
    framed: bool = True


class Columns(Struct, frozen=True):
    """Stacks of blocks beside each other, never split. `shares` of the width, `gap` in points."""

    stacks: tuple[tuple[Block, ...], ...]
    shares: tuple[float, ...]
    gap: float = 24.0


class Rule(Struct, frozen=True):
    """A line over the whole width. `heavy` opens or closes a part."""

    heavy: bool = False


class Gap(Struct, frozen=True):
    """White of this height in points; nothing at the head of a page."""

    height: float


class Break(Struct, frozen=True):
    """What follows begins on a new page, which may be turned."""

    turned: bool = False


Block = Paragraph | Table | Picture | Columns | Rule | Gap | Break


class Chapter(Struct, frozen=True):
    """One part of the brief. `one_page` chapters are set smaller rather than run over, and where that is
    not enough, `shorter` is set instead; `turned` ones begin on a page that lies on its other side."""

    kind: str
    title: str
    blocks: tuple[Block, ...]
    one_page: bool = False
    cover: bool = False
    turned: bool = False
    shorter: Chapter | None = None


class Content(Struct, frozen=True):
    """A whole brief: its chapters in order, what stands at the head of every page, its metadata."""

    chapters: tuple[Chapter, ...]
    title: str
    head: str
    language: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = field(default=())


def plain(text: str, **marks: object) -> Spans:
    """One span, or none for an empty text."""
    return (Span(text, **marks),) if text else ()  # type: ignore[arg-type]


def bold(text: str) -> Spans:
    return plain(text, weight=600)
