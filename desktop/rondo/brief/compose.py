"""Compose: from a project to the chapters of its brief, by preset and by the user's own order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from rondo.brief.blocks import Block, Chapter, Content, Paragraph, plain
from rondo.brief.chapters.architectures import architectures_chapter
from rondo.brief.chapters.board import pictures_page
from rondo.brief.chapters.cells import cells_chapter
from rondo.brief.chapters.cover import cover
from rondo.brief.chapters.coverage import coverage_chapter
from rondo.brief.chapters.endings import open_points_chapter, sources_chapter
from rondo.brief.chapters.ideas import experiences_chapters, responses_chapters
from rondo.brief.chapters.journeys import written_journeys
from rondo.brief.chapters.matrix import matrix_chapter
from rondo.brief.chapters.moves import moves_chapter
from rondo.brief.chapters.summary import summary_page
from rondo.brief.chapters.trust import menus_chapters, permissions_chapter
from rondo.brief.material import Material
from rondo.brief.sections import ON_WISH, SECTIONS
from rondo.brief.telling import Told, tell_nobody
from rondofile.records import BriefSection, Journey

_CHAPTERS: dict[str, Callable[[Material], Iterable[Chapter]]] = {
    "summary": lambda material: (summary_page(material),),
    "journeys": written_journeys,
    "responses": responses_chapters,
    "experiences": experiences_chapters,
    "coverage": coverage_chapter,
    "matrix": matrix_chapter,
    "moves": moves_chapter,
    "cells": cells_chapter,
    "menus": menus_chapters,
    "permissions": permissions_chapter,
    "architectures": architectures_chapter,
    "open": open_points_chapter,
    "sources": sources_chapter,
}


def compose(material: Material, preset: str, told: Told = tell_nobody) -> Content:
    """The chapters of the brief; `told` hears how far that is, 0 to 1, after each.

    The board's has two pages and no cover (practice 2.3)."""
    if preset == "board":
        return _content(material, preset, (summary_page(material), pictures_page(material)))
    chosen = _sections(material)
    expected = len(chosen) + len(material.project.all(Journey))
    body: list[Chapter] = []
    for section in chosen:
        for chapter in _written(material, section):
            body.append(chapter)
            told(min(len(body) / expected, 1.0))
    entries = tuple((_anchor(chapter), chapter.title) for chapter in body)
    has_cover = any(section.kind == "cover" for section in chosen) or not body
    front = (cover(material, entries),) if has_cover else ()
    return _content(material, preset, (*front, *body))


def _sections(material: Material) -> tuple[BriefSection, ...]:
    """The user's sections in their order; none = all that nobody has to wish for. Kinds that a later version
    knows are passed over."""
    own = material.project.all(BriefSection)
    if not own:
        return tuple(BriefSection(id=kind, kind=kind) for kind in SECTIONS if kind not in ON_WISH)
    return tuple(section for section in own if section.included and section.kind in SECTIONS)


def _written(material: Material, section: BriefSection) -> Iterator[Chapter]:
    """The chapters of a section; the user's title and note stand on the first of them. The cover is none."""
    write = _CHAPTERS.get(section.kind)
    for index, chapter in enumerate(write(material) if write else ()):
        is_own = index == 0 and (section.title or section.note)
        yield _retitled(chapter, section) if is_own else chapter


def _retitled(chapter: Chapter, section: BriefSection) -> Chapter:
    blocks: list[Block] = []
    for block in chapter.blocks:
        is_title = isinstance(block, Paragraph) and block.role == "title"
        if is_title and section.title:
            block = replace(block, spans=plain(section.title))
        blocks.append(block)
        if is_title and section.note:
            blocks.append(Paragraph(plain(section.note), "lead"))
    return replace(chapter, title=section.title or chapter.title, blocks=tuple(blocks))


def _anchor(chapter: Chapter) -> str:
    anchors = (block.anchor for block in chapter.blocks if isinstance(block, Paragraph) and block.anchor)
    return next(anchors, chapter.kind)


def _head(material: Material, preset: str) -> str:
    """What stands at the head of each page: on the board's page of whom it speaks, else whose paper it is."""
    info, found = material.project.info, material.summary
    if preset == "board":
        return found.header or info.title
    parts = (info.organisation, info.title, material.words.date(info.date))
    return " · ".join(part for part in parts if part)


def _content(material: Material, preset: str, chapters: tuple[Chapter, ...]) -> Content:
    info, found = material.project.info, material.summary
    return Content(
        chapters=chapters,
        title=info.title or found.headline.text,
        head=_head(material, preset),
        language=material.words.language,
        author=info.author or info.organisation,
        subject=found.headline.text,
    )
