"""All offers as a table: read, sorted, filtered and written line by line, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from helpers.desks import edited, park
from helpers.offers_room import Offers, open_offers
from rondo.ui.offers.columns import Column
from rondofile.enums import Architecture, CardKind, Experience, PlacementState
from rondofile.kinds import EditKind
from rondofile.nouns import placements
from rondofile.project import Project
from rondofile.records import Placement, Segment

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def offers(qapp: QApplication, tmp_path: Path) -> Iterator[Offers]:
    with open_offers(tmp_path, park()) as offers:
        yield offers


def test_every_offer_has_a_line_that_says_what_for_whom_where_when_and_whose(offers: Offers) -> None:
    there = offers.project.all(Placement)
    assert offers.column() == [offer.offer for offer in there]
    row = offers.table.row_of(offers.offer("Three days, next ride that fits").id)
    said = [str(offers.table.offers.index(row, column).data()) for column in Column]
    assert said[:7] == [
        "Three days, next ride that fits",
        "First-visit families – planning at home",
        "C1",
        "Curated offering",
        "We make it",
        "We will",
        "Larkmere Park",
    ]


def test_a_line_that_is_chosen_is_chosen_everywhere_and_back(offers: Offers) -> None:
    offers.go("Parents like you")
    assert offers.desk.selection.ids_of(Placement) == (offers.offer("Parents like you").id,)
    offers.choose("Every park compared", "What is short tonight")
    assert len(offers.table.chosen()) == 2
    assert offers.table.chosen()[-1] == offers.desk.selection.ids_of(Placement)[-1]


def test_an_answer_of_a_list_holds_for_all_chosen_lines_in_one_step(offers: Offers) -> None:
    names = ("Touch once: door, gate, till", "Parents like you")
    offers.choose(*names)
    row = offers.table.row_of(offers.offer(names[1]).id)
    assert row is not None
    offers.view.doing.open_list(offers.table.offers.index(row, Column.STATE))
    offers.pick("Today")
    assert {offers.offer(name).state for name in names} == {PlacementState.NOW}
    offers.desk.session.undo()
    offers.settle()
    assert [offers.offer(name).state for name in names] == [PlacementState.TARGET, PlacementState.IDEA]


def test_the_sentence_of_a_chosen_line_is_written_alone_a_source_for_all_of_them(offers: Offers) -> None:
    names = ("Parents like you", "What is short tonight")
    offers.choose(*names)
    offers.table.setFocus()
    offers.key(Key.Key_Return)
    offers.type("Ask a parent")
    offers.key(Key.Key_Return)
    assert "What is short tonight" not in offers.column() or "Parents like you" not in offers.column()
    assert offers.column().count("Ask a parent") == 1
    left = next(name for name in names if name in offers.column())
    offers.choose(left, "Ask a parent")
    index = offers.table.currentIndex().siblingAtColumn(Column.SOURCE)
    offers.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    offers.key(Key.Key_Return)
    offers.type("Summer survey")
    offers.key(Key.Key_Return)
    assert offers.offer(left).source == offers.offer("Ask a parent").source == "Summer survey"


def test_a_code_typed_into_the_cell_moves_the_offer(offers: Offers) -> None:
    offers.go("What is short tonight", Column.CELL)
    offers.table.open(offers.table.currentIndex())
    offers.focused().selectAll()  # type: ignore[attr-defined]
    offers.type("h4")
    offers.key(Key.Key_Return)
    moved = offers.offer("What is short tonight")
    assert (moved.experience, moved.architecture) == (
        Experience.COACH_BEHAVIOR,
        Architecture.CROWD_ORCHESTRATOR,
    )


def test_a_row_for_an_offer_without_a_column_asks_for_the_column_too(offers: Offers) -> None:
    key = edited(
        offers.desk.session,
        EditKind.PLACE_OFFER,
        lambda edit: placements.place(edit, "Somewhere", (None, None)).id,
    )
    offers.settle()
    row = offers.table.row_of(key)
    assert row is not None
    offers.view.doing.open_list(offers.table.offers.index(row, Column.EXPERIENCE))
    offers.pick("Coach behavior", "You help each other")
    assert offers.table.offers.index(row, Column.CELL).data() == "H5"


def test_whom_an_offer_is_for_is_chosen_or_written_in_own_words(offers: Offers) -> None:
    offers.go("Parents like you", Column.FOR)
    offers.view.doing.open_list(offers.table.currentIndex())
    offers.pick("Annual pass holders")
    offer = offers.offer("Parents like you")
    assert offer.card_kind is CardKind.SEGMENT
    assert offers.project.get(Segment, offer.card_ref or "").name == "Annual pass holders"
    offers.view.doing.open_list(offers.table.currentIndex())
    offers.pick("In own words…")
    offers.type("Grandparents who join")
    offers.key(Key.Key_Return)
    offer = offers.offer("Parents like you")
    assert (offer.card_kind, offer.card_text) == (CardKind.ACTIVITY, "Grandparents who join")


def test_lines_are_written_on_the_last_one_after_each_other(offers: Offers) -> None:
    before = len(offers.column())
    offers.do("strategy.new-offer")
    for sentence in ("A lift home", "A bed for one night"):
        offers.type(sentence)
        offers.key(Key.Key_Return)
    offers.key(Key.Key_Escape)
    assert offers.column()[before:] == ["A lift home", "A bed for one night"]
    assert offers.offer("A lift home").state is PlacementState.NOW


def test_sorting_puts_rows_in_their_order_and_what_is_unknown_last(offers: Offers) -> None:
    view = offers.view
    view.sift(view.sieve.turned(Column.EXPERIENCE))
    names = offers.column(Column.EXPERIENCE)
    order = ["Respond to desire", "Curated offering", "Coach behavior", "Automatic execution"]
    ranks = [order.index(name) if name in order else len(order) for name in names]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1
    head = offers.table.offers.headerData(Column.EXPERIENCE, Qt.Orientation.Horizontal)
    assert str(head).endswith("▲")
    view.sift(view.sieve.turned(Column.EXPERIENCE))
    assert [*reversed(ranks)] != ranks
    assert offers.column(Column.EXPERIENCE)[0] == "Not connected yet"
    view.sift(view.sieve.turned(Column.EXPERIENCE))
    assert offers.column() == [offer.offer for offer in offers.project.all(Placement)]


def test_an_edit_moves_no_line_away_while_the_table_is_sorted(offers: Offers) -> None:
    offers.view.sift(offers.view.sieve.sorted_by(Column.OFFER))
    before = offers.column()
    offers.view.doing.set((offers.offer(before[0]).id,), Column.OFFER, "Zebra crossing")
    offers.settle()
    assert offers.column() == ["Zebra crossing", *before[1:]]
    offers.view.sift(offers.view.sieve.sorted_by(Column.OFFER))
    offers.view.sift(offers.view.sieve.sorted_by(Column.OFFER, down=True))
    assert offers.column()[0] == "Zebra crossing"


def test_words_and_choices_say_what_is_shown_and_new_offers_are_seen(offers: Offers) -> None:
    every = len(offers.column())
    offers.view.sift(offers.view.sieve.with_text("famil plan"))
    assert 0 < len(offers.column()) < every
    assert offers.view.bar.count.text() == f"{len(offers.column())} of {every} offers"
    bar = offers.view.bar
    bar.every.click()
    assert len(offers.column()) == every
    chosen = offers.view.sieve.with_only("state", "idea").with_only("experience", "coach-behavior")
    offers.view.sift(chosen.with_only("architecture", "crowd-orchestrator"))
    assert offers.column() == []
    offers.view.doing.add("Keep a walking mate")
    offers.settle()
    assert offers.column() == ["Keep a walking mate"]
    assert offers.offer("Keep a walking mate").state is PlacementState.IDEA
    assert "Coach behavior" in bar.buttons["experience"].text()


def test_columns_can_be_chosen_and_are_there_again_the_next_time(offers: Offers) -> None:
    assert offers.table.isColumnHidden(Column.REVENUE_WHO)
    offers.view.show_column(Column.REVENUE_WHO, True)
    offers.view.show_column(Column.SOURCE, False)
    offers.view.sift(offers.view.sieve.sorted_by(Column.PLAYER))
    assert not offers.table.isColumnHidden(Column.REVENUE_WHO)
    again = type(offers.view)(offers.desk)
    again.refresh()
    assert again.table.isColumnHidden(Column.SOURCE)
    assert not again.table.isColumnHidden(Column.REVENUE_WHO)
    assert again.sieve.column is Column.PLAYER
    again.deleteLater()


def test_tab_goes_over_shown_cells_only_and_out_at_the_end(offers: Offers) -> None:
    offers.go("A plan that beats the queue", Column.STATE)
    offers.key(Key.Key_Tab)
    assert offers.table.currentIndex().column() == Column.PLAYER
    offers.go("A plan that beats the queue", Column.OFFER)
    offers.key(Key.Key_Tab)
    assert offers.table.currentIndex().column() == Column.FOR
    offers.key(Key.Key_Tab)
    assert offers.table.currentIndex().column() == Column.EXPERIENCE, "the code of the cell is hidden"


def test_what_is_deleted_comes_back_where_it_was(offers: Offers) -> None:
    before = offers.column()
    offers.choose(before[3], before[4])
    offers.do("edit.delete")
    assert offers.column() == before[:3] + before[5:]
    assert offers.desk.selection.ids_of(Placement) == (offers.offer(before[5]).id,)
    offers.desk.session.undo()
    offers.settle()
    assert offers.column() == before


def test_a_screen_reader_finds_a_table_with_heads_and_cells(offers: Offers) -> None:
    table = QAccessible.queryAccessibleInterface(offers.table)
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "All offers"
    model, role = offers.table.offers, Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, Column.PLAYER).data(role) == "Larkmere Park, our own firm"
    assert model.index(0, Column.ARCHITECTURE).data(role) == "We make it, Connected producer"
    assert model.headerData(0, Qt.Orientation.Vertical, role) == offers.column()[0]


def test_a_change_of_a_name_elsewhere_is_said_here(offers: Offers) -> None:
    segment = next(one for one in offers.project.all(Segment) if one.name == "Annual pass holders")
    edited(
        offers.desk.session,
        EditKind.SET_SEGMENT,
        lambda edit: edit.change(Segment, segment.id, name="Season guests"),
    )
    offers.settle()
    assert "Season guests" in offers.column(Column.FOR)


def test_an_empty_project_has_a_line_to_write_on(qapp: QApplication, tmp_path: Path) -> None:
    with open_offers(tmp_path, Project({})) as offers:
        assert offers.column() == []
        offers.do("strategy.new-offer")
        offers.type("The first")
        offers.key(Key.Key_Return)
        assert offers.column() == ["The first"]
