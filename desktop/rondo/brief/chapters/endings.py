"""How a working paper ends: what we do not know yet, and where everything comes from."""

from __future__ import annotations

from rondo.brief.blocks import Block, Chapter, Column, Paragraph, Row, Table, plain
from rondo.brief.material import Material
from rondofile.enums import Evidence
from rondofile.records import Condition, Record


def open_points_chapter(material: Material) -> tuple[Chapter, ...]:
    """Every condition with its owner, and every gap, in the reader's words."""
    points, words = material.summary.open_points, material.words
    conditions = _conditions(material)
    if not points and not conditions:
        return ()
    title = words("brief.open")
    blocks: list[Block] = [Paragraph(plain(title), "title", anchor="open", outline=0), *conditions]
    if points:
        blocks.append(Paragraph(plain(words("brief.open.gaps")), "heading"))
    blocks += [Paragraph((*plain("– "), *material.sentence(point)), "body") for point in points]
    return (Chapter("open", title, tuple(blocks)),)


def _conditions(material: Material) -> list[Block]:
    """What must be true, in full; nothing where no condition was written down."""
    words, found = material.words, material.project.all(Condition)
    if not found:
        return []
    columns = (
        Column(words("brief.must_be_true"), 5),
        Column(words("brief.evidence"), 1.6),
        Column(words("brief.owner"), 2.2),
        Column(words("brief.by_date"), 1.7),
    )
    return [Table(columns, tuple(_condition_row(material, one) for one in found))]


def _condition_row(material: Material, one: Condition) -> Row:
    words = material.words
    owner = one.owner or words("brief.no_owner")
    return Row((plain(one.text), material.evidence(one.evidence), plain(owner), plain(words.date(one.date))))


def sources_chapter(material: Material) -> tuple[Chapter, ...]:
    """Every source once, with how we know it and how much rests on it; then what is assumed."""
    words = material.words
    rows = _source_rows(material)
    title = words("brief.sources")
    blocks: list[Block] = [Paragraph(plain(title), "title", anchor="sources", outline=0)]
    if rows:
        columns = (
            Column(words("brief.sources.source"), 6),
            Column(words("brief.evidence"), 1.6),
            Column(words("brief.sources.rests"), 1.6, "right"),
        )
        blocks.append(Table(columns, rows, compact=True))
    blocks.append(Paragraph(plain(words("brief.sources.assumed")), "small"))
    blocks.append(Paragraph(plain(words("brief.sources.framework")), "small"))
    return (Chapter("sources", title, tuple(blocks)),)


def _source_rows(material: Material) -> tuple[Row, ...]:
    """Sources in the order in which the project first names them."""
    counts: dict[tuple[str, Evidence | None], int] = {}
    for record in material.project.records():
        source, evidence = _cited(record)
        if source:
            counts[source, evidence] = counts.get((source, evidence), 0) + 1
    number = material.words.number
    return tuple(
        Row((plain(source), material.evidence(evidence), plain(number(count))))
        for (source, evidence), count in counts.items()
    )


def _cited(record: Record) -> tuple[str, Evidence | None]:
    if not {"source", "evidence"} <= set(record.__struct_fields__):
        return "", None
    return getattr(record, "source"), getattr(record, "evidence")  # noqa: B009
