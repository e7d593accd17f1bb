"""Blocks become flowables: the one place that knows both."""

from __future__ import annotations

from functools import singledispatch

from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, PageBreak, Spacer

from rondo.brief.blocks import Block, Break, Chapter, Columns, Gap, Paragraph, Picture, Rule, Spans, Table
from rondo.brief.ink import Ink, Later
from rondo.brief.paragraph import Place, ShapedParagraph
from rondo.brief.setting import Setting
from rondo.brief.stacks import FigureBox, RuleLine, SideBySide, Stack
from rondo.brief.table import ShapedTable

OPENING = 120.0
"""What a heading takes with it at least of a long text or table, in points."""
HEADINGS = ("title", "heading", "label")
HOPELESS = 2.0
"""A chapter so many pages high at full size is not tried at smaller ones: none would make it one page."""
SCALES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8)
"""Type sizes tried, largest first, for a chapter that should stand on one page."""


def chapter_flowables(chapter: Chapter, setting: Setting) -> list[Flowable]:
    """The flowables of a chapter; a one-page chapter is set as large as fits a page, else its shorter form,
    else the shortest form runs over."""
    if not chapter.one_page:
        return flowables(chapter.blocks, setting, chapter.turned)
    made: list[Flowable] = []
    for scale in SCALES:
        made = flowables(chapter.blocks, setting.scaled(scale))
        height = Stack(made).height(setting.width)
        if height <= setting.height:
            return made
        if height > HOPELESS * setting.height:
            break
    return chapter_flowables(chapter.shorter, setting) if chapter.shorter else made


def height_of(blocks: tuple[Block, ...], setting: Setting) -> float:
    """How high blocks stand one under the other."""
    return Stack([flowable for block in blocks for flowable in _set(block, setting)]).height(setting.width)


def flowables(blocks: tuple[Block, ...], setting: Setting, turned: bool = False) -> list[Flowable]:
    """Blocks in order, on turned pages from the start if `turned`; a heading is never left alone at the foot
    of a page."""
    pages = {False: setting, True: setting.turned()}
    parts: list[tuple[Block, list[Flowable], Setting]] = []
    for block in blocks:
        own = _set(block, pages[turned])
        if not (parts and _is_small_print(block) and _taken(own, parts[-1][1], pages[turned].width)):
            parts.append((block, own, pages[turned]))
        turned = block.turned if isinstance(block, Break) else turned
    made: list[Flowable] = []
    for index, (block, own, on) in enumerate(parts):
        if isinstance(block, Paragraph) and block.role in HEADINGS:
            opened = [(one, flows) for one, flows, _ in parts[index : index + 4]]
            made.append(CondPageBreak(min(_opening(opened, on), on.height - 1)))
        made.extend(own)
    return made


def _is_small_print(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in ("small", "note") and not block.anchor


def _taken(small: list[Flowable], above: list[Flowable], width: float) -> bool:
    """Whether a table stands above and keeps the small print with its last rows."""
    return bool(above) and isinstance(above[-1], ShapedTable) and above[-1].take(small, width)


def _opening(parts: list[tuple[Block, list[Flowable]]], setting: Setting) -> float:
    """The height a heading needs with what it opens: up to the first thing that is no heading."""
    total = 0.0
    for block, flows in parts:
        if isinstance(block, Break):
            break
        if not isinstance(block, Paragraph):
            return total + _least(flows, setting)
        height = Stack(flows).height(setting.width)
        total += height + 12
        if block.role not in (*HEADINGS, "lead"):
            return total if height < 60 else total - height + 60
    return total


def _least(flows: list[Flowable], setting: Setting) -> float:
    """How much of a table stands at least below a heading, a first figure whole, or the head of the rest."""
    first = flows[0] if flows else None
    if isinstance(first, ShapedTable):
        return first.opening(setting.width)
    if isinstance(first, FigureBox):
        return Stack([first]).height(setting.width)
    return min(Stack(flows).height(setting.width), OPENING)


@singledispatch
def _set(block: Block, setting: Setting) -> list[Flowable]:
    raise TypeError(f"no setting for {type(block).__name__}")


@_set.register
def _(block: Paragraph, setting: Setting) -> list[Flowable]:
    before, after = setting.white(block.role)
    style = setting.style(block.role)
    paragraph = ShapedParagraph(block.spans, style, setting.colour(block.role), setting.engine, after)
    paragraph.spaceBefore, paragraph.even = before, block.role in ("cover-title", "title")
    if block.anchor or block.outline is not None:
        title = "".join(span.text for span in block.spans)
        paragraph.place = Place(block.anchor or title, title, block.outline)
    if block.page_of:
        paragraph.trailing = _page_number(block.page_of, setting)
    return [paragraph]


@_set.register
def _(block: Table, setting: Setting) -> list[Flowable]:
    return [ShapedTable(block, setting)]


@_set.register
def _(block: Picture, setting: Setting) -> list[Flowable]:
    last = len(block.figures) - 1
    return [
        FigureBox(figure, setting, block.framed, _caption(block.caption, setting) if index == last else None)
        for index, figure in enumerate(block.figures)
    ]


@_set.register
def _(block: Columns, setting: Setting) -> list[Flowable]:
    stacks = [Stack([f for inner in stack for f in _set(inner, setting)]) for stack in block.stacks]
    return [SideBySide(stacks, block.shares, block.gap * setting.scale, setting.height)]


@_set.register
def _(block: Rule, setting: Setting) -> list[Flowable]:
    role, thick = ("ink", 0.9) if block.heavy else ("line", 0.6)
    return [RuleLine(setting.theme[role], thick, 7 * setting.scale, 9 * setting.scale)]


@_set.register
def _(block: Gap, setting: Setting) -> list[Flowable]:
    return [Spacer(1, block.height * setting.scale)]


@_set.register
def _(block: Break, setting: Setting) -> list[Flowable]:
    return [NextPageTemplate("turned" if block.turned else "upright"), PageBreak()]


def _caption(spans: Spans, setting: Setting) -> Flowable | None:
    if not spans:
        return None
    return ShapedParagraph(spans, setting.style("caption"), setting.colour("caption"), setting.engine)


def _page_number(anchor: str, setting: Setting) -> Later:
    """Draws the page of an anchor, ending at its own origin, when all pages are known."""

    def draw(ink: Ink) -> None:
        style = setting.style("body")
        block = setting.engine.shape(str(ink.pages.get(anchor, "")), style, None)
        ink.text(block, -block.natural_width, 0, setting.theme["ink-secondary"])

    return draw
