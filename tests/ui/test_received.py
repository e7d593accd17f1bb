"""A file of which not everything was taken: said once it is open, listed, saved, and worked into a copy."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QPushButton

from helpers.applications import answers, project_file, running, title_in, window_of
from helpers.desks import settle, wait_for
from helpers.storage import hostile, snapshot, whole_project
from helpers.terminal import in_process
from rondo.commands.received import as_text, groups
from rondo.ui.main_window import MainWindow
from rondo.ui.received.sheet import ReceivedSheet
from rondo.words import LANGUAGES, Words
from rondofile.document import Document
from rondofile.reading.report import Report
from rondofile.records import NOUNS

CHANGED = (
    "PRAGMA ignore_check_constraints = ON",
    "PRAGMA foreign_keys = OFF",
    "UPDATE step SET feeling = 9, note = 'a' || char(7) || 'b' WHERE id = 'ask'",
    "UPDATE link SET target = 'nobody' WHERE id = 'back'",
)
TRIGGER = 'CREATE TRIGGER "<img src=x>" AFTER UPDATE ON step BEGIN DELETE FROM step; END'


def told(window: MainWindow) -> list[str]:
    wait_for(lambda: bool(window.notice_bar.sentences()))
    return list(window.notice_bar.sentences())


def way(window: MainWindow, label: str) -> QPushButton:
    buttons = [one for one in window.notice_bar.findChildren(QPushButton) if one.text() == label]
    assert len(buttons) == 1, [one.text() for one in window.notice_bar.findChildren(QPushButton)]
    return buttons[0]


def sheet_of(window: MainWindow) -> ReceivedSheet:
    wait_for(lambda: bool(window.findChildren(ReceivedSheet)))
    return window.findChildren(ReceivedSheet)[-1]


def test_a_file_that_something_changed_when_opened_then_says_so_and_leads_to_versions(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = tmp_path / "plan.rondo"
    hostile(path, *CHANGED, TRIGGER)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        assert told(window) == [
            "The content of plan.rondo differs from what was saved;"
            " look through it, or go back to an earlier version."
        ]
        asked: list[str] = []
        window.received._carry_out = asked.append
        way(window, "Earlier versions…").click()
        assert asked == ["file.versions"]


def test_the_list_when_it_is_shown_then_has_every_remark_with_its_place_as_plain_text(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = tmp_path / "plan.rondo"
    hostile(path, *CHANGED, TRIGGER)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        told(window)
        way(window, "See what it was").click()
        sheet = sheet_of(window)
        shown = sheet.list.toPlainText()
        assert "Active parts, which were not used (1 thing)\n• <img src=x>" in shown
        assert "• Journey “Today”, step “Ask”: its feeling held “9”; this number is out of range" in shown
        assert "• Journey “Today”, step “Ask”: its note read “a\\u0007b”" in shown
        assert "• Arrow “back”: its end pointed to “nobody”, which is not there" in shown
        assert sheet.versions.isVisible() and sheet.kept.isVisible() and not sheet.include.isVisible()
        target = tmp_path / "list.txt"
        answers(application, target)
        sheet.save_wanted.emit()
        saved = target.read_text(encoding="utf-8")
        assert saved.splitlines()[0] == "What was not taken from “plan.rondo”"
        assert [line[2:] for line in saved.splitlines() if line.startswith("- ")] == [
            line[2:] for line in shown.splitlines() if line.startswith("• ")
        ]
        sheet.close()
        assert window.desk.actions["file.received"].isEnabled()


def test_a_file_that_is_whole_when_opened_then_nothing_is_said(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        settle(window.desk.session)
        QCoreApplication.processEvents()
        assert not window.notice_bar.sentences()
        window.update_actions()
        assert not window.desk.actions["file.received"].isEnabled()


def test_what_another_program_left_beside_a_file_when_asked_for_then_opens_as_a_new_project(
    tmp_path: Path, qapp: QApplication
) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    path = project_file(folder, title="As saved")
    log = with_log(path, "UPDATE project SET title = 'From the log'")
    before = snapshot(folder)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        assert "Another program was changing plan.rondo" in told(window)[0]
        assert window.desk.session.project.info.title == "As saved"
        way(window, "Try to include it").click()
        other = window_of(application, 2)
        assert other.desk.session.path is None
        assert other.desk.session.project.info.title == "From the log"
        log.write_bytes(b"of something else")
        application.open_with_sides(path, window.desk.notices)
        wait_for(lambda: "does not belong to it" in " ".join(window.notice_bar.sentences()))
        assert len(application.windows) == 2
    assert title_in(path) == "As saved"
    assert {name: held for name, held in snapshot(folder).items() if name != log.name} == {
        name: held for name, held in before.items() if name != log.name
    }


def with_log(path: Path, statement: str) -> Path:
    """The file as another program left it that was ended while it changed it; returns the log."""
    other = path.with_name("other.db")
    shutil.copy(path, other)
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute(statement)
        log = path.with_name(f"{path.name}-wal")
        shutil.copy(other.with_name("other.db-wal"), log)
    other.unlink()
    return log


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_noun_field_and_kind_of_remark_then_has_plain_words(language: str) -> None:
    words, report, project = Words(language), Report(), whole_project()
    count = 0
    for noun, kind in NOUNS.items():
        for field in kind.__struct_fields__:
            assert f"received.field.{field}" in words, field
            report.add("read.bad-value", noun, next(iter(project.tables[noun])), field, "value.range: 9")
            count += 1
    for key in (
        *("read.active-part", "read.cleaned", "read.digest", "read.duplicate", "read.foreign-part"),
        *("read.lost-row", "read.no-column", "read.no-such", "read.no-table", "read.seal", "read.side-file"),
        "read.work-damaged",
    ):
        report.add(key, "step", "ask", "title", "x")
    found = groups(report, project, words)
    assert sum(len(group.lines) for group in found) == count + 12
    text = as_text("plan.rondo", report, project, words)
    assert count > 150 and len(text.splitlines()) > count
    assert "received." not in text and "{" not in text


def test_more_remarks_than_are_kept_then_are_counted() -> None:
    report = Report()
    for number in range(10_050):
        report.add("read.lost-row", "step", f"s{number}", "id")
    assert "…and 50 more" in as_text("plan.rondo", report, whole_project(), Words("en"))


def test_the_report_of_a_command_then_lists_everything_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rondo, path = in_process(capsys), tmp_path / "plan.rondo"
    hostile(path, *CHANGED)
    done = rondo("check", "--report", path)
    assert done.code == 1
    project, report = Document.read_published(path)
    assert done.out == as_text("plan.rondo", report, project, Words("en")) + "\n"
    assert len(report.remarks) >= 4 and "its feeling held" in done.out
    whole = project_file(tmp_path, "whole.rondo")
    assert rondo("check", "--report", whole).fine() == rondo("check", whole).fine()
