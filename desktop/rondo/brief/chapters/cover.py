"""The cover of a working paper: its title is a finding, and it says what is inside."""

from __future__ import annotations

from rondo.brief.blocks import Block, Chapter, Gap, Paragraph, Rule, plain
from rondo.brief.material import Material
from rondo.brief.setting import MM

ABOVE, LEAST, LINE, FEW = 34 * MM, 6 * MM, 21.0, 11
"""The white above the title, and how much of it every entry beyond a few takes, in points."""


def cover(material: Material, entries: tuple[tuple[str, str], ...]) -> Chapter:
    """The cover; `entries` are the anchors and titles of the chapters that follow."""
    info, words, found = material.project.info, material.words, material.summary
    kicker = " · ".join(text for text in (info.organisation, info.title) if text)
    head: list[Block] = [Gap(max(LEAST, ABOVE - LINE * max(len(entries) - FEW, 0)))]
    if kicker:
        head.append(Paragraph(plain(kicker), "label"))
    head.append(Paragraph(material.sentence(found.headline), "cover-title", anchor="cover"))
    if found.move:
        head.append(Paragraph(material.sentence(found.move), "lead"))
    facts = (info.subtitle, _for_and_by(material), words.date(info.date), info.purpose)
    head += [Gap(10), Rule(heavy=True)]
    head += [Paragraph(plain(text), "small") for text in facts if text]
    contents = [
        Paragraph(plain(title, link=f"#{anchor}"), "body", page_of=anchor) for anchor, title in entries
    ]
    inside = Paragraph(plain(words("brief.contents")), "heading")
    return Chapter("cover", info.title, (*head, Gap(26), inside, *contents), cover=True)


def _for_and_by(material: Material) -> str:
    info, words = material.project.info, material.words
    if info.audience and info.author:
        return words("brief.for_and_by", audience=info.audience, author=info.author)
    if info.audience:
        return words("brief.for", audience=info.audience)
    return words("brief.by", author=info.author) if info.author else ""
