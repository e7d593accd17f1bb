"""Sticky notes: written beside a step, dragged, following, copied, deleted; each one step of history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import CTRL, NONE, SHIFT, Canvas, open_canvas
from helpers.desks import edited, park
from rondofile.kinds import EditKind
from rondofile.nouns import notes
from rondofile.records import Note

Key = Qt.Key


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas
    QApplication.clipboard().clear()  # what Python lent it must not outlive Python


def there(canvas: Canvas) -> dict[str, Note]:
    return {note.text: note for note in canvas.project.notes_of(canvas.scene.journey or "")}


def stuck(canvas: Canvas, text: str = "Ask about this", step: str | None = "Choose") -> Note:
    """A note on a step, or on the map."""
    key = canvas.steps()[step].id if step else None
    edited(
        canvas.desk.session,
        EditKind.ADD_NOTE,
        lambda edit: notes.add(edit, canvas.scene.journey or "", text, step=key, x=10, y=70),
    )
    canvas.settle()
    return there(canvas)[text]


def at(canvas: Canvas, note: Note) -> QPoint:
    box = canvas.scene.picture.notes.box(note.id)
    assert box is not None
    return canvas.at(box.center())


def test_a_note_is_written_beside_the_chosen_step_and_follows_it(canvas: Canvas) -> None:
    step = canvas.steps()["Choose"].id
    canvas.click(step)
    before = canvas.project
    canvas.key(Key.Key_T)
    canvas.type("Why so long?")
    canvas.key(Key.Key_Return, SHIFT)
    canvas.type("Ask two families")
    assert canvas.project is before
    canvas.key(Key.Key_Return)
    note = there(canvas)["Why so long?\nAsk two families"]
    assert (note.step, canvas.next_undo, canvas.chosen(Note)) == (step, EditKind.ADD_NOTE, (note.id,))
    card, box = canvas.scene.box_of(step), canvas.scene.picture.notes.box(note.id)
    assert card and box and not card.intersects(box)
    canvas.drag(canvas.at(step), canvas.at(step) + QPoint(60, 80))
    moved = canvas.scene.picture.notes.box(note.id)
    assert moved and (moved.topLeft() - box.topLeft()).manhattanLength() > 20, "it goes with its step"
    canvas.key(Key.Key_Escape)
    assert canvas.scene.picture.notes.box(note.id) == box
    canvas.let_go(canvas.at(step))
    canvas.desk.session.undo()
    canvas.settle()
    assert there(canvas) == {} and canvas.scene.picture.notes.ids() == ()


def test_nothing_written_is_no_note(canvas: Canvas) -> None:
    before = canvas.project
    canvas.key(Key.Key_T)
    canvas.key(Key.Key_Return)
    canvas.key(Key.Key_T)
    canvas.type("Never")
    canvas.key(Key.Key_Escape)
    assert canvas.project is before and canvas.editor is None


def test_a_note_is_dragged_and_dropped_on_a_step_follows_that(canvas: Canvas) -> None:
    note, other = stuck(canvas), canvas.steps()["Ride"].id
    before, start = canvas.project, at(canvas, note)
    canvas.drag(start, start + QPoint(30, 25))
    assert canvas.project is before
    canvas.let_go(start + QPoint(30, 25))
    moved = canvas.project.get(Note, note.id)
    assert (moved.step, canvas.next_undo) == (note.step, EditKind.MOVE_NOTES) and moved.x > note.x
    canvas.drag(at(canvas, moved), canvas.at(other))
    sketch = canvas.hands.overlay.sketch
    assert sketch is not None and sketch.target == canvas.scene.box_of(other)
    canvas.let_go(canvas.at(other))
    assert canvas.project.get(Note, note.id).step == other


def test_a_note_that_is_let_go_where_it_was_is_no_edit(canvas: Canvas) -> None:
    note = stuck(canvas)
    before, start = canvas.project, at(canvas, note)
    canvas.drag(start, start + QPoint(40, 40))
    canvas.key(Key.Key_Escape)
    canvas.let_go(start)
    canvas.drag(start, start + QPoint(40, 40))
    canvas.drag_and_drop(start, start)
    assert canvas.project is before


def test_a_note_is_rewritten_and_freed_and_stays_where_it_lies(canvas: Canvas) -> None:
    note = stuck(canvas)
    canvas.double_click(at(canvas, note))
    assert canvas.editor is not None
    canvas.editor.selectAll()
    canvas.type("Measured: 12 minutes")
    canvas.key(Key.Key_Return)
    assert canvas.project.get(Note, note.id).text == "Measured: 12 minutes"
    box = canvas.scene.picture.notes.box(note.id)
    canvas.desk.actions["journey.free-note"].trigger()
    canvas.settle()
    free = canvas.scene.picture.notes.box(note.id)
    assert canvas.project.get(Note, note.id).step is None
    assert box and free and (box.topLeft() - free.topLeft()).manhattanLength() < 2


def test_keys_reach_move_double_and_delete_a_note(canvas: Canvas) -> None:
    note = stuck(canvas)
    canvas.click(canvas.steps()["Choose"].id)
    canvas.key(Key.Key_T, SHIFT)
    assert canvas.chosen(Note) == (note.id,)
    canvas.key(Key.Key_Right)
    assert canvas.project.get(Note, note.id).x == note.x + 16
    canvas.key(Key.Key_D, CTRL)
    assert len(canvas.project.notes_of(canvas.scene.journey or "")) == 2
    canvas.key(Key.Key_Delete)
    assert list(there(canvas)) == [note.text] and canvas.next_undo is EditKind.DELETE_NOTES
    canvas.key(Key.Key_T, SHIFT)
    canvas.key(Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == note.text
    count = len(canvas.steps())
    canvas.key(Key.Key_V, CTRL)
    found = canvas.project.notes_of(canvas.scene.journey or "")
    assert [(one.text, one.step is None) for one in found] == [(note.text, False), (note.text, True)]
    assert len(canvas.steps()) == count, "a note is pasted as a note"


def test_a_copied_step_brings_its_notes(canvas: Canvas) -> None:
    note = stuck(canvas)
    canvas.click(canvas.steps()["Choose"].id)
    canvas.key(Key.Key_C, CTRL)
    canvas.key(Key.Key_V, CTRL)
    (twin,) = canvas.chosen()
    found = [one for one in canvas.project.notes_of(canvas.scene.journey or "") if one.step == twin]
    assert [(one.text, one.x, one.y) for one in found] == [(note.text, note.x, note.y)]


def test_several_notes_are_chosen_and_moved_together(canvas: Canvas) -> None:
    one, two = stuck(canvas), stuck(canvas, "Two", None)
    canvas.click(at(canvas, one))
    canvas.click(at(canvas, two), SHIFT)
    assert canvas.chosen(Note) == (one.id, two.id)
    start = at(canvas, two)
    canvas.drag_and_drop(start, start + QPoint(20, 10))
    moved = [canvas.project.get(Note, key) for key in (one.id, two.id)]
    assert moved[0].x > one.x and moved[1].x > two.x
    canvas.click(at(canvas, moved[0]), NONE)


def test_a_note_is_gone_with_its_step_and_undo_brings_both(canvas: Canvas) -> None:
    note = stuck(canvas)
    canvas.click(canvas.steps()["Choose"].id)
    canvas.key(Key.Key_Delete)
    assert canvas.project.find(Note, note.id) is None
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project.find(Note, note.id) == note
    assert canvas.scene.note_at(QPointF(-1e4, 0)) is None
