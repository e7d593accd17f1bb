"""A range of a spreadsheet becomes offers: what was understood, what was mended, one step to take back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.desks import park
from helpers.offers_room import Offers, open_offers
from rondo.ui.offers.columns import Column
from rondo.ui.offers.pasting.meaning import cell_of
from rondo.ui.offers.pasting.reading import Range
from rondo.ui.ranges.cells import rows_of
from rondofile.enums import Architecture, CardKind, Evidence, Experience, PlacementState, PlayerKind
from rondofile.records import Placement, Player, Segment, Situation

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CURATED_MARKET = (Experience.CURATED_OFFERING, Architecture.CONNECTED_MARKET_MAKER)
HEADED = (
    "What we do\tSegment\tCell\tStatus\tCompany\tWhy\tEvidence\n"
    "A car now\tAnual pass holders\tC3\twill\tRide start-up\tno car at home\tsaid\n"
    "Help you plan\tFirst-visit families, when it rains at noon\td1\ttoday\tLarkmere Park\tthey ask\tseen\n"
    "A quiet hour\tnight owls\tsomewhere\tidea\tride start-up\t\t\n"
    "\t\t\t\t\t\t\n"
)


@pytest.fixture
def offers(qapp: QApplication, tmp_path: Path) -> Iterator[Offers]:
    with open_offers(tmp_path, park()) as offers:
        yield offers


@pytest.mark.parametrize(
    "text",
    [
        *("C3", "c 3", "Curated offering × We bring firms to you", "curated / market maker"),
        *("Curated offering x connected market maker", "samengesteld | platform"),
    ],
)
def test_a_cell_is_found_by_code_by_names_and_by_short_tests(text: str) -> None:
    assert cell_of(text) == CURATED_MARKET


def test_places_off_the_grid_and_words_that_are_no_place() -> None:
    assert cell_of("not connected yet") == (None, None)
    assert cell_of("–2") == (None, Architecture.CONNECTED_RETAILER)
    for text in ("somewhere", "3", "C6", "Z1", ""):
        assert cell_of(text) is None, text


def test_a_range_with_headings_is_offers_with_what_was_mended(offers: Offers) -> None:
    range_ = Range([row for row in rows_of(HEADED) if any(row)], offers.project)
    assert range_.headed
    assert range_.roles == (
        *(Column.OFFER, Column.FOR, Column.CELL, Column.STATE),
        *(Column.PLAYER, Column.REASON_ROW, Column.EVIDENCE),
    )
    found = range_.read()
    assert [row.fields["offer"] for row in found.rows] == ["A car now", "Help you plan", "A quiet hour"]
    kinds = [(repair.line, repair.kind) for repair in found.repairs]
    assert kinds == [(2, "alike"), (2, "new-player"), (4, "own-words"), (4, "open"), (4, "new-player")]


def test_columns_without_headings_are_told_by_what_stands_in_them(offers: Offers) -> None:
    rows = rows_of(
        "Touch to enter\tCarnival cruises\tD1\tseen\tAnnual pass holders\n"
        "Renew unasked\tTrip-planning site\tA2\tsaid\tFirst-visit families\n"
    )
    range_ = Range(rows, offers.project)
    assert not range_.headed
    assert range_.roles == (Column.OFFER, Column.PLAYER, Column.CELL, Column.EVIDENCE, Column.FOR)
    assert not range_.read().repairs
    range_.set_role(0, Column.SOURCE)
    range_.set_role(1, Column.SOURCE)
    assert range_.roles[:2] == (None, Column.SOURCE), "no two columns are about the same"


def test_pasting_shows_what_was_understood_and_changes_nothing_until_it_is_added(offers: Offers) -> None:
    before = offers.project
    preview = offers.paste(HEADED)
    assert "3 offers" in preview.summary.text()
    assert preview.table.rowCount() == 3
    assert preview.table.item(0, Column.FOR).text() == "Annual pass holders"
    assert preview.table.item(0, Column.PLAYER).text() == "Ride start-up"
    assert preview.repairs.count() == 5
    said = [preview.repairs.item(row).text() for row in range(5)]
    assert "“Anual pass holders” is read as “Annual pass holders”" in said[0]
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    offers.settle()
    assert offers.project == before


def test_what_was_pasted_is_added_in_one_step_and_taken_back_in_one(offers: Offers) -> None:
    before = offers.project
    preview = offers.paste(HEADED)
    preview.add.click()
    offers.settle()
    made = [offers.offer(name) for name in ("A car now", "Help you plan", "A quiet hour")]
    assert offers.desk.selection.ids_of(Placement) == tuple(offer.id for offer in made)
    assert (made[0].experience, made[0].architecture) == CURATED_MARKET
    assert [offer.state for offer in made] == [
        *(PlacementState.TARGET, PlacementState.NOW, PlacementState.IDEA),
    ]
    assert made[1].evidence is Evidence.SEEN
    assert made[0].reason_experience == "no car at home"
    assert offers.project.get(Segment, made[0].card_ref or "").name == "Annual pass holders"
    assert offers.project.get(Situation, made[1].card_ref or "").name == "when it rains at noon"
    assert (made[2].card_kind, made[2].card_text) == (CardKind.ACTIVITY, "night owls")
    start_up = offers.project.get(Player, made[0].player or "")
    assert (start_up.name, start_up.kind) == ("Ride start-up", PlayerKind.RIVAL)
    assert made[2].player == start_up.id, "a new organisation is made once"
    assert made[1].player is None
    offers.desk.session.undo()
    offers.settle()
    assert offers.project == before


def test_another_meaning_of_a_column_is_chosen_before_adding(offers: Offers) -> None:
    preview = offers.paste("Ask a friend\tWe wait\nCall home\tWe ring")
    assert [box.currentIndex() for box in preview.roles] == [1 + Column.OFFER, 1 + Column.REASON_ROW]
    preview.roles[1].setCurrentIndex(1 + Column.SOURCE)
    preview.roles[1].activated.emit(1 + Column.SOURCE)
    preview.add.click()
    offers.settle()
    assert offers.offer("Call home").source == "We ring"
    assert not offers.offer("Call home").reason_experience


def test_what_is_copied_reads_back_as_the_same_offers(offers: Offers) -> None:
    for column in Column:
        offers.view.show_column(column, True)
    offers.do("edit.select-all")
    offers.do("edit.copy")
    text = QApplication.clipboard().text()
    rows = rows_of(text)
    there = offers.project.all(Placement)
    assert len(rows) == len(there) + 1
    found = Range(rows, offers.project).read()
    assert len(found.rows) == len(there)
    fields = ("offer", "experience", "architecture", "state", "reason_experience", "evidence", "source")
    again = [tuple(getattr(row.placement(), field) for field in fields) for row in found.rows]
    assert again == [tuple(getattr(offer, field) for field in fields) for offer in there]
    assert [row.fields.get("card_ref") for row in found.rows] == [offer.card_ref for offer in there]


def test_offers_copied_here_are_pasted_as_copies_and_a_line_as_one_offer(offers: Offers) -> None:
    before = len(offers.column())
    offers.choose("Parents like you")
    offers.do("edit.copy")
    offers.do("edit.paste")
    assert offers.column().count("Parents like you") == 2
    QApplication.clipboard().setText("Only one line")
    offers.do("edit.paste")
    assert offers.column()[before + 1 :] == ["Only one line"]


def test_five_thousand_pasted_lines_are_read_and_none_is_lost(offers: Offers) -> None:
    lines = "\n".join(f"Offer {n}\tC{n % 5 + 1}\tAnnual pass holders" for n in range(5000))
    found = Range(rows_of(lines), offers.project).read()
    assert len(found.rows) == 5000
    assert {row.fields["architecture"] for row in found.rows} == set(Architecture)
    assert not found.repairs
