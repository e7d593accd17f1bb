"""The sweep: one empty cell after another, by keys alone; what is typed is an idea, or an offer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from helpers.clipping import cut_texts
from helpers.desks import clear_away, open_desk, park, settle
from rondo.strategy.moves.seats import CELLS, Seats
from rondo.ui.desk import Desk
from rondo.ui.sweep.course import empty_cells
from rondo.ui.sweep.sweep import Sweep
from rondofile.enums import Architecture, CardKind, Experience, PlacementState
from rondofile.project import Project
from rondofile.records import CellSheet, Placement

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
CTRL = Qt.KeyboardModifier.ControlModifier
FIRST = (Experience.RESPOND_TO_DESIRE, Architecture.CONNECTED_RETAILER)


@contextmanager
def sweeping(
    folder: Path, project: Project | None = None, size: tuple[int, int] = (1280, 800), scale: float = 1.0
) -> Iterator[tuple[Desk, Sweep]]:
    """A sweep that is shown on a project."""
    with open_desk(folder, project or park()) as desk:
        desk.look.set_scale(scale)
        parent = QWidget()
        room = Sweep(desk, parent)
        room.resize(*size)
        room.show()
        settle(desk.session)
        try:
            yield desk, room
            settle(desk.session)
        finally:
            room.close()
            parent.deleteLater()
            clear_away()


def typed(desk: Desk, room: Sweep, text: str) -> None:
    QTest.keyClicks(room.page.box, text)
    settle(desk.session)


def pressed(
    desk: Desk, room: Sweep, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(room.page.box if room.page.box.isVisible() else room, key, held)
    settle(desk.session)


def words_on(room: Sweep) -> str:
    return "\n".join(label.text() for label in room.findChildren(QLabel) if label.isVisible())


def test_a_cell_is_shown_with_its_line_its_question_and_how_many_are_left(tmp_path: Path) -> None:
    with sweeping(tmp_path) as (desk, room):
        cell = desk.framework.cell(*FIRST)
        said = words_on(room)
        assert cell.line in said and cell.question in said and "1 of 17 · 16 left" in said
        assert room.page.box.hasFocus()
        seats = Seats(desk.session.project)
        assert room.course.cells == tuple(cell for cell in CELLS if not seats[cell].ours)


def test_return_keeps_the_line_as_the_idea_and_goes_on(tmp_path: Path) -> None:
    with sweeping(tmp_path) as (desk, room):
        typed(desk, room, "A shop for rainy days")
        pressed(desk, room, Qt.Key.Key_Return)
        [sheet] = desk.session.project.all(CellSheet)
        assert (sheet.experience, sheet.architecture, sheet.idea) == (*FIRST, "A shop for rainy days")
        assert room.course.at == 1 and room.page.box.text() == ""
        pressed(desk, room, Qt.Key.Key_Up)
        assert room.course.at == 0 and room.page.box.text() == "A shop for rainy days"
        assert len(desk.session.project.all(Placement)) == len(park().all(Placement))


def test_control_return_makes_it_an_offer_that_we_could_make_and_undo_takes_it_back(tmp_path: Path) -> None:
    with sweeping(tmp_path) as (desk, room):
        before = set(desk.session.project.all(Placement))
        pressed(desk, room, Qt.Key.Key_Tab)
        assert room.segment == "families"
        room.course.begin_at(FIRST)
        spot = room.course.spot
        typed(desk, room, "Ponchos at the gate")
        pressed(desk, room, Qt.Key.Key_Return, CTRL)
        [offer] = set(desk.session.project.all(Placement)) - before
        assert (offer.offer, offer.state, offer.player) == ("Ponchos at the gate", PlacementState.IDEA, None)
        assert (offer.experience, offer.architecture) == spot
        assert (offer.card_kind, offer.card_ref) == (CardKind.SEGMENT, "families")
        pressed(desk, room, Qt.Key.Key_Up)
        assert desk.words("sweep.offered") in words_on(room)
        pressed(desk, room, Qt.Key.Key_Return, CTRL)
        assert len(set(desk.session.project.all(Placement)) - before) == 1
        pressed(desk, room, Qt.Key.Key_Up)
        assert room.course.spot == spot and desk.words("sweep.offered") in words_on(room)
        pressed(desk, room, Qt.Key.Key_Z, CTRL)
        assert set(desk.session.project.all(Placement)) == before
        assert desk.words("sweep.offered") not in words_on(room)


def test_tab_asks_for_whom_and_shows_the_cells_that_are_empty_for_them(tmp_path: Path) -> None:
    with sweeping(tmp_path) as (desk, room):
        project, seen = desk.session.project, []
        for _ in range(4):
            pressed(desk, room, Qt.Key.Key_Tab)
            assert tuple(room.course.cells) == empty_cells(project, room.segment)
            seen.append((room.segment, len(room.course.cells)))
        assert [key for key, _ in seen] == ["families", "pass", "noband", None]
        assert dict(seen)["noband"] == 20 and dict(seen)["families"] == 17
        pressed(desk, room, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert room.segment == "noband"


def test_escape_leaves_at_any_time_keeps_what_was_typed_and_the_sweep_goes_on_there(tmp_path: Path) -> None:
    with open_desk(tmp_path, park()) as desk:
        first = Sweep(desk)
        first.show()
        pressed(desk, first, Qt.Key.Key_PageDown)
        pressed(desk, first, Qt.Key.Key_PageDown)
        left = first.course.spot
        typed(desk, first, "Half a thought")
        pressed(desk, first, Qt.Key.Key_Escape)
        clear_away()
        [sheet] = desk.session.project.all(CellSheet)
        assert sheet.idea == "Half a thought" and desk.selection.cell == left
        desk.selection.clear()
        again = Sweep(desk)
        again.show()
        settle(desk.session)
        assert again.course.spot == left and again.page.box.text() == "Half a thought"
        pressed(desk, again, Qt.Key.Key_Escape)
        clear_away()
        assert desk.session.project.all(CellSheet) == (sheet,)


def test_after_the_last_cell_it_says_what_came_of_it(tmp_path: Path) -> None:
    with sweeping(tmp_path) as (desk, room):
        typed(desk, room, "One thought")
        pressed(desk, room, Qt.Key.Key_Return, CTRL)
        for _ in range(room.course.left + 1):
            pressed(desk, room, Qt.Key.Key_Return)
        said = words_on(room)
        assert room.course.spot is None and "17 cells thought of" in said and "One thought" in said
        assert desk.words.count("sweep.end.offers", 1) in said and not room.page.box.isVisible()
        pressed(desk, room, Qt.Key.Key_Up)
        assert room.course.at == 16 and room.page.box.hasFocus()


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1024, 640), 2.0), ((1920, 1080), 1.0)])
def test_no_word_is_cut_in_any_room_and_at_any_text_size(
    tmp_path: Path, size: tuple[int, int], scale: float
) -> None:
    with sweeping(tmp_path, size=size, scale=scale) as (desk, room):
        looked = 0
        for _ in range(len(room.course.cells)):
            assert not cut_texts(room)[0]
            box, port = room.page.box, room.page.viewport()
            assert port.rect().contains(box.rect().translated(box.mapTo(port, box.rect().topLeft())))
            looked += 1
            pressed(desk, room, Qt.Key.Key_PageDown)
        assert looked == 17
        assert room.foot.buttons["leave"].isVisible() and not room.foot.buttons["next"].isVisible()


def test_where_no_cell_is_empty_it_says_so(tmp_path: Path) -> None:
    ours = [
        Placement(id=f"o{at}", offer="We do", experience=row, architecture=column)
        for at, (row, column) in enumerate(CELLS)
    ]
    with sweeping(tmp_path, Project.of(ours)) as (desk, room):
        assert desk.words("sweep.none") in words_on(room) and not room.page.box.isVisible()
