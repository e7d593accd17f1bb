"""What chance once broke in a whole window, each in a few steps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from helpers.applications import project_file, running, window_of
from helpers.desks import edited, park, settle, wait_for
from helpers.windows import open_window
from rondo.ui.main_window import MainWindow
from rondo.ui.review.lines import FindingCard
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.nouns import journeys, steps
from rondofile.records import Journey, Player, Step


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication) -> Iterator[MainWindow]:
    with open_window(tmp_path, park()) as window:
        window.activateWindow()
        wait_for(window.isActiveWindow)
        yield window


def test_a_chosen_step_that_is_undone_is_gone_before_anyone_asks_for_it(window: MainWindow) -> None:
    session, selection = window.desk.session, window.desk.selection
    journey = edited(session, EditKind.ADD_JOURNEY, lambda edit: journeys.add(edit, "New"))
    step = edited(session, EditKind.ADD_STEPS, lambda edit: steps.add(edit, journey.id, "Ask"))
    selection.look_at(journey.id)
    selection.choose(Step, step.id)
    seen: list[bool] = []

    def look(*_: object) -> None:
        project = session.project
        seen.append(all(project.find(Step, key) is not None for key in selection.ids_of(Step)))
        seen.append(project.find(Journey, selection.journey) is not None)

    for signal in (session.standing_changed, selection.changed, selection.journey_changed):
        signal.connect(look)
    session.undo()
    session.undo()
    settle(session)
    assert len(seen) >= 6 and all(seen)
    assert selection.ids == ()


def test_asking_for_another_new_thing_keeps_the_one_that_is_being_named(window: MainWindow) -> None:
    session, before = window.desk.session, len(window.desk.session.project.all(Player))
    window.carry_out("strategy.new-organisation")
    QTest.keyClicks(QApplication.focusWidget(), "First")
    window.carry_out("strategy.new-organisation")
    settle(session)
    window.carry_out("strategy.new-organisation")
    window.carry_out("strategy.new-organisation")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit) and editor.text() == ""
    QTest.keyClicks(editor, "Second")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    wait_for(lambda: len(session.project.all(Player)) == before + 2)
    assert {"First", "Second"} <= {player.name for player in session.project.all(Player)}


def test_a_finding_about_what_was_just_deleted_leads_nowhere(window: MainWindow) -> None:
    session, selection = window.desk.session, window.desk.selection
    window.show_view("review")
    room = window.rooms["review"]
    wait_for(lambda: bool(room.findChildren(FindingCard)))
    cards = len(room.findChildren(FindingCard))
    keys = [step.id for step in session.project.all(Step)]
    edited(session, EditKind.DELETE_STEPS, lambda edit: steps.delete(edit, *keys))
    selection.clear()
    pressed = 0
    for card in room.findChildren(FindingCard)[:cards]:
        card.shown.emit()
        pressed += 1
        assert not set(keys) & set(selection.ids)
    assert pressed == cards > 3


def test_what_is_being_written_is_kept_when_the_program_ends(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        session = window.desk.session
        journey = edited(session, EditKind.ADD_JOURNEY, lambda edit: journeys.add(edit, "Visit"))
        window.desk.selection.look_at(journey.id)
        window.go_to("journey")
        window.carry_out("journey.write-step")
        editor = QApplication.focusWidget()
        assert isinstance(editor, QPlainTextEdit)
        QTest.keyClicks(editor, "Ask for help")
        away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
        QApplication.sendEvent(editor, away)
        application.leave()
    assert [step.title for step in Document.read(path).all(Step)] == ["Ask for help"]
