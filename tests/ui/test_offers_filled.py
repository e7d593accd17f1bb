"""One value in a column of all chosen lines: pasted, or emptied with Delete, each in one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from helpers.desks import edited, park
from helpers.offers_room import Offers, open_offers
from rondo.ui.offers.columns import Column
from rondo.ui.offers.filling import MAY_BE_EMPTY, meant
from rondofile.enums import Architecture, CardKind, Evidence, Experience, PlacementState
from rondofile.kinds import EditKind
from rondofile.nouns import placements
from rondofile.records import Placement, Player, Segment

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
THREE = ("Touch once: door, gate, till", "Parents like you", "Every park compared")


@pytest.fixture
def offers(qapp: QApplication, tmp_path: Path) -> Iterator[Offers]:
    with open_offers(tmp_path, park()) as offers:
        yield offers


def at(offers: Offers, column: Column) -> None:
    """Three lines are chosen, and keys go to that column of the last of them."""
    offers.choose(*THREE)
    row = offers.table.row_of(offers.offer(THREE[-1]).id)
    assert row is not None
    flags = offers.table.selectionModel().SelectionFlag.NoUpdate
    offers.table.setFocus()
    offers.table.selectionModel().setCurrentIndex(offers.table.offers.index(row, column), flags)
    assert len(offers.table.chosen()) == 3


def fill(offers: Offers, column: Column, text: str) -> list[Placement]:
    """The text is pasted there; the three offers as they are then."""
    at(offers, column)
    QApplication.clipboard().setText(text)
    offers.do("edit.paste")
    assert offers.view.clipping.preview is None
    return [offers.offer(name) for name in THREE]


FILLS = [
    (Column.FOR, "Annual pass holders", "card_kind", CardKind.SEGMENT),
    (Column.FOR, "whoever comes, rain or not", "card_text", "whoever comes, rain or not"),
    (Column.CELL, "A4", "architecture", Architecture.CROWD_ORCHESTRATOR),
    (Column.EXPERIENCE, "coach behavior", "experience", Experience.COACH_BEHAVIOR),
    (Column.ARCHITECTURE, "We sell others' goods", "architecture", Architecture.CONNECTED_RETAILER),
    (Column.STATE, "we could", "state", PlacementState.IDEA),
    (Column.REASON_ROW, "They ask, and we do it.", "reason_experience", "They ask, and we do it."),
    (Column.EVIDENCE, "seen", "evidence", Evidence.SEEN),
    (Column.SOURCE, "Workshop, spring", "source", "Workshop, spring"),
    (Column.REVENUE_WHO, "the parent", "revenue_who", "the parent"),
]


def test_one_pasted_value_stands_in_all_chosen_lines_and_goes_in_one_step(offers: Offers) -> None:
    before, filled = offers.project.all(Placement), 0
    for column, text, field, value in FILLS:
        assert [getattr(one, field) for one in fill(offers, column, text)] == [value] * 3, column
        assert len(offers.project.all(Placement)) == len(before)
        offers.desk.session.undo()
        offers.settle()
        assert offers.project.all(Placement) == before, column
        filled += 1
    assert filled == 10


def test_an_organisation_is_pasted_by_its_name(offers: Offers) -> None:
    rival = next(one for one in offers.project.all(Player) if one != offers.project.own)
    assert {one.player for one in fill(offers, Column.PLAYER, rival.name)} == {rival.id}
    own = offers.project.own
    assert own is not None
    assert {one.player for one in fill(offers, Column.PLAYER, own.name)} == {None}


def test_what_means_nothing_there_changes_nothing_and_says_so(offers: Offers) -> None:
    said: list[str] = []
    offers.desk.notices.said.connect(lambda notice: said.append(notice.sentence))
    before, refused = offers.project, (Column.CELL, Column.EXPERIENCE, Column.STATE, Column.PLAYER)
    for column in refused:
        fill(offers, column, "perhaps next year")
        assert offers.project is before
    assert len(said) == len(refused) and all("perhaps next year" in sentence for sentence in said)


def test_a_row_is_not_pasted_into_an_offer_that_has_no_column(offers: Offers) -> None:
    keys = (offers.offer(THREE[0]).id,)
    edited(
        offers.desk.session,
        EditKind.MOVE_OFFER,
        lambda edit: placements.move(edit, keys, (None, None)),
    )
    before = offers.project
    fill(offers, Column.EXPERIENCE, "coach behavior")
    assert offers.project is before


EMPTIED = [
    (Column.REASON_ROW, "reason_experience", ""),
    (Column.EVIDENCE, "evidence", None),
    (Column.SOURCE, "source", ""),
    (Column.FOR, "card_ref", None),
]


def test_delete_empties_a_column_of_all_chosen_lines_in_one_step(offers: Offers) -> None:
    before, cleared = offers.project.all(Placement), 0
    for column, field, value in EMPTIED:
        at(offers, column)
        offers.do("edit.delete")
        assert [getattr(offers.offer(name), field) for name in THREE] == [value] * 3, column
        assert len(offers.project.all(Placement)) == len(before)
        emptied = offers.project
        at(offers, column)
        offers.do("edit.delete")
        assert offers.project is emptied, "nothing is left to empty"
        offers.desk.session.undo()
        offers.settle()
        assert offers.project.all(Placement) == before, column
        cleared += 1
    assert cleared == 4


@pytest.mark.parametrize("column", [Column.OFFER, Column.STATE])
def test_delete_takes_the_lines_where_a_column_may_not_be_empty(offers: Offers, column: Column) -> None:
    count = len(offers.project.all(Placement))
    at(offers, column)
    offers.do("edit.delete")
    assert len(offers.project.all(Placement)) == count - 3


def test_lines_chosen_by_keys_in_a_column_are_filled_there(offers: Offers) -> None:
    offers.go(offers.column()[1], Column.SOURCE)
    for _ in range(2):
        offers.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QApplication.clipboard().setText("Seen at the gate, in May")
    offers.do("edit.paste")
    here = offers.column(Column.SOURCE)
    assert here[1:4] == ["Seen at the gate, in May"] * 3 and here.count("Seen at the gate, in May") == 3
    offers.do("edit.delete")
    assert offers.column(Column.SOURCE)[1:4] == [""] * 3


def test_the_menu_copies_a_cell_empties_a_column_and_deletes_lines(offers: Offers) -> None:
    fill(offers, Column.SOURCE, source := "A workshop in spring")
    at(offers, Column.SOURCE)
    QApplication.clipboard().clear()
    offers.view.open_menu()
    assert offers.view.menu is not None
    found = {action.text(): action for action in offers.view.menu.actions()}
    copies = next(action for name, action in found.items() if name.startswith("Copy “"))
    copies.trigger()
    assert QApplication.clipboard().text() == source
    found["Empty “Source” in 3 lines"].trigger()
    offers.settle()
    assert [offers.offer(name).source for name in THREE] == [""] * 3
    count = len(offers.project.all(Placement))
    found["Delete 3 lines"].trigger()
    offers.settle()
    assert len(offers.project.all(Placement)) == count - 3
    offers.view.menu.close()


def test_only_columns_in_which_something_may_be_missing_can_be_emptied() -> None:
    never = {Column.OFFER, Column.CELL, Column.EXPERIENCE, Column.ARCHITECTURE, Column.STATE, Column.PLAYER}
    assert set(Column) - set(MAY_BE_EMPTY) == never


def test_a_name_that_is_only_like_one_of_ours_is_not_taken_for_it() -> None:
    project = park()
    name = project.all(Segment)[0].name
    assert meant(Column.FOR, name.upper(), project) == ((CardKind.SEGMENT, project.all(Segment)[0].id),)
    assert meant(Column.FOR, name[:-2], project) == ((CardKind.ACTIVITY, None, name[:-2]),)
    assert meant(Column.PLAYER, "Walt Disney Worlds", project) is None
