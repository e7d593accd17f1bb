"""A cell in the inspector: why it is worth a thought, our own words on it, and what is borrowed into it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from helpers.answering import answer
from helpers.desks import park, settle
from helpers.inspecting import field_named, inspecting, press_button, texts
from rondo.ui.desk import Desk
from rondo.ui.inspector.borrowable import Borrowable
from rondo.ui.inspector.cell_page import CellPage
from rondo.ui.inspector.panel import Inspector
from rondofile.enums import Architecture, Experience, PlacementState, PlayerKind
from rondofile.project import Project
from rondofile.records import Action, CellSheet, Placement, Player, Segment

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
CROWD_CELL = (Experience.CURATED_OFFERING, Architecture.CROWD_ORCHESTRATOR)
MARKET_CELL = (Experience.CURATED_OFFERING, Architecture.CONNECTED_MARKET_MAKER)
QUIET_CELL = (Experience.COACH_BEHAVIOR, Architecture.CONNECTED_RETAILER)


def one_segment() -> Project:
    """Families alone, one pain, and two others in a cell."""
    theirs = (
        ("compare", "Every park compared", "planner"),
        ("queue", "A plan that beats the queue", "queue"),
    )
    return Project.of(
        [
            Player(id="us", name="We", kind=PlayerKind.OWN),
            Player(id="planner", name="Trip-planning site", position=1),
            Player(id="queue", name="Queue-plan start-up", kind=PlayerKind.START_UP, position=2),
            Segment(id="families", name="First-visit families"),
            *(
                Placement(
                    id=key,
                    position=at,
                    offer=text,
                    experience=MARKET_CELL[0],
                    architecture=MARKET_CELL[1],
                    player=player,
                )
                for at, (key, text, player) in enumerate(theirs)
            ),
        ]
    )


def project_of(desk: Desk) -> Project:
    settle(desk.session)
    return desk.session.project


def test_reasons_name_the_row_and_the_column_apart_and_who_is_there(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        desk.selection.choose_cell(MARKET_CELL)
        said = texts(panel)
        assert "→ “too much to compare”" in said and "↓ “the day goes by in lines”" in said
        assert "A plan that beats the queue" in said and desk.words("inspector.cell.only_others") in said
        desk.selection.choose_cell(QUIET_CELL)
        said = texts(panel)
        assert "→ “nobody told us the week fills early”" in said and "↓" not in said
        assert desk.words("inspector.cell.only_others") not in said
        desk.selection.choose_cell((Experience.RESPOND_TO_DESIRE, Architecture.CROWD_ORCHESTRATOR))
        assert "→ “" not in texts(panel) and "↓ “the day goes by in lines”" in texts(panel)


def test_our_idea_is_kept_on_the_sheet_of_its_cell_and_becomes_an_offer_with_one_press(
    tmp_path: Path,
) -> None:
    with inspecting(tmp_path, one_segment()) as (desk, panel):
        desk.selection.choose_cell(CROWD_CELL)
        answer(field_named(panel, desk.words("inspector.cell.idea")), "Locals show their park")
        [sheet] = project_of(desk).all(CellSheet)
        assert (sheet.experience, sheet.architecture, sheet.idea) == (*CROWD_CELL, "Locals show their park")
        press_button(panel, desk.words("inspector.cell.make"))
        [offer] = [one for one in project_of(desk).all(Placement) if one.offer == "Locals show their park"]
        assert (offer.experience, offer.architecture, offer.state) == (*CROWD_CELL, PlacementState.IDEA)
        assert offer.card_ref == "families" and desk.selection.ids_of(Placement) == (offer.id,)
        desk.session.undo()
        assert len(project_of(desk).all(CellSheet)) == 1
        assert all(one.id != offer.id for one in desk.session.project.all(Placement))


def test_words_on_one_cell_stay_on_that_cell(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        desk.selection.choose_cell(CROWD_CELL)
        answer(field_named(panel, desk.words("inspector.cell.idea")), "Locals")
        settle(desk.session)
        desk.selection.choose_cell(QUIET_CELL)
        assert field_named(panel, desk.words("inspector.cell.idea")).value() == ""
        desk.selection.choose_cell(CROWD_CELL)
        assert field_named(panel, desk.words("inspector.cell.idea")).value() == "Locals"
        desk.selection.choose_cell((None, Architecture.CONNECTED_PRODUCER))
        assert not any(one.isVisible() for one in panel.findChildren(Borrowable))


def borrowed(desk: Desk, panel: Inspector, threat: bool) -> Placement:
    """The first example of the quiet cell, borrowed."""
    before = set(desk.session.project.all(Placement))
    desk.selection.choose_cell(QUIET_CELL)
    example = next(one for one in panel.findChildren(Borrowable) if one.isVisible())
    QTest.mouseClick(example.threat if threat else example.idea, Qt.MouseButton.LeftButton)
    [offer] = set(project_of(desk).all(Placement)) - before
    return offer


def test_an_example_is_borrowed_as_a_threat_of_a_made_up_newcomer_in_one_step(tmp_path: Path) -> None:
    with inspecting(tmp_path, one_segment()) as (desk, panel):
        before = desk.session.project
        example = desk.framework.cell(*QUIET_CELL).examples[0]
        offer = borrowed(desk, panel, threat=True)
        newcomer = desk.session.project.player_of(offer)
        assert newcomer is not None and newcomer.kind is PlayerKind.START_UP
        assert example.name in newcomer.name and example.name in offer.offer
        assert "First-visit families" in offer.offer and example.does in offer.reason_experience
        assert (offer.experience, offer.architecture, offer.state) == (*QUIET_CELL, PlacementState.IDEA)
        [due] = set(desk.session.project.all(Action)) - set(before.all(Action))
        assert example.name in due.text
        assert desk.selection.ids_of(Placement) == (offer.id,)
        desk.session.undo()
        assert project_of(desk) == before


def test_a_newcomer_borrowed_from_twice_is_one_organisation(tmp_path: Path) -> None:
    with inspecting(tmp_path, one_segment()) as (desk, panel):
        before = len(desk.session.project.all(Player))
        assert borrowed(desk, panel, threat=True).player == borrowed(desk, panel, threat=True).player
        assert len(desk.session.project.all(Player)) == before + 1


def test_an_example_is_borrowed_as_our_idea_for_the_customers_that_are_asked_for(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        desk.selection.choose_cell(QUIET_CELL)
        example = next(one for one in panel.findChildren(Borrowable) if one.isVisible())
        before = set(desk.session.project.all(Placement))
        QTest.mouseClick(example.idea, Qt.MouseButton.LeftButton)
        [menu] = [one for one in panel.findChildren(QMenu) if one.isVisible()]
        assert len(menu.actions()) == len(desk.session.project.all(Segment)) == 3
        menu.actions()[1].trigger()
        menu.close()
        [offer] = set(project_of(desk).all(Placement)) - before
        assert (offer.card_ref, offer.player) == ("pass", None)


def test_what_a_rival_does_there_is_borrowed_as_our_idea(tmp_path: Path) -> None:
    with inspecting(tmp_path, one_segment()) as (desk, panel):
        desk.selection.choose_cell((Experience.RESPOND_TO_DESIRE, Architecture.CROWD_ORCHESTRATOR))
        page = panel.page
        assert isinstance(page, CellPage) and not page.theirs.isVisible()
        desk.selection.choose_cell(MARKET_CELL)
        press_button(panel, desk.words("borrow.theirs"))
        [menu] = [one for one in panel.findChildren(QMenu) if one.isVisible()]
        menu.actions()[1].trigger()
        menu.close()
        [offer] = [o for o in project_of(desk).all(Placement) if "Queue-plan start-up" in o.offer]
        assert (offer.player, offer.state) == (None, PlacementState.IDEA)
        assert (offer.experience, offer.architecture) == MARKET_CELL


def test_what_another_industry_does_there_is_borrowed_as_a_threat_or_as_our_idea(tmp_path: Path) -> None:
    afar = Player(id="ships", name="Ships", kind=PlayerKind.OTHER_INDUSTRY, position=3)
    medallion = Placement(
        id="medallion",
        offer="A medallion opens every door",
        position=9,
        experience=MARKET_CELL[0],
        architecture=MARKET_CELL[1],
        player="ships",
    )
    project = Project.of([*one_segment().records(), afar, medallion])
    with inspecting(tmp_path, project) as (desk, panel):
        desk.selection.choose_cell(MARKET_CELL)
        press_button(panel, desk.words("borrow.theirs_either"))
        [menu] = [one for one in panel.findChildren(QMenu) if one.isVisible()]
        lines = {action.text(): action for action in menu.actions()}
        assert len(lines) == 4, "three ideas; a rival's offer is no new threat"
        assert "Borrow as idea – Ships: A medallion opens every door" in lines
        lines["Borrow as threat – Ships: A medallion opens every door"].trigger()
        menu.close()
        before = set(project.all(Placement))
        [offer] = set(project_of(desk).all(Placement)) - before
        assert offer.offer == "Someone who does for First-visit families what Ships does elsewhere"
        player = desk.session.project.player_of(offer)
        assert player is not None and player.name == "A newcomer like Ships"
        assert player.kind is PlayerKind.START_UP
