"""Criteria: what is typed into a cell stands in the project; the ranking waits until it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.compared import compared, opened
from helpers.desks import open_desk, park, settle
from rondo.strategy.comparison import totals
from rondo.ui.compare.criteria.criteria_page import CriteriaPage
from rondo.ui.desk import Desk
from rondofile.enums import Architecture
from rondofile.records import Criterion, Score

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PRODUCER, RETAILER = Architecture.CONNECTED_PRODUCER, Architecture.CONNECTED_RETAILER


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path, park()) as desk:
        yield desk


@pytest.fixture
def criteria(desk: Desk) -> Iterator[CriteriaPage]:
    with compared(desk) as view:
        yield opened(view, "criteria", CriteriaPage)


def names(desk: Desk) -> list[str]:
    return [one.name for one in desk.session.project.all(Criterion)]


def score(desk: Desk, criterion: str, architecture: Architecture) -> Score | None:
    found = desk.session.project.all(Score)
    return next((s for s in found if (s.criterion, s.architecture) == (criterion, architecture)), None)


def test_a_digit_in_a_cell_is_a_score_and_delete_takes_it_away(desk: Desk, criteria: CriteriaPage) -> None:
    criteria.table.go_to("c-speed", RETAILER)
    criteria.table.setFocus()
    QTest.keyClick(criteria.table, Qt.Key.Key_7)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    settle(desk.session)
    found = score(desk, "c-speed", RETAILER)
    assert found is not None and found.score == 7
    QTest.keyClick(criteria.table, Qt.Key.Key_Delete)
    settle(desk.session)
    assert score(desk, "c-speed", RETAILER) is None
    desk.session.undo()
    settle(desk.session)
    assert score(desk, "c-speed", RETAILER) == found


@pytest.mark.parametrize("typed", ["11", "-1", "many", ""])
def test_what_is_no_score_is_not_kept(typed: str, desk: Desk, criteria: CriteriaPage) -> None:
    model = criteria.table.criteria
    weight = model.index(0, 0)
    before = desk.session.project
    assert not typed or not model.setData(model.index(0, 1), typed)
    model.setData(weight, typed if typed != "11" else "101")
    settle(desk.session)
    assert desk.session.project is before


def test_escape_in_a_cell_leaves_nothing(desk: Desk, criteria: CriteriaPage) -> None:
    before = desk.session.project
    criteria.table.go_to("c-speed", PRODUCER)
    criteria.table.setFocus()
    QTest.keyClick(criteria.table, Qt.Key.Key_3)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QApplication.processEvents()
    settle(desk.session)
    assert desk.session.project is before


def test_a_score_says_why_and_a_criterion_is_renamed_moved_and_deleted(
    desk: Desk, criteria: CriteriaPage
) -> None:
    criteria.table.go_to("c-speed", RETAILER)
    criteria.bar.note.changed.emit("Shops are slow")
    criteria.bar.name.changed.emit("Speed")
    settle(desk.session)
    found = score(desk, "c-speed", RETAILER)
    assert found is not None and found.note == "Shops are slow"
    assert names(desk)[0] == "Speed"
    criteria.bar.down.click()
    settle(desk.session)
    assert names(desk)[1] == "Speed"
    assert criteria.table.currentIndex().row() == 1, "the criterion stays the chosen one"
    criteria.bar.remove.click()
    settle(desk.session)
    assert "Speed" not in names(desk) and score(desk, "c-speed", RETAILER) is None


def test_a_criterion_is_added_by_its_name(desk: Desk, criteria: CriteriaPage) -> None:
    before = names(desk)
    criteria.new.box.setFocus()
    QTest.keyClicks(criteria.new.box, "Trust")
    QTest.keyClick(criteria.new.box, Qt.Key.Key_Return)
    settle(desk.session)
    assert names(desk) == [*before, "Trust"]
    assert criteria.table.currentIndex().row() == len(before)


def test_the_ranking_is_hidden_until_it_is_asked_for(desk: Desk, criteria: CriteriaPage) -> None:
    before = desk.session.project
    assert not criteria.ranking.isVisible()
    criteria.rank.click()
    QApplication.processEvents()
    assert criteria.ranking.isVisible()
    assert "20 of 20 scores" in criteria.ranking.sentence
    shown = {bar.accessibleName() for bar in criteria.ranking.findChildren(QWidget)}
    for total in totals(desk.session.project):
        short = desk.framework.short(total.architecture)
        assert f"{short[:1].upper()}{short[1:]}: {total.value:.1f}".removesuffix(".0") in shown
    settle(desk.session)
    assert desk.session.project is before
