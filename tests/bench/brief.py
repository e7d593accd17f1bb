"""The brief as PDF, from the records to the bytes, in a process that is already warm."""

from __future__ import annotations

from collections.abc import Container
from io import BytesIO
from typing import Any

import pypdf
from msgspec.structs import replace

import rondo_resources
from bench.harness import Figure, benchmark, middle, timed
from rondo.brief.write import brief_pdf
from rondo.exchange.json_reader import read_json
from rondo.text.qt_engine import QtTextEngine
from rondofile.project import Project
from rondofile.records import (
    Journey,
    Lane,
    Link,
    Mark,
    Record,
    Step,
    StepInformation,
    StepOrigin,
    Stretch,
    StretchStep,
)

CASE = "samples/theme-park.json"
OF_A_JOURNEY = (Journey, Lane, Step, StepOrigin, StepInformation, Mark, Link, Stretch, StretchStep)


@benchmark("brief_12_pages")
def brief_12_pages() -> Figure:
    return brief(12, times=7)


@benchmark("brief_200_pages")
def brief_200_pages() -> Figure:
    return brief(200, times=3)


def brief(pages: int, times: int) -> Figure:
    """Seconds for the working paper of the worked case, with as many journeys as fill so many pages."""
    project, made = of_length(pages)
    engine = QtTextEngine()
    milliseconds = middle(timed(lambda: brief_pdf(project, engine), times))
    if not 0.8 * pages <= made <= 1.25 * pages:
        raise AssertionError(f"the brief has {made} pages instead of about {pages}")
    return Figure(round(milliseconds / 1000, 3), "s")


def of_length(pages: int) -> tuple[Project, int]:
    """The project whose brief comes nearest to that length, and its pages."""
    case = read_json(rondo_resources.read_bytes(CASE)).project
    all_of_it = len(case.all(Journey))
    shortest, whole = length(with_journeys(case, 1)), length(case)
    if whole <= shortest:
        raise AssertionError("the journeys of the case take no pages")
    journeys = 1 + round((pages - shortest) * (all_of_it - 1) / (whole - shortest))
    project = with_journeys(case, max(1, journeys))
    return project, length(project)


def length(project: Project) -> int:
    return len(pypdf.PdfReader(BytesIO(brief_pdf(project, QtTextEngine()))).pages)


def with_journeys(project: Project, count: int) -> Project:
    """The project with so many journeys: the first of its own, then copies of them all over and over."""
    journeys = [journey.id for journey in project.all(Journey)]
    parts = [record for record in project.records() if isinstance(record, OF_A_JOURNEY)]
    home = {record.id: journey_of(project, record) for record in parts}
    rest = [record for record in project.records() if not isinstance(record, OF_A_JOURNEY)]
    turns = -(-count // len(journeys))
    copies = [
        renamed(record, home.keys(), turn)
        for turn in range(turns)
        for record in parts
        if turn * len(journeys) + journeys.index(home[record.id]) < count
    ]
    return Project.of([*rest, *copies])


def journey_of(project: Project, record: Record) -> str:
    """The journey that a record is part of, directly or through its step or stretch."""
    if isinstance(record, Journey):
        return record.id
    if isinstance(record, StretchStep):
        return project.get(Stretch, record.stretch).journey
    if isinstance(record, StepOrigin | StepInformation | Mark):
        return project.get(Step, record.step).journey
    assert isinstance(record, Lane | Step | Link | Stretch)
    return record.journey


def renamed(record: Record, ids: Container[str], turn: int) -> Record:
    """A record whose own id and whose references to other copies carry the number of the copy."""
    new: dict[str, Any] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if turn and isinstance(value, str) and value in ids:
            new[name] = f"{value}-{turn}"
    return replace(record, **new)
