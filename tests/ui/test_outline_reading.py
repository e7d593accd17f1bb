"""The outline read: by a screen reader, by letters, at five hundred segments, while the project changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QTreeView, QWidget

from helpers.desks import edited, settle
from helpers.outlines import click, editor, is_editing, line, open_outline, texts, view
from rondo.ui.outline.lines.model import EntryModel
from rondo.ui.outline.panel import Outline
from rondo.words import Words
from rondofile.kinds import EditKind
from rondofile.nouns import journeys, segments
from rondofile.project import Project
from rondofile.records import Journey, Player, Segment, Situation

pytestmark = pytest.mark.usefixtures("qapp")
MANY = 500
STEPS = "Steps of Family visit"


def tree(outline: Outline) -> QTreeView:
    found = view(outline, "journeys")
    assert isinstance(found, QTreeView)
    return found


def test_letters_find_a_line(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, "segments")
        shown.setFocus()
        QTest.keyClicks(shown, "gue")
        assert desk.selection.ids_of(Segment) == ("noband",)


def test_a_screen_reader_meets_lists_with_named_items(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (_, outline):
        assert said(view(outline, "segments")) == (
            QAccessible.Role.List,
            "Segments",
            [
                "First-visit families",
                "First-visit families, planning at home",
                "First-visit families, when it rains at noon",
                "Annual pass holders",
                "Guests without a band",
            ],
        )
        role, name, items = said(view(outline, "organisations"))
        assert (role, name) == (QAccessible.Role.List, "Organisations")
        assert items[1] == "Walt Disney World, rival"
        role, name, items = said(tree(outline))
        assert (role, name) == (QAccessible.Role.Tree, "Journeys")
        assert items[-1] == "11 steps of Family visit, today"
        assert items[:3] == [
            "Family visit, today",
            "A day in the park, part of the journey",
            "Family visit, redesigned",
        ]


def test_every_button_and_editor_has_a_name(tmp_path: Path) -> None:
    with open_outline(tmp_path, words=Words("nl")) as (_, outline):
        buttons = [b for b in outline.findChildren(QToolButton) if b.isVisible()]
        assert len(buttons) == 3
        assert [b for b in buttons if not b.accessibleName()] == []
        outline.deeds()["strategy.new-segment"].do()
        assert editor(view(outline, "segments")).accessibleName() == "Naam van het segment"


def test_the_lines_are_a_sound_model_while_the_project_changes(tmp_path: Path, qtmodeltester: object) -> None:
    with open_outline(tmp_path) as (desk, outline):
        models = [view(outline, name).model() for name in ("segments", "journeys", "organisations")]
        for model in models:
            assert isinstance(model, EntryModel)
            qtmodeltester.check(model)  # type: ignore[attr-defined]
        click(tree(outline), line(tree(outline), STEPS))
        for change in (
            lambda edit: segments.delete(edit, "families"),
            lambda edit: journeys.delete(edit, "visit"),
            lambda edit: segments.set_order(edit, ["noband", "pass"]),
        ):
            edited(desk.session, EditKind.DELETE, change)
        for _ in range(3):
            desk.session.undo()
            settle(desk.session)
        assert desk.session.project.find(Journey, "visit") is not None
        assert texts(tree(outline)).count("Family visit") == 2


def test_undo_brings_what_it_changed_into_sight(tmp_path: Path) -> None:
    with open_outline(tmp_path, many()) as (desk, outline):
        shown = view(outline, "segments")
        edited(
            desk.session, EditKind.SET_SEGMENT, lambda edit: segments.set_fields(edit, "s400", name="Renamed")
        )
        changes: list[object] = []
        desk.session.changed.connect(changes.append)
        desk.session.undo()
        settle(desk.session)
        assert not in_sight(outline, shown, "Segment 400")
        outline.reveal(changes[0])  # type: ignore[arg-type]
        assert in_sight(outline, shown, "Segment 400")


def test_five_hundred_segments_are_there_and_one_edit_touches_one_line(tmp_path: Path) -> None:
    with open_outline(tmp_path, many()) as (desk, outline):
        shown = view(outline, "segments")
        assert len(texts(shown)) == MANY
        assert shown.height() >= MANY * 40
        touched: list[str] = []
        shown.model().dataChanged.connect(lambda top, _: touched.append(str(top.data())))
        shown.model().rowsInserted.connect(lambda *_: touched.append("inserted"))
        shown.model().rowsRemoved.connect(lambda *_: touched.append("removed"))
        edited(
            desk.session, EditKind.SET_SEGMENT, lambda edit: segments.set_fields(edit, "s250", name="Renamed")
        )
        assert touched == ["Renamed"]


def test_a_project_of_unnamed_things_says_so_in_words(tmp_path: Path) -> None:
    nameless = Project.of((Segment(id="s"), Situation(id="t", segment="s"), Journey(id="j"), Player(id="p")))
    with open_outline(tmp_path, nameless) as (_, outline):
        assert texts(view(outline, "segments")) == [
            "Segment without a name",
            "Segment without a name – situation without a name",
        ]
        assert texts(tree(outline)) == ["Journey without a name"]
        assert texts(view(outline, "organisations")) == ["Organisation without a name"]
        assert not is_editing(tree(outline))


def test_a_hidden_outline_catches_up_when_it_is_seen(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        outline.hide()
        edited(desk.session, EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, "Meanwhile"))
        outline.show()
        assert "Meanwhile" in texts(view(outline, "segments"))


def said(shown: QWidget) -> tuple[QAccessible.Role, str, list[str]]:
    whole = QAccessible.queryAccessibleInterface(shown)
    assert whole is not None
    names = []
    for number in range(whole.childCount()):
        child = whole.child(number)
        if child is not None and child.role() in (QAccessible.Role.ListItem, QAccessible.Role.TreeItem):
            names.append(child.text(QAccessible.Text.Name))
    return whole.role(), whole.text(QAccessible.Text.Name), names


def in_sight(outline: Outline, shown: QWidget, text: str) -> bool:
    box = shown.visualRect(line(shown, text))  # type: ignore[attr-defined, arg-type]
    top = shown.mapTo(outline, box.topLeft()).y()
    return top >= 0 and top + box.height() <= outline.height()


def many() -> Project:
    made = [
        Segment(id=f"s{n}", position=n, name=f"Segment {n}", size=0.2, size_unit="guests")
        for n in range(MANY)
    ]
    return Project.of(made)
