"""The outline: making, renaming and removing segments, situations, journeys and organisations."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from helpers.desks import edited, settle
from helpers.outlines import click, editor, is_editing, line, open_outline, texts, type_name, view
from rondo.ui.desk import Desk
from rondo.ui.notices import Notice
from rondo.ui.outline.panel import Outline
from rondofile.enums import PlayerKind
from rondofile.kinds import EditKind
from rondofile.nouns import segments
from rondofile.project import Project
from rondofile.records import Journey, Placement, Player, Segment, Situation, Step, Stretch

pytestmark = pytest.mark.usefixtures("qapp")

LONG = "Grootouders die hun kleinkinderen in een lange regenachtige herfstvakantie meenemen " * 4
NAMES = ("కుటుంబాలు", "عائلات في الزيارة الأولى", "家族連れ", "<b>Bold</b> & 'quoted'", LONG.strip())


def names(project: Project) -> list[str]:
    return [segment.name for segment in project.all(Segment)]


def add(outline: Outline, name: str) -> None:
    button = next(b for b in outline.findChildren(QToolButton) if b.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", NAMES)
def test_a_new_segment_is_named_in_place_and_chosen(tmp_path: Path, name: str) -> None:
    with open_outline(tmp_path) as (desk, outline):
        before = names(desk.session.project)
        add(outline, "New customer segment")
        assert names(desk.session.project) == before, "it was in the project before it had a name"
        type_name(desk, view(outline, "segments"), name)
        assert names(desk.session.project) == [*before, name]
        made = desk.session.project.all(Segment)[-1]
        assert desk.selection.ids_of(Segment) == (made.id,)
        assert texts(view(outline, "segments")).count(name) == 1
        desk.session.undo()
        settle(desk.session)
        assert names(desk.session.project) == before


@pytest.mark.parametrize(("text", "key"), [("Families", Qt.Key.Key_Escape), ("   ", Qt.Key.Key_Return)])
def test_without_a_name_nothing_is_made_and_no_line_stays(tmp_path: Path, text: str, key: Qt.Key) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, "segments")
        before, lines, undo = names(desk.session.project), texts(shown), standing(desk)
        add(outline, "New customer segment")
        assert len(texts(shown)) == len(lines) + 1
        type_name(desk, shown, text, key)
        assert names(desk.session.project) == before and standing(desk) is undo
        assert texts(shown) == lines and not is_editing(shown)


def test_in_an_empty_project_the_first_segment_and_our_own_firm_are_made(tmp_path: Path) -> None:
    with open_outline(tmp_path, Project({})) as (desk, outline):
        add(outline, "New customer segment")
        type_name(desk, view(outline, "segments"), "Families")
        add(outline, "New organisation")
        type_name(desk, view(outline, "organisations"), "Our park")
        add(outline, "New organisation")
        type_name(desk, view(outline, "organisations"), "The other park")
        assert names(desk.session.project) == ["Families"]
        assert [(p.name, p.kind) for p in desk.session.project.all(Player)] == [
            ("Our park", PlayerKind.OWN),
            ("The other park", PlayerKind.RIVAL),
        ]


def test_a_new_situation_belongs_to_the_chosen_segment(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        desk.selection.choose(Segment, "pass")
        outline.deeds()["strategy.new-situation"].do()
        type_name(desk, view(outline, "segments"), "on a free evening")
        made = desk.session.project.situations_of("pass")
        assert [situation.name for situation in made] == ["on a free evening"]
        shown = texts(view(outline, "segments"))
        assert shown[shown.index("Annual pass holders") + 1] == "Annual pass holders – on a free evening"


@pytest.mark.parametrize("way", ["F2", "Enter", "double click"])
def test_a_segment_is_renamed_in_place(tmp_path: Path, way: str) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, "segments")
        begin_rename(desk, outline, "segments", "Annual pass holders", way)
        assert editor(shown).text() == "Annual pass holders"
        type_name(desk, shown, "Neighbours")
        assert desk.session.project.get(Segment, "pass").name == "Neighbours"
        assert "Neighbours" in texts(shown)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_keeps_the_name_and_leaves(tmp_path: Path, key: Qt.Key) -> None:
    with open_outline(tmp_path) as (desk, outline):
        begin_rename(desk, outline, "segments", "Annual pass holders", "Enter")
        type_name(desk, view(outline, "segments"), "Neighbours", key)
        assert desk.session.project.get(Segment, "pass").name == "Neighbours"
        assert not is_editing(view(outline, "segments"))


def test_escape_leaves_the_name_and_no_step_of_history(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        undo = standing(desk)
        begin_rename(desk, outline, "segments", "Annual pass holders", "Enter")
        type_name(desk, view(outline, "segments"), "Neighbours", Qt.Key.Key_Escape)
        assert desk.session.project.get(Segment, "pass").name == "Annual pass holders"
        assert standing(desk) is undo


@pytest.mark.parametrize(
    ("section", "text", "kind", "key", "field"),
    [
        ("segments", "First-visit families – when it rains at noon", Situation, "rain", "name"),
        ("journeys", "Family visit", Journey, "visit", "name"),
        ("journeys", "A day in the park", Stretch, "v-day", "name"),
        ("organisations", "Walt Disney World", Player, "florida", "name"),
    ],
)
def test_everything_with_a_name_is_renamed_in_place(
    tmp_path: Path, section: str, text: str, kind: type, key: str, field: str
) -> None:
    with open_outline(tmp_path) as (desk, outline):
        begin_rename(desk, outline, section, text, "Enter")
        type_name(desk, view(outline, section), "Another name")
        assert getattr(desk.session.project.get(kind, key), field) == "Another name"


def test_a_change_from_elsewhere_leaves_the_open_editor_as_it_is(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, "segments")
        begin_rename(desk, outline, "segments", "Annual pass holders", "Enter")
        editor(shown).setText("Half a na")
        edited(desk.session, EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, "From elsewhere"))
        edited(desk.session, EditKind.SET_SEGMENT, lambda edit: segments.set_fields(edit, "pass", size=30.0))
        assert editor(shown).text() == "Half a na"
        assert "From elsewhere" in texts(shown)


def test_a_deleted_segment_goes_and_says_what_stays(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        said: list[Notice] = []
        desk.notices.said.connect(said.append)
        offers = len(desk.session.project.all(Placement))
        click(view(outline, "segments"), line(view(outline, "segments"), "First-visit families"))
        outline.deeds()["edit.delete"].do()
        settle(desk.session)
        project = desk.session.project
        assert project.find(Segment, "families") is None and project.all(Situation) == ()
        assert len(project.all(Placement)) == offers
        assert [notice.sentence.split(".")[0] for notice in said] == ["Removed: First-visit families"]
        assert "offers stay" in said[0].sentence and "2 journeys stay" in said[0].sentence
        said[0].actions[0][1]()
        settle(desk.session)
        assert len(desk.session.project.all(Situation)) == 2


def test_several_segments_go_in_one_step(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        view(outline, "segments").setFocus()
        desk.selection.choose(Segment, "pass", "noband")
        outline.deeds()["edit.delete"].do()
        settle(desk.session)
        assert names(desk.session.project) == ["First-visit families"]
        desk.session.undo()
        settle(desk.session)
        assert len(names(desk.session.project)) == 3


def test_a_step_can_be_renamed_and_removed_without_the_canvas(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, "journeys")
        click(shown, line(shown, "Steps of Family visit"))
        begin_rename(desk, outline, "journeys", "Stand in line", "F2")
        type_name(desk, shown, "Wait in line")
        assert desk.session.project.get(Step, "v-line").title == "Wait in line"
        outline.deeds()["edit.delete"].do()
        settle(desk.session)
        assert desk.session.project.find(Step, "v-line") is None


def standing(desk: Desk) -> object:
    assert desk.session.standing is not None
    return desk.session.standing.next_undo


def begin_rename(desk: Desk, outline: Outline, section: str, text: str, way: str) -> None:
    shown = view(outline, section)
    index = line(shown, text)
    click(shown, index)
    if way == "F2":
        outline.deeds()["edit.rename"].do()
    elif way == "Enter":
        QTest.keyClick(shown, Qt.Key.Key_Return)
    else:
        QTest.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualRect(index).center())
    settle(desk.session)
