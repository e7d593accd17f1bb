"""Writing on the canvas: titles, lanes and labels in their place, growing with what is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import edited, park
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.records import Lane, Link

Key = Qt.Key
WISH = "Wish for a holiday together"


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def test_a_double_click_on_a_step_writes_its_title_over_the_card(canvas: Canvas) -> None:
    key = canvas.steps()[WISH].id
    canvas.double_click(key)
    editor = canvas.editor
    assert editor is not None and editor.toPlainText() == WISH
    assert editor.textCursor().selectedText() == WISH, "typing replaces it"
    box = canvas.scene.box_of(key)
    assert box is not None
    corner = editor.geometry().topLeft() - canvas.surface.mapFromScene(box.topLeft())
    assert corner.manhattanLength() <= 2
    assert editor.accessibleName() == "Title of the step"
    canvas.type("Dream")
    canvas.key(Key.Key_Return)
    assert canvas.step(key).title == "Dream" and canvas.next_undo is EditKind.RENAME_STEP


def test_the_editor_grows_with_what_is_written(canvas: Canvas) -> None:
    canvas.double_click(canvas.steps()[WISH].id)
    editor = canvas.editor
    assert editor is not None
    low = editor.height()
    canvas.type("a very long title that goes on and on and on and on and on and on and on and on")
    assert editor.height() > low + editor.fontMetrics().height()
    assert editor.verticalScrollBar().maximum() == 0, "nothing of it is hidden"


def test_the_editor_of_a_very_long_title_shows_as_much_as_is_in_view(canvas: Canvas) -> None:
    key, surface = canvas.steps()[WISH].id, canvas.surface
    said = "a very long title " * 50
    canvas.desk.session.edit(EditKind.RENAME_STEP, lambda edit: steps.rename(edit, key, said.strip()))
    canvas.settle()
    surface.zoom_to(1.0)
    canvas.double_click(key)
    editor = canvas.editor
    assert editor is not None
    assert editor.height() > 12 * editor.fontMetrics().height()
    assert editor.geometry().bottom() <= canvas.viewport.height()
    surface.zoom_to(2.0)
    surface.reveal([key])
    assert editor.geometry().bottom() <= canvas.viewport.height()
    assert editor.verticalScrollBar().maximum() > 0, "the rest can be reached"


def test_a_pasted_title_of_many_lines_is_one_line(canvas: Canvas) -> None:
    key = canvas.steps()[WISH].id
    canvas.double_click(key)
    assert canvas.editor is not None
    canvas.editor.insertPlainText("one\n  two\tthree ")
    canvas.key(Key.Key_Return)
    assert canvas.step(key).title == "one two three"


def test_a_title_emptied_or_left_as_it_was_is_no_edit(canvas: Canvas) -> None:
    before = canvas.project
    for text in ("", "   ", WISH):
        canvas.double_click(canvas.steps()[WISH].id)
        assert canvas.editor is not None
        canvas.editor.setPlainText(text)
        canvas.key(Key.Key_Return)
        assert canvas.project is before and canvas.editor is None


def test_going_elsewhere_keeps_what_was_written(canvas: Canvas) -> None:
    key = canvas.steps()[WISH].id
    canvas.double_click(key)
    canvas.type("Dream")
    canvas.view.work.inbox.line.setFocus()
    canvas.settle()
    assert canvas.step(key).title == "Dream"
    canvas.double_click(key)
    canvas.type("Dream on")
    canvas.view.hide()
    canvas.settle()
    assert canvas.step(key).title == "Dream on"


def test_the_editor_stays_on_its_card_and_leaves_when_that_is_gone(canvas: Canvas) -> None:
    key = canvas.steps()[WISH].id
    canvas.double_click(key)
    canvas.surface.zoom_to(canvas.surface.zoom * 1.3)
    editor, box = canvas.editor, canvas.scene.box_of(key)
    assert editor is not None and box is not None
    corner = editor.geometry().topLeft() - canvas.surface.mapFromScene(box.topLeft())
    assert corner.manhattanLength() <= 2
    edited(canvas.desk.session, EditKind.DELETE_STEPS, lambda edit: steps.delete(edit, key))
    canvas.settle()
    assert canvas.editor is None


def test_a_lane_is_renamed_and_a_link_labelled_where_they_stand(canvas: Canvas) -> None:
    plan = canvas.scene.plan
    assert plan is not None
    canvas.double_click(canvas.at(QPointF(8, plan.top + 12)))
    canvas.type("Household")
    canvas.key(Key.Key_Return)
    assert canvas.project.get(Lane, canvas.chosen(Lane)[0]).name == "Household"
    link = canvas.project.links_of(canvas.scene.journey or "")[0]
    canvas.double_click(canvas.at(canvas.hands.link_area(link.id).center()))
    canvas.type("if it is sunny")
    canvas.click(canvas.viewport.rect().bottomRight() - QPoint(5, 5))
    assert canvas.project.get(Link, link.id).label == "if it is sunny"


def test_a_file_that_may_not_be_changed_opens_no_editor(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(canvas.desk.session), "read_only", property(lambda _: True))
    before = canvas.project
    canvas.double_click(canvas.steps()[WISH].id)
    assert canvas.editor is None
    canvas.double_click(canvas.empty_ground())
    canvas.key(Key.Key_L)
    assert canvas.editor is None
    canvas.drag_and_drop(canvas.at(canvas.steps()[WISH].id), canvas.empty_ground())
    canvas.key(Key.Key_Delete)
    assert canvas.project is before
    allowed = {key for key, deed in canvas.view.work.deeds.items() if deed.possible()}
    looking = {key for key in allowed if key.startswith("journey.select-")}
    assert allowed - looking <= {"journey.select", "journey.inbox", "edit.copy", "edit.select-all"}
