"""The status line is honest: four states in words with the file's name, and facts of the journey."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from helpers.applications import project_file, running, window_of
from helpers.desks import edited, open_desk, park, wait_for
from rondo.ui.app import Application
from rondo.ui.desk import Desk
from rondo.ui.frame.status_line import StatusLine
from rondo.words import Words
from rondofile.fsops import Files
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions
from rondofile.records import Journey
from rondofile.status import Status


def said(line: StatusLine) -> list[str]:
    return [label.text() for label in line.findChildren(QLabel) if label.text()]


@pytest.fixture
def application(tmp_path: Path, qapp: QApplication) -> Iterator[Application]:
    with running(tmp_path) as made:
        yield made


def test_a_project_without_a_file_says_that_it_is_kept_here(application: Application) -> None:
    application.new()
    assert "Kept on this computer, no file yet" in said(window_of(application).status_line)


def test_work_that_is_not_in_its_file_yet_names_the_file_until_it_is_saved(
    application: Application, tmp_path: Path
) -> None:
    path = project_file(tmp_path)
    application.open_file(path)
    window = window_of(application)
    wait_for(lambda: "Saved" in said(window.status_line))
    edited(window.desk.session, EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, title="B"))
    wait_for(lambda: "Kept on this computer, not yet in plan.rondo" in said(window.status_line))
    window.carry_out("file.save")
    wait_for(lambda: "Saved" in said(window.status_line))


def test_saving_says_so_while_it_lasts(application: Application, tmp_path: Path) -> None:
    path = project_file(tmp_path)
    application.open_file(path)
    window = window_of(application)
    seen: list[str] = []
    window.desk.session.status_changed.connect(lambda _: seen.extend(said(window.status_line)))
    window.desk.session.status_changed.emit(Status.SAVING)
    window.desk.session.status = Status.SAVING
    window.desk.session.status_changed.emit(Status.SAVING)
    assert "Saving…" in said(window.status_line)


def test_a_file_that_cannot_be_written_is_read_only(
    application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project_file(tmp_path)
    monkeypatch.setattr(Files, "writable", lambda *_: False)
    application.open_file(path)
    window = window_of(application)
    wait_for(lambda: "Read-only" in said(window.status_line))
    actions = window.desk.actions
    assert not actions["file.save"].isEnabled() and actions["file.save-as"].isEnabled()


def test_facts_are_those_of_the_journey_that_is_looked_at(tmp_path: Path, qapp: QApplication) -> None:
    with open_desk(tmp_path, park()) as desk:
        line = _shown(desk)
        wait_for(lambda: any("steps" in text for text in said(line)))
        first = desk.session.project.all(Journey)[0]
        count = len(desk.session.project.steps_of(first.id))
        assert any(f"{first.name}, today · {count} steps" in text for text in said(line))
        redesigned = next(j for j in desk.session.project.all(Journey) if j.state == "to-be")
        desk.selection.look_at(redesigned.id)
        wait_for(lambda: any("redesigned" in text for text in said(line)))
        line.deleteLater()


def test_the_zoom_is_told_where_there_is_one(tmp_path: Path, qapp: QApplication) -> None:
    with open_desk(tmp_path, park(), Words("en")) as desk:
        line = _shown(desk)
        line.show_zoom(0.84)
        assert "84 %" in said(line)
        line.show_zoom(None)
        assert not any("%" in text for text in said(line))
        line.deleteLater()


def _shown(desk: Desk) -> StatusLine:
    line = StatusLine(desk)
    line.resize(1200, 28)
    line.show()
    return line
