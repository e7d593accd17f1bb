"""What a person meets who draws a first journey: what was typed is seen, keys go where one looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import edited, park, settle
from helpers.windows import open_window, quiet
from rondo.ui.canvas.view import JourneyView
from rondo.ui.frame import notice_line
from rondofile.enums import JourneyState
from rondofile.kinds import EditKind
from rondofile.nouns import journeys
from rondofile.project import Project
from rondofile.records import Journey, Step

Key = Qt.Key


def capture(canvas: Canvas, title: str) -> None:
    canvas.view.work.inbox.line.setFocus()
    canvas.type(title)
    canvas.key(Key.Key_Return)


def test_the_first_step_that_waits_unfolds_the_list_and_who_folds_it_has_it_folded(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_canvas(tmp_path, park()) as canvas:
        inbox = canvas.view.work.inbox
        capture(canvas, "Pack the bags")
        assert inbox.is_open() and inbox.waiting.list.isVisible() and inbox.line.hasFocus()
        inbox.fold(True)
        capture(canvas, "Feed the cat")
        assert not inbox.is_open()


def test_a_waiting_step_chosen_elsewhere_unfolds_the_list(qapp: QApplication, tmp_path: Path) -> None:
    with open_canvas(tmp_path, park()) as canvas:
        inbox = canvas.view.work.inbox
        capture(canvas, "Pack the bags")
        inbox.fold(True)
        canvas.desk.selection.choose(Step, canvas.steps()["Choose"].id)
        assert not inbox.is_open()
        canvas.desk.selection.choose(Step, canvas.steps()["Pack the bags"].id)
        assert inbox.is_open()


def test_a_step_sorted_by_keys_comes_into_view(qapp: QApplication, tmp_path: Path) -> None:
    with open_canvas(tmp_path, park(), (900, 700)) as canvas:
        capture(canvas, "Pack the bags")
        step = canvas.steps()["Pack the bags"].id
        canvas.surface.zoom_to(2.0)
        inbox = canvas.view.work.inbox
        inbox.waiting.list.setFocus()
        canvas.settle()
        canvas.key(Key.Key_3)
        canvas.key(Key.Key_4)
        box = canvas.scene.box_of(step)
        assert box is not None and canvas.surface.seen().contains(box)


def test_a_map_without_steps_has_no_small_map(qapp: QApplication, tmp_path: Path) -> None:
    with open_canvas(tmp_path, Project({}), (900, 700)) as canvas:
        edited(canvas.desk.session, EditKind.ADD_JOURNEY, lambda edit: journeys.add(edit, "Bare"))
        canvas.desk.selection.look_at(canvas.desk.session.project.all(Journey)[0].id)
        canvas.settle()
        canvas.surface.zoom_to(4.0)
        assert canvas.scene.plan is not None and not canvas.view.minimap.isVisible()


def test_a_redesign_begun_from_the_strip_is_told_and_the_keys_are_on_its_map(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_window(tmp_path, park()) as window:
        view = window.rooms["journey"]
        assert isinstance(view, JourneyView)
        bare = edited(window.desk.session, EditKind.ADD_JOURNEY, lambda edit: journeys.add(edit, "Bare"))
        window.desk.selection.look_at(bare.id)
        line = next(one for one in window.inspector.findChildren(QLineEdit) if one.isVisible())
        line.setFocus()
        view.strip.states[JourneyState.TO_BE].click()
        settle(window.desk.session)
        quiet(50)
        made = window.desk.session.project.get(Journey, window.desk.selection.journey or "")
        assert made.based_on == bare.id and view.surface.hasFocus()
        (said,) = window.notice_bar.sentences()
        assert said.startswith("A redesign has begun")


def test_a_notice_that_does_not_last_goes_though_it_offers_something(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice_line, "LONGER", 0)
    with open_window(tmp_path, park()) as window:
        say = window.desk.notices.say
        say("The way stays whole.", "plain", ("Leave the gap", lambda: None), lasts=False)
        say("The file was changed elsewhere.", "plain", ("See", lambda: None))
        quiet(100)
        assert window.notice_bar.sentences() == ("The file was changed elsewhere.",)
