"""What the coverage shows: what undo changed, people chosen elsewhere, little room, the table as heard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter

from helpers.coverage_room import open_coverage
from helpers.desks import edited, park
from rondo.ui.coverage.buttons import buttons
from rondo.ui.coverage.plan import NAME
from rondo.ui.coverage.teller import CoverageTeller
from rondo.ui.pieces.accessible import WHOLE, Role
from rondofile.enums import Experience
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Fit, Placement, Segment

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
K = Qt.Key
DESIRE, CURATED, COACH, AUTOMATIC = Experience


def without_situation_scores() -> Project:
    return Project.of([r for r in park().records() if not (isinstance(r, Fit) and r.situation)])


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
        assert room.view.hint.y() < room.view.height() / 2, "right below the heads, not at the foot of a void"
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
