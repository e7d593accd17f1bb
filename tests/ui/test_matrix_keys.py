"""The matrix by keyboard alone: go from cell to cell, into a cell, move, write, cut and paste."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from helpers.desks import park, settle
from helpers.matrix_rooms import (
    AUTOMATIC,
    COACH,
    CROWD,
    CTRL,
    CURATED,
    DESIRE,
    MARKET,
    NETWORK,
    PRODUCER,
    RETAILER,
    cell,
    did,
    new_offers,
    offers,
    open_matrix,
    payload,
    pressed,
    sentence_box,
    undone,
)
from rondo.ui.matrix.view import MatrixView
from rondofile.enums import CardKind, PlacementState
from rondofile.records import Placement

pytestmark = pytest.mark.usefixtures("qapp")
KEY = Qt.Key


@pytest.fixture
def room(tmp_path: Path) -> Iterator[MatrixView]:
    with open_matrix(tmp_path, park()) as room:
        yield room
        QGuiApplication.clipboard().clear()


def test_arrows_go_from_cell_to_cell_and_stop_at_the_edge(room: MatrixView) -> None:
    room.grid.caret.to_cell((DESIRE, PRODUCER))
    for key, place in (
        (KEY.Key_Up, (DESIRE, PRODUCER)),
        (KEY.Key_Right, (DESIRE, RETAILER)),
        (KEY.Key_Down, (CURATED, RETAILER)),
        (KEY.Key_End, (CURATED, NETWORK)),
        (KEY.Key_Right, (CURATED, NETWORK)),
        (KEY.Key_Home, (CURATED, PRODUCER)),
    ):
        pressed(room, key)
        assert room.desk.selection.cell == place
    for _ in range(5):
        pressed(room, KEY.Key_Down)
    assert room.desk.selection.cell == (None, PRODUCER)


def test_tab_goes_into_a_cell_along_its_offers_and_on(room: MatrixView) -> None:
    room.grid.caret.to_cell((CURATED, MARKET))
    inside = room.grid.plan.order[CURATED, MARKET]
    assert len(inside) == 2
    for offer in inside:
        pressed(room, KEY.Key_Tab)
        assert room.desk.selection.ids_of(Placement) == (offer,)
    pressed(room, KEY.Key_Backtab)
    assert room.desk.selection.ids_of(Placement) == (inside[0],)
    pressed(room, KEY.Key_Backtab)
    assert room.desk.selection.cell == (CURATED, MARKET)
    for _ in inside:
        pressed(room, KEY.Key_Tab)
    pressed(room, KEY.Key_Tab)
    assert not room.grid.hasFocus(), "the keyboard is caught in the matrix"


def test_return_goes_in_and_arrows_go_along_the_offers(room: MatrixView) -> None:
    room.grid.caret.to_cell((CURATED, PRODUCER))
    inside = room.grid.plan.order[CURATED, PRODUCER]
    pressed(room, KEY.Key_Return)
    pressed(room, KEY.Key_Down)
    assert room.desk.selection.ids_of(Placement) == (inside[1],)
    pressed(room, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert set(room.desk.selection.ids_of(Placement)) == set(inside[1:3])
    pressed(room, KEY.Key_Escape)
    assert room.desk.selection.cell == (CURATED, PRODUCER)
    pressed(room, KEY.Key_Escape)
    assert room.desk.selection.cell is None


def test_control_and_an_arrow_take_the_offer_to_the_next_cell(room: MatrixView) -> None:
    before = offers(room)
    room.grid.caret.to_offer("o-touch")
    pressed(room, KEY.Key_Right, CTRL)
    assert cell(offers(room)["o-touch"]) == (DESIRE, RETAILER)
    pressed(room, KEY.Key_Down, CTRL)
    assert cell(offers(room)["o-touch"]) == (CURATED, RETAILER)
    assert room.desk.selection.ids_of(Placement) == ("o-touch",)
    undone(room)
    undone(room)
    assert offers(room) == before


def test_s_goes_through_the_three_states(room: MatrixView) -> None:
    room.grid.caret.to_offer("o-rain", "o-touch")
    seen = []
    for _ in range(3):
        pressed(room, KEY.Key_S)
        seen.append({offers(room)[key].state for key in ("o-rain", "o-touch")})
    now, target, idea = ({state} for state in PlacementState)
    assert seen == [idea, now, target], "o-touch was a target; the others follow the first"


def test_n_begins_an_offer_in_the_cell_and_typing_writes_it(room: MatrixView) -> None:
    before = offers(room)
    room.grid.caret.to_cell((AUTOMATIC, CROWD))
    pressed(room, KEY.Key_N)
    box = sentence_box(room)
    assert box is not None
    QTest.keyClicks(box, "Volunteers are called before a queue forms")
    QTest.keyClick(box, KEY.Key_Return)
    settle(room.desk.session)
    (made,) = new_offers(room, before)
    assert (made.offer, cell(made), made.card_kind) == (
        "Volunteers are called before a queue forms",
        (AUTOMATIC, CROWD),
        CardKind.ACTIVITY,
    )


def test_return_on_an_offer_edits_its_sentence_and_an_unchanged_one_is_no_edit(room: MatrixView) -> None:
    project = room.desk.session.project
    room.grid.caret.to_offer("o-rain")
    pressed(room, KEY.Key_Return)
    box = sentence_box(room)
    assert box is not None and box.toPlainText() == "Dry, near and open now"
    QTest.keyClick(box, KEY.Key_Return)
    settle(room.desk.session)
    assert room.desk.session.project is project
    did(room, "edit.rename")
    box = sentence_box(room)
    assert box is not None
    QTest.keyClicks(box, "Dry and near")
    room.grid.setFocus()
    settle(room.desk.session)
    assert offers(room)["o-rain"].offer == "Dry and near", "leaving the sentence lost it"


def test_delete_takes_the_chosen_offers_and_stays_in_the_cell(room: MatrixView) -> None:
    before = offers(room)
    room.grid.caret.to_offer("o-rain", "o-three")
    did(room, "edit.delete")
    assert before.keys() - offers(room).keys() == {"o-rain", "o-three"}
    assert room.desk.selection.cell == (CURATED, PRODUCER)
    undone(room)
    assert offers(room) == before


def test_cut_moves_on_paste_and_only_then(room: MatrixView) -> None:
    before = offers(room)
    room.grid.caret.to_offer("o-rain")
    did(room, "edit.cut")
    assert offers(room) == before
    room.grid.caret.to_cell((COACH, CROWD))
    did(room, "edit.paste")
    assert offers(room).keys() == before.keys()
    assert cell(offers(room)["o-rain"]) == (COACH, CROWD)


def test_copy_pastes_a_second_offer(room: MatrixView) -> None:
    before = offers(room)
    room.grid.caret.to_offer("o-rain")
    did(room, "edit.copy")
    assert QGuiApplication.clipboard().text() == "Dry, near and open now"
    room.grid.caret.to_cell((COACH, CROWD))
    did(room, "edit.paste")
    (made,) = new_offers(room, before)
    assert (made.offer, cell(made)) == (before["o-rain"].offer, (COACH, CROWD))
    did(room, "edit.duplicate")
    assert len(new_offers(room, before)) == 2


def test_segments_and_lines_that_were_copied_elsewhere_are_pasted_as_offers(room: MatrixView) -> None:
    before = offers(room)
    QGuiApplication.clipboard().setMimeData(payload(room, "segment", "families", "pass"))
    room.grid.caret.to_cell((COACH, CROWD))
    did(room, "edit.paste")
    made = new_offers(room, before)
    assert [(offer.card_kind, offer.card_ref) for offer in made] == [
        (CardKind.SEGMENT, "families"),
        (CardKind.SEGMENT, "pass"),
    ]
    lines = QMimeData()
    lines.setText("One\nTwo\nThree")
    QGuiApplication.clipboard().setMimeData(lines)
    did(room, "edit.paste")
    assert [offer.offer for offer in new_offers(room, {**before, **{o.id: o for o in made}})] == [
        "One",
        "Two",
        "Three",
    ]
    undone(room)
    undone(room)
    assert offers(room) == before


def test_select_all_chooses_every_offer_that_is_shown(room: MatrixView) -> None:
    did(room, "strategy.state-idea")
    did(room, "edit.select-all")
    shown = {key for key, offer in offers(room).items() if offer.state is not PlacementState.IDEA}
    assert set(room.desk.selection.ids_of(Placement)) == shown
    assert 0 < len(shown) < len(offers(room))


def test_arrows_that_are_faster_than_the_edits_still_add_up(room: MatrixView) -> None:
    room.grid.caret.to_offer("o-touch")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Right):
        QTest.keyClick(room.grid, key, Qt.KeyboardModifier.AltModifier)
    settle(room.desk.session)
    moved = offers(room)["o-touch"]
    assert (moved.experience, moved.architecture) == (DESIRE, CROWD)
    pressed(room, Qt.Key.Key_Left, CTRL)
    assert offers(room)["o-touch"].architecture is MARKET
