"""The one-page summary (practice 4): what was found, what we propose, what it is worth, what to decide."""

from __future__ import annotations

import math
from collections.abc import Iterable

from msgspec.structs import replace

from rondo.brief.blocks import (
    Block,
    Chapter,
    Column,
    Columns,
    Paragraph,
    Row,
    Rule,
    Spans,
    Table,
    bold,
    plain,
)
from rondo.brief.material import Material
from rondo.strategy.sentences import ActionLine, MustBeTrue, Sentence, WorthRow
from rondo.text.shaped import Span

WORTH_SHARE = 1.3
"""How much wider the table of what it is worth stands than what stands beside it."""


def summary_page(material: Material) -> Chapter:
    """One page, at most: sections that have nothing to say are left out. On a page that lies on its side
    what it is worth stands beside why it lasts and what must be true."""
    one = _page(material, _today_and_proposal(material), _below_each_other(material))
    width, height = material.setting.page
    beside = _beside_each_other(material) if width > height else []
    if not beside:
        return one
    return replace(_page(material, _today_and_proposal(material, WORTH_SHARE), beside), shorter=one)


def _page(material: Material, above: list[Block], middle: list[Block]) -> Chapter:
    found, words = material.summary, material.words
    blocks: list[Block] = [
        Paragraph(material.sentence(found.headline), "title", anchor="summary", outline=0),
    ]
    if found.move:
        blocks.append(Paragraph(material.sentence(found.move), "lead"))
    blocks += [Rule(heavy=True), *above, *middle]
    blocks += [Rule(heavy=True), *_decision(material), *_footer(material)]
    return Chapter("summary", words("brief.summary"), tuple(blocks), one_page=True)


def _below_each_other(material: Material) -> list[Block]:
    return [*_worth(material, (5.2, 2.2, 2.2, 1.7)), *_lasts_and_must(material)]


def _beside_each_other(material: Material) -> list[Block]:
    left, right = _worth(material, (4.4, 2.1, 2.2, 2.8)), _lasts_and_must(material)
    return [Columns((tuple(left), tuple(right)), (WORTH_SHARE, 1))] if left and right else []


def _lasts_and_must(material: Material) -> list[Block]:
    found, words = material.summary, material.words
    made: list[Block] = []
    if found.lasts:
        made += _part(words("brief.lasts"), (_together(material, found.lasts),))
    if found.must_be_true:
        made += _part(words("brief.must_be_true"), [_must(material, one) for one in found.must_be_true])
    return made


def _today_and_proposal(material: Material, share: float = 0.0) -> list[Block]:
    """Both beside each other; `share`: how much wider the left stands, else as their texts ask."""
    found, words = material.summary, material.words
    title = words("brief.today" if found.kind == "proposal" else "brief.found")
    today = _part(title, (_together(material, found.today),)) if found.today else []
    propose = _part(words("brief.propose"), (_together(material, found.propose),)) if found.propose else []
    if today and propose:
        return [Columns((tuple(today), tuple(propose)), (share or _share(found.today, found.propose), 1))]
    return [*today, *propose]


def _share(left: Iterable[Sentence], right: Iterable[Sentence]) -> float:
    """How much wider the left of two columns stands, so that the longer text is not much higher."""
    lengths = [sum(len(sentence.text) for sentence in side) for side in (left, right)]
    return min(1.5, max(1.0, math.sqrt(lengths[0] / max(lengths[1], 1))))


def _worth(material: Material, shares: tuple[float, float, float, float]) -> list[Block]:
    """A table with columns of these shares of its width."""
    words, rows = material.words, material.summary.worth
    if not rows:
        return []
    columns = (
        Column("", shares[0]),
        Column(words("brief.worth.today"), shares[1], "right"),
        Column(words("brief.worth.then"), shares[2], "right"),
        Column(words("brief.evidence"), shares[3]),
    )
    heading = Paragraph(plain(words("brief.worth")), "heading")
    return [heading, Table(columns, tuple(_worth_row(material, row) for row in rows), compact=True)]


def _worth_row(material: Material, row: WorthRow) -> Row:
    """What gets worse has one sentence instead of two numbers; it stands under its own label."""
    evidence = material.evidence(row.evidence) if row.evidence else ()
    if row.sentence is None:
        return Row((plain(row.label), plain(row.today), plain(row.then), evidence))
    label = (*bold(row.label + ": "), *material.sentence(row.sentence))
    return Row((label, (), (), evidence), wide=True)


def _must(material: Material, one: MustBeTrue) -> Spans:
    words = material.words
    owner = ", ".join(part for part in (one.owner, one.date) if part) or words("brief.no_owner")
    tail = f" – {material.framework.name(one.evidence)} – {owner}."
    said = material.sentence(one.sentence)
    return (*said, Span(tail, colour=material.setting.theme["ink-secondary"]))


def _decision(material: Material) -> list[Block]:
    found = material.summary
    made: list[Block] = [Paragraph(_all_bold(material.sentence(found.decision)), "body")]
    if found.actions:
        first = bold(material.words("brief.first_actions") + " ")
        lines = [_action(material, line) for line in found.actions]
        made.append(Paragraph((*first, *_joined(lines, ". "), Span(".")), "body"))
    return made


def _action(material: Material, line: ActionLine) -> Spans:
    owner = ", ".join(part for part in (line.owner, line.date) if part) or material.words("brief.no_owner")
    grey = material.setting.theme["ink-secondary"]
    return (*material.sentence(line.sentence), Span(f" ({owner})", colour=grey))


def _footer(material: Material) -> list[Block]:
    """How many facts stand behind the page, and where the gaps are."""
    found = material.summary
    spans = material.sentence(found.footer)
    if found.open_points:
        text = material.words.count("brief.open.pointer", len(found.open_points))
        spans = (*spans, Span(" " + text, link="#open"))
    return [Paragraph(spans, "note")]


def _part(title: str, paragraphs: Iterable[Spans]) -> list[Block]:
    return [Paragraph(plain(title), "heading"), *(Paragraph(spans, "body") for spans in paragraphs)]


def _together(material: Material, sentences: Iterable[Sentence]) -> Spans:
    """Sentences as one paragraph."""
    return _joined([material.sentence(sentence) for sentence in sentences], " ")


def _joined(groups: Iterable[Spans], between: str) -> Spans:
    spans: list[Span] = []
    for group in groups:
        spans += [*([Span(between)] if spans else []), *group]
    return tuple(spans)


def _all_bold(spans: Spans) -> Spans:
    return tuple(Span(span.text, weight=600) for span in spans)
