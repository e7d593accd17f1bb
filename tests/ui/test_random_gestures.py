"""Whatever a person does in a whole window, in any order: it stays whole, and everything can be undone."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices, QDrag, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from helpers.applications import Answers, running, window_of
from helpers.desks import park, settle
from helpers.restless import EVERY_VIEW, Restless
from helpers.seen import differences
from rondo.exchange.json_reader import read_json
from rondo.exchange.json_writer import write_json
from rondo.ui.session import Session
from rondo.ui.sheets.dialogs import Question
from rondofile.coherence import require_coherent
from rondofile.document import Document
from rondofile.project import Project
from rondofile.records import NOUN_OF, Record

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
BETWEEN, EDITS = 25, 30
"""So many gestures between two looks; it goes on until so many were edits and every view was seen."""


class Indifferent(Answers):
    """Thinks better of everything that is asked, but goes back to how it was opened."""

    def _answer(self, asked: Any) -> Any:
        self.asked.append(asked)
        return None

    def ask_choice(self, parent: QWidget | None, question: Question) -> str:
        self.asked.append(question)
        return "revert" if [choice.key for choice in question.choices] == ["revert"] else ""


@pytest.fixture
def failures(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What nobody caught, from any thread. Nothing leaves the window: no drag, no other program."""
    found: list[str] = []

    def note(kind: Any, error: Any, trace: Any) -> None:
        found.append("".join(traceback.format_exception(kind, error, trace)))

    monkeypatch.setattr(sys, "excepthook", note)
    monkeypatch.setattr(threading, "excepthook", lambda what: note(what[0], what[1], what[2]))
    monkeypatch.setattr(QDrag, "exec", lambda *_: None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    yield found


def require_whole(project: Project) -> None:
    """Every record points to what is there, and the project survives a file of text."""
    tables: dict[str, dict[str, tuple[Record | None, Record | None]]] = {}
    for record in project.records():
        tables.setdefault(NOUN_OF[type(record)], {})[record.id] = (None, record)
    require_coherent(project, tables)
    text = write_json(project)
    assert write_json(read_json(text).project) == text


def rewind(session: Session, which: str) -> int:
    """Every step is taken back, or done again; answers with how many there were."""
    count = 0
    while session.standing is not None and getattr(session.standing, f"next_{which}") is not None:
        getattr(session, which)()
        settle(session)
        count += 1
        assert count < 20_000, f"{which} never ends"
    return count


def play(
    folder: Path, seed: int, gestures: int, failures: list[str], qtlog: Any, jumps: bool = False
) -> Restless:
    """So many gestures were made, and the window, the project and its history held."""
    path = folder / "plan.rondo"
    Document.create(path, root=folder / "made", content=park()).close()
    with running(folder) as application, closing(application.helper), ExitStack() as stack:
        application.dialogs = Indifferent(application)
        application.open_file(path)
        session = window_of(application).desk.session
        start, person = session.project, Restless(application, seed, jumps=jumps)
        stack.callback(person.popups.stop)  # else it would answer what the next test asks
        for count in range(1, 2 * gestures + 1):
            person.do_something()
            done = f"gesture {count}: {person.last} {person.about}"
            assert not failures, "\n".join((done, *failures))
            said = [record.message for record in qtlog.records]
            assert [text for text in said if "does not support" not in text] == [], done
            if count % BETWEEN == 0:
                require_whole(session.project)
                assert differences(person.window, folder) == [], done
            if count >= gestures and sum(person.kinds.values()) >= EDITS and {*person.seen} >= {*EVERY_VIEW}:
                break
        person.popups.stop()
        rewind(session, "redo")
        end = session.project
        steps = rewind(session, "undo")
        assert session.project == start and steps > 0
        assert rewind(session, "redo") == steps
        assert session.project == end
        session.do(lambda document: document.publish())
        settle(session)
        assert Document.read(path) == end
        assert not failures
    QGuiApplication.clipboard().clear()  # what Python lent it must not outlive Python
    return person


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_any_gestures_leave_a_whole_window_and_can_all_be_undone(
    seed: int, tmp_path: Path, qapp: QApplication, failures: list[str], qtlog: Any
) -> None:
    person = play(tmp_path, seed, 250, failures, qtlog)
    assert sum(person.done.values()) >= 250 and len(person.done) >= 14
    assert sum(person.kinds.values()) >= EDITS and len(person.kinds) >= 10
    assert set(person.seen) >= set(EVERY_VIEW)


def test_any_gestures_and_jumps_in_history_leave_a_whole_window(
    tmp_path: Path, qapp: QApplication, failures: list[str], qtlog: Any
) -> None:
    person = play(tmp_path, 1, 150, failures, qtlog, jumps=True)
    assert person.done["jump"] >= 10
    assert sum(person.kinds.values()) >= 25


@pytest.mark.long
@pytest.mark.parametrize("seed", [11, 12, 13, 14])
def test_any_gestures_for_a_long_time(
    seed: int, tmp_path: Path, qapp: QApplication, failures: list[str], qtlog: Any
) -> None:
    person = play(tmp_path, seed, 2500, failures, qtlog)
    assert sum(person.kinds.values()) >= 500 and len(person.kinds) >= 30
    assert set(person.seen) >= set(EVERY_VIEW)
