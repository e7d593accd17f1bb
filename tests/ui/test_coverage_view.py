"""The coverage in the window: scores by keys and mouse, offers, the way to the matrix."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers.coverage_room import LEFT, NONE, open_coverage
from helpers.desks import park
from rondo.ui.coverage.buttons import buttons
from rondo.ui.coverage.plan import NAME
from rondofile.enums import Architecture, Experience, PlacementState
from rondofile.project import Project
from rondofile.records import Fit, Placement, Segment, Situation

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
K = Qt.Key
DESIRE, CURATED, COACH, AUTOMATIC = Experience


def without_situation_scores() -> Project:
    return Project.of([r for r in park().records() if not (isinstance(r, Fit) and r.situation)])


def test_a_figure_sets_the_score_and_minus_goes_before_it(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park()) as room:
        room.go("noband", CURATED, "comfort")
        room.type("2")
        found = room.fit("noband", None, CURATED)
        assert found is not None and (found.comfort, found.value) == (2, 0)
        room.type("-2")
        found = room.fit("noband", None, CURATED)
        assert found is not None and (found.comfort, found.value) == (-2, 0)
        room.undo()
        found = room.fit("noband", None, CURATED)
        assert found is not None and found.comfort == 2, "minus and its figure were two steps"


def test_plus_and_minus_go_by_one_and_stop_at_the_ends(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park()) as room:
        room.go("pass", COACH, "value")
        seen = []
        for key in (K.Key_Plus, K.Key_Plus, K.Key_Plus, K.Key_Minus):
            room.press(key)
            found = room.fit("pass", None, COACH)
            assert found is not None
            seen.append(found.value)
        assert seen == [1, 2, 2, 1]


def test_delete_takes_a_score_back_to_what_the_segment_says(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park()) as room:
        spot = ("rain", COACH, "value")
        room.go(*spot)
        assert room.grid.deeds.score(spot) == 1
        room.press(K.Key_Delete)
        assert not room.grid.deeds.is_own(spot)
        assert room.grid.deeds.score(spot) == 0
        room.undo()
        assert room.grid.deeds.score(spot) == 1


def test_a_score_set_in_a_situation_leaves_the_segment_as_it_is(tmp_path: Path) -> None:
    with open_coverage(tmp_path, without_situation_scores()) as room:
        room.go("home", AUTOMATIC, "comfort")
        room.press(K.Key_Plus)
        own, above = room.fit("families", "home", AUTOMATIC), room.fit("families", None, AUTOMATIC)
        assert own is not None and above is not None
        assert (own.comfort, own.value, above.comfort) == (0, None, -1)


def test_arrows_go_through_the_parts_of_a_cell_and_on_to_the_next(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park()) as room:
        room.go("families", DESIRE)
        room.press(K.Key_Down)
        assert room.grid.spot == ("families", DESIRE, "value")
        room.press(K.Key_Right)
        assert room.grid.spot == ("families", CURATED, "value")
        room.press(K.Key_Down)
        assert room.grid.spot == ("home", CURATED, "comfort")
        room.press(K.Key_Home)
        assert room.grid.spot == ("home", None, NAME)
        assert room.desk.selection.ids_of(Situation) == ("home",)
        room.press(K.Key_End)
        assert room.grid.spot == ("home", None, "")
        room.press(K.Key_End, Qt.KeyboardModifier.ControlModifier)
        assert room.grid.spot is not None and room.grid.spot[0] == "noband"


def test_a_click_on_the_line_sets_the_score_there(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park()) as room:
        spot = ("families", COACH, "comfort")
        for score in (-2, 1, 2):
            room.click(room.on_track(spot, score))
            found = room.fit("families", None, COACH)
            assert found is not None and found.comfort == score
        assert room.desk.selection.ids_of(Segment) == ("families",)


def test_pulling_shows_the_score_before_it_is_kept_and_escape_leaves_no_trace(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park()) as room:
        spot, ground = ("families", COACH, "value"), room.grid.viewport()
        before = room.project
        QTest.mousePress(ground, LEFT, NONE, room.on_track(spot, 0))
        QTest.mouseMove(ground, room.on_track(spot, 2))
        assert room.grid.over.score == 2 and room.project is before
        QTest.keyClick(room.grid, K.Key_Escape)
        QTest.mouseRelease(ground, LEFT, NONE, room.on_track(spot, 2))
        room.settle()
        assert room.project is before
        QTest.mousePress(ground, LEFT, NONE, room.on_track(spot, 0))
        QTest.mouseMove(ground, room.on_track(spot, -1))
        QTest.mouseRelease(ground, LEFT, NONE, room.on_track(spot, -1))
        room.settle()
        found = room.fit("families", None, COACH)
        assert found is not None and found.value == -1


def test_an_open_place_begins_an_offer_for_these_people_there(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park()) as room:
        room.go("rain", COACH, "remark")
        room.press(K.Key_Return)
        assert room.grid.deeds.menu is not None
        first, *columns = room.grid.deeds.menu.actions()
        assert first.text() == "Who would deliver it?" and not first.isEnabled()
        assert len(columns) == 5
        columns[4].trigger()
        room.settle()
        (key,) = room.desk.selection.ids_of(Placement)
        made = room.project.get(Placement, key)
        assert (made.card_ref, made.experience, made.architecture, made.state) == (
            *("rain", COACH, Architecture.PEER_TO_PEER_NETWORK),
            PlacementState.IDEA,
        )
        assert ("rain", COACH, key) in room.grid.plan.parts("rain", COACH)
        QTest.keyClicks(room.grid.sentence.box, "A tap when it clears")
        QTest.keyClick(room.grid.sentence.box, K.Key_Return)
        room.settle()
        assert room.project.get(Placement, key).offer == "A tap when it clears"
        assert not room.grid.sentence.is_open and room.grid.hasFocus()


def test_a_sentence_is_written_in_place_and_escape_leaves_it(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park()) as room:
        offer = next(p for p in room.project.all(Placement) if p.offer == "What is short tonight")
        room.go("pass", CURATED, offer.id)
        before, rename = room.project, room.view.deeds()["edit.rename"]
        assert rename.possible()
        rename.do()
        assert room.grid.sentence.box.said() == "What is short tonight"
        QTest.keyClicks(room.grid.sentence.box, "Something else")
        QTest.keyClick(room.grid.sentence.box, K.Key_Escape)
        room.settle()
        assert room.project is before and not room.grid.sentence.is_open
        rename.do()
        QTest.keyClicks(room.grid.sentence.box, "Short lines tonight")
        room.grid.setFocus()
        room.settle()
        assert room.project.get(Placement, offer.id).offer == "Short lines tonight"
        room.go("pass", CURATED, "comfort")
        assert not rename.possible()


def test_what_is_not_connected_asks_for_no_column(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park()) as room:
        room.go("rain", None, "")
        room.press(K.Key_N)
        (key,) = room.desk.selection.ids_of(Placement)
        made = room.project.get(Placement, key)
        assert (made.experience, made.architecture, made.state) == (None, None, PlacementState.NOW)


def test_an_offer_and_a_cell_lead_to_the_matrix(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park()) as room:
        asked: list[int] = []
        room.desk.actions["strategy.show-matrix"].triggered.connect(lambda: asked.append(1))
        offer = next(p for p in room.project.all(Placement) if p.offer == "Three days, next ride that fits")
        room.go("home", CURATED, offer.id)
        assert room.desk.selection.ids_of(Placement) == (offer.id,)
        room.press(K.Key_Return)
        room.go("noband", COACH, "comfort")
        room.press(K.Key_M)
        assert room.desk.selection.cell == (COACH, Architecture.CONNECTED_PRODUCER)
        assert len(asked) == 2


def test_the_buttons_of_the_cell_under_the_pointer_do_the_same(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park()) as room:
        spot, ground = ("noband", COACH, ""), room.grid.viewport()
        QTest.mouseMove(ground, room.grid.cell_box(spot).center())
        there = buttons(room.grid, spot)
        assert set(there) == {"offer", "matrix"}
        assert all(box.width() >= 24 and room.grid.cell_box(spot).contains(box) for box in there.values())
        QTest.mouseMove(ground, there["matrix"].center())
        assert room.grid.over.button == "matrix"
        room.click(there["matrix"].center())
        assert room.desk.selection.cell == (COACH, Architecture.CONNECTED_PRODUCER)
        room.click(there["offer"].center())
        assert room.grid.deeds.menu is not None
        room.grid.deeds.menu.close()
