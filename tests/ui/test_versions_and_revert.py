"""Revert after a session that broke off, and what is said where a version could not be kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from helpers.applications import answers, project_file, running, window_of
from helpers.desks import edited, settle, wait_for
from rondo.ui.main_window import MainWindow
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions, segments
from rondofile.records import Segment


def add_segment(window: MainWindow, name: str) -> None:
    edited(window.desk.session, EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, name))


def test_revert_then_leads_to_what_was_opened_before_the_session_broke_off(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = project_file(tmp_path)
    document = Document.open(path, root=tmp_path / "home")
    before = document.project
    with document.edit(EditKind.SET_PROJECT) as edit:
        conclusions.set_cover(edit, title="Published")
    document.publish()
    document._place.work.close()
    document._place.lock.release()
    document._place.closed = True
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        assert window.desk.session.project.info.title == "Published"
        window.update_actions()
        assert window.desk.actions["file.revert"].isEnabled()
        answers(application, "revert")
        window.carry_out("file.revert")
        settle(window.desk.session)
        assert window.desk.session.project == before


def test_a_version_that_could_not_be_kept_then_stays_said_after_the_file_is_saved(
    tmp_path: Path, qapp: QApplication
) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        (tmp_path / "home" / "snapshots").write_bytes(b"no folder can be made here")
        add_segment(window, "Families")
        window.carry_out("file.save")
        wait_for(lambda: any("earlier version" in said for said in window.notice_bar.sentences()))
        add_segment(window, "Schools")
        window.carry_out("file.save")
        settle(window.desk.session)
        wait_for(lambda: len(Document.read(path).all(Segment)) == 2)
        assert len([said for said in window.notice_bar.sentences() if "earlier version" in said]) == 1
