"""What the matrix shows: every offer whole in its cell, layers that count what they hide, names to hear."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip

from helpers.clipping import cut_texts
from helpers.desks import edited, park, settle
from helpers.matrix_rooms import (
    CURATED,
    MARKET,
    PRODUCER,
    RETAILER,
    cell,
    did,
    new_offers,
    offers,
    open_matrix,
    undone,
)
from helpers.stretched import StretchedWords
from rondo.ui.matrix.laying.heights import levelled
from rondo.ui.matrix.view import MatrixView
from rondo.ui.pieces.accessible import Role
from rondofile.enums import Architecture, Experience, PlacementState
from rondofile.kinds import EditKind
from rondofile.nouns import placements, segments
from rondofile.project import Project
from rondofile.records import Placement

pytestmark = pytest.mark.usefixtures("qapp")
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmütze " * 4


@pytest.fixture
def room(tmp_path: Path) -> Iterator[MatrixView]:
    with open_matrix(tmp_path, park()) as room:
        yield room


def test_every_offer_stands_in_its_cell_from_the_top_and_clear_of_the_count(room: MatrixView) -> None:
    plan, looked = room.grid.plan, 0
    for place, keys in plan.order.items():
        boxes = [plan.boxes[key] for key in keys]
        strip = room.grid.measures.strip - 4
        inner = plan.cells[place].adjusted(0, 0, 0, -strip)
        assert all(inner.contains(box) for box in boxes)
        assert all(above.bottom() < below.top() for above, below in pairwise(boxes))
        assert not boxes or boxes[0].top() - plan.cells[place].top() == room.grid.measures.pad
        looked += len(boxes)
    assert looked == len(offers(room)) > 10
    assert {plan.home[key] for key in ("o-compare", "o-queue")} == {(CURATED, MARKET)}


def test_the_twenty_cells_and_the_five_places_below_are_equally_wide(room: MatrixView) -> None:
    cells = room.grid.plan.cells
    assert set(cells) == {(row, column) for row in (*Experience, None) for column in Architecture}
    assert len({box.width() for box in cells.values()}) == 1
    assert max(box.bottom() for (row, _), box in cells.items() if row is not None) < min(
        box.top() for (row, _), box in cells.items() if row is None
    )


def test_rows_share_the_height_as_equally_as_their_offers_allow() -> None:
    assert levelled([80, 80, 80, 80], 800) == [200, 200, 200, 200]
    assert levelled([300, 80, 80, 80], 600) == [300, 100, 100, 100]
    assert levelled([300, 200, 80, 80], 700) == [300, 200, 100, 100]
    assert levelled([300, 80, 80, 80], 400) == [300, 80, 80, 80]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_long_offers_wrap_and_the_card_grows_at_any_text_size(tmp_path: Path, scale: float) -> None:
    project = _with_offer(park(), "o-touch", offer=LONG)
    with open_matrix(tmp_path, project) as room:
        room.desk.look.set_scale(scale)
        did(room, "strategy.whole-offers")
        settle(room.desk.session)
        card, box = room.grid.plan.cards["o-touch"], room.grid.plan.boxes["o-touch"]
        head = room.grid.painter.letters.block(LONG, 12, card.width - 2 * room.grid.measures.card_side, 600)
        assert len(head.lines) >= 8
        assert box.height() >= head.height
        assert room.grid.plan.cells[room.grid.plan.home["o-touch"]].contains(box)
        room.desk.look.set_scale(1.0)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_of_the_strip_is_cut_in_a_longer_language(tmp_path: Path, scale: float) -> None:
    with open_matrix(tmp_path, park(), (720, 700), StretchedWords()) as room:
        room.desk.look.set_scale(scale)
        room.set_layers(room.grid.layers.toggled(PlacementState.NOW).with_player("florida", False))
        settle(room.desk.session)
        found, looked = cut_texts(room)
        room.desk.look.set_scale(1.0)
        assert looked >= 6
        assert found == []


def test_a_hidden_state_is_counted_and_comes_back(room: MatrixView) -> None:
    hidden = [key for key, offer in offers(room).items() if offer.state is PlacementState.NOW]
    did(room, "strategy.state-now")
    assert not set(hidden) & set(room.grid.plan.boxes)
    assert f"{len(hidden)} offers hidden" in _said(room)
    assert not room.deeds()["strategy.state-now"].checked()  # type: ignore[misc]
    show_all = next(b for b in room.findChildren(QPushButton) if b.text() == "Show all")
    QTest.mouseClick(show_all, Qt.MouseButton.LeftButton)
    assert set(room.grid.plan.boxes) == set(offers(room))
    assert not any("hidden" in text for text in _said(room))


def test_organisations_and_segments_are_filtered_from_their_menus(room: MatrixView) -> None:
    organisations, segments = room._strip._players.menu(), room._strip._segments.menu()
    next(action for action in organisations.actions() if "Disney" in action.text()).trigger()
    assert "o-florida" not in room.grid.plan.boxes and "o-ship" in room.grid.plan.boxes
    next(action for action in segments.actions() if "pass" in action.text()).trigger()
    assert set(room.grid.plan.boxes) == {"o-pass-now", "o-tonight"}


def test_what_was_shown_is_remembered_for_the_project(room: MatrixView) -> None:
    did(room, "strategy.state-idea")
    again = MatrixView(room.desk)
    assert again.grid.layers == room.grid.layers
    assert again.grid.layers.states == {PlacementState.NOW, PlacementState.TARGET}
    again.deleteLater()


def test_only_what_changed_is_measured_again(room: MatrixView) -> None:
    before = dict(room.grid.plan.cards)
    edited(
        room.desk.session,
        EditKind.SET_OFFER,
        lambda edit: placements.set_fields(edit, ("o-rain",), offer="Dry"),
    )
    after = room.grid.plan.cards
    assert {key for key in after if after[key] is not before[key]} == {"o-rain"}
    assert after["o-rain"].title == "Dry"


def test_an_undone_move_is_chosen_and_brought_into_view(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park(), (760, 420)) as room:
        room.grid.caret.to_cell((None, Architecture.PEER_TO_PEER_NETWORK))
        seen: list[object] = []
        room.desk.session.changed.connect(seen.append)
        edited(
            room.desk.session,
            EditKind.MOVE_OFFER,
            lambda edit: placements.move(edit, ["o-touch"], (CURATED, RETAILER)),
        )
        undone(room)
        room.reveal(seen[-1])  # type: ignore[arg-type]
        assert room.desk.selection.ids_of(Placement) == ("o-touch",)
        body = QRect(QPoint(0, 0), room.grid.viewport().size())
        assert body.contains(room.grid.box("o-touch"))


def test_a_click_chooses_a_cell_or_an_offer_and_control_adds_to_it(room: MatrixView) -> None:
    view, grid = room.grid.viewport(), room.grid
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(view, left, pos=grid.box("o-touch").center())
    assert room.desk.selection.ids_of(Placement) == ("o-touch",)
    QTest.mouseClick(view, left, Qt.KeyboardModifier.ControlModifier, grid.box("o-ship").center())
    assert set(room.desk.selection.ids_of(Placement)) == {"o-touch", "o-ship"}
    QTest.mouseClick(view, left, Qt.KeyboardModifier.ControlModifier, grid.box("o-touch").center())
    assert room.desk.selection.ids_of(Placement) == ("o-ship",)
    QTest.mouseClick(view, left, pos=grid.box((Experience.RESPOND_TO_DESIRE, RETAILER)).center())
    assert room.desk.selection.cell == (Experience.RESPOND_TO_DESIRE, RETAILER)


def test_a_click_on_a_cell_that_is_half_seen_moves_nothing_and_a_double_click_begins_an_offer_there(
    tmp_path: Path,
) -> None:
    with open_matrix(tmp_path, park(), (760, 500)) as room:
        did(room, "strategy.whole-offers")
        grid, place = room.grid, (CURATED, RETAILER)
        box = grid.box(place)
        assert box.bottom() > grid.viewport().height() > box.top() + 10
        before, at = offers(room), QPoint(box.center().x(), box.top() + 10)
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert grid.box(place) == box
        QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
        settle(room.desk.session)
        (made,) = new_offers(room, before)
        assert cell(made) == place


def test_an_offer_with_a_row_and_no_column_waits_below_and_says_so(tmp_path: Path) -> None:
    project = _with_offer(park(), "o-touch", architecture=None)
    with open_matrix(tmp_path, project) as room:
        assert room.grid.plan.home["o-touch"] == (None, None)
        assert room.grid.plan.cards["o-touch"].facts.endswith("Respond to desire, no column yet")


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_what_lies_under_the_pointer_explains_itself_as_plain_text(tmp_path: Path) -> None:
    with open_matrix(tmp_path, _with_offer(park(), "o-queue", offer="<b>Beat</b> the queue")) as room:
        grid = room.grid
        offer = _tip(room, grid.box("o-queue").center())
        assert "&lt;b&gt;Beat" in offer and "Start-up: Queue-plan start-up" in offer
        assert "Also read as" in offer
        column = _tip(room, QPoint(grid.box((CURATED, MARKET)).center().x(), 20))
        assert "Connected market maker" in column and "More supply is needed" in column
        row = _tip(room, QPoint(20, grid.box((CURATED, MARKET)).top() + 20))
        assert "Curated offering" in row and "The pain lies in choosing" in row
        QToolTip.hideText()


def test_a_matrix_without_offers_says_what_to_do_first(tmp_path: Path) -> None:
    with open_matrix(tmp_path, Project({})) as room:
        assert any(text.startswith("Add a customer segment") for text in _said(room))
        edited(room.desk.session, EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, "Families"))
        assert any(text.startswith("Drag a segment") and "Ctrl+Shift+P" in text for text in _said(room))
        edited(
            room.desk.session, EditKind.PLACE_OFFER, lambda edit: placements.place(edit, "A", (None, None))
        )
        assert not any(text.startswith("Drag a segment") for text in _said(room))
        assert (None, None) in room.grid.plan.cells, "an offer without a column is not shown"


def test_a_screen_reader_hears_a_table_of_cells_with_their_offers(room: MatrixView) -> None:
    table = QAccessible.queryAccessibleInterface(room.grid)
    assert table is not None
    assert (table.role(), _name(table)) == (Role.Table, "Connected strategy matrix")
    cells = {_name(table.child(index)): table.child(index) for index in range(table.childCount())}
    assert len(cells) == 25
    assert cells["Curated offering × Connected retailer"].childCount() == 0
    market = cells["Curated offering × Connected market maker"]
    assert [_name(market.child(index)) for index in range(market.childCount())] == [
        "Every park compared",
        "A plan that beats the queue",
    ]
    below = cells["Not connected yet × Connected producer"]
    assert "Four desks, four queues" in {_name(below.child(i)) for i in range(below.childCount())}
    room.grid.caret.to_cell((CURATED, PRODUCER))
    assert cells["Curated offering × Connected producer"].state().selected
    described = cells["Curated offering × Connected market maker"].text(QAccessible.Text.Description)
    assert described == "2 offers: Every park compared; A plan that beats the queue"


def _said(room: MatrixView) -> list[str]:
    return [label.text() for label in room.findChildren(QLabel) if label.isVisible()]


def _tip(room: MatrixView, at: QPoint) -> str:
    view = room.grid.viewport()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    return QToolTip.text()


def _name(item: QAccessibleInterface) -> str:
    return item.text(QAccessible.Text.Name)


def _with_offer(project: Project, key: str, **fields: object) -> Project:
    record = project.get(Placement, key)
    return project.replaced({"placement": {key: (record, replace(record, **fields))}})  # type: ignore[arg-type]
