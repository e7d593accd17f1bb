"""The response grid: written, voted, cleared and copied by keys; an idea becomes a step and an offer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.desks import edited, park
from helpers.response_room import A, C, D, Grid, H, open_grid
from rondo.strategy.framework.table_parts import DemandKind
from rondo.ui.responses.model import EXPERIENCES
from rondofile.edits import Edit
from rondofile.enums import Actor, Architecture, AwareFirst, Experience, InformationHow, PlacementState
from rondofile.kinds import EditKind
from rondofile.nouns import journeys, steps
from rondofile.project import Project
from rondofile.records import Item, Journey, Placement, Response, Step

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
SAID = Qt.ItemDataRole.AccessibleTextRole

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def without_redesign() -> Project:
    """The worked case as it was before anything was redesigned."""
    whole = park()
    today = next(j for j in whole.all(Journey) if j.based_on is None)
    gone = {j.id for j in whole.all(Journey) if j.id != today.id}
    kept = [today, *whole.lanes_of(today.id), *whole.steps_of(today.id), *whole.links_of(today.id)]
    marks = [mark for step in whole.steps_of(today.id) for mark in whole.marks_of(step.id)]
    assert gone
    return Project.of([*kept, *marks]) if today.segment is None else _with_people(whole, kept + marks)


def _with_people(whole: Project, kept: list) -> Project:  # type: ignore[type-arg]
    people = [r for noun in ("player", "segment", "situation") for r in whole.tables[noun].values()]
    return Project.of([*people, *kept])


@pytest.fixture
def grid(qapp: QApplication, tmp_path: Path) -> Iterator[Grid]:
    with open_grid(tmp_path, park()) as grid:
        yield grid


@pytest.fixture
def today(qapp: QApplication, tmp_path: Path) -> Iterator[Grid]:
    with open_grid(tmp_path, without_redesign()) as grid:
        yield grid


def test_the_steps_stand_in_walking_order_below_their_phases(grid: Grid) -> None:
    model = grid.grid.cells
    rows = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    assert rows[:6] == [
        "Recognize",
        "Wish for a holiday together",
        "Notice that good dates are going",
        "Request",
        "Compare dates, hotels and rides",
        "Choose",
    ]
    assert [model.headerData(at, Qt.Orientation.Horizontal) for at in range(4)] == [
        "Respond to desire",
        "Curated offering",
        "Coach behavior",
        "Automatic execution",
    ]


def test_natural_places_are_those_of_the_table_of_rows_and_kinds(grid: Grid) -> None:
    model, found = grid.grid.cells, {}
    rows = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    for title in ("Book and pay", "Choose", "Notice that good dates are going"):
        found[title] = [model.place_at(model.index(rows.index(title), at)) for at in range(4)]
    must, may, none, gone = DemandKind.MUST, DemandKind.MAY, DemandKind.NONE, DemandKind.GONE
    assert found["Book and pay"] == [must, may, may, gone]
    assert found["Choose"] == [none, must, may, gone]
    assert found["Notice that good dates are going"] == [none, none, must, may]


def test_enter_writes_tab_goes_to_what_must_be_known_and_undo_takes_it_back_at_once(grid: Grid) -> None:
    found = grid.write("Choose", C, "Three stays that suit this family", "ages, last year's rides")
    assert (found.text, found.must_know) == ("Three stays that suit this family", "ages, last year's rides")
    grid.undo()
    assert grid.at("Choose", C) is None


def test_typing_begins_a_cell_and_esc_leaves_no_trace(grid: Grid) -> None:
    grid.go("Choose", C)
    grid.type("t")
    grid.type("hree")
    assert grid.grid.editor is not None and grid.grid.editor.text.toPlainText() == "three"
    grid.key(Key.Key_Escape)
    assert grid.grid.editor is None and grid.at("Choose", C) is None
    assert QApplication.focusWidget() is grid.grid
    assert grid.desk.session.standing is not None and grid.desk.session.standing.next_undo is None


def test_return_goes_down_and_tab_goes_on_past_the_names_of_phases(grid: Grid) -> None:
    grid.go("Book and pay", D)
    grid.key(Key.Key_Return)
    grid.type("One tap")
    grid.key(Key.Key_Return)
    assert grid.here() == ("Check in at the desk", D)
    grid.go("Book and pay", A)
    grid.key(Key.Key_Tab)
    assert grid.here() == ("Check in at the desk", D)
    grid.key(Key.Key_Up)
    assert grid.here() == ("Book and pay", D)
    grid.key(Key.Key_Down)
    assert grid.here() == ("Check in at the desk", D)


def test_an_empty_cell_asks_in_the_editor_what_the_experience_would_do(grid: Grid) -> None:
    grid.go("Choose", A)
    grid.key(Key.Key_F2)
    assert grid.grid.editor is not None
    assert "limits" in grid.grid.editor.text.placeholderText()
    grid.key(Key.Key_Escape)


def test_plus_gives_dots_minus_takes_them_and_a_cell_without_anything_is_gone(grid: Grid) -> None:
    grid.go("Choose", C)
    for _ in range(3):
        grid.type("+")
        grid.settle()
    found = grid.at("Choose", C)
    assert found is not None and found.votes == 3
    for _ in range(4):
        grid.type("-")
        grid.settle()
    assert grid.at("Choose", C) is None


def test_delete_clears_all_chosen_cells_in_one_step(grid: Grid) -> None:
    grid.write("Choose", C, "Three stays")
    grid.write("Book and pay", C, "Straight on")
    grid.go("Choose", C)
    grid.key(Key.Key_Down, SHIFT)
    grid.do("edit.delete")
    assert grid.project.all(Response) == ()
    grid.undo()
    assert len(grid.project.all(Response)) == 2


def test_copied_cells_keep_what_must_be_known_and_a_range_of_a_spreadsheet_fills_cells(grid: Grid) -> None:
    grid.write("Choose", C, "Three stays", "ages")
    grid.do("edit.copy")
    assert QGuiApplication.clipboard().text() == "Three stays"
    grid.go("Choose", H)
    grid.do("edit.paste")
    copied = grid.at("Choose", H)
    assert copied is not None and (copied.text, copied.must_know) == ("Three stays", "ages")
    QGuiApplication.clipboard().setText("One\tTwo\nThree\tFour\n")
    grid.go("Choose", H)
    grid.do("edit.paste")
    cells = [("Choose", H), ("Choose", A), ("Book and pay", H), ("Book and pay", A)]
    assert [getattr(grid.at(*cell), "text", None) for cell in cells] == ["One", "Two", "Three", "Four"]
    grid.undo()
    assert grid.at("Book and pay", A) is None


def test_a_cell_says_step_experience_and_text(grid: Grid) -> None:
    grid.write("Choose", C, "Three stays", "ages")
    index = grid.grid.currentIndex()
    assert index.data(SAID) == "Choose × Curated offering: Three stays"
    assert "ages" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert grid.grid.accessibleName().startswith("Responses: ")


def test_the_grid_is_a_table_whose_cells_and_heads_have_names(grid: Grid) -> None:
    grid.write("Choose", C, "Three stays", "ages")
    index = grid.grid.currentIndex()
    table = QAccessible.queryAccessibleInterface(grid.grid)
    assert table.role() is QAccessible.Role.Table
    names = [table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())]
    assert "Choose × Curated offering: Three stays" in names
    assert {"Curated offering", "Choose", "Request"} <= set(names)
    assert index.isValid()


def test_an_idea_becomes_a_step_of_a_redesign_that_is_begun_for_it(today: Grid) -> None:
    assert today.project.redesigns_of(today.desk.selection.journey or "") == ()
    said: list[str] = []
    today.desk.notices.said.connect(lambda notice: said.append(notice.sentence))
    today.write("Choose", A, "Hold the stay they always take", "their dates; the usual hotel, their dates")
    today.do("responses.make-step")
    assert said == ["The idea is now a step of the redesigned “Family visit”."]
    redesign, found = today.redesign(), today.at("Choose", A)
    made = next(s for s in today.project.steps_of(redesign.id) if s.title == "Hold the stay they always take")
    assert found is not None and found.made_step == made.id
    here = today.step("Choose")
    assert (made.phase, made.kind) == (here.phase, here.kind)
    assert (made.actor, made.aware_first) == (Actor.FIRM, AwareFirst.FIRM)
    items = [(today.project.get(Item, i.item).name, i.how) for i in today.project.information_of(made.id)]
    assert items == [("their dates", InformationHow.SENSED), ("the usual hotel", InformationHow.SENSED)]
    assert _neighbours(today, redesign.id, made.id) == ("Choose", "Book and pay")
    assert today.project.origins_of(made.id) == ()
    today.undo()
    assert today.project.redesigns_of(today.desk.selection.journey or "") == ()
    assert today.project.all(Item) == ()
    assert today.at("Choose", A) is not None and today.at("Choose", A).made_step is None  # type: ignore[union-attr]


def test_where_the_step_is_gone_from_the_redesign_the_idea_follows_the_one_before(grid: Grid) -> None:
    redesign = grid.redesign()
    choose, compare = grid.step("Choose"), grid.step("Compare dates, hotels and rides")
    twins = {o.id: s for s in grid.project.steps_of(redesign.id) for o in grid.project.origins_of(s.id)}

    def part(edit: Edit) -> None:
        steps.set_origins(edit, twins[choose.id].id, [])
        steps.set_origins(edit, twins[compare.id].id, [compare.id])

    edited(grid.desk.session, EditKind.SET_ORIGINS, part)
    grid.write("Choose", C, "Something else")
    grid.do("responses.make-step")
    made = next(s for s in grid.project.steps_of(redesign.id) if s.title == "Something else")
    before, _ = _neighbours(grid, redesign.id, made.id)
    assert before == twins[compare.id].title


def test_an_idea_becomes_an_offer_in_its_row_and_the_cell_leads_there(grid: Grid) -> None:
    found = grid.write("Choose", C, "Three stays that suit this family")
    menu = grid.view.doing.make_offer()
    assert menu is not None and len([a for a in menu.actions() if a.text()]) >= 6
    menu.close()
    grid.view.doing.place(found.id, Architecture.CONNECTED_PRODUCER)
    grid.settle()
    after = grid.at("Choose", C)
    assert after is not None and after.made_placement is not None
    offer = grid.project.get(Placement, after.made_placement)
    assert (offer.experience, offer.architecture) == (C, Architecture.CONNECTED_PRODUCER)
    assert (offer.offer, offer.state) == ("Three stays that suit this family", PlacementState.IDEA)
    index = grid.grid.currentIndex()
    (chip,) = grid.grid.cell.chips(index, grid.grid.visualRect(index))
    QTest.mouseClick(grid.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(chip.rect.center()))
    assert grid.desk.selection.ids_of(Placement) == (offer.id,)
    grid.undo()
    assert grid.project.find(Placement, offer.id) is None
    assert grid.at("Choose", C).made_placement is None  # type: ignore[union-attr]


def test_a_cell_can_be_step_and_offer_and_makes_neither_twice(grid: Grid) -> None:
    found = grid.write("Choose", C, "Three stays")
    grid.view.doing.place(found.id, None)
    grid.settle()
    before = len(grid.project.all(Step))
    grid.do("responses.make-step")
    assert len(grid.project.all(Step)) == before + 1
    grid.go("Choose", C)
    made = grid.at("Choose", C)
    assert made is not None and made.made_placement == grid.project.all(Placement)[-1].id
    assert grid.project.all(Placement)[-1].experience is None, "not connected yet"
    grid.do("responses.make-step")
    assert len(grid.project.all(Step)) == before + 1
    assert grid.desk.selection.ids_of(Step) == (made.made_step,)


def test_long_texts_are_never_cut(grid: Grid) -> None:
    long = "A band that opens the door of the room, the gate of the park and the till of every shop " * 3
    grid.write("Choose", C, long.strip(), "who they are")
    index = grid.grid.currentIndex()
    rect = grid.grid.visualRect(index)
    assert rect.height() >= grid.grid.cell.high(index, rect.width()) > 100


def test_five_hundred_steps_are_there_and_the_last_can_be_written(qapp: QApplication, tmp_path: Path) -> None:
    with open_grid(tmp_path, Project({})) as grid:
        journey = edited(grid.desk.session, EditKind.ADD_JOURNEY, lambda edit: journeys.add(edit, "Long"))
        titles = [f"Step {n}" for n in range(500)]
        edited(grid.desk.session, EditKind.ADD_STEPS, lambda edit: steps.add_all(edit, journey.id, titles))
        grid.settle()
        assert grid.grid.cells.rowCount() == 501
        grid.write("Step 499", A, "Done unasked")
        assert grid.here() == ("Step 499", A)


def _neighbours(grid: Grid, journey: str, key: str) -> tuple[str, str]:
    """The titles of the steps before and after one, along next links."""
    links = [link for link in grid.project.links_of(journey) if str(link.kind) == "next"]
    before = [grid.project.get(Step, link.source).title for link in links if link.target == key]
    after = [grid.project.get(Step, link.target).title for link in links if link.source == key]
    return (before[0] if before else "", after[0] if after else "")


def test_every_experience_has_a_column() -> None:
    assert tuple(Experience) == EXPERIENCES
