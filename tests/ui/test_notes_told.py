"""A sticky note in the inspector and to a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLabel

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import settle
from helpers.inspecting import field_named, inspecting
from rondo.ui.inspector.pieces.jump import Jump
from rondofile.enums import Phase
from rondofile.project import Project
from rondofile.records import Info, Journey, Lane, Note, Step


def noted() -> Project:
    """Two steps, the second with a note, and a note that follows none."""
    steps = (
        Step(id=key, journey="j", position=i, title=f"Step {key}", phase=Phase.REQUEST, lane="us")
        for i, key in enumerate("ab")
    )
    return Project.of(
        [
            Info(id="project", title="Notes"),
            Journey(id="j", name="Notes"),
            Lane(id="us", journey="j", position=0, name="Us"),
            *steps,
            Note(id="n1", journey="j", position=0, text="Ask\nAnn", step="b", x=8, y=50),
            Note(id="n2", journey="j", position=1, text="Why?", x=300, y=90),
        ]
    )


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, noted()) as canvas:
        yield canvas


def named(within: QAccessibleInterface) -> list[str]:
    return [
        child.text(QAccessible.Text.Name)
        for i in range(within.childCount())
        if (child := within.child(i)) is not None
    ]


def test_notes_are_read_with_their_step_and_those_of_none_behind_the_steps(canvas: Canvas) -> None:
    whole = QAccessible.queryAccessibleInterface(canvas.surface)
    assert whole is not None
    names = named(whole)
    assert names[-1] == "Note: Why?" and len(names) == 3
    step = whole.child(1)
    assert step is not None and named(step) == ["Note: Ask Ann"]
    note, box = step.child(0), canvas.scene.picture.notes.box("n1")
    assert note is not None and box is not None and note.rect().width() > 0
    actions = note.actionInterface()
    assert actions is not None and len(actions.actionNames()) >= 3
    whole.child(2).actionInterface().doAction(actions.actionNames()[0])
    canvas.settle()
    assert canvas.chosen(Note) == ("n2",)


def test_a_note_when_it_is_chosen_then_says_its_text_and_step_in_the_inspector(
    qapp: QApplication, tmp_path: Path
) -> None:
    with inspecting(tmp_path, noted()) as (desk, panel):
        desk.selection.choose(Note, "n1")
        field = field_named(panel, desk.words("inspector.note.text"))
        assert field.value() == "Ask\nAnn"
        field.changed.emit("Ask Bea")
        settle(desk.session)
        assert desk.session.project.get(Note, "n1").text == "Ask Bea"
        field.changed.emit("  ")
        settle(desk.session)
        assert desk.session.project.get(Note, "n1").text == "Ask Bea"
        (jump,) = [jump for jump in panel.findChildren(Jump) if jump.isVisible()]
        jump.click()
        assert desk.selection.ids_of(Step) == ("b",)
        desk.selection.choose(Note, "n2")
        said = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
        assert desk.words("inspector.note.loose") in said
        assert desk.words("inspector.note.internal") in said
