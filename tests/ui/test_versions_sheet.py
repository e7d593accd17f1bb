"""File ▸ Versions: listed by day, opened, gone back to, named, removed; damaged ones marked."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.applications import answers, project_file, running, window_of
from helpers.desks import edited, settle, wait_for
from rondo.ui.app import Application
from rondo.ui.main_window import MainWindow
from rondo.ui.versions.asking import NameSheet
from rondo.ui.versions.sheet import VersionsSheet
from rondofile.kept.versions import Version, Versions, Why
from rondofile.kinds import EditKind
from rondofile.nouns import segments
from rondofile.records import Segment
from rondofile.working.home import Home

DAY = 86_400


def opened(application: Application, path: Path) -> MainWindow:
    application.open_file(path)
    return window_of(application)


def add_segment(window: MainWindow, name: str) -> None:
    edited(window.desk.session, EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, name))


def keep(window: MainWindow, why: Why, name: str = "") -> Version:
    kept: list[Version] = []
    window.desk.session.do(lambda document: document.keep_version(why, name), kept.append)
    settle(window.desk.session)
    return kept[0]


def sheet_of(window: MainWindow) -> VersionsSheet:
    """The sheet that was just asked for, with everything in sight compared."""
    window.carry_out("file.versions")
    (sheet,) = window.findChildren(VersionsSheet)
    wait_for(lambda: not window.desk.session.busy)
    if sheet.list.versions.versions():
        wait_for(lambda: sheet.list.version is not None and _known(sheet, sheet.list.version))
    return sheet


def _known(sheet: VersionsSheet, version: Version) -> bool:
    return sheet.list.versions.known(version) is not None


def rows(sheet: VersionsSheet) -> list[str]:
    model = sheet.list.versions
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def in_folder(tmp_path: Path, window: MainWindow, clock: Callable[[], float]) -> Versions:
    return Versions(Home(tmp_path / "home"), window.doc_id, clock)


def test_an_earlier_version_then_is_three_clicks_away(tmp_path: Path, qapp: QApplication) -> None:
    with running(tmp_path) as application:
        window = opened(application, project_file(tmp_path))
        keep(window, Why.HOURLY)
        add_segment(window, "Families")
        clicks = 0
        menu = next(action.menu() for action in window.menuBar().actions() if action.text() == "&File")
        clicks += 1
        action = next(action for action in menu.actions() if action.objectName() == "file.versions")
        action.trigger()
        clicks += 1
        (sheet,) = window.findChildren(VersionsSheet)
        wait_for(lambda: sheet.open_button.isVisible() and sheet.list.version is not None)
        QTest.mouseClick(sheet.open_button, Qt.MouseButton.LeftButton)
        clicks += 1
        copy = window_of(application, 2)
        assert clicks == 3
        assert copy.desk.session.path is None
        assert not copy.desk.session.project.all(Segment) and window.desk.session.project.all(Segment)


def test_versions_then_stand_under_their_days_and_can_be_heard(tmp_path: Path, qapp: QApplication) -> None:
    with running(tmp_path) as application:
        window = opened(application, project_file(tmp_path))
        now = time.time()
        noon = now - now % DAY + DAY / 2
        for n, (back, why, name) in enumerate(
            [(9 * DAY, Why.OPENED, ""), (DAY, Why.NAMED, "Before the board"), (0.0, Why.HOURLY, "")]
        ):
            data = (tmp_path / "plan.rondo").read_bytes() + bytes(n)
            in_folder(tmp_path, window, lambda back=back: noon - back).keep(data, 5 + n, why, name)  # type: ignore[misc]
        sheet = sheet_of(window)
        said = rows(sheet)
        assert said[:4] == ["Today", "Every hour", "Yesterday", "Before the board"]
        assert said[5] == "As opened" and said[4][0].isdigit()
        model = sheet.list.versions
        assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable
        wait_for(lambda: all(_known(sheet, version) for version in model.versions()))
        spoken = str(model.index(3).data(Qt.ItemDataRole.AccessibleTextRole))
        assert spoken.startswith("Before the board, Yesterday, ") and spoken.count(", ") == 3
        assert sheet.list.accessibleName() == "Versions, newest first"
        QTest.keyClick(sheet.list, Qt.Key.Key_Down)
        assert sheet.list.version is not None and sheet.list.version.name == "Before the board"
        sheet.reject()


def test_the_difference_from_now_then_stands_in_each_line(tmp_path: Path, qapp: QApplication) -> None:
    with running(tmp_path) as application:
        window = opened(application, project_file(tmp_path))
        keep(window, Why.NAMED, "First")
        add_segment(window, "Families")
        add_segment(window, "Schools")
        keep(window, Why.NAMED, "Second")
        sheet = sheet_of(window)
        model = sheet.list.versions
        wait_for(lambda: all(_known(sheet, version) for version in model.versions()))
        assert [str(model.index(row).data(Qt.ItemDataRole.UserRole + 1)) for row in (1, 2)] == [
            "The same as now",
            "2 segments differ",
        ]
        assert not sheet.about.back.isEnabled()
        sheet.list.choose(model.versions()[1])
        assert sheet.about.back.isEnabled() and sheet.about.difference.text() == "2 segments differ"
        sheet.reject()


def test_going_back_then_is_one_step_and_the_present_is_a_version(tmp_path: Path, qapp: QApplication) -> None:
    with running(tmp_path) as application:
        window = opened(application, project_file(tmp_path))
        session = window.desk.session
        first = session.project
        keep(window, Why.NAMED, "First")
        add_segment(window, "Families")
        second = session.project
        sheet = sheet_of(window)
        QTest.mouseClick(sheet.about.back, Qt.MouseButton.LeftButton)
        settle(session)
        assert session.project == first
        assert any("as it was" in sentence for sentence in window.notice_bar.sentences())
        listed = listed_of(window)
        assert [(one.why, one.name) for one in listed][:2] == [(Why.REVERT, ""), (Why.NAMED, "First")]
        session.undo()
        settle(session)
        assert session.project == second


def listed_of(window: MainWindow) -> tuple[Version, ...]:
    found: list[tuple[Version, ...]] = []
    window.desk.session.do(lambda document: document.versions.all(), found.append)
    settle(window.desk.session)
    return found[0]


def test_a_name_then_is_asked_for_and_kept_from_the_menu_and_in_the_sheet(
    tmp_path: Path, qapp: QApplication
) -> None:
    with running(tmp_path) as application:
        window = opened(application, project_file(tmp_path))
        window.carry_out("file.name-version")
        (asking,) = window.findChildren(NameSheet)
        assert not asking.keep.isEnabled(), "a name of nothing is no name"
        QTest.keyClicks(asking.line, "  Before the  board ")
        QTest.keyClick(asking.line, Qt.Key.Key_Return)
        wait_for(lambda: bool(window.notice_bar.sentences()))
        assert [one.name for one in listed_of(window)] == ["Before the board"]
        sheet = sheet_of(window)
        QTest.mouseClick(sheet.about.naming, Qt.MouseButton.LeftButton)
        (asking,) = sheet.findChildren(NameSheet)
        assert asking.line.text() == "Before the board"
        asking.line.setText("After it")
        QTest.mouseClick(asking.keep, Qt.MouseButton.LeftButton)
        wait_for(lambda: "After it" in rows(sheet))
        assert [one.name for one in listed_of(window)] == ["After it"]
        sheet.reject()


@pytest.mark.parametrize(("answer", "left"), [("remove", 1), ("", 2)])
def test_a_version_then_goes_only_when_that_is_said(
    answer: str, left: int, tmp_path: Path, qapp: QApplication
) -> None:
    with running(tmp_path) as application:
        window = opened(application, project_file(tmp_path))
        keep(window, Why.NAMED, "First")
        add_segment(window, "Families")
        keep(window, Why.NAMED, "Second")
        sheet = sheet_of(window)
        answers(application, answer)
        QTest.keyClick(sheet.list, Qt.Key.Key_Delete)
        settle(window.desk.session)
        assert len(listed_of(window)) == left == len(sheet.list.versions.versions())
        sheet.reject()


def test_a_damaged_version_then_is_marked_and_the_next_one_is_offered(
    tmp_path: Path, qapp: QApplication
) -> None:
    with running(tmp_path) as application:
        window = opened(application, project_file(tmp_path))
        keep(window, Why.NAMED, "Whole")
        add_segment(window, "Families")
        damaged = keep(window, Why.NAMED, "Damaged")
        bad = damaged.path.read_bytes()[:-1_000] + b"?" * 1_000
        damaged.path.write_bytes(bad)
        sheet = sheet_of(window)
        assert sheet.list.version is not None and sheet.list.version.name == "Damaged"
        assert "damaged" in sheet.about.difference.text()
        assert not sheet.open_button.isEnabled() and not sheet.about.back.isEnabled()
        assert str(sheet.list.versions.index(1).data(Qt.ItemDataRole.UserRole + 1)) == "Damaged"
        QTest.keyClick(sheet.list, Qt.Key.Key_Return)
        assert len(application.windows) == 1
        QTest.mouseClick(sheet.about.next, Qt.MouseButton.LeftButton)
        assert sheet.list.version.name == "Whole"
        wait_for(lambda: sheet.open_button.isEnabled())
        assert damaged.path.read_bytes() == bad
        sheet.reject()


def test_where_there_is_none_then_it_says_when_there_will_be(tmp_path: Path, qapp: QApplication) -> None:
    with running(tmp_path) as application:
        window = opened(application, project_file(tmp_path))
        sheet = sheet_of(window)
        assert sheet.note.isVisible() and sheet.first.isVisible() and not sheet.list.isVisible()
        assert "every hour" in sheet.note.text()
        QTest.mouseClick(sheet.first, Qt.MouseButton.LeftButton)
        (asking,) = sheet.findChildren(NameSheet)
        asking.line.setText("First")
        QTest.mouseClick(asking.keep, Qt.MouseButton.LeftButton)
        wait_for(lambda: sheet.list.isVisible())
        assert rows(sheet)[1] == "First"
        sheet.reject()


def test_five_hundred_versions_then_are_listed_at_once_and_only_those_in_sight_are_read(
    tmp_path: Path, qapp: QApplication
) -> None:
    with running(tmp_path) as application:
        window = opened(application, project_file(tmp_path))
        data, now = (tmp_path / "plan.rondo").read_bytes(), time.time()
        folder = Home(tmp_path / "home").made("snapshots", window.doc_id)
        kept = in_folder(tmp_path, window, lambda: now).keep(data, 3, Why.HOURLY)
        for n in range(499):
            moment = time.strftime("%Y%m%dT%H%M%S000000Z", time.gmtime(now - n * 3_600))
            (folder / f"{moment}-{1_000 - n}-hourly-{kept.sha256}.rondo").hardlink_to(kept.path)
        begun = time.monotonic()
        sheet = sheet_of(window)
        assert len(sheet.list.versions.versions()) == 500
        assert time.monotonic() - begun < 10
        wait_for(lambda: all(_known(sheet, one) for one in sheet.list.versions.versions()[:5]))
        read = sum(_known(sheet, version) for version in sheet.list.versions.versions())
        assert 5 <= read < 60
        begun = time.monotonic()
        for _ in range(20):
            QTest.keyClick(sheet.list, Qt.Key.Key_PageDown)
        QTest.keyClick(sheet.list, Qt.Key.Key_End)
        assert time.monotonic() - begun < 5
        assert sheet.list.version == sheet.list.versions.versions()[-1]
        sheet.reject()
