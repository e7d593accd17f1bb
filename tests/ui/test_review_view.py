"""Review: what can be said now is shown with its place, computed only while it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from helpers.desks import clear_away, edited, open_desk, park, wait_for
from helpers.resting import come_to_rest
from rondo.ui.desk import Desk
from rondo.ui.review import view as review
from rondo.ui.review.view import ReviewView
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.project import Project
from rondofile.records import Journey, Step

pytestmark = pytest.mark.usefixtures("qapp")


@contextmanager
def opened(folder: Path, project: Project | None = None) -> Iterator[tuple[Desk, ReviewView]]:
    with open_desk(folder, park() if project is None else project) as desk:
        window = QWidget()
        window.resize(900, 700)
        room = ReviewView(desk, window)
        room.resize(900, 700)
        window.show()
        wait_for(lambda: bool(texts(room)))
        try:
            yield desk, room
        finally:
            window.close()
            window.deleteLater()
            clear_away()


def texts(room: QWidget) -> list[str]:
    return [label.text() for label in room.findChildren(QLabel) if label.isVisible()]


def show_button(room: QWidget, begin: str) -> QPushButton:
    found = [b for b in room.findChildren(QPushButton) if b.accessibleName().startswith(f"Show: {begin}")]
    assert len(found) == 1
    return found[0]


def test_what_was_found_and_what_is_open_stand_there_ranked(tmp_path: Path) -> None:
    with opened(tmp_path) as (_, room):
        said = texts(room)
        assert said[0] == "What Family visit tells us"
        strangers = next(text for text in said if text.startswith("Three times the next desk"))
        assert said[said.index(strangers) - 1] == "Found"
        assert said.count("Found") == review.FIRST and said.count("Gap") >= 1
        assert said.index("Gap") > len(said) - 1 - said[::-1].index("Found")
        more = next(b for b in room.findChildren(QPushButton) if b.text().endswith("more"))
        all_of_them = review.FIRST + int(more.text().split()[0])
        more.click()
        wait_for(lambda: texts(room).count("Found") == all_of_them)


def test_a_finding_leads_to_the_steps_it_speaks_of(tmp_path: Path) -> None:
    with opened(tmp_path) as (desk, room):
        shown: list[str] = []
        desk.actions["view.journey"].triggered.connect(lambda: shown.append("journey"))
        show_button(room, "Three times the next desk").click()
        assert desk.selection.ids_of(Step) == ("v-checkin", "v-tickets", "v-table")
        assert desk.selection.journey == "visit" and shown == ["journey"]


def test_another_journey_and_an_edit_change_what_is_said(tmp_path: Path) -> None:
    with opened(tmp_path) as (desk, room):
        edited(
            desk.session, EditKind.RENAME_STEP, lambda e: steps.rename(e, "v-checkin", "Queue for an hour")
        )
        wait_for(lambda: any("Queue for an hour" in text for text in texts(room)))
        desk.selection.look_at("evening")
        wait_for(lambda: texts(room)[:1] == ["What Free evening tells us"])


def test_an_empty_project_says_what_to_do(tmp_path: Path) -> None:
    with opened(tmp_path, Project({})) as (_, room):
        assert texts(room)[0] == "What we can say now"
        assert len(texts(room)) >= 3


def test_a_large_project_is_looked_through_only_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "MANY", 1)
    with opened(tmp_path) as (_, room):
        assert "Found" not in texts(room)
        ask = next(b for b in room.findChildren(QPushButton) if b.isVisible())
        ask.click()
        wait_for(lambda: "Found" in texts(room))


def test_nothing_is_looked_through_while_it_is_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path) as (desk, room):
        room.hide()
        asked: list[str] = []
        whole = review.findings
        monkeypatch.setattr(review, "findings", lambda *a: (asked.append("once"), whole(*a))[1])
        edited(desk.session, EditKind.RENAME_STEP, lambda edit: steps.rename(edit, "v-line", "Queue"))
        come_to_rest(room)
        assert asked == []
        room.show()
        wait_for(lambda: asked == ["once"])
        assert len(desk.session.project.all(Journey)) == 4
        QApplication.processEvents()
