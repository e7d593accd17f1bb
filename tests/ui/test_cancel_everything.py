"""Whatever was begun and then left leaves project, history and picture as they were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from helpers.desks import park, settle, wait_for
from helpers.drags import drag_away, drag_over
from helpers.house import ROOT
from helpers.resting import come_to_rest
from helpers.seen import finished
from helpers.windows import VIEWS, open_window
from rondo.ui import mime
from rondo.ui.fields.typed import TypedField
from rondo.ui.main_window import MainWindow
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.reading.report import Remark, Report
from rondofile.records import (
    Journey,
    Lane,
    Link,
    Placement,
    Player,
    Segment,
    Situation,
    Step,
    Stretch,
)

Key = Qt.Key
UI = ROOT / "desktop" / "rondo" / "ui"
CLASS = re.compile(r"^\s*class (\w+)\(([^)]*)\):", re.MULTILINE)
OF_DIALOGS = {"QDialog", "Sheet", "QFileDialog", "QMessageBox", "QInputDialog"}
DIALOGS = {
    "file.open": "QFileDialog",
    "file.save": "QFileDialog",
    "file.save-as": "QFileDialog",
    "file.save-copy": "QFileDialog",
    "file.export-brief": "QFileDialog",
    "file.revert": "Sheet",
    "file.versions": "VersionsSheet",
    "file.name-version": "NameSheet",
    "file.close": "Sheet",
    "file.project": "CoverDialog",
    "file.received": "ReceivedSheet",
    "file.settings": "SettingsDialog",
    "help.keys": "KeysDialog",
    "help.words": "WordsDialog",
    "help.about": "AboutDialog",
    "strategy.place": "PlaceIn",
}
"""What opens when an action is carried out."""
ELSEWHERE = {"RecoverySheet", "TrashSheet", "OutsideSheet", "TemplateSheet", "Sweep", "Preview"}
"""What opens from a notice, the welcome page or a list; the tests of each leave it too."""
NOUNS = (Segment, Situation, Journey, Lane, Step, Link, Stretch, Player, Placement)
KINDS = {"segment": Segment, "situation": Situation, "stretch": Stretch, "placement": Placement, "step": Step}


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication) -> Iterator[MainWindow]:
    """A window with one step of history, so that there is something to take back and something to revert."""
    with open_window(tmp_path, park()) as window:
        window.desk.settings.keep("look/still", True)
        window.activateWindow()
        wait_for(window.isActiveWindow)
        window.carry_out("journey.add-lane")
        QTest.keyClicks(QApplication.focusWidget(), "Crew")
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
        wait_for(lambda: next_undo(window) is EditKind.ADD_LANE)
        window.desk.selection.choose(Segment, window.desk.session.project.all(Segment)[0].id)
        settle(window.desk.session)
        window.received.tell(Report([Remark("read.digest")]), window.desk.session.project)
        yield window


def next_undo(window: MainWindow) -> EditKind | None:
    standing = window.desk.session.standing
    return standing.next_undo if standing is not None else None


def state(window: MainWindow) -> tuple[Project, EditKind | None, object]:
    standing = window.desk.session.standing
    return window.desk.session.project, next_undo(window), standing and standing.path


def classes_of_dialogs() -> set[str]:
    """Every class of the window that is a dialog."""
    found: set[str] = {"Sheet"}
    for path in UI.rglob("*.py"):
        for name, bases in CLASS.findall(path.read_text(encoding="utf-8")):
            if {base.strip() for base in bases.split(",")} & OF_DIALOGS:
                found.add(name)
    return found


def test_every_dialog_of_the_window_is_cancelled_here() -> None:
    assert classes_of_dialogs() == {*DIALOGS.values(), *ELSEWHERE} - {"QFileDialog"}


def leave(met: list[str], seen: list[QWidget]) -> None:
    """The dialog in front is met, played with and left with Esc; called until it is gone."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QDialog) or not dialog.isVisible():
        return
    if dialog not in seen:
        seen.append(dialog)
        met.append(type(dialog).__name__)
        for line in (*dialog.findChildren(QLineEdit), *dialog.findChildren(QPlainTextEdit)):
            if line.isVisible() and not line.isReadOnly() and met[-1] != "QFileDialog":
                line.setFocus()
                QTest.keyClicks(line, "Never")
    QTest.keyClick(dialog, Key.Key_Escape)


def test_a_dialog_that_was_cancelled_changes_nothing(window: MainWindow) -> None:
    """One after the other: each leaves the window as the next one needs it."""
    window.show_view("matrix")
    before, picture = state(window), finished(window.rooms["matrix"])
    looked = (window.desk.look.choice, window.desk.look.scale)
    for action, name in DIALOGS.items():
        assert opened_and_left(window, action) == [name]
        assert state(window) == before and window.isVisible(), action
        assert (window.desk.look.choice, window.desk.look.scale) == looked, action
        assert finished(window.rooms["matrix"]) == picture, action


