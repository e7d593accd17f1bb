"""Closing: one question for a project without a file, none for any other, and no work is ever lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.applications import answers, project_file, running, title_in, window_of
from helpers.desks import edited, wait_for
from rondo.ui.app import Application
from rondo.ui.main_window import MainWindow
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions


def changed(application: Application, path: Path | None = None) -> MainWindow:
    """A window whose project was given another title."""
    if path is None:
        application.new()
    else:
        application.open_file(path)
    window = window_of(application)
    edited(window.desk.session, EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, title="Work"))
    return window


def kept(folder: Path) -> list[str]:
    return [work.title for work in Document.kept_work(folder / "home")]


def test_a_project_with_a_file_is_published_without_a_question(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        changed(application, path).close()
        assert title_in(path) == "Work" and application.windows == []
        assert kept(tmp_path) == []


def test_an_empty_project_goes_without_a_question(tmp_path: Path, qapp: QApplication) -> None:
    with running(tmp_path) as application:
        application.new()
        window_of(application).close()
        assert application.windows == [] and kept(tmp_path) == []


def test_a_project_that_is_kept_here_is_found_again(tmp_path: Path, qapp: QApplication) -> None:
    with running(tmp_path) as application:
        window = changed(application)
        dialogs = answers(application, "keep")
        window.close()
        assert len(dialogs.asked) == 1 and application.windows == []
        assert kept(tmp_path) == ["Work"]
        application.go_on(Document.kept_work(tmp_path / "home")[0])
        again = window_of(application)
        assert again.desk.session.project.info.title == "Work"
        again.close()
        assert len(dialogs.asked) == 1, "nothing was changed since, so nothing is asked"
        assert kept(tmp_path) == ["Work"]


def test_a_discarded_project_is_in_the_trash(tmp_path: Path, qapp: QApplication) -> None:
    with running(tmp_path) as application:
        window = changed(application)
        answers(application, "discard")
        window.close()
        assert application.windows == [] and kept(tmp_path) == []
        assert len(list((tmp_path / "home" / "trash").iterdir())) == 1


def test_a_project_that_is_given_a_file_closes_once_it_is_there(tmp_path: Path, qapp: QApplication) -> None:
    with running(tmp_path) as application:
        window = changed(application)
        dialogs = answers(application, "save-as", tmp_path / "named.rondo")
        window.close()
        wait_for(lambda: application.windows == [])
        assert title_in(tmp_path / "named.rondo") == "Work"
        assert len(dialogs.asked) == 2 and kept(tmp_path) == []


@pytest.mark.parametrize("answer", [("",), ("save-as", None)])
def test_a_window_stays_when_the_person_thinks_better_of_it(
    answer: tuple[str | None, ...], tmp_path: Path, qapp: QApplication
) -> None:
    with running(tmp_path) as application:
        window = changed(application)
        answers(application, *answer)
        window.close()
        assert application.windows == [window] and window.isVisible()
        assert window.desk.session.project.info.title == "Work"
        edited(
            window.desk.session, EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, title="More")
        )


def test_quitting_stops_at_the_window_whose_person_wants_to_stay(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        stays = changed(application)
        application.open_file(path)
        window_of(application, 2)
        answers(application, "")
        application.quit()
        assert stays in application.windows


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_folder_that_cannot_be_written_is_said_once_and_the_work_is_kept(
    tmp_path: Path, qapp: QApplication
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    path = project_file(folder)
    with running(tmp_path) as application:
        window = changed(application, path)
        folder.chmod(0o500)
        try:
            window.close()
        finally:
            folder.chmod(0o700)
        dialogs = answers(application)
        assert len(dialogs.asked) == 1 and "kept on this computer" in dialogs.asked[0]


def test_a_file_that_went_away_is_said_once_and_the_work_is_kept(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        window = changed(application, path)
        project_file(tmp_path, "foreign.rondo", "Foreign").replace(path)
        dialogs = answers(application)
        window.close()
        assert application.windows == []
        assert len(dialogs.asked) == 1 and "kept on this computer" in dialogs.asked[0]
        assert title_in(path) == "Foreign" and kept(tmp_path) == ["Work"]
        application.open_file(path)
        assert window_of(application).desk.session.project.info.title == "Work"
