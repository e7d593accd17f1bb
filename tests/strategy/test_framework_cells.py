"""The twenty cells, their examples, and where good sources disagree."""

import pytest

import rondo_resources
from rondo.strategy.framework.parts import Standing
from rondo.strategy.framework.whole import load
from rondofile.enums import Architecture, Experience

FRAMEWORK = load()
WEAK = ("winenfood", "bgol.us", "wikiclassic", "wdwadvisor", "wikipedia.org")


def test_cells_are_coded_by_row_initial_and_column_number() -> None:
    codes = [FRAMEWORK.cell(row, column).code for row in Experience for column in Architecture]
    assert codes == [f"{initial}{number}" for initial in "DCHA" for number in range(1, 6)]
    assert [cell.code for cell in FRAMEWORK.cells] == codes


@pytest.mark.parametrize("cell", FRAMEWORK.cells, ids=lambda cell: cell.code)
def test_a_cell_says_all_it_must_and_shows_a_sourced_example(cell: object) -> None:
    found = FRAMEWORK.cells[FRAMEWORK.cells.index(cell)]  # type: ignore[arg-type]
    said = {found.line, found.meaning, found.question, found.incentives, found.information}
    assert len(said) == 5
    assert found.question.endswith("?")
    assert found.examples
    for example in found.examples:
        for citation in (*example.row_source, *example.column_source):
            assert FRAMEWORK.cite(citation)


def test_standings_agree_with_the_sources_they_stand_on() -> None:
    """Verified needs a real source; general knowledge and our own reading say so."""
    checked = 0
    for cell in FRAMEWORK.cells:
        for example in cell.examples:
            pairs = (
                (example.row_source, example.row_standing),
                (example.column_source, example.column_standing),
            )
            for sources, standing in pairs:
                keys = {citation.source for citation in sources}
                checked += 1
                assert (keys == {"general"}) == (standing is Standing.GENERAL), (cell.code, example.key)
                assert ("ours" in keys) == (standing is Standing.OURS), (cell.code, example.key)
                if standing is Standing.VERIFIED:
                    assert not keys & {"course", "interview", "general", "ours"}, (cell.code, example.key)
    assert checked >= 100


def test_ride_hailing_keeps_every_reading() -> None:
    readings = FRAMEWORK.dispute("ride-hailing").readings
    assert [r.architecture for r in readings] == [
        Architecture.CONNECTED_MARKET_MAKER,
        Architecture.CROWD_ORCHESTRATOR,
        Architecture.CONNECTED_PRODUCER,
        Architecture.CONNECTED_MARKET_MAKER,
    ]
    assert [r.date for r in readings] == ["2019", "2019", "2021", "2022"]


def test_every_contested_offer_stands_in_a_cell_or_more() -> None:
    shown = {e.contested for cell in FRAMEWORK.cells for e in cell.examples if e.contested}
    assert shown == {entry.key for entry in FRAMEWORK.contested}
    assert len(shown) == 6


def test_pairs_that_teach_point_to_cells_with_examples() -> None:
    cells = {cell.code: cell for cell in FRAMEWORK.cells}
    assert len(FRAMEWORK.pairs) >= 5
    for pair in FRAMEWORK.pairs:
        assert all(cells[code].examples for code in pair.cells)


def test_sources_have_no_weak_address_and_real_ones_a_citation() -> None:
    assert len({source.key for source in FRAMEWORK.sources}) == len(FRAMEWORK.sources) > 40
    for source in FRAMEWORK.sources:
        assert not [weak for weak in WEAK if weak in source.address.lower()]
        assert source.address == "" or source.address.startswith("https://")


def test_every_source_is_cited_somewhere() -> None:
    names = [n for n in rondo_resources.names("framework", ".toml") if "sources" not in n]
    names += rondo_resources.names("framework/cells", ".toml")
    text = "\n".join(rondo_resources.read_text(name) for name in names)
    assert len(names) > 15
    unused = [s.key for s in FRAMEWORK.sources if f'"{s.key}"' not in text and f'"{s.key} ' not in text]
    assert unused == []


@pytest.mark.parametrize("language", ["nl", "te"])
def test_a_cell_is_told_in_the_language_of_the_window(language: str) -> None:
    there = load(language).cells
    said = [
        (getattr(cell, part), getattr(own, part))
        for cell, own in zip(FRAMEWORK.cells, there, strict=True)
        for part in ("line", "meaning", "question", "incentives", "information")
    ]
    said += [
        (example.does, own.does)
        for cell, its in zip(FRAMEWORK.cells, there, strict=True)
        for example, own in zip(cell.examples, its.examples, strict=True)
    ]
    own = {source.key: source.citation for source in load(language).sources}
    said += [(source.citation, own[source.key]) for source in FRAMEWORK.sources if source.key == "ours"]
    assert len(said) > 150
    assert [text for text, own in said if text == own] == []