def opened_and_left(window: MainWindow, action: str) -> list[str]:
    """The dialogs that came when an action was carried out; none is there any more."""
    met: list[str] = []
    seen: list[QWidget] = []
    timer = QTimer()
    timer.timeout.connect(lambda: leave(met, seen))
    timer.start(20)
    desk = window.desk
    desk.selection.choose(Segment, desk.session.project.all(Segment)[0].id)
    wait_for(desk.actions[action].isEnabled)
    desk.actions[action].trigger()
    wait_for(lambda: bool(met) and QApplication.activeModalWidget() is None)
    timer.stop()
    settle(desk.session)
    return met


def test_a_field_of_the_inspector_that_is_left_with_escape_changes_nothing(window: MainWindow) -> None:
    before = state(window)
    for noun in NOUNS:
        window.desk.selection.choose(noun, window.desk.session.project.all(noun)[0].id)
        settle(window.desk.session)
        assert typed_and_left(window) > 0, noun
        window.desk.selection.clear()
        come_to_rest(window.inspector)
        settle(window.desk.session)
        assert state(window) == before, noun


def typed_and_left(window: MainWindow) -> int:
    """How many fields were typed into and left; each says again what it said."""
    count = 0
    for field in window.inspector.findChildren(TypedField):
        if not field.isVisible() or not field.isEnabled():
            continue
        shown = field.box.said()
        field.box.setFocus()
        QTest.keyClicks(field.box, "7")
        assert field.box.said() != shown
        QTest.keyClick(field.box, Key.Key_Escape)
        assert field.box.said() == shown
        count += 1
    return count


def test_an_offer_and_a_name_that_are_left_with_escape_stay_as_they_were(window: MainWindow) -> None:
    before, project = state(window), window.desk.session.project
    window.go_to("matrix")
    window.desk.selection.choose(Placement, project.all(Placement)[0].id)
    window.carry_out("edit.rename")
    editors = [QApplication.focusWidget()]
    type_and_escape(editors[0])
    for noun in ("segment", "journey", "player"):
        kind = {"segment": Segment, "journey": Journey, "player": Player}[noun]
        window.outline.edit_name((noun, project.all(kind)[0].id))  # type: ignore[attr-defined]
        editors.append(QApplication.focusWidget())
        type_and_escape(editors[-1])
    for action in ("strategy.new-segment", "strategy.new-situation", "strategy.new-organisation"):
        window.carry_out(action)
        editors.append(QApplication.focusWidget())
        type_and_escape(editors[-1])
    settle(window.desk.session)
    assert len(set(map(id, editors))) >= 4
    assert state(window) == before


def type_and_escape(editor: QWidget | None) -> None:
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    QTest.keyClicks(editor, "Never")
    QTest.keyClick(editor, Key.Key_Escape)
    QApplication.processEvents()


def targets(window: MainWindow) -> list[QWidget]:
    """Every surface of what is shown that takes drops."""
    found = [one for one in window.findChildren(QWidget) if one.isVisible() and one.acceptDrops()]
    return [one for one in found if not isinstance(one, QLineEdit | QPlainTextEdit)]


@pytest.mark.parametrize("view", VIEWS)
def test_cards_that_leave_without_being_dropped_leave_no_trace(window: MainWindow, view: str) -> None:
    assert set(KINDS) == set(mime.KINDS)
    window.show_view(view)
    settle(window.desk.session)
    before = state(window)
    watched = [window.outline, *([] if view == "brief" else [window.rooms[view]])]
    pictures = [finished(one) for one in watched]
    surfaces = targets(window)
    for kind in KINDS:
        data = payload(window, kind)
        for target in surfaces:
            for place in (target.rect().center(), QPoint(12, 12), target.rect().bottomRight() - QPoint(9, 9)):
                drag_over(target, data, place)
                QApplication.processEvents()
                drag_away(target)
    settle(window.desk.session)
    assert len(surfaces) >= 3
    assert state(window) == before
    assert [finished(one) for one in watched] == pictures


def payload(window: MainWindow, kind: str) -> QMimeData:
    """Two things of that kind, of the journey that is looked at where they belong to one."""
    project, journey = window.desk.session.project, window.desk.selection.journey or ""
    ids = [one.id for one in project.all(KINDS[kind]) if getattr(one, "journey", journey) == journey]
    return mime.encode(mime.Cards(window.doc_id, kind, tuple(ids[:2]), journey, "Never"))
