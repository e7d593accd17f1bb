"""What the matrix leaves out and how it shows the rest: kinds, situations, today under tomorrow, shades."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from helpers.desks import park, settle
from helpers.matrix_rooms import CURATED, MARKET, PRODUCER, did, open_matrix, pressed
from rondo.strategy.matrix.heat import Heat
from rondo.ui.matrix.layers import Layers
from rondo.ui.matrix.painting.times import GONE, UNDER
from rondo.ui.matrix.teller import cell_key
from rondo.ui.matrix.view import MatrixView
from rondofile.enums import PlacementState, PlayerKind
from rondofile.records import Placement

pytestmark = pytest.mark.usefixtures("qapp")
NOW, TARGET, IDEA = PlacementState


@pytest.fixture
def room(tmp_path: Path) -> Iterator[MatrixView]:
    with open_matrix(tmp_path, park()) as room:
        yield room
        room.desk.look.keep_still(False)


def test_a_kind_of_organisation_is_a_layer_of_its_own(room: MatrixView) -> None:
    for name, gone in (
        ("△", {"o-queue"}),
        ("□", {"o-ship"}),
        ("○", {"o-florida", "o-florida2", "o-compare"}),
    ):
        before = set(room.grid.plan.cards)
        line = next(action for action in _menu(room, 0).actions() if action.text().startswith(name))
        line.trigger()
        assert before - set(room.grid.plan.cards) == gone
    assert room.grid.layers.without_kinds == {
        PlayerKind.RIVAL,
        PlayerKind.START_UP,
        PlayerKind.OTHER_INDUSTRY,
    }
    assert room.grid.scene.hidden_in[CURATED, MARKET] == 2


def test_customers_are_filtered_by_segment_and_by_situation(room: MatrixView) -> None:
    lines = [action.text() for action in _menu(room, 1).actions()]
    at_home = next(at for at, text in enumerate(lines) if "planning at home" in text)
    assert lines.index("First-visit families") < at_home < lines.index("Annual pass holders")
    _menu(room, 1).actions()[at_home].trigger()
    assert set(room.grid.plan.cards) == {"o-three", "o-parents"}
    _menu(room, 1).actions()[lines.index("First-visit families")].trigger()
    assert {"o-now", "o-touch", "o-three", "o-rain", "o-parents"} == set(room.grid.plan.cards)
    _menu(room, 1).actions()[0].trigger()
    assert set(room.grid.plan.cards) == {offer.id for offer in park().all(Placement)}


def test_layers_are_kept_as_plain_values_and_read_again() -> None:
    layers = Layers(
        frozenset({NOW}), frozenset({"a"}), frozenset({PlayerKind.RIVAL}), "s", "t", True, True, Heat.PAIN
    )
    assert Layers.found(layers.kept()) == layers
    assert Layers.found({**layers.kept(), "heat": "no such"}) == Layers()
    assert layers.unfiltered == Layers(under=True, whole=True, heat=Heat.PAIN)


def test_today_shows_through_under_what_we_will_do(room: MatrixView) -> None:
    assert room.grid.scene.strengths == {}
    did(room, "strategy.see-through")
    assert room.grid.scene.strengths == {NOW: UNDER, IDEA: GONE}
    boxes = dict(room.grid.plan.boxes)
    did(room, "strategy.see-through")
    assert room.grid.scene.strengths == {} and dict(room.grid.plan.boxes) == boxes


def test_while_t_is_held_today_is_in_front_and_nothing_moves(room: MatrixView) -> None:
    boxes = dict(room.grid.plan.boxes)
    QTest.keyPress(room.grid, Qt.Key.Key_T)
    assert room.grid.scene.strengths == {TARGET: GONE, IDEA: GONE}
    QTest.keyRelease(room.grid, Qt.Key.Key_T)
    assert room.grid.scene.strengths == {}
    did(room, "strategy.see-through")
    QTest.keyPress(room.grid, Qt.Key.Key_T)
    assert room.grid.scene.strengths == {TARGET: UNDER, IDEA: GONE}
    QTest.keyRelease(room.grid, Qt.Key.Key_T)
    assert dict(room.grid.plan.boxes) == boxes


def test_where_nothing_may_move_t_does_not_blink(room: MatrixView) -> None:
    room.desk.look.keep_still(True)
    QTest.keyPress(room.grid, Qt.Key.Key_T)
    assert TARGET not in room.grid.scene.strengths
    QTest.keyRelease(room.grid, Qt.Key.Key_T)
    assert TARGET not in room.grid.scene.strengths


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Heat.COUNT, "4 offers"),
        (Heat.SIZE, "85 % of guests"),
        (Heat.PAIN, "4 of pain less"),
        (Heat.EVIDENCE, "1 of 4 seen or said"),
    ],
)
def test_a_shaded_cell_says_its_amount_with_the_unit(room: MatrixView, kind: Heat, said: str) -> None:
    assert room.grid.scene.warmth == {}
    did(room, f"strategy.heat-{kind}")
    told = room._voice.teller.said(cell_key((CURATED, PRODUCER)))
    assert told is not None and said in told.description
    did(room, f"strategy.heat-{kind}")
    assert room.grid.scene.warmth == {} and room.grid.layers.heat is None


def test_fuller_cells_are_darker_also_in_grey_and_rows_are_not_compared(room: MatrixView) -> None:
    did(room, "strategy.heat-count")
    greys = {
        cell: QColor(room.grid.painter._frame(cell, room.grid.scene)[1]).lightness()  # type: ignore[arg-type]
        for cell in room.grid.scene.warmth
    }
    amounts = {cell: found.amount for cell, found in room.grid.scene.warmth.items()}
    assert len(greys) == 5
    for one, other in ((a, b) for a in greys for b in greys if amounts[a] < amounts[b]):
        assert greys[one] > greys[other] + 4
    assert greys[CURATED, PRODUCER] < greys[CURATED, MARKET]
    room.grid.caret.to_cell((CURATED, PRODUCER))
    pen, ground = room.grid.painter._frame((CURATED, PRODUCER), room.grid.scene)
    assert room.grid.scene.cell == (CURATED, PRODUCER) and pen.widthF() > 1
    assert QColor(ground).lightness() == greys[CURATED, PRODUCER], "a chosen cell keeps its shade"  # type: ignore[arg-type]


def test_alt_and_an_arrow_takes_the_chosen_offers_along(room: MatrixView) -> None:
    room.grid.caret.to_offer("o-touch")
    pressed(room, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(room.desk.session)
    moved = room.desk.session.project.get(Placement, "o-touch")
    assert (moved.experience, moved.architecture) == (CURATED, PRODUCER)


def _menu(room: MatrixView, at: int) -> QMenu:
    """Of the organisations, or of the segments."""
    return (room._strip._players, room._strip._segments)[at].menu()
