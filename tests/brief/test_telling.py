"""Whoever waits for a brief hears how far it is, and waiting changes nothing of it."""

from __future__ import annotations

import pytest

from helpers.desks import park
from rondo.brief.write import BriefOptions, brief_pdf
from rondo.text.qt_engine import QtTextEngine
from rondofile.project import Project


@pytest.mark.parametrize("preset", ["board", "working-paper"])
@pytest.mark.parametrize("project", [park(), Project({})], ids=["park", "empty"])
def test_what_is_told_of_a_brief_only_grows_and_ends_with_all_of_it(project: Project, preset: str) -> None:
    engine, options, told = QtTextEngine(), BriefOptions(preset), list[float]()
    waited = brief_pdf(project, engine, options, told.append)
    assert len(told) > 5
    assert told == sorted(told) and told[0] >= 0 and told[-1] == 1
    assert waited == brief_pdf(project, engine, options)


def test_a_working_paper_tells_of_every_journey_that_it_draws() -> None:
    told: list[float] = []
    brief_pdf(park(), QtTextEngine(), BriefOptions("working-paper"), told.append)
    assert len([done for done in told if done <= 0.6]) >= 5
