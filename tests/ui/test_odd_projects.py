"""Odd projects in a whole window: every view is opened and everything chosen once; nothing fails or hangs."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from helpers.desks import edited, park, settle
from helpers.sketch import Sketch
from helpers.windows import VIEWS, open_window, show
from rondo.ui.main_window import MainWindow
from rondofile.enums import Architecture, CardKind, Experience, JourneyState, LaneRole, Phase
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions
from rondofile.project import Project
from rondofile.records import (
    Journey,
    Lane,
    Link,
    Placement,
    Player,
    Record,
    Segment,
    Situation,
    Step,
    Stretch,
)

CHOSEN = (Segment, Situation, Journey, Lane, Step, Link, Stretch, Player, Placement)
LOOSE = {"name", "title", "offer", "note", "label", "text", "summary", "channel", "unit", "subtitle"}
MOST = 12
"""So many records of a noun are chosen one by one; after that all of them at once."""


def empty() -> Project:
    return Project({})


def without_journey() -> Project:
    sketch = Sketch()
    sketch.add(Segment, name="Families")
    return sketch.project()


def journey_without_lanes() -> Project:
    sketch = Sketch()
    journey = sketch.journey()
    sketch.step(journey, "Ask", None, Phase.REQUEST)
    sketch.journey("Nothing in it", state=JourneyState.TO_BE)
    return sketch.project()


def steps_without_phase() -> Project:
    sketch = Sketch()
    journey = sketch.journey()
    lane = sketch.lane(journey, "Guest", LaneRole.CUSTOMER)
    for number in range(60):
        sketch.step(journey, f"Step {number}", lane if number % 2 else None, None)
    return sketch.project()


def many_segments() -> Project:
    sketch = Sketch()
    for number in range(500):
        segment = sketch.add(Segment, name=f"Segment {number}")
        kind = {"card_kind": CardKind.SEGMENT, "card_ref": segment.id}
        cell = {"experience": Experience.CURATED_OFFERING, "architecture": Architecture.CONNECTED_RETAILER}
        sketch.add(Placement, offer=f"Offer {number}", **kind, **cell)
    return sketch.project()


def many_organisations() -> Project:
    sketch = Sketch()
    for number in range(200):
        sketch.add(Player, name=f"Organisation {number}")
    return sketch.project()


def many_steps() -> Project:
    sketch = Sketch()
    journey = sketch.journey()
    lane_list = [sketch.lane(journey, f"Lane {number}") for number in range(12)]
    made = [
        sketch.step(journey, f"Step {number}", lane_list[number % 12], tuple(Phase)[number * 4 // 2000])
        for number in range(2000)
    ]
    for number, (before, after) in enumerate(pairwise(made)):
        sketch.records.append(Link(id=f"l{number}", journey=journey.id, source=before.id, target=after.id))
    return sketch.project()


def named(text: str) -> Project:
    """The worked case, every text of which is that text."""
    return Project.of([_said(record, text) for record in park().records()])


def _said(record: Record, text: str) -> Record:
    names = set(record.__struct_fields__) & LOOSE
    said: dict[str, Any] = {name: text for name in names if isinstance(getattr(record, name), str)}
    return replace(record, **said) if said else record


def long_names() -> Project:
    return named("W" * 5000)


def wordy_names() -> Project:
    return named("very long words " * 312)


def right_to_left() -> Project:
    return named("العميل يسأل عن السعر ‮ثم يشتري‬ שלום 123")


def control_characters() -> Project:
    return named("a\x00b\x07c\x1b[31m\u200b\u2028d\ufeff\ue000\U0010ffff\u0300\u0301\r\n\t<b>&amp;%s{name}")


def nameless() -> Project:
    return named("")


def strangers() -> Project:
    """References that point to what is not there."""
    found: list[Record] = []
    for record in park().records():
        match record:
            case Placement(card_ref=str()):
                found.append(replace(record, card_ref="gone"))
            case Journey():
                found.append(replace(record, segment=None, situation=None))
            case _:
                found.append(record)
    return Project.of(found)


ODD: tuple[Callable[[], Project], ...] = (
    *(empty, without_journey, journey_without_lanes, steps_without_phase, many_segments),
    *(many_organisations, many_steps, long_names, wordy_names, right_to_left, control_characters),
    *(nameless, strangers),
)


@pytest.fixture
def failures(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []

    def note(kind: Any, error: Any, trace: Any) -> None:
        found.append("".join(traceback.format_exception(kind, error, trace)))

    monkeypatch.setattr(sys, "excepthook", note)
    return found


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.__name__)
def test_every_view_shows_an_odd_project_and_everything_in_it_can_be_chosen(
    odd: Callable[[], Project], tmp_path: Path, qapp: QApplication, failures: list[str]
) -> None:
    project = odd()
    chosen = 0
    with open_window(tmp_path, project) as window:
        session = window.desk.session
        assert session.project == project
        for view in VIEWS:
            show(window, view)
            assert not failures, "\n".join((view, *failures))
            chosen += choose_everything(window)
            assert not failures, "\n".join((view, *failures))
        assert session.project == project, "looking changes nothing"
        edited(session, EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, title="Odd"))
        session.undo()
        settle(session)
        assert session.project == project
        assert not failures, "\n".join(failures)
    records = sum(min(len(project.all(kind)), MOST) + bool(project.all(kind)) for kind in CHOSEN)
    assert chosen == len(VIEWS) * records


def choose_everything(window: MainWindow) -> int:
    """Records of every noun were chosen, one by one and all together; how often something was."""
    desk, count = window.desk, 0
    for kind in CHOSEN:
        ids = [record.id for record in desk.session.project.all(kind)]
        for some in (*((key,) for key in ids[:MOST]), tuple(ids)):
            if some:
                desk.selection.choose(kind, *some)
                assert desk.selection.ids_of(kind) == some
                QApplication.processEvents()
                count += 1
    for cell in (
        (Experience.COACH_BEHAVIOR, Architecture.CONNECTED_RETAILER),
        (None, Architecture.CONNECTED_RETAILER),
    ):
        desk.selection.choose_cell(cell)
        QApplication.processEvents()
    desk.selection.clear()
    return count
