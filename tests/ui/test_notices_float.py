"""Notices float over the view: nothing below is pushed, and nothing that is worked at is covered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from helpers.desks import park
from helpers.resting import come_to_rest
from helpers.windows import open_window
from rondo.ui.canvas.view import JourneyView
from rondo.ui.frame.notice_place import spot
from rondo.ui.main_window import MainWindow
from rondofile.records import Step

SAID = "Two steps were set aside."


def canvas(window: MainWindow) -> JourneyView:
    room = window.rooms["journey"]
    assert isinstance(room, JourneyView)
    return room


def in_window(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def chosen_box(window: MainWindow, step: str) -> QRect:
    view = canvas(window)
    box = view.surface.mapFromScene(view.work.hands.box(step)).boundingRect()
    return QRect(view.surface.viewport().mapTo(window, box.topLeft()), box.size())


def test_a_notice_when_said_then_the_map_stays_where_it_was(qapp: QApplication, tmp_path: Path) -> None:
    with open_window(tmp_path, park()) as window:
        surface = canvas(window).surface
        before = in_window(surface.viewport(), window)
        window.desk.notices.say(SAID)
        come_to_rest(window)
        assert window.notice_bar.isVisible() and window.notice_bar.sentences() == (SAID,)
        assert in_window(surface.viewport(), window) == before
        bar = in_window(window.notice_bar, window)
        assert before.contains(bar) and bar.center().y() > before.center().y()
        assert not bar.intersects(in_window(canvas(window).work.inbox, window))


def test_a_step_chosen_below_a_notice_then_the_notice_stands_at_the_upper_edge(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_window(tmp_path, park()) as window:
        view = canvas(window)
        window.desk.notices.say(SAID, "bad")
        low = in_window(window.notice_bar, window)
        view.surface.setFocus()
        covered = 0
        for step in window.desk.session.project.all(Step):
            if step.phase is None or step.journey != view.scene.journey:
                continue
            window.desk.selection.choose(Step, step.id)
            view.surface.centerOn(view.work.hands.box(step.id).center())
            bar = view.surface.verticalScrollBar()
            bar.setValue(bar.value() - (view.surface.viewport().height() // 2 - 60))
            window.notice_bar.place()
            box = chosen_box(window, step.id)
            covered += box.intersects(low)
            assert not box.intersects(in_window(window.notice_bar, window)), step.title
        assert covered, "no step lay below the notice"


def test_a_notice_when_tapped_away_by_keys_then_the_keyboard_is_where_it_was(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_window(tmp_path, park()) as window:
        done: list[str] = []
        for _ in range(2):
            surface = canvas(window).surface
            surface.setFocus()
            window.desk.notices.say(SAID, "plain", ("Undo", lambda: done.append("undo")))
            window.desk.actions["view.next-part"].trigger()
            button = QApplication.focusWidget()
            assert isinstance(button, QPushButton) and window.notice_bar.isAncestorOf(button)
            QTest.keyClick(button, Qt.Key.Key_Escape if not done else Qt.Key.Key_Space)
            assert not window.notice_bar.isVisible() and surface.hasFocus()
            if not done:
                done.append("esc")
        assert done == ["esc", "undo"]


def test_a_card_dragged_below_a_notice_then_the_notice_makes_way(qapp: QApplication, tmp_path: Path) -> None:
    with open_window(tmp_path, park()) as window:
        window.desk.notices.say(SAID, "bad")
        there = canvas(window).surface.viewport()
        bar = in_window(window.notice_bar, window)
        at = window.notice_bar.mapToGlobal(window.notice_bar.rect().center())
        move = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(there.mapFromGlobal(at)),
            QPointF(at),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(there, move)
        assert not in_window(window.notice_bar, window).intersects(bar)


def test_a_long_notice_in_a_small_window_with_large_text_then_nothing_of_it_is_cut(
    qapp: QApplication, tmp_path: Path
) -> None:
    looked = 0
    with open_window(tmp_path, park(), size=(1024, 640), scale=2.0) as window:
        window.desk.notices.say(
            "The file cannot be read whole: some of it is damaged, and the rest is a copy of its own.",
            "bad",
            ("Salvage what can be read", lambda: None),
            ("Open an earlier version", lambda: None),
        )
        for view in ("journey", "steps", "matrix"):
            window.go_to(view)
            come_to_rest(window)
            bar = window.notice_bar
            assert window.rect().contains(in_window(bar, window)), view
            for part in bar.findChildren(QWidget):
                if part.isVisible():
                    looked += 1
                    assert in_window(bar, window).contains(in_window(part, window)), view
            for button in bar.findChildren(QPushButton):
                assert button.width() >= button.sizeHint().width(), button.text()
    assert looked >= 15


def test_where_both_edges_are_worked_at_then_the_lower_is_kept() -> None:
    stage = QRect(0, 0, 400, 100)
    assert spot(stage, stage.size() / 2, stage, 8).bottom() == 91
