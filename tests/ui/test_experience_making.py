"""Whatever is ticked, for whatever part of a journey: what an experience makes stays a whole journey."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from helpers.desks import park
from rondo.strategy.framework.whole import load
from rondo.strategy.journeys.experiences import beat_of
from rondo.strategy.journeys.path import main_path
from rondo.ui.experiences.making import Plan, Planned, make_redesign
from rondofile.document import Document
from rondofile.enums import Experience, LaneRole, LinkKind
from rondofile.kinds import EditKind
from rondofile.records import Journey

FRAMEWORK = load()
LANES = {LaneRole.CUSTOMER: "Customer", LaneRole.FIRM: "Our team"}
PARK = park()
TODAY = [journey for journey in PARK.all(Journey) if journey.based_on is None]


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    folder: Path = tmp_path_factory.mktemp("making")
    made = Document.create(root=folder, content=PARK)
    yield made
    made.close(publish=False)


def planned(experience: Experience, ticks: list[bool]) -> tuple[Planned, ...]:
    """What of a template is ticked; at least its first step."""
    flow = FRAMEWORK.flows[experience]
    kept = [step for step, tick in zip(flow, ticks, strict=False) if tick] or [flow[0]]
    beats = [(beat_of(step), FRAMEWORK.step_kind(step.kind).phase) for step in kept]
    return tuple(Planned(beat.title, beat.side, beat.column, phase, beat.known) for beat, phase in beats)


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(
    journey=st.sampled_from(TODAY),
    experience=st.sampled_from(Experience),
    ticks=st.lists(st.booleans(), min_size=9, max_size=9),
    whole=st.booleans(),
    data=st.data(),
)
def test_what_is_made_is_a_whole_journey_and_one_undo_takes_it_back(
    document: Document,
    journey: Journey,
    experience: Experience,
    ticks: list[bool],
    whole: bool,
    data: st.DataObject,
) -> None:
    before = document.project
    path = [step.id for step in main_path(before, journey.id)]
    first = data.draw(st.integers(0, len(path) - 1))
    last = data.draw(st.integers(first, len(path) - 1))
    part = None if whole else frozenset(path[first : last + 1])
    wanted = planned(experience, ticks)
    with document.edit(EditKind.DERIVE_JOURNEY) as edit:
        made = make_redesign(edit, Plan(journey.id, "New", wanted, LANES, None, part))
    project = document.project
    steps = {step.id: step for step in project.steps_of(made.id)}
    links = project.links_of(made.id)
    assert all({link.source, link.target} <= steps.keys() for link in links)
    assert not [link for link in links if link.kind is LinkKind.NEXT and link.source == link.target]
    assert len({(link.source, link.target, link.kind) for link in links}) == len(links)
    made_steps = sorted(steps.values(), key=lambda step: step.position)
    own = [step for step in made_steps if step.title in {one.title for one in wanted}]
    assert [step.title for step in own] == [one.title for one in wanted]
    onward = {(link.source, link.target) for link in links if link.kind is LinkKind.NEXT}
    assert {(a.id, b.id) for a, b in pairwise(own)} <= onward
    twins = {o.id: step for step in steps for o in project.origins_of(step)}
    if part is not None and first:
        assert (twins[path[first - 1]], own[0].id) in onward
    if part is not None and last + 1 < len(path):
        assert (own[-1].id, twins[path[last + 1]]) in onward
    origins = {o.id for step in steps for o in project.origins_of(step)}
    assert origins <= {step.id for step in before.steps_of(journey.id)}
    assert len({step.position for step in steps.values()}) == len(steps)
    document.undo()
    assert document.project == before
