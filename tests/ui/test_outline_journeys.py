"""The outline: journeys, their parts and steps, and what is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton, QTreeView

from helpers.desks import edited, settle
from helpers.outlines import click, line, open_outline, texts, type_name, view
from rondo.ui.outline.lines.model import EntryModel
from rondo.ui.outline.panel import Outline
from rondofile.enums import JourneyState, Phase, PlayerKind
from rondofile.kinds import EditKind
from rondofile.nouns import journeys, steps
from rondofile.records import Journey, Player, Segment, Situation, Step, Stretch

pytestmark = pytest.mark.usefixtures("qapp")
STEPS = "Steps of Family visit"


def tree(outline: Outline) -> QTreeView:
    found = view(outline, "journeys")
    assert isinstance(found, QTreeView)
    return found


def test_redesigns_and_parts_stand_below_their_journey(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (_, outline):
        shown = tree(outline)
        visit = line(shown, "Family visit")
        assert texts(shown, visit) == ["A day in the park", "Family visit", "A day in the park"]
        assert visit.data(Qt.ItemDataRole.AccessibleTextRole) == "Family visit, today"
        redesign = line(shown, "Family visit", visit)
        assert redesign.data(Qt.ItemDataRole.AccessibleTextRole) == "Family visit, redesigned"


def test_a_clicked_journey_is_looked_at_and_the_canvas_wanted(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        wanted: list[str] = []
        outline.view_wanted.connect(wanted.append)
        click(tree(outline), line(tree(outline), "Free evening"))
        assert desk.selection.journey == "evening"
        assert desk.selection.ids_of(Journey) == ("evening",)
        assert set(wanted) == {"journey"}


def test_a_part_that_is_pressed_to_be_dragged_leaves_the_view_as_it_is(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        wanted: list[str] = []
        outline.view_wanted.connect(wanted.append)
        click(tree(outline), line(tree(outline), "A day in the park"))
        assert desk.selection.ids_of(Stretch) == ("v-day",) and wanted == []


def test_the_steps_unfold_in_the_order_of_the_path_by_phase(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = tree(outline)
        folder = line(shown, STEPS)
        assert not shown.isExpanded(folder) and texts(shown, folder) == []
        click(shown, folder)
        assert shown.isExpanded(line(shown, STEPS))
        said = texts(shown, line(shown, STEPS))
        assert said[:3] == ["Recognize", "Wish for a holiday together", "Notice that good dates are going"]
        phases = [said.index(name) for name in ("Recognize", "Request", "Respond")]
        assert phases == sorted(phases) and "Repeat" not in said
        assert len(said) == len(desk.session.project.steps_of("visit")) + len(phases)


def test_a_step_chosen_by_the_keyboard_is_chosen_everywhere(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = tree(outline)
        click(shown, line(shown, STEPS))
        shown.setCurrentIndex(line(shown, "Recognize"))
        QTest.keyClick(shown, Qt.Key.Key_Down)
        assert desk.selection.ids_of(Step) == ("v-wish",)
        desk.selection.choose(Step, "v-line")
        assert [str(i.data()) for i in shown.selectionModel().selectedIndexes()] == ["Stand in line"]


def test_what_we_learn_needs_no_lane_to_be_sorted(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = tree(outline)
        edited(
            desk.session,
            EditKind.ADD_STEPS,
            lambda edit: steps.add(edit, "visit", "Two-year card", phase=Phase.REPEAT),
        )
        assert "Inbox" not in texts(shown)
        click(shown, line(shown, STEPS))
        assert texts(shown, line(shown, "Repeat")) == ["Two-year card"]


def test_steps_that_wait_are_the_inbox_of_their_journey(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = tree(outline)
        assert "Inbox" not in texts(shown)

        def two_more(edit: object) -> None:
            for title in ("Call the hotel", "Pack"):
                steps.add(edit, "evening", title)  # type: ignore[arg-type]

        edited(desk.session, EditKind.ADD_STEPS, two_more)
        inbox = line(shown, "Inbox", line(shown, "Free evening"))
        assert (
            inbox.data(Qt.ItemDataRole.AccessibleTextRole) == "Inbox of Free evening, today, 2 steps to sort"
        )
        click(shown, inbox)
        assert desk.selection.journey == "evening"
        lanes = desk.session.project.lanes_of("evening")
        waiting = [s.id for s in desk.session.project.steps_of("evening") if s.phase is None]
        edited(desk.session, EditKind.SET_STEPS, lambda e: steps.put(e, waiting, Phase.REQUEST, lanes[0].id))
        assert "Inbox" not in texts(shown)


def test_what_was_unfolded_stays_so_after_edits_and_for_the_next_journey(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = tree(outline)
        click(shown, line(shown, STEPS))
        edited(desk.session, EditKind.RENAME_STEP, lambda edit: steps.rename(edit, "v-line", "Queue"))
        assert shown.isExpanded(line(shown, STEPS)) and "Queue" in texts(shown)
        desk.selection.look_at("evening")
        settle(desk.session)
        assert shown.isExpanded(line(shown, "Steps of Free evening"))
        shown.collapse(line(shown, "Family visit"))
        edited(desk.session, EditKind.SET_JOURNEY, lambda edit: journeys.set_fields(edit, "visit", note="n"))
        assert not shown.isExpanded(line(shown, "Family visit"))


def test_a_new_journey_is_looked_at_and_named_at_once(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        before = len(desk.session.project.all(Journey))
        button = next(b for b in outline.findChildren(QToolButton) if b.accessibleName() == "New journey")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle(desk.session)
        type_name(desk, tree(outline), "Rainy day")
        made = desk.session.project.all(Journey)[-1]
        assert len(desk.session.project.all(Journey)) == before + 1
        assert made.name == "Rainy day" and desk.selection.journey == made.id
        assert len(desk.session.project.lanes_of(made.id)) == 2


def test_journeys_are_redesigned_duplicated_and_removed_from_the_outline(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = tree(outline)
        click(shown, line(shown, "Free evening"))
        outline.deeds()["journey.redesign"].do()
        settle(desk.session)
        redesign = desk.session.project.get(Journey, desk.selection.journey or "")
        assert (redesign.based_on, redesign.state) == ("evening", JourneyState.TO_BE)
        assert not outline.deeds()["journey.redesign"].possible()
        click(shown, line(shown, "Free evening"))
        outline.deeds()["edit.duplicate"].do()
        settle(desk.session)
        assert "Free evening (copy)" in texts(shown)
        desk.selection.look_at("evening")
        outline.deeds()["journey.delete"].do()
        settle(desk.session)
        project = desk.session.project
        assert project.find(Journey, "evening") is None and project.find(Journey, redesign.id) is not None


def test_what_makes_something_new_works_without_the_keyboard_in_the_outline(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (_, outline):
        outline.setFocus()
        deeds = outline.deeds()
        new = [key for key in deeds if key.startswith(("strategy.", "journey."))]
        assert len(new) == 6
        assert [key for key in new if not deeds[key].possible()] == []
        others = [key for key in deeds if key not in new]
        assert len(others) == 5
        assert [key for key in others if deeds[key].possible()] == []


def test_segments_chosen_here_are_chosen_everywhere_and_the_other_way_round(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, "segments")
        click(shown, line(shown, "Annual pass holders"))
        assert desk.selection.ids_of(Segment) == ("pass",)
        QTest.mouseClick(
            shown.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            shown.visualRect(line(shown, "Guests without a band")).center(),
        )
        assert desk.selection.ids_of(Segment) == ("pass", "noband")
        desk.selection.choose(Situation, "rain")
        chosen = [str(i.data()) for i in shown.selectionModel().selectedIndexes()]
        assert chosen == ["First-visit families – when it rains at noon"]
        desk.selection.clear()
        assert shown.selectionModel().selectedIndexes() == []


def test_the_kind_of_an_organisation_is_changed_by_its_menu(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, "organisations")
        model = shown.model()
        assert isinstance(model, EntryModel)
        whole = outline.menu(model.entry(line(shown, "Walt Disney World")))
        menu = next(m for m in whole.findChildren(QMenu) if m.title() == "What it is to us")
        partner = next(action for action in menu.actions() if "partner" in action.text())
        partner.trigger()
        settle(desk.session)
        assert desk.session.project.get(Player, "florida").kind is PlayerKind.PARTNER
