"""Opening: once, told where it cannot be, and the window that shows a file already comes forward."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtWidgets import QApplication

from helpers.applications import answers, project_file, running, window_of
from helpers.desks import settle, wait_for
from rondo.ui.ending.failures import Failures
from rondofile.kinds import EditKind
from rondofile.nouns import journeys
from rondofile.records import Journey
from rondofile.working.home import Home, path_key
from rondofile.working.locks import request

HOLD = """
import sys, time
from rondofile.document import Document
document = Document.open(sys.argv[1], root=sys.argv[2])
print("held", flush=True)
end = time.monotonic() + 20
while time.monotonic() < end:
    if document.take_request():
        print("asked", flush=True)
        break
    time.sleep(0.05)
document.close()
"""


def test_the_same_file_opened_twice_is_one_window(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    (tmp_path / "link.rondo").symlink_to(path)
    with running(tmp_path) as application:
        application.open_file(path)
        application.open_file(path)
        window = window_of(application)
        window.showMinimized()
        application.open_file(tmp_path / "link.rondo")
        assert application.windows == [window] and not window.isMinimized()


def test_another_start_brings_the_first_window_forward(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        window.showMinimized()
        request(Home(), path_key(path))
        wait_for(lambda: not window.isMinimized())


def test_a_file_that_another_process_holds_is_asked_for_and_that_is_said(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = project_file(tmp_path)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), str(tmp_path / "home")], stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with running(tmp_path) as application:
            application.new()
            window = window_of(application)
            application.open_file(path, window.desk.notices)
            wait_for(lambda: bool(window.notice_bar.sentences()))
            assert "plan.rondo is open already" in window.notice_bar.sentences()[0]
            assert holder.stdout.readline() == "asked\n"
            assert len(application.windows) == 1
    finally:
        holder.wait(30)
        if holder.stdout is not None:
            holder.stdout.close()


def test_a_file_that_cannot_be_opened_is_said_where_it_was_asked_for(
    tmp_path: Path, qapp: QApplication
) -> None:
    broken = tmp_path / "broken.rondo"
    broken.write_text("this is no project")
    with running(tmp_path) as application:
        application.new()
        window = window_of(application)
        answers(application, broken)
        window.carry_out("file.open")
        wait_for(lambda: bool(window.notice_bar.sentences()))
        assert "broken.rondo" in window.notice_bar.sentences()[0]
        assert application.windows == [window] and application.welcome_window is None


def test_a_file_that_went_away_can_be_taken_off_the_recent_ones(tmp_path: Path, qapp: QApplication) -> None:
    gone = tmp_path / "gone.rondo"
    with running(tmp_path) as application:
        application.settings.keep_recent(gone)
        application.welcome()
        welcome = application.welcome_window
        assert welcome is not None
        said: list[object] = []
        welcome.notices.said.connect(said.append)
        welcome.page.file_wanted.emit(gone)
        wait_for(lambda: bool(said))
        notice = said[0]
        assert "gone.rondo" in notice.sentence  # type: ignore[attr-defined]
        (_, forget), *_rest = notice.actions  # type: ignore[attr-defined]
        forget()
        assert application.settings.recent() == ()


def test_the_welcome_page_makes_way_for_a_project_and_comes_again(tmp_path: Path, qapp: QApplication) -> None:
    with running(tmp_path) as application:
        application.welcome()
        assert application.welcome_window is not None
        application.welcome_window.page.case_wanted.emit("theme-park")
        window = window_of(application)
        assert application.welcome_window is None
        window.carry_out("file.welcome")
        assert application.welcome_window is not None and application.welcome_window.isVisible()
        assert application.windows == [window]


def test_how_a_project_was_looked_at_is_known_next_time(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        made: list[Journey] = []
        for name in ("First", "Second"):
            window.desk.session.edit(
                EditKind.ADD_JOURNEY, lambda edit, name=name: journeys.add(edit, name), then=made.append
            )
        settle(window.desk.session)
        window.desk.selection.look_at(made[1].id)
        window.show_view("matrix")
        window.resize(1280, 800)
        window.carry_out("view.reset-layout")
        window.carry_out("view.inspector")
        window.close()
        application.open_file(path)
        again = window_of(application)
        assert again.view_key == "matrix" and again.desk.selection.journey == made[1].id
        assert again.docks.inspector.isHidden() and not again.docks.outline.isHidden()
        again.resize(1280, 800)
        again.carry_out("view.reset-layout")
        assert not again.docks.inspector.isHidden()


def test_the_language_changes_in_every_window_with_what_it_shows_unchanged(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        application.open_file(path)
        first = window_of(application)
        first.desk.session.edit(EditKind.ADD_JOURNEY, lambda edit: journeys.add(edit, "Bezoek"))
        settle(first.desk.session)
        first.show_view("architectures")
        session = first.desk.session
        application.choose_language("nl")
        second = window_of(application)
        assert second is not first and second.desk.session is session
        assert second.view_key == "architectures" and second.menuBar().actions()[0].text() == "&Bestand"
        assert "Reis toevoegen" in second.desk.actions["edit.undo"].text()
        second.carry_out("edit.undo")
        settle(session)
        assert session.project.all(Journey) == ()
        assert application.settings.text("language") == "nl"
        second.close()
        assert application.windows == []


def test_a_failure_is_logged_and_said_and_the_window_lives_on(tmp_path: Path, qapp: QApplication) -> None:
    with running(tmp_path) as application:
        application.new()
        window = window_of(application)
        with Failures(application, tmp_path / "log" / "rondo.log") as failures:
            try:
                raise ZeroDivisionError("nobody foresaw this")
            except ZeroDivisionError as error:
                failures.note(type(error), error, error.__traceback__)
            thread = threading.Thread(target=lambda: [].pop(), name="elsewhere")
            thread.start()
            thread.join()
            wait_for(lambda: bool(window.notice_bar.sentences()))
            logged = failures.log.read_text(encoding="utf-8")
        assert "nobody foresaw this" in logged and "pop from empty list" in logged
        assert "Traceback" in logged
        assert len(window.notice_bar.sentences()) == 1
        window.show_view("matrix")
        assert window.view_key == "matrix"
