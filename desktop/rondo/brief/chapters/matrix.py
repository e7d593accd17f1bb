"""The matrix's chapter: where everybody stands, and the two reasons behind every offer."""

from __future__ import annotations

from rondo.brief.blocks import Block, Chapter, Column, Paragraph, Picture, Row, Spans, Table, bold, plain
from rondo.brief.material import Material
from rondo.figures.matrices.matrix import MatrixOptions, matrix_pages
from rondo.text.shaped import Span
from rondofile.enums import PlacementState
from rondofile.records import Placement, Reading


def matrix_chapter(material: Material) -> tuple[Chapter, ...]:
    """Nothing where there are no offers."""
    offers = material.project.all(Placement)
    if not offers:
        return ()
    words = material.words
    title = _headline(material, offers)
    figures = matrix_pages(
        material.project,
        framework=material.framework,
        words=words,
        theme=material.setting.theme,
        engine=material.setting.engine,
        options=MatrixOptions(heat=material.heat),
        max_width=material.setting.width,
        max_height=material.setting.height - 110,
    )
    blocks: list[Block] = [
        Paragraph(plain(title), "title", anchor="matrix", outline=0),
        Picture(figures, plain(words("brief.matrix.caption")), framed=False),
        Paragraph(plain(words("brief.matrix.reasons")), "heading", anchor="reasons", outline=1),
        _reasons(material, offers),
    ]
    return (Chapter("matrix", title, tuple(blocks)),)


def _headline(material: Material, offers: tuple[Placement, ...]) -> str:
    """How many moves of ours from how many places today, and how many others stand in their cells."""
    words, project = material.words, material.project
    ours = [o for o in offers if (player := project.player_of(o)) is None or player == project.own]
    moves = [o for o in ours if o.state is PlacementState.TARGET]
    if not moves:
        return words.count("brief.matrix.today", len(ours))
    cells = {(o.experience, o.architecture) for o in moves}
    others = [o for o in offers if o not in ours and (o.experience, o.architecture) in cells]
    count = words.count("brief.count.moves", len(moves))
    if not others:
        return words("brief.matrix.alone", moves=count)
    return words("brief.matrix.others", moves=count, others=words.count("brief.count.others", len(others)))


def _reasons(material: Material, offers: tuple[Placement, ...]) -> Table:
    words = material.words
    columns = (
        Column(words("brief.matrix.offer"), 3.0),
        Column(words("brief.matrix.why_row"), 2.7),
        Column(words("brief.matrix.why_column"), 2.7),
        Column(words("brief.evidence"), 2.6),
    )
    rows = (row for offer in offers for row in (_row(material, offer), *_readings(material, offer)))
    return Table(columns, tuple(rows), compact=True)


def _readings(material: Material, offer: Placement) -> tuple[Row, ...]:
    """Every other reading of the offer and why, as wide as the table: they are whole sentences."""
    grey = material.setting.theme["ink-secondary"]
    found = material.project.readings_of(offer.id)
    return tuple(
        Row((plain(_reading(material, reading), colour=grey), (), (), ()), wide=True) for reading in found
    )


def _row(material: Material, offer: Placement) -> Row:
    words = material.words
    open_reason = plain(words("brief.matrix.no_reason"), colour=material.setting.theme["ink-secondary"])
    evidence = material.evidence(offer.evidence)
    if offer.source:
        evidence = (*evidence, *plain("\n" + offer.source, colour=material.setting.theme["ink-secondary"]))
    return Row(
        (
            _offer(material, offer),
            plain(offer.reason_experience) or open_reason,
            plain(offer.reason_architecture) or open_reason,
            evidence,
        )
    )


def _offer(material: Material, offer: Placement) -> Spans:
    """The offer sentence, then for whom, where, when, who pays for it."""
    grey = material.setting.theme["ink-secondary"]
    player = material.project.player_of(offer)
    facts = [
        material.for_whom(offer),
        player.name if player and player != material.project.own else "",
        material.framework.name(offer.state),
    ]
    lines = [
        " · ".join(fact for fact in facts if fact),
        material.cell(offer.experience, offer.architecture),
        _revenue(material, offer),
    ]
    head = bold(offer.offer or material.for_whom(offer) or material.words("brief.matrix.unnamed"))
    return (*head, *(Span("\n" + line, colour=grey) for line in lines if line))


def _revenue(material: Material, offer: Placement) -> str:
    """Who pays for what, when, why and in what currency, as far as it was said (domain 2.19)."""
    parts = {
        "who": offer.revenue_who,
        "what": offer.revenue_what,
        "when": offer.revenue_when,
        "why": offer.revenue_why,
        "currency": offer.revenue_currency,
    }
    said = [material.words(f"brief.revenue.{key}", text=text) for key, text in parts.items() if text]
    return " · ".join(said)


def _reading(material: Material, reading: Reading) -> str:
    cell = material.cell(reading.experience, reading.architecture)
    key = "brief.matrix.reading" if reading.source else "brief.matrix.reading_unsourced"
    said = material.words(key, cell=cell, source=reading.source)
    if not reading.reason:
        return said
    return material.words("brief.matrix.because", reading=said, reason=reading.reason)
