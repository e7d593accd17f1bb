"""A bug on the document thread, in the window: noted, said once, and the project opens again whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from helpers.applications import project_file, running, window_of
from helpers.desks import edited, settle, wait_for
from rondo.ui.ending.failures import Failures
from rondo.ui.main_window import MainWindow
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions


class UnforeseenError(Exception):
    """Nobody foresaw this."""


def break_thread(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document thread meets a bug of ours after its next command."""

    def broken(_document: object) -> None:
        raise UnforeseenError

    monkeypatch.setattr(window.desk.session._thread, "_tell", broken)
    window.desk.session.do(lambda document: document.rev)


def notices(window: MainWindow) -> list[str]:
    return [said for said in window.notice_bar.sentences() if "Rondo" in said]


@pytest.mark.parametrize("with_file", [True, False])
def test_a_bug_on_the_document_thread_is_said_once_and_the_project_opens_again(
    with_file: bool, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application, Failures(application, tmp_path / "rondo.log") as failures:
        application.open_file(path) if with_file else application.new()
        window = window_of(application)
        session = window.desk.session
        edited(session, EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, title="Before"))
        break_thread(window, monkeypatch)
        wait_for(lambda: any("stopped the work" in said for said in notices(window)))
        session.edit(EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, title="After"))
        settle(session)
        assert not session.busy and session.project.info.title == "Before"
        assert len([said for said in notices(window) if "Something went wrong" in said]) == 0
        assert "UnforeseenError" in failures.log.read_text(encoding="utf-8")
        again = next(b for b in window.findChildren(QPushButton) if b.text() == "Open it again")
        again.click()
        wait_for(lambda: application.windows != [window] and len(application.windows) == 1)
        fresh = window_of(application)
        assert fresh.desk.session.project.info.title == "Before"
        edited(
            fresh.desk.session, EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, title="More")
        )


def test_a_window_whose_thread_ended_closes_quietly(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application, Failures(application, tmp_path / "rondo.log"):
        application.open_file(path)
        window = window_of(application)
        break_thread(window, monkeypatch)
        wait_for(lambda: bool(notices(window)))
        window.close()
        assert application.windows == []


def test_the_same_failure_again_and_again_is_written_down_once(tmp_path: Path, qapp: QApplication) -> None:
    with running(tmp_path) as application, Failures(application, tmp_path / "rondo.log") as failures:
        application.new()
        window = window_of(application)
        said: list[object] = []
        window.desk.notices.said.connect(said.append)
        for number in range(500):
            try:
                raise UnforeseenError(number)
            except UnforeseenError as error:
                failures.note(type(error), error, error.__traceback__)
        try:
            raise UnforeseenError("elsewhere")
        except UnforeseenError as error:
            failures.note(type(error), error, error.__traceback__)
        wait_for(lambda: len(said) == 2)
        assert failures.log.read_text(encoding="utf-8").count("Traceback") == 2
