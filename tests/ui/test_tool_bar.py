"""The tool bar: one row at every width and size of text, and everything in it can still be reached."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QToolButton

from helpers.desks import clear_away, open_desk, park, settle
from rondo.ui.frame.tool_bar import SWITCH, TOOLS, ToolBar
from rondo.ui.main_window import MainWindow
from rondo.words import Words


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication) -> Iterator[MainWindow]:
    with open_desk(tmp_path, park()) as desk:
        made = MainWindow(desk)
        made.resize(1280, 800)
        made.show()
        qapp.processEvents()
        yield made
        desk.look.set_scale(1.0)
        made.leave_session()
        clear_away()


def buttons(window: MainWindow) -> list[QAbstractButton]:
    found = window.tool_bar.findChildren(QAbstractButton)
    return [b for b in found if b.isVisible() and not b.objectName().startswith("qt_")]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [900, 1280, 1920])
def test_everything_stands_in_one_row_and_inside_the_window(
    width: int, scale: float, window: MainWindow, qapp: QApplication
) -> None:
    window.desk.look.set_scale(scale)
    window.resize(width, 800)
    qapp.processEvents()
    qapp.processEvents()  # what asked for more room while it was polished has it now
    places = [
        (b.mapTo(window, b.rect().topLeft()), b.mapTo(window, b.rect().bottomRight()), b)
        for b in buttons(window)
    ]
    assert len(places) >= 8
    assert all(first.x() >= 0 and last.x() <= window.width() for first, last, _ in places)
    tops = [first.y() for first, _, _ in places]
    assert max(tops) - min(tops) < window.desk.look.px(12)
    ends = sorted((first.x(), last.x()) for first, last, _ in places)
    assert all(before[1] < after[0] + 2 for before, after in pairwise(ends))
    for _, _, button in places:
        assert button.width() >= button.sizeHint().width() - 1, f"{button.text()} is cut"


def test_there_are_words_where_there_is_room_and_a_menu_where_there_is_none(
    window: MainWindow, qapp: QApplication
) -> None:
    window.resize(2200, 800)
    qapp.processEvents()
    texts = {b.text() for b in buttons(window)}
    assert {"Journey", "Matrix", "Architectures", "Review", "Brief", "Connect", "Export brief…"} <= texts
    narrow = QMainWindow()
    bar = ToolBar(narrow, window.desk.actions, window.desk.look, window.desk.words)
    narrow.addToolBar(bar)
    bar.show_tools("journey")
    narrow.resize(420, 200)
    narrow.show()
    qapp.processEvents()
    menus = [b.menu() for b in bar.findChildren(QToolButton) if b.isVisible() and b.menu() is not None]
    assert [[a.objectName() for a in menu.actions()] for menu in menus] == [list(TOOLS["journey"])]
    narrow.close()
    narrow.deleteLater()


def test_the_switch_shows_the_view_and_its_tools(window: MainWindow, qapp: QApplication) -> None:
    for view in (key.split(".")[1] for key in SWITCH):
        window.desk.actions[f"view.{view}"].trigger()
        qapp.processEvents()
        assert window.view_key == view
        on = [key for key in SWITCH if window.desk.actions[key].isChecked()]
        assert on == [f"view.{view}"]
        shown = {
            b.defaultAction().objectName()
            for b in buttons(window)
            if isinstance(b, QToolButton) and b.defaultAction()
        }
        assert set(TOOLS.get(view, ())) <= shown
        assert not any(key in shown for other, keys in TOOLS.items() if other != view for key in keys)


def test_a_view_that_is_chosen_again_stays_chosen(window: MainWindow) -> None:
    for _ in range(2):
        window.desk.actions["view.matrix"].trigger()
        assert window.desk.actions["view.matrix"].isChecked() and window.view_key == "matrix"


def test_undo_names_its_step_in_menu_and_tip(window: MainWindow, qapp: QApplication) -> None:
    from rondofile.kinds import EditKind
    from rondofile.nouns import segments

    undo = window.desk.actions["edit.undo"]
    assert undo.text() == Words("en")("action.edit.undo") and not undo.isEnabled()
    window.desk.session.edit(EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, "Families"))
    settle(window.desk.session)
    assert undo.isEnabled() and "Add a segment" in undo.text() and "Add a segment" in undo.toolTip()
    assert "Ctrl+Z" in undo.toolTip()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_window_never_outgrows_a_small_screen(
    scale: float, window: MainWindow, qapp: QApplication
) -> None:
    window.desk.look.set_scale(scale)
    assert window.outline.isVisibleTo(window.docks.outline) and window.inspector is not None
    for key in ("view.reset-layout", "view.outline", "view.inspector"):
        window.carry_out(key)
        qapp.processEvents()
        assert window.minimumSizeHint().width() <= 1280
        window.resize(1280, 720)
        assert window.width() == 1280


def test_the_outline_waits_where_the_view_would_have_no_room(window: MainWindow, qapp: QApplication) -> None:
    assert not window.docks.outline.isHidden()
    window.desk.look.set_scale(2.0)
    qapp.processEvents()
    assert window.docks.outline.isHidden() and not window.docks.inspector.isHidden()
    window.carry_out("view.outline")
    assert not window.docks.outline.isHidden()
