"""What changes from today to the redesign: what gets worse first, then step by step, each with its evidence.

The list is the one that the window shows beside both maps: there is one engine that compares."""

from __future__ import annotations

from rondo.brief.blocks import Block, Column, Paragraph, Row, Spans, Table, bold, plain
from rondo.brief.material import Material
from rondo.strategy.changes.change_list import SECTIONS, ChangeList, Entry, change_list
from rondofile.records import Journey

_COUNTED = "unchanged"
"""What is as today is counted, never listed."""


def changes_of(material: Material, journey: Journey) -> ChangeList | None:
    """Everything that a redesign changes; None where it redesigns nothing."""
    before = material.project.find(Journey, journey.based_on)
    if before is None:
        return None
    return change_list(material.project, before.id, journey.id, material.framework, material.words)


def as_today(found: ChangeList | None) -> frozenset[str]:
    """The steps of both journeys that are as today."""
    return frozenset(key for entry in found.of(_COUNTED) for key in entry.ids) if found else frozenset()


def change_blocks(material: Material, found: ChangeList | None) -> list[Block]:
    """Heading, counts, what gets worse, and a table of everything that is not as it was."""
    if found is None or not found.entries:
        return []
    words = material.words
    made: list[Block] = [Paragraph(plain(words("brief.changes")), "heading")]
    made.append(Paragraph(plain(" · ".join(found.counts)), "small"))
    made.append(Paragraph(_worse(material, found), "body"))
    rows = change_rows(material, found)
    if rows:
        columns = (
            Column(words("brief.changes.step"), 2.7),
            Column(words("brief.changes.how"), 6.6),
            Column(words("brief.evidence"), 1.4),
        )
        made.append(Table(columns, rows))
    return made


def change_rows(material: Material, found: ChangeList) -> tuple[Row, ...]:
    """A strong row for each heading, below it a row for each of its steps."""
    rows: list[Row] = []
    for section in SECTIONS:
        entries = found.of(section) if section != _COUNTED else ()
        if entries:
            name = material.words(f"changes.section.{section}")
            rows.append(Row((bold(name), (), ()), wide=True, heads=True))
            rows += [_row(material, entry) for entry in entries]
    return tuple(rows)


def _row(material: Material, entry: Entry) -> Row:
    """What gets worse is set off by weight as well as by its place in the paragraph above."""
    said: list[Spans] = []
    for number, detail in enumerate(entry.details):
        said += [plain("; ")] if number else []
        said.append(bold(detail.text) if detail.worse else plain(detail.text))
    told = tuple(span for spans in said for span in spans)
    if not entry.before and not entry.after:
        return Row((plain(entry.text), (), ()), wide=True)
    return Row((plain(entry.text, weight=600), told or plain("–"), material.evidence(entry.evidence)))


def _worse(material: Material, found: ChangeList) -> Spans:
    """What gets worse, always printed: that nothing does, too."""
    words = material.words
    if not found.worse:
        return plain(words("changes.none_worse"))
    lines = "; ".join(detail.alone for detail in found.worse)
    return (*bold(words("changes.worse") + ": "), *plain(lines + "."))
