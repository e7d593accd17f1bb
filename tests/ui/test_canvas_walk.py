"""A walk along the journey: the bar, the token, the keys, and that it follows what is edited."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.desks import edited, park, settle, wait_for
from helpers.windows import open_window
from rondo.strategy.journeys.walk import Moment
from rondo.ui.canvas.view import JourneyView
from rondo.ui.canvas.walk.token import along
from rondo.ui.main_window import MainWindow
from rondofile.kinds import EditKind
from rondofile.nouns import links, steps
from rondofile.records import Step

KEYS = Qt.Key


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication) -> Iterator[MainWindow]:
    with open_window(tmp_path, park()) as window:
        window.show_view("journey")
        window.desk.look.keep_still(True)
        yield window


def view_of(window: MainWindow) -> JourneyView:
    room = window.rooms["journey"]
    assert isinstance(room, JourneyView)
    return room


def test_a_walk_when_gone_to_its_end_then_adds_up_and_edits_nothing(window: MainWindow) -> None:
    view, before = view_of(window), window.desk.session.project
    window.carry_out("journey.walk")
    walking, bar = view.tour.walking, view.tour.bar
    assert bar.isVisible() and view.tour.token.isVisible() and walking.at == 0
    seen = []
    for _ in range(len(walking.moments)):
        seen.append(walking.moment.step.id if walking.moment else "")
        assert window.desk.selection.ids_of(Step) == (seen[-1],)
        box = view.scene.box_of(seen[-1])
        assert box is not None and view.tour.token.pos() == box.topLeft()
        QTest.keyClick(bar, KEYS.Key_Right)
    assert len(set(seen)) == 11
    assert "a stranger 3 times" in bar.so_far.text() and "told again 5 times" in bar.so_far.text()
    QTest.keyClick(bar, KEYS.Key_Home)
    assert walking.at == 0
    QTest.keyClick(bar, KEYS.Key_Escape)
    assert not bar.isVisible() and not view.tour.token.isVisible() and not walking.is_on
    assert window.desk.session.project is before


def test_a_walk_when_played_then_goes_on_by_itself_until_the_end(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rondo.ui.canvas.walk.walking.STAY", 1)
    monkeypatch.setattr("rondo.ui.canvas.walk.walking.LONGER", 0)
    window.carry_out("journey.walk")
    walking, bar = view_of(window).tour.walking, view_of(window).tour.bar
    QTest.keyClick(bar, KEYS.Key_Space)
    assert walking.plays
    wait_for(lambda: walking.at == len(walking.moments) - 1 and not walking.plays)


def test_a_branch_when_another_way_is_taken_then_leads_there(window: MainWindow) -> None:
    desk, view = window.desk, view_of(window)
    path = [moment.step for moment in _begun(window)]
    ends = path[1].id, path[5].id
    link = edited(desk.session, EditKind.ADD_LINKS, lambda edit: links.connect(edit, *ends, share=20.0))
    walking = view.tour.walking
    QTest.keyClick(view.tour.bar, KEYS.Key_Right)
    moment = walking.moment
    assert moment is not None and [way.id for way in moment.ways][-1] == link.id
    QTest.keyClick(view.tour.bar, KEYS.Key_2)
    assert walking.moment is not None and walking.moment.step.id == path[5].id
    assert len(walking.moments) == len(path) - 3


def test_the_step_of_a_walk_when_it_is_deleted_then_the_walk_stands_elsewhere(window: MainWindow) -> None:
    desk, walking = window.desk, view_of(window).tour.walking
    path = [moment.step for moment in _begun(window)]
    walking.go(3)
    edited(desk.session, EditKind.DELETE_STEPS, lambda edit: steps.delete(edit, path[3].id))
    assert walking.is_on and walking.moment is not None and walking.moment.step.id != path[3].id
    desk.session.undo()
    settle(desk.session)
    assert walking.is_on
    desk.selection.look_at(next(j for j in _journeys(window) if j != desk.selection.journey))
    assert not walking.is_on


def test_a_way_when_gone_along_then_is_measured_by_its_length() -> None:
    way = ((0.0, 0.0), (10.0, 0.0), (10.0, 30.0))
    assert along(way, 0.0) == (0.0, 0.0) and along(way, 0.25) == (10.0, 0.0)
    assert along(way, 0.625) == (10.0, 15.0) and along(way, 1.0) == (10.0, 30.0)
    assert along(((4.0, 5.0),), 0.5) == (4.0, 5.0)


def _begun(window: MainWindow) -> tuple[Moment, ...]:
    window.carry_out("journey.walk")
    return view_of(window).tour.walking.moments


def _journeys(window: MainWindow) -> list[str]:
    return list(window.desk.session.project.tables["journey"])
