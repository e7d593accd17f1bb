"""What others do to the file, as a window tells it: calm, clear, and with a way out that loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from helpers.applications import project_file, running, title_in, window_of
from helpers.desks import edited, settle, wait_for
from helpers.windows import lasting_cuts, quiet
from rondo.ui.app import Application
from rondo.ui.files.outside_sheet import OutsideSheet
from rondo.ui.main_window import MainWindow
from rondo.words import LANGUAGES
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions
from rondofile.others.outside import Outside
from rondofile.status import Status


def write_elsewhere(folder: Path, path: Path, title: str) -> bytes:
    """Another computer opened the file and changed its title; returns what stood in it before."""
    before = path.read_bytes()
    with (
        Document.open(path, root=folder / "other-computer") as document,
        document.edit(EditKind.SET_PROJECT) as edit,
    ):
        conclusions.set_cover(edit, title=title)
    return before


def shown(application: Application, path: Path) -> MainWindow:
    application.open_file(path)
    return window_of(application)


def own_edit(window: MainWindow, subtitle: str = "Ours") -> None:
    edited(
        window.desk.session, EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, subtitle=subtitle)
    )


def looked(window: MainWindow) -> None:
    window.outside.look()
    settle(window.desk.session)


def sheet_of(window: MainWindow) -> OutsideSheet:
    window.outside.open()
    wait_for(lambda: window.outside.sheet is not None)
    assert window.outside.sheet is not None
    return window.outside.sheet


def press(window: MainWindow, label: str) -> None:
    """The button of a notice is pressed."""
    buttons = [button for button in window.notice_bar.findChildren(QPushButton) if button.text() == label]
    assert buttons, f"there is no {label}"
    buttons[-1].click()


def texts(sheet: OutsideSheet) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(QLabel))


def test_a_change_from_outside_is_here_when_the_window_is_looked_at_and_undo_brings_ours_back(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        window = shown(application, path)
        write_elsewhere(tmp_path, path, "Foreign")
        looked(window)
        assert window.desk.session.project.info.title == "Foreign"
        assert "is shown as it is now" in window.notice_bar.sentences()[-1]
        press(window, "Undo")
        settle(window.desk.session)
        assert window.desk.session.project.info.title == "Plan"
        assert title_in(path) == "Foreign"


def test_a_change_from_outside_is_seen_without_the_window_being_touched(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        window = shown(application, path)
        write_elsewhere(tmp_path, path, "Foreign")
        wait_for(lambda: window.desk.session.project.info.title == "Foreign")


def test_both_changed_then_a_person_sees_what_differs_and_can_keep_both(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        window = shown(application, path)
        own_edit(window)
        write_elsewhere(tmp_path, path, "Foreign")
        looked(window)
        standing = window.desk.session.standing
        assert standing is not None and standing.outside is Outside.REPLACED
        assert "plan.rondo was changed elsewhere" in window.notice_bar.sentences()[-1]
        press(window, "See what can be done")
        wait_for(lambda: window.outside.sheet is not None)
        sheet = sheet_of(window)
        assert not sheet.isModal() and "Cover" in texts(sheet)
        assert list(sheet.ways) == ["both", "take", "put"] and sheet.ways["both"].isDefault()
        sheet.ways["both"].click()
        settle(window.desk.session)
        new = window.desk.session.path
        assert new is not None and new.parent == path.parent and new.name.startswith("plan (yours, ")
        assert title_in(path) == "Foreign" and Document.read(new).info.subtitle == "Ours"
        press(window, "Open plan.rondo")
        other = window_of(application, 2)
        assert other.desk.session.project.info.title == "Foreign"
        assert window.desk.session.status is Status.SAVED


def test_what_the_file_holds_can_be_taken_and_given_back(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        window = shown(application, path)
        own_edit(window)
        write_elsewhere(tmp_path, path, "Foreign")
        looked(window)
        sheet_of(window).ways["take"].click()
        settle(window.desk.session)
        session = window.desk.session
        assert (session.project.info.title, session.project.info.subtitle) == ("Foreign", "")
        assert session.status is Status.SAVED
        window.carry_out("edit.undo")
        settle(session)
        assert (session.project.info.title, session.project.info.subtitle) == ("Plan", "Ours")


def test_ours_in_its_place_keeps_theirs_as_a_version(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        window = shown(application, path)
        own_edit(window)
        write_elsewhere(tmp_path, path, "Foreign")
        looked(window)
        sheet_of(window).ways["put"].click()
        settle(window.desk.session)
        assert Document.read(path).info.subtitle == "Ours" and title_in(path) == "Plan"
        found: list[str] = []
        window.desk.session.do(
            lambda document: [
                document.versions.read(one).project.info.title for one in document.versions.all()
            ],
            found.extend,
        )
        settle(window.desk.session)
        assert "Foreign" in found
        assert "plan.rondo holds the project of this window" in window.notice_bar.sentences()[-1]


def test_a_file_that_went_away_and_came_back_then_saving_goes_on_by_itself(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        window = shown(application, path)
        path.rename(path.with_name("moved.rondo"))
        looked(window)
        assert "is not where it was" in window.notice_bar.sentences()[-1]
        own_edit(window)
        assert list(sheet_of(window).ways) == ["save-as", "again"]
        path.with_name("moved.rondo").rename(path)
        looked(window)
        assert window.notice_bar.sentences() == () and window.outside.sheet is None
        window.carry_out("file.save")
        settle(window.desk.session)
        assert Document.read(path).info.subtitle == "Ours"


def empty(path: Path, folder: Path) -> None:
    path.write_bytes(b"")


def older(path: Path, folder: Path) -> None:
    path.write_bytes((folder / "first.rondo").read_bytes())


def another(path: Path, folder: Path) -> None:
    project_file(folder, "another.rondo", "Another plan").replace(path)


def replaced(path: Path, folder: Path) -> None:
    path.write_bytes((folder / "later.rondo").read_bytes())


def gone(path: Path, folder: Path) -> None:
    path.unlink()


STATES: dict[Outside, Callable[[Path, Path], None]] = {
    Outside.UNREADABLE: empty,
    Outside.OLDER: older,
    Outside.OTHER: another,
    Outside.REPLACED: replaced,
    Outside.GONE: gone,
}


def prepared(folder: Path) -> Path:
    """A file with an earlier and a later state of it beside."""
    path = project_file(folder)
    (folder / "first.rondo").write_bytes(path.read_bytes())
    write_elsewhere(folder, path, "Second")
    second = path.read_bytes()
    write_elsewhere(folder, path, "Third")
    (folder / "later.rondo").write_bytes(path.read_bytes())
    path.write_bytes(second)
    return path


TOLD = [
    *((state, "en") for state in STATES),
    *((Outside.REPLACED, language) for language in [*LANGUAGES][1:]),
]


@pytest.mark.parametrize(("state", "language"), TOLD)
def test_every_state_is_told_in_every_language_and_no_word_is_cut_in_large_text(
    tmp_path: Path, qapp: QApplication, state: Outside, language: str
) -> None:
    path = prepared(tmp_path)
    with running(tmp_path, language) as application:
        window = shown(application, path)
        application.look.set_scale(2.0)
        own_edit(window)
        STATES[state](path, tmp_path)
        looked(window)
        standing = window.desk.session.standing
        assert standing is not None and standing.outside is state
        said = window.notice_bar.sentences()[-1]
        assert "plan.rondo" in said and window.desk.session.status is Status.KEPT
        sheet = sheet_of(window)
        quiet(60)
        cuts, seen = lasting_cuts(sheet)
        assert not cuts and seen >= 4, cuts
        assert window.desk.session.project.info.subtitle == "Ours"
        sheet.reject()
        settle(window.desk.session)
        assert path.exists() == (state is not Outside.GONE)


def test_an_earlier_version_that_a_sync_program_brings_back_is_not_taken_silently(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = prepared(tmp_path)
    with running(tmp_path) as application:
        window = shown(application, path)
        older(path, tmp_path)
        looked(window)
        assert window.desk.session.project.info.title == "Second"
        assert "earlier version" in window.notice_bar.sentences()[-1]
        sheet_of(window).ways["put"].click()
        settle(window.desk.session)
        assert title_in(path) == "Second"
