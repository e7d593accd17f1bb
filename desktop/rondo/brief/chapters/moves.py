"""The chapter of empty cells and threats: moves worth a thought, each with its rule and what it rests on."""

from __future__ import annotations

from rondo.brief.blocks import Block, Chapter, Column, Paragraph, Row, Spans, Table, bold, plain
from rondo.brief.material import Material
from rondo.strategy.moves.ranking import worth_a_thought
from rondo.strategy.moves.telling import Reason, Teller, Told
from rondo.text.shaped import Span


def moves_chapter(material: Material) -> tuple[Chapter, ...]:
    """Nothing where no rule proposes a move."""
    words, project = material.words, material.project
    teller = Teller(project, material.framework, words)
    told = [teller.move(one) for one in worth_a_thought(project, material.framework)]
    if not told:
        return ()
    title = words.count("brief.moves.title", len(told))
    blocks: list[Block] = [
        Paragraph(plain(title), "title", anchor="moves", outline=0),
        Paragraph(plain(words("brief.moves.lead")), "lead"),
        _table(material, told),
        Paragraph(plain(words("moves.how")), "small"),
    ]
    return (Chapter("moves", title, tuple(blocks)),)


def _table(material: Material, told: list[Told]) -> Table:
    words = material.words
    columns = (
        Column(words("brief.moves.move"), 3.2),
        Column(words("brief.moves.why"), 5.2),
        Column(words("brief.moves.stake"), 2.0),
    )
    return Table(columns, tuple(_row(material, one) for one in told))


def _row(material: Material, told: Told) -> Row:
    grey = material.setting.theme["ink-secondary"]
    move = (*bold(told.title), Span("\n" + told.rule, colour=grey))
    why = tuple(span for at, one in enumerate(told.reasons) for span in _reason(one, at > 0, grey))
    return Row((move, why, plain("\n".join(told.weighed.split(" · ")), colour=grey)))


def _reason(reason: Reason, is_next: bool, grey: str) -> Spans:
    """What speaks for the move, and more quietly how."""
    text = " ".join(part for part in (reason.sign, reason.text) if part)
    first = Span(("\n" if is_next else "") + text)
    return (first, Span("\n" + reason.note, colour=grey)) if reason.note else (first,)
