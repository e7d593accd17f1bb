"""Work that cannot simply be gone on with, in the window: told, never in the way, three clicks away."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from helpers.applications import answers, project_file, running, title_in, window_of
from helpers.desks import edited, settle, wait_for
from rondo.ui.app import Application
from rondo.ui.frame.welcome_window import WelcomeWindow
from rondo.ui.recovery.sheet import RecoverySheet
from rondo.ui.recovery.trash_sheet import TrashSheet
from rondofile.document import Document
from rondofile.kept.versions import Why
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions
from rondofile.rescuing import attempts
from rondofile.working.home import Home, path_key

S = TypeVar("S", bound=QWidget)


def unpublished(folder: Path, title: str = "Work") -> Path:
    """A file with "Plan" in it, and work on it with another title; a version of it is kept too."""
    path, home = project_file(folder), folder / "home"
    document = Document.open(path, root=home)
    document.keep_version(Why.NAMED, "Before the board")
    with document.edit(EditKind.SET_PROJECT) as edit:
        conclusions.set_cover(edit, title=title)
    document.close(publish=False)
    return path


def stop(folder: Path, path: Path) -> None:
    """Opening that file ended the process twice."""
    for before in range(attempts.MOST):
        attempts.Attempt(Home(folder / "home"), path_key(path), before).begin()


def damage(folder: Path) -> None:
    (database,) = (folder / "home" / "work").rglob("work.db")
    data = database.read_bytes()
    database.write_bytes(data[:200_000] + b"\xff" * 2_000 + data[202_000:])


def welcome_of(application: Application) -> WelcomeWindow:
    application.welcome()
    assert application.welcome_window is not None
    return application.welcome_window


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def press(widget: QWidget, label: str) -> None:
    """The button with that label is clicked, once it is there."""

    def found() -> list[QAbstractButton]:
        buttons = widget.findChildren(QAbstractButton)
        return [button for button in buttons if button.isVisible() and button.text() == label]

    wait_for(lambda: bool(found()))
    QTest.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def sheet_of(kind: type[S]) -> S:
    def there() -> list[S]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]

    wait_for(lambda: bool(there()))
    return there()[0]


def asked(folder: Path, application: Application) -> RecoverySheet:
    """The sheet that comes with one click on the welcome page."""
    press(welcome_of(application), "What can be done…")
    return sheet_of(RecoverySheet)


def test_stopped_work_is_told_on_the_page_and_nothing_stops_the_start(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = unpublished(tmp_path)
    stop(tmp_path, path)
    with running(tmp_path) as application:
        page = welcome_of(application)
        wait_for(lambda: any("Rondo stopped 2 times" in text for text in texts(page)))
        assert QApplication.activeModalWidget() is None
        press(page, "New project")
        window_of(application)


def test_the_work_can_be_gone_on_with_in_two_clicks(tmp_path: Path, qapp: QApplication) -> None:
    path = unpublished(tmp_path)
    stop(tmp_path, path)
    with running(tmp_path) as application:
        press(asked(tmp_path, application), "Try to go on")
        window = window_of(application)
        assert window.desk.session.project.info.title == "Work" and window.desk.session.path == path
        edited(
            window.desk.session, EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, author="A")
        )
        assert attempts.failed(Home(), path_key(path)) == 0


def test_the_last_saved_file_opens_in_two_clicks_and_the_work_is_in_the_trash(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = unpublished(tmp_path)
    damage(tmp_path)
    with running(tmp_path) as application:
        press(asked(tmp_path, application), "Open the file as it was saved last")
        window = window_of(application)
        assert window.desk.session.project.info.title == "Plan" and window.desk.session.path == path
        window.close()
        press(welcome_of(application), "Discarded projects (1)")
        press(sheet_of(TrashSheet), "Put back")
        wait_for(lambda: Document.kept_work(tmp_path / "home") != ())


def test_a_version_opens_as_a_copy_in_three_clicks(tmp_path: Path, qapp: QApplication) -> None:
    path = unpublished(tmp_path)
    stop(tmp_path, path)
    with running(tmp_path) as application:
        sheet = asked(tmp_path, application)
        press(sheet, "Open an earlier version")
        press(sheet, "Before the board")
        window = window_of(application)
        assert window.desk.session.project.info.title == "Plan" and window.desk.session.path is None
        (kept,) = Document.kept_work(tmp_path / "home")
        assert kept.path == path and kept.trouble


def test_what_can_be_read_is_rescued_into_a_new_project_with_an_account(
    tmp_path: Path, qapp: QApplication
) -> None:
    unpublished(tmp_path)
    damage(tmp_path)
    with running(tmp_path) as application:
        try:
            press(asked(tmp_path, application), "Rescue what can be read")
            window = window_of(application)
            assert window.desk.session.project.info.title == "Work" and window.desk.session.path is None
            wait_for(lambda: any("entries" in said for said in window.notice_bar.sentences()))
        finally:
            application.helper.close()
        assert Document.kept_work(tmp_path / "home")[0].trouble


def test_everything_kept_goes_into_a_file_in_two_clicks(tmp_path: Path, qapp: QApplication) -> None:
    unpublished(tmp_path)
    damage(tmp_path)
    with running(tmp_path) as application:
        sheet = asked(tmp_path, application)
        answers(application, tmp_path / "raw.zip")
        press(sheet, "Copy everything that is kept to one file…")
        page = welcome_of(application)
        wait_for(lambda: any("raw.zip" in text for text in texts(page)))
        assert (tmp_path / "raw.zip").read_bytes()[:2] == b"PK"


def test_discarded_it_is_listed_and_put_back(tmp_path: Path, qapp: QApplication) -> None:
    path = unpublished(tmp_path)
    stop(tmp_path, path)
    with running(tmp_path) as application:
        press(asked(tmp_path, application), "Discard it")
        page = welcome_of(application)
        wait_for(lambda: any("among the discarded" in text for text in texts(page)))
        assert Document.kept_work(tmp_path / "home") == ()
        press(page, "Show them")
        press(sheet_of(TrashSheet), "Put back")
        press(page, "Go on with it")
        assert window_of(application).desk.session.project.info.title == "Work"


def test_skipping_changes_nothing(tmp_path: Path, qapp: QApplication) -> None:
    path = unpublished(tmp_path)
    stop(tmp_path, path)
    with running(tmp_path) as application:
        before = Document.kept_work(tmp_path / "home")
        sheet = asked(tmp_path, application)
        press(sheet, "Skip for now")
        wait_for(lambda: not sheet.isVisible())
        assert Document.kept_work(tmp_path / "home") == before
        QTest.keyClick(asked(tmp_path, application), Qt.Key.Key_Escape)
        assert Document.kept_work(tmp_path / "home") == before and application.windows == []


@pytest.mark.parametrize("trouble", ["stopped", "damaged"])
def test_opening_such_a_file_in_a_window_asks_there(trouble: str, tmp_path: Path, qapp: QApplication) -> None:
    path = unpublished(tmp_path)
    stop(tmp_path, path) if trouble == "stopped" else damage(tmp_path)
    with running(tmp_path) as application:
        application.new()
        window = window_of(application)
        application.open_file(path, window.desk.notices)
        sheet = sheet_of(RecoverySheet)
        assert sheet.parentWidget() is window
        press(sheet, "Open the file as it was saved last")
        assert window_of(application, 2).desk.session.project.info.title == "Plan"


def test_started_with_such_a_file_a_notice_waits_and_nothing_is_modal(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = unpublished(tmp_path)
    stop(tmp_path, path)
    with running(tmp_path) as application:
        application.open_file(path)
        wait_for(lambda: application.welcome_window is not None)
        page = application.welcome_window
        assert page is not None
        wait_for(lambda: any("could not be opened" in text for text in texts(page)))
        assert QApplication.activeModalWidget() is None
        press(page, "What can be done…")
        press(sheet_of(RecoverySheet), "Try to go on")
        assert window_of(application).desk.session.project.info.title == "Work"
        assert title_in(path) == "Plan"


def test_a_file_that_ends_the_process_before_there_is_work_can_be_tried_again(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = project_file(tmp_path)
    stop(tmp_path, path)
    with running(tmp_path) as application:
        page = welcome_of(application)
        application.open_file(path, page.notices)
        sheet = sheet_of(RecoverySheet)
        assert "Open an earlier version" not in [b.text() for b in sheet.findChildren(QAbstractButton)]
        press(sheet, "Try to go on")
        assert window_of(application).desk.session.project.info.title == "Plan"


def test_a_discarded_project_is_put_back_from_the_page(tmp_path: Path, qapp: QApplication) -> None:
    with running(tmp_path) as application:
        application.new()
        window = window_of(application)
        edited(
            window.desk.session, EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, title="Gone")
        )
        answers(application, "discard")
        window.close()
        page = welcome_of(application)
        press(page, "Discarded projects (1)")
        sheet = sheet_of(TrashSheet)
        assert "Gone" in texts(sheet) and any("discarded today" in text for text in texts(sheet))
        press(sheet, "Put back")
        press(page, "Go on with it")
        again = window_of(application)
        assert again.desk.session.project.info.title == "Gone"
        settle(again.desk.session)


def test_much_kept_work_is_shown_when_asked_for(tmp_path: Path, qapp: QApplication) -> None:
    for number in range(11):
        document = Document.create(root=tmp_path / "home")
        with document.edit(EditKind.SET_PROJECT) as edit:
            conclusions.set_cover(edit, title=f"Number {number}")
        document.close()
    with running(tmp_path) as application:
        page = welcome_of(application)
        press(page, "Show all 11")

        def shown() -> int:
            buttons = page.findChildren(QAbstractButton)
            return sum(one.isVisible() and one.accessibleName().startswith("Number") for one in buttons)

        wait_for(lambda: shown() == 11)
