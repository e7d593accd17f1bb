"""Offers in the inspector: the two finders, other readings, and what the place asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from helpers.answering import answer
from helpers.desks import edited, park, settle
from helpers.inspecting import field_named, inspecting, press_button, unfold
from rondo.ui.desk import Desk
from rondo.ui.inspector.offers.finder import Finder
from rondo.ui.inspector.offers.offer_page import OfferPage
from rondo.ui.inspector.offers.readings import ReadingList
from rondo.ui.inspector.pieces.jump import Jump
from rondofile.enums import (
    Architecture,
    Experience,
    Knows,
    PlacementState,
)
from rondofile.kinds import EditKind
from rondofile.nouns import segments
from rondofile.records import Placement, Situation

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def offer(desk: Desk) -> Placement:
    return next(one for one in desk.session.project.all(Placement) if one.state is PlacementState.TARGET)


def test_the_row_finder_asks_on_until_yes_and_moves_the_offer_there(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        there = offer(desk)
        desk.selection.choose(Placement, there.id)
        unfold(panel)
        finder = panel.findChildren(Finder)[0]
        first, second, third, fourth = finder.questions.values()
        assert first.isVisible() and not second.isVisible()
        answer(first, False)
        answer(second, True)
        assert not third.isVisible() and not fourth.isVisible()
        press_button(finder, desk.words("inspector.finder.move"))
        settle(desk.session)
        now = desk.session.project.get(Placement, there.id)
        assert (now.experience, now.architecture) == (Experience.COACH_BEHAVIOR, there.architecture)
        assert not finder.move_there.isVisible()
        for _ in range(2):
            press_button(finder, desk.words("inspector.finder.take"))
            settle(desk.session)
        reason = desk.words("framework.row_reason.spoke")
        now = desk.session.project.get(Placement, there.id)
        assert now.reason_experience == f"{there.reason_experience}\n{reason}".strip()
        desk.session.undo()
        desk.session.undo()
        settle(desk.session)
        assert desk.session.project.get(Placement, there.id) == there


def test_the_column_finder_shows_a_second_reading_where_control_lies_with_us(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        desk.selection.choose(Placement, offer(desk).id)
        unfold(panel)
        finder = panel.findChildren(Finder)[1]
        for key, question in finder.questions.items():
            answer(question, key == "individuals")
            if key == "individuals":
                break
        found = finder.found()
        assert found is not None and found.place is Architecture.CROWD_ORCHESTRATOR
        assert not finder.also.isVisible()
        for key in ("price", "picks"):
            answer(finder.ties[key], "firm")
        assert finder.also.isVisible()
        assert desk.framework.name(Architecture.CONNECTED_PRODUCER) in finder.also.text()


def test_a_finder_begins_anew_with_another_offer(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        first, second = desk.session.project.all(Placement)[:2]
        desk.selection.choose(Placement, first.id)
        unfold(panel)
        finder = panel.findChildren(Finder)[0]
        answer(next(iter(finder.questions.values())), True)
        assert finder.found() is not None
        desk.selection.choose(Placement, second.id)
        assert finder.found() is None and not finder.take.isVisible()


def test_other_readings_are_added_answered_and_removed(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        key = next(
            one.id
            for one in desk.session.project.all(Placement)
            if not desk.session.project.readings_of(one.id)
        )
        desk.selection.choose(Placement, key)
        unfold(panel)
        readings = panel.findChildren(ReadingList)[0]
        press_button(readings, desk.words("inspector.readings.add"))
        settle(desk.session)
        row = readings.rows[0]
        answer(row.experience, Experience.AUTOMATIC_EXECUTION)
        answer(row.architecture, Architecture.CONNECTED_RETAILER)
        answer(row.source, "a court, 2021")
        answer(row.reason, "it sets the fare")
        settle(desk.session)
        (found,) = desk.session.project.readings_of(key)
        assert (found.experience, found.architecture, found.source) == (
            Experience.AUTOMATIC_EXECUTION,
            Architecture.CONNECTED_RETAILER,
            "a court, 2021",
        )
        assert found.reason == "it sets the fare"
        assert "Who controls" in " ".join(label.text() for label in readings.findChildren(QLabel))
        press_button(row, desk.words("inspector.readings.remove"))
        settle(desk.session)
        assert desk.session.project.readings_of(key) == () and readings.rows == []


def test_what_a_place_asks_follows_the_state_of_the_offer(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        there = offer(desk)
        desk.selection.choose(Placement, there.id)
        page = panel.page
        asked = page.row_leads  # type: ignore[union-attr]
        assert asked.isVisible()
        answer(field_named(panel, desk.words("inspector.offer.state")), PlacementState.IDEA)
        settle(desk.session)
        assert not asked.isVisible()
        assert page.why.text() == desk.words("inspector.offer.asks.idea")  # type: ignore[union-attr]


def test_an_offer_says_what_must_be_known_and_allowed_and_follows_the_people(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        desk.selection.choose(Placement, "o-three")
        unfold(panel)
        page = next(iter(panel.findChildren(OfferPage)))
        assert [jump.accessibleName() for jump in page.aware_leads.findChildren(Jump)] == [
            "There: that they need it"
        ]
        known = [jump.accessibleName() for jump in page.known_leads.findChildren(Jump)]
        assert known[0].startswith("There: something about this customer") and len(known) > 1
        assert page.allowed_part.isVisible()
        edited(
            desk.session,
            EditKind.SET_SITUATION,
            lambda edit: segments.set_situation(edit, "home", knows_need=Knows.NO),
        )
        (said,) = (jump for jump in page.aware_leads.findChildren(Jump) if jump.isVisible())
        assert said.accessibleName() == "Missing: that they need it"
        said.click()
        assert desk.selection.ids_of(Situation) == ("home",)
