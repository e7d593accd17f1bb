"""The File menu: what is asked, what is written, and that a dialog that was cancelled changed nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.applications import answers, project_file, running, title_in, window_of
from helpers.desks import edited, park, settle, wait_for
from rondo.ui.app import Application
from rondo.ui.main_window import MainWindow
from rondofile.document import Document
from rondofile.errors import NoSpaceError
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions, segments
from rondofile.records import Segment
from rondofile.status import Status


def rename(window: MainWindow, title: str) -> None:
    edited(window.desk.session, EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, title=title))


def untitled(application: Application) -> MainWindow:
    application.new()
    window = window_of(application)
    edited(window.desk.session, EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, "Families"))
    return window


def test_saving_an_untitled_project_asks_for_a_name_and_lives_there(
    tmp_path: Path, qapp: QApplication
) -> None:
    with running(tmp_path) as application:
        window = untitled(application)
        answers(application, tmp_path / "families.rondo")
        window.carry_out("file.save")
        settle(window.desk.session)
        assert window.desk.session.path == tmp_path / "families.rondo"
        assert [s.name for s in Document.read(tmp_path / "families.rondo").all(Segment)] == ["Families"]
        assert application.settings.recent()[0] == tmp_path / "families.rondo"
        assert "families" in window.windowTitle()


def test_saving_publishes_at_once(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        rename(window, "Another")
        assert title_in(path) == "Plan"
        window.carry_out("file.save")
        settle(window.desk.session)
        assert title_in(path) == "Another" and window.desk.session.status is Status.SAVED


@pytest.mark.parametrize("action", ["file.open", "file.save-as", "file.save-copy", "file.revert"])
def test_a_dialog_that_was_cancelled_leaves_project_and_file_as_they_were(
    action: str, tmp_path: Path, qapp: QApplication
) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        rename(window, "Another")
        before, bytes_before = window.desk.session.project, path.read_bytes()
        dialogs = answers(application, "" if action == "file.revert" else None)
        window.carry_out(action)
        settle(window.desk.session)
        assert len(dialogs.asked) == 1
        assert window.desk.session.project == before and window.desk.session.path == path
        assert path.read_bytes() == bytes_before and len(application.windows) == 1


def test_a_copy_is_written_and_the_window_goes_on_with_the_first(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        dialogs = answers(application, tmp_path / "copy.rondo")
        window.carry_out("file.save-copy")
        settle(window.desk.session)
        assert title_in(tmp_path / "copy.rondo") == "Plan" and window.desk.session.path == path
        assert dialogs.asked == [path.with_name("plan copy.rondo")]
        assert any("copy.rondo" in sentence for sentence in window.notice_bar.sentences())


@pytest.mark.parametrize(("answer", "title"), [("replace", "Plan"), ("", "Other")])
def test_a_file_that_is_there_is_replaced_only_when_that_is_said(
    answer: str, title: str, tmp_path: Path, qapp: QApplication
) -> None:
    path, other = project_file(tmp_path), project_file(tmp_path, "other.rondo", "Other")
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        dialogs = answers(application, other, answer)
        window.carry_out("file.save-as")
        wait_for(lambda: not dialogs.answers and not window.desk.session.busy)
        assert len(dialogs.asked) == 2
        assert title_in(other) == title
        assert window.desk.session.path == (other if answer else path)


def test_going_back_to_how_it_was_opened_is_one_step_that_can_be_undone(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        session = window.desk.session
        assert not window.desk.actions["file.revert"].isEnabled()
        opened = session.project
        rename(window, "Second")
        edited(session, EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, "Families"))
        changed = session.project
        answers(application, "revert")
        window.carry_out("file.revert")
        settle(session)
        assert session.project == opened
        assert session.standing is not None and session.standing.next_undo is EditKind.REVERT
        assert "Revert to opened" in window.desk.actions["edit.undo"].text()
        window.carry_out("edit.undo")
        settle(session)
        assert session.project == changed


def test_a_duplicate_opens_in_a_window_of_its_own_without_a_file(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        application.open_file(path)
        first = window_of(application)
        first.carry_out("file.duplicate")
        second = window_of(application, 2)
        assert second.desk.session.path is None
        assert second.desk.session.project.info.title == "Plan"
        rename(second, "Copy")
        assert first.desk.session.project.info.title == "Plan"
        answers(application, "keep")
        second.close()


def test_what_stands_in_the_way_of_saving_is_said_and_the_work_is_there(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        rename(window, "Another")
        project_file(tmp_path, "foreign.rondo", "Foreign").replace(path)
        window.carry_out("file.save")
        settle(window.desk.session)
        said = window.notice_bar.sentences()
        assert len(said) == 1 and "plan.rondo" in said[0]
        assert title_in(path) == "Foreign"
        assert window.desk.session.project.info.title == "Another"
        answers(application, tmp_path / "mine.rondo")
        window.carry_out("file.save-as")
        settle(window.desk.session)
        assert (title_in(tmp_path / "mine.rondo"), title_in(path)) == ("Another", "Foreign")


def test_trouble_that_comes_again_and_again_is_said_once(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        said: list[object] = []
        window.desk.notices.said.connect(said.append)
        for _ in range(3):
            window.desk.session.trouble.emit(NoSpaceError(path=str(path), reason="full"))
        assert len(said) == 1 and window.notice_bar.sentences() != ()
        window.desk.session.status_changed.emit(Status.SAVED)
        assert window.notice_bar.sentences() == ()
        window.desk.session.trouble.emit(NoSpaceError(path=str(path), reason="full"))
        assert len(said) == 2


def test_a_worked_case_is_a_copy_that_has_no_file_and_closes_without_a_question(
    tmp_path: Path, qapp: QApplication
) -> None:
    with running(tmp_path) as application:
        application.open_case("theme-park")
        window = window_of(application)
        assert window.desk.session.project == park() and window.desk.session.path is None
        window.close()
        assert application.windows == []
