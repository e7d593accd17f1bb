"""The cover of a working paper: its title is a finding, and it says what is inside."""

from __future__ import annotations

from rondo.brief.blocks import Block, Chapter, Columns, Gap, Paragraph, Rule, plain
from rondo.brief.build import SCALES, height_of
from rondo.brief.material import Material
from rondo.brief.setting import MM, Setting

ABOVE, LEAST = 34 * MM, 6 * MM
"""The white above the title, and how much of it stays where the contents need the room, in points."""
SLACK = 16.0
"""What must stay free of a page, so that a heading near its foot keeps what it opens."""


def cover(material: Material, entries: tuple[tuple[str, str], ...]) -> Chapter:
    """The cover; `entries` are the anchors and titles of the chapters that follow, in two columns and
    a little smaller where one would not fit below the title."""
    setting = material.setting
    head, inside = _head(material), _entries(entries)
    title: Block = Paragraph(plain(material.words("brief.contents")), "heading")
    blocks = (*head, Gap(26), title, *inside)
    half = (len(inside) + 1) // 2
    beside = (*head, Gap(26), title, Columns((inside[:half], inside[half:]), (1, 1)))
    crowded = _white(blocks, setting) < LEAST < _white(beside, setting.scaled(SCALES[-1]))
    blocks = beside if crowded else blocks
    white = min(ABOVE, max(LEAST, _white(blocks, setting)))
    return Chapter("cover", material.project.info.title, (Gap(white), *blocks), cover=True, one_page=crowded)


def _white(blocks: tuple[Block, ...], setting: Setting) -> float:
    """What a page has left above these blocks, in points."""
    return setting.height - height_of((Gap(0), *blocks), setting) - SLACK


def _head(material: Material) -> tuple[Block, ...]:
    info, words, found = material.project.info, material.words, material.summary
    kicker = " · ".join(text for text in (info.organisation, info.title) if text)
    head: list[Block] = [Paragraph(plain(kicker), "label")] if kicker else []
    head.append(Paragraph(material.sentence(found.headline), "cover-title", anchor="cover"))
    if found.move:
        head.append(Paragraph(material.sentence(found.move), "lead"))
    facts = (info.subtitle, _for_and_by(material), words.date(info.date), info.purpose)
    return (*head, Gap(10), Rule(heavy=True), *(Paragraph(plain(text), "small") for text in facts if text))


def _entries(entries: tuple[tuple[str, str], ...]) -> tuple[Block, ...]:
    return tuple(
        Paragraph(plain(title, link=f"#{anchor}"), "body", page_of=anchor) for anchor, title in entries
    )


def _for_and_by(material: Material) -> str:
    info, words = material.project.info, material.words
    if info.audience and info.author:
        return words("brief.for_and_by", audience=info.audience, author=info.author)
    if info.audience:
        return words("brief.for", audience=info.audience)
    return words("brief.by", author=info.author) if info.author else ""
