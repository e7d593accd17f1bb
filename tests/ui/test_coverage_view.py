"""The coverage in the window: scores by keys and mouse, offers, the way to the matrix, the table as heard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from helpers.coverage_room import LEFT, NONE, open_coverage
from helpers.desks import edited, park
from rondo.ui.coverage.buttons import buttons
from rondo.ui.coverage.plan import NAME
from rondo.ui.coverage.teller import CoverageTeller
from rondo.ui.pieces.accessible import WHOLE, Role
from rondofile.enums import Architecture, Experience, PlacementState
from rondofile.kinds import EditKind
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


def test_undo_brings_the_score_that_changed_into_view(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park(), (640, 300)) as room:
        room.desk.session.changed.connect(lambda changes: room.view.reveal(changes))
        room.go("noband", AUTOMATIC, "value")
        room.type("1")
        room.go("families", DESIRE)
        assert room.grid.verticalScrollBar().value() == 0
        room.undo()
        assert room.grid.spot == ("noband", AUTOMATIC, "value")
        assert room.grid.viewport().rect().contains(room.grid.box(room.grid.spot))


def test_undo_brings_the_offer_that_changed_into_view(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park(), (640, 300)) as room:
        room.desk.session.changed.connect(lambda changes: room.view.reveal(changes))
        offer = next(p for p in room.project.all(Placement) if p.offer == "Paper ticket, staffed desk")
        kind, change = EditKind.SET_OFFER, {"offer": "Paper ticket"}
        edited(room.desk.session, kind, lambda edit: edit.change(Placement, offer.id, **change))
        room.go("families", DESIRE)
        room.undo()
        assert room.grid.spot == ("noband", None, offer.id)
        assert room.grid.viewport().rect().contains(room.grid.box(room.grid.spot))


def test_people_chosen_elsewhere_are_marked_and_in_view(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park(), (640, 300)) as room:
        room.desk.selection.choose(Segment, "noband")
        box = room.grid.box(("noband", None, NAME))
        assert room.grid.viewport().rect().intersects(box)
        assert room.grid.spot == ("noband", None, NAME)


def test_nothing_can_be_changed_where_the_project_is_only_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_coverage(tmp_path, park()) as room:
        monkeypatch.setattr(type(room.desk.session), "read_only", property(lambda _: True))
        before = room.project
        room.go("families", COACH)
        room.type("2")
        room.click(room.on_track(("families", COACH, "comfort"), 2))
        room.press(K.Key_N)
        assert room.project is before and room.grid.deeds.menu is None
        assert set(buttons(room.grid, ("families", COACH, ""))) == {"matrix"}


def test_a_screen_reader_hears_a_table_of_people_by_experiences(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park()) as room:
        teller = CoverageTeller(room.grid)
        whole = teller.said(WHOLE)
        assert whole is not None and whole.role == Role.Table
        keys = teller.parts(WHOLE)
        assert len(keys) == 5 * 6
        roles = [said.role for key in keys if (said := teller.said(key)) is not None]
        assert roles == [Role.RowHeader, *[Role.Cell] * 5] * 5
        cell = teller.said("rain/coach-behavior/")
        assert cell is not None
        assert cell.name == "First-visit families – when it rains at noon: Coach behavior"
        assert "Would they like it? 0. Would it help them? +1." in cell.description
        assert "nobody serves it" in cell.description
        parts = teller.parts("rain/coach-behavior/")
        assert [key.rsplit("/", 1)[1] for key in parts] == ["comfort", "value", "remark"]
        for key in (*keys, *parts):
            assert teller.whole(key) in ("", "rain/coach-behavior/")
            assert not teller.place(key).isEmpty()
        teller.activate(parts[1])
        assert teller.current() == parts[1]


def test_in_words_a_score_of_the_segment_is_called_so(tmp_path: Path) -> None:
    with open_coverage(tmp_path, without_situation_scores()) as room:
        said = CoverageTeller(room.grid).said("home/automatic-execution/comfort")
        assert said is not None and said.name == "Would they like it? −1, as the segment says."


def test_without_people_it_says_what_to_do_first(tmp_path: Path) -> None:
    with open_coverage(tmp_path, Project.of([])) as room:
        assert room.grid.spot is None
        assert "segment" in room.view.hint.text() and room.view.hint.isVisible()
        room.press(K.Key_Down)
        room.type("2n")
        assert room.grid.spot is None


def test_where_there_is_no_room_to_name_the_scores_their_signs_are_explained(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park(), (640, 300)) as room:
        signs = room.desk.words("coverage.signs")
        assert not room.grid.plan.labelled and room.grid.horizontalScrollBar().maximum() == 0
        assert room.view.hint.isVisible() and signs in room.view.hint.text()
        for widget in (room.view.window(), room.view):
            widget.resize(1000, 760)
        room.settle()
        assert room.grid.plan.labelled and signs not in room.view.hint.text()


def test_names_stay_when_cells_go_to_the_side(tmp_path: Path) -> None:
    with open_coverage(tmp_path, park(), (420, 400)) as room:
        grid = room.grid
        assert grid.horizontalScrollBar().maximum() > 0 and grid.is_frozen
        room.go("home", None, "")
        assert grid.horizontalScrollBar().value() > 0
        assert grid.box(("home", None, NAME)).left() == 0
        image = QImage(grid.viewport().size(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        grid.viewport().render(painter, QPoint())
        painter.end()
        assert grid.spot_at(grid.box(("home", None, NAME)).center()) == ("home", None, NAME)


def test_only_the_rows_that_are_seen_are_drawn_and_an_edit_draws_one_anew(tmp_path: Path) -> None:
    many = [Segment(id=f"g{n}", position=n, name=f"Guests {n}") for n in range(150)]
    with open_coverage(tmp_path, Project.of(many)) as room:

        def made() -> dict[str, object]:
            lines = room.grid.plan.lines
            return {line.row.key: line.drawn for line in lines if "cells" in line.drawn.__dict__}

        room.grid.viewport().repaint()
        before = made()
        assert len(room.grid.plan.lines) == 150 and 1 <= len(before) <= 20
        room.go("g0", CURATED)
        room.type("2")
        room.grid.viewport().repaint()
        after = made()
        kept = [key for key, drawn in after.items() if before.get(key) is drawn]
        assert len(after) <= 20 and set(after) - set(kept) == {"g0"}
        room.go("g149", CURATED)
        assert room.grid.viewport().rect().contains(room.grid.box(("g149", CURATED, "comfort")))
