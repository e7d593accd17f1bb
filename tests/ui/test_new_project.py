"""A new project can be drawn in at once, and keeping it as it is leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from rondo.strategy.framework.whole import load
from rondo.ui.files.new_project import first_project
from rondo.words import LANGUAGES, Words
from rondofile.document import Document
from rondofile.enums import LaneRole
from rondofile.records import Journey


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_project_has_a_journey_with_the_customer_and_our_team(language: str, tmp_path: Path) -> None:
    first = first_project(Words(language), load(language))
    (journey,) = first.all(Journey)
    assert journey.name and first.info.language == language and not first.steps_of(journey.id)
    assert [lane.role for lane in first.lanes_of(journey.id)] == [LaneRole.CUSTOMER, LaneRole.FIRM]
    assert all(lane.name[:1] == lane.name[:1].upper() for lane in first.lanes_of(journey.id))
    with Document.create(root=tmp_path, content=first) as document:
        assert document.project == first and not document.can_undo
    assert Document.kept_work(tmp_path) == ()
