"""Pages: frames, the running head, "3 of 14", the outline and the metadata of a brief."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any, cast

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from rondo.brief.blocks import Block, Break, Chapter, Columns, Content, Paragraph, Table
from rondo.brief.build import chapter_flowables
from rondo.brief.ink import Ink, InkCanvas
from rondo.brief.setting import BOTTOM, HEAD, SIDE, Setting
from rondo.brief.stacks import Stack
from rondo.brief.telling import Told, tell_nobody
from rondo.text.shaped import Block as Text
from rondo.text.shaped import Style, TextEngine
from rondo.words import Words

HEAD_STYLE = Style(9)
SHORT, BETWEEN = 0.6, 34.0
"""The part of a page up to which a chapter may follow on another, and the white between them in points."""


def typeset(content: Content, setting: Setting, words: Words, told: Told = tell_nobody) -> bytes:
    """The finished PDF; the same content gives the same bytes. `told` hears how much of it is set, 0 to 1."""
    target = io.BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=setting.page,
        invariant=1,
        pageCompression=1,
        lang=content.language,
        title=content.title,
        author=content.author,
        subject=content.subject,
        keywords=list(content.keywords),
        creator="Rondo",
    )
    document.addPageTemplates(_templates(content, setting, words))
    places = frozenset(_anchors(content))

    def canvas(*args: object, **kwargs: object) -> InkCanvas:
        return InkCanvas(*args, engine=setting.engine, places=places, **kwargs)

    story = _story(content, setting)
    document.setProgressCallBack(_progress(len(story), told))
    document.build(story, canvasmaker=canvas)
    return target.getvalue()


def _progress(flowables: int, told: Told) -> Callable[[str, Any], None]:
    """What ReportLab calls with the number of flowables set; splitting one makes more of them."""
    furthest = 0.0

    def hear(kind: str, value: Any) -> None:
        nonlocal furthest
        if kind == "PROGRESS" and value > furthest * flowables:
            furthest = min(value / flowables, 1.0)
            told(furthest)

    return hear


def _story(content: Content, setting: Setting) -> list[Flowable]:
    story: list[Flowable] = []
    before: Chapter | None = None
    for chapter in content.chapters:
        own = chapter_flowables(chapter, setting)
        story += [NextPageTemplate(_template(chapter)), *_opening(before, chapter, own, setting), *own]
        before = chapter
    return story


def _opening(
    before: Chapter | None, chapter: Chapter, own: list[Flowable], setting: Setting
) -> list[Flowable]:
    """A new page, unless a short chapter stands whole below the end of the one before."""
    if before is None:
        return []
    on = setting.turned() if chapter.turned else setting
    height = Stack(own).height(on.width)
    if not _may_follow(before, chapter) or height > SHORT * on.height:
        return [PageBreak()]
    first = next(flowable for flowable in own if not isinstance(flowable, CondPageBreak))
    first.spaceBefore = BETWEEN
    return [CondPageBreak(height + BETWEEN)]


def _may_follow(before: Chapter, chapter: Chapter) -> bool:
    """Whether both stand on pages of one side that others may share."""
    breaks = [block for block in before.blocks if isinstance(block, Break)]
    ends_turned = breaks[-1].turned if breaks else before.turned
    whole = any(one.cover or one.one_page for one in (before, chapter))
    parted = any(isinstance(block, Break) for block in chapter.blocks)
    return bool(chapter.blocks) and not (whole or parted) and ends_turned == chapter.turned


def _template(chapter: Chapter) -> str:
    return "cover" if chapter.cover else "turned" if chapter.turned else "upright"


def _templates(content: Content, setting: Setting, words: Words) -> list[PageTemplate]:
    turned = setting.turned()
    templates = {
        "cover": PageTemplate("cover", [_frame(setting)], pagesize=setting.page),
        "upright": PageTemplate("upright", [_frame(setting)], onPage=_head(content, setting, words)),
        "turned": PageTemplate("turned", [_frame(turned)], onPage=_head(content, turned, words)),
    }
    templates["upright"].pagesize, templates["turned"].pagesize = setting.page, turned.page
    first = next((_template(chapter) for chapter in content.chapters[:1]), "upright")
    return [templates.pop(first), *templates.values()]


def _head(content: Content, setting: Setting, words: Words) -> Callable[[Canvas, Any], None]:
    return lambda canvas, _: _running_head(cast(InkCanvas, canvas).ink, content, setting, words)


def _frame(setting: Setting) -> Frame:
    return Frame(SIDE, BOTTOM, setting.width, setting.height, 0, 0, 0, 0)


def _running_head(ink: Ink, content: Content, setting: Setting, words: Words) -> None:
    canvas, colour = ink.canvas, setting.theme["ink-secondary"]
    top = setting.page[1] - HEAD
    number = canvas.getPageNumber()
    block = one_line(setting.engine, content.head, HEAD_STYLE, setting.width - 90)
    ink.text(block, SIDE, top + block.height - 12, colour)

    def page_of(late: Ink) -> None:
        text = words("brief.page", page=number, total=late.total)
        shaped = setting.engine.shape(text, HEAD_STYLE, None)
        late.text(shaped, -shaped.natural_width, shaped.height - 12, colour)

    ink.later(SIDE + setting.width, top, page_of)
    canvas.setStrokeColor(setting.theme["line"])
    canvas.setLineWidth(0.6)
    canvas.line(SIDE, top - 18, SIDE + setting.width, top - 18)


def one_line(engine: TextEngine, text: str, style: Style, room: float) -> Text:
    """The text on one line; what does not fit the room is left out behind an ellipsis."""
    text = " ".join(text.split())
    whole = engine.shape(text, style, None)
    if whole.natural_width <= room or not text:
        return whole
    dots = engine.shape("…", style, None).natural_width
    first = engine.shape(text, style, room - dots).lines[0]
    return engine.shape(first.text.rstrip() + "…", style, None)


def _anchors(content: Content) -> Iterator[str]:
    for chapter in content.chapters:
        yield from _anchors_in(chapter.blocks)


def _anchors_in(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.anchor:
            yield block.anchor
        elif isinstance(block, Table):
            yield from (row.anchor for row in block.rows if row.anchor)
        elif isinstance(block, Columns):
            for stack in block.stacks:
                yield from _anchors_in(stack)
        elif isinstance(block, Break):
            continue
