"""The whole matrix in an ordinary window: cards say less, cells fold what is too much, nothing is lost."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from helpers.desks import park, settle
from helpers.matrices import Offers
from helpers.matrix_rooms import CURATED, DESIRE, PRODUCER, middle, open_matrix, pressed
from rondo.ui.matrix.laying.heights import shared
from rondo.ui.matrix.painting.cards import LINES, CardMaker, Detail
from rondo.ui.matrix.painting.letters import Letters
from rondo.ui.matrix.view import MatrixView
from rondofile.enums import Architecture, Experience
from rondofile.project import Project
from rondofile.records import Placement

pytestmark = pytest.mark.usefixtures("qapp")
ORDINARY = (755, 640)
"""What the matrix has of a window of 1280 x 800."""
DUTCH = "Wij regelen uw arbeidsongeschiktheidsverzekeringsaanvraag vóór u erom vraagt"
TELUGU = "మీరు అడగకముందే మీ కుటుంబానికి సరిపోయే మూడు రోజుల ప్రణాళికను మేము తయారు చేస్తాము"


def test_rows_share_what_is_free_and_the_highest_gives_way_first() -> None:
    assert shared([50, 50, 50], [300, 100, 60], 300) == [140, 100, 60]
    assert shared([50, 50, 50], [60, 60, 60], 300) == [60, 60, 60]
    assert shared([90, 90, 90], [300, 100, 90], 200) == [90, 90, 90]


def test_the_worked_case_is_seen_at_once_in_an_ordinary_window(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park(), ORDINARY) as room:
        assert room.grid.verticalScrollBar().maximum() == 0
        assert room.grid.horizontalScrollBar().maximum() == 0
        _holds(room)


@pytest.mark.parametrize("sentence", [DUTCH, TELUGU])
def test_sixty_offers_in_twelve_cells_stand_whole_or_are_counted(tmp_path: Path, sentence: str) -> None:
    with open_matrix(tmp_path, _crowded(60, 12, sentence), ORDINARY) as room:
        shown = _holds(room)
        assert shown >= 12
        assert sum(map(len, room.grid.plan.folded.values())) == 60 - shown


def test_what_is_folded_is_counted_and_comes_with_a_click_or_the_space_bar(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park(), ORDINARY) as room:
        cell = (CURATED, PRODUCER)
        folded = room.grid.plan.folded[cell]
        assert folded and set(folded) < set(room.grid.plan.order[cell])
        _click(room, room.grid.plan.chips[cell].center())
        assert cell not in room.grid.plan.folded
        assert all(room.grid.plan.cards[key].facts for key in folded)
        _holds(room)
        _click(room, room.grid.plan.chips[cell].center())
        assert room.grid.plan.folded[cell] == folded
        room.grid.caret.to_cell(cell)
        pressed(room, Qt.Key.Key_Space)
        assert cell not in room.grid.plan.folded


def test_a_sentence_for_which_a_cell_is_too_low_is_begun_there_and_told_whole(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park(), ORDINARY) as room:
        plan = room.grid.plan
        shown = [key for key in plan.order[DESIRE, PRODUCER] if not plan.is_folded(key)]
        assert len(shown) == 2 and len(plan.folded[DESIRE, PRODUCER]) == 1
        first, begun = (plan.cards[key] for key in shown)
        maker = CardMaker(
            Letters(room.desk.engine, room.desk.look),
            room.desk.framework,
            room.desk.words,
            room.grid.measures,
        )
        for card, cut in ((first, False), (begun, True)):
            whole = maker.made(card.entry, card.width, Detail.BARE)
            two, one = (maker.made(card.entry, card.width, how) for how in LINES)
            assert one.height < two.height <= whole.height
            assert card.title == whole.title == card.entry.title
            assert card.height in ({one.height, two.height} - {whole.height} if cut else {whole.height})


def test_a_word_without_end_is_begun_too(tmp_path: Path) -> None:
    with open_matrix(tmp_path, _crowded(4, 1, "W" * 90), ORDINARY) as room:
        assert _holds(room) >= 1


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_what_is_folded_is_told_where_it_is_counted(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park(), ORDINARY) as room:
        cell = (CURATED, PRODUCER)
        at = room.grid.box(room.grid.plan.folded[cell][0]).center()
        view = room.grid.viewport()
        QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
        told = QToolTip.text()
        QToolTip.hideText()
        for key in room.grid.plan.order[cell]:
            assert (room.grid.plan.cards[key].title in told) is room.grid.plan.is_folded(key)


def test_an_offer_that_is_chosen_or_written_is_never_folded(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park(), ORDINARY) as room:
        first, second = (
            room.grid.plan.folded[CURATED, PRODUCER][0],
            room.grid.plan.folded[DESIRE, PRODUCER][0],
        )
        room.desk.selection.choose(Placement, first)
        assert not room.grid.plan.is_folded(first)
        room.grid.edit_offer(second)
        assert not room.grid.plan.is_folded(second)
        pressed(room, Qt.Key.Key_Escape)


def test_a_press_on_a_folded_offer_drags_nothing_and_tab_goes_into_what_is_folded(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park(), ORDINARY) as room:
        cell = (CURATED, PRODUCER)
        keys, chip = room.grid.plan.order[cell], room.grid.box(room.grid.plan.folded[cell][0])
        assert room.grid.offer_at(chip.center()) is None
        room.grid.caret.to_cell(cell)
        for key in keys:
            pressed(room, Qt.Key.Key_Tab)
            assert room.grid.caret.offer == key
        assert not room.grid.plan.is_folded(keys[-1])


def test_a_drop_on_a_full_cell_shows_what_was_dropped(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park(), ORDINARY) as room:
        room.grid.deeds.drop_lines("One more", (CURATED, PRODUCER))
        settle(room.desk.session)
        key = room.grid.caret.offer
        assert key is not None and room.grid.plan.cards[key].title == "One more"
        assert not room.grid.plan.is_folded(key)


def test_cells_stay_as_wide_when_one_is_opened_and_the_grid_scrolls(tmp_path: Path) -> None:
    with open_matrix(tmp_path, _crowded(40, 5, DUTCH), ORDINARY) as room:
        before, width = room.grid.plan.column, room.grid.viewport().width()
        _click(room, next(iter(room.grid.plan.chips.values())).center())
        assert room.grid.verticalScrollBar().maximum() > 0
        assert room.grid.viewport().width() < width
        assert room.grid.plan.column == before
        assert room.grid.horizontalScrollBar().maximum() == 0


def _crowded(count: int, cells: int, sentence: str) -> Project:
    """So many offers that say that sentence, in so many cells."""
    places = [(row, column) for row in Experience for column in Architecture][:cells]
    project = Offers()
    for number in range(count):
        project.add(*places[number % cells], offer=f"{number} {sentence}")
    return project.project()


def _holds(room: MatrixView) -> int:
    """Every card lies whole in its cell, apart from all others and the count. Returns how many there are."""
    plan, shown = room.grid.plan, 0
    for cell, keys in plan.order.items():
        folded = plan.folded.get(cell, ())
        boxes = [plan.boxes[key] for key in keys if key not in folded]
        chip = plan.chips.get(cell, QRect(plan.cells[cell].bottomLeft(), plan.cells[cell].bottomRight()))
        assert all(plan.cells[cell].contains(box) for box in boxes)
        assert all(above.bottom() < below.top() for above, below in pairwise(boxes))
        assert not boxes or boxes[-1].bottom() <= chip.top() + 4
        assert all(plan.cards[key].height > 0 for key in keys if key not in folded)
        shown += len(boxes)
    return shown


def _click(room: MatrixView, at: QPoint) -> None:
    middle(room, (CURATED, PRODUCER))
    shift = room.grid.box((CURATED, PRODUCER)).topLeft() - room.grid.plan.cells[CURATED, PRODUCER].topLeft()
    QTest.mouseClick(room.grid.viewport(), Qt.MouseButton.LeftButton, pos=at + shift)
    settle(room.desk.session)
