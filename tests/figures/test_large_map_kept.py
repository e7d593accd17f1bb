"""A large map that follows edits is the map that a fresh look finds, whatever was kept of it."""

from __future__ import annotations

from copy import deepcopy
from random import Random

import pytest
from msgspec.structs import replace

import rondo.figures.linking.route_gradual as route_gradual
import rondo.figures.maps.canvas_sizes as canvas_sizes
from helpers import engines
from helpers.link_maps import tangled
from rondo.figures.arranging.layout_kept import LayoutMemory
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.maps.canvas_planner import Planner
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load
from rondo.words import Words
from rondofile.changes import ChangeSet, Origin, difference
from rondofile.enums import Identity, LinkKind, MarkKind, Phase
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Link, Mark, Note, Record, Step

pytestmark = pytest.mark.usefixtures("qapp")
STEPS, TURNS = 260, 45


@pytest.fixture(scope="module")
def pen() -> Pen:
    return Pen(load_theme(), engines.engine(), Words("en"), load("en"))


@pytest.fixture(autouse=True)
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Heights are told from letters, as where there are thousands of steps."""
    monkeypatch.setattr(canvas_sizes, "MANY", 100)


def edited(project: Project, chance: Random, turn: int) -> list[tuple[Record | None, Record | None]]:
    """What one edit changes: records before and after."""
    there, drawn = project.steps_of("j"), project.links_of("j")
    step, other, link = chance.choice(there), chance.choice(there), chance.choice(drawn)
    marks = project.marks_of(step.id)
    gone = [one for one in drawn if step.id in (one.source, one.target)]
    kind = chance.choice([LinkKind.NEXT, LinkKind.NEXT, LinkKind.GOODS, LinkKind.LEARNS, LinkKind.RETURNS])
    new = Link(id=f"new{turn}", journey="j", position=999, source=step.id, target=other.id, kind=kind)
    share, wait, label = chance.choice([None, 80.0]), chance.choice([None, 90.0]), chance.choice(["", "now"])
    ways: list[list[tuple[Record | None, Record | None]]] = [
        [(step, replace(step, title="long " * chance.randrange(1, 9)))],
        [(step, replace(step, feeling=chance.choice([None, -2, 1])))],
        [(step, replace(step, identity=chance.choice([None, Identity.LOST])))],
        [(step, replace(step, x=chance.randrange(300), y=chance.randrange(120), locked=turn % 2 == 0))],
        [(step, replace(step, phase=other.phase, lane=other.lane, x=None, y=None))],
        [(step, replace(step, phase=chance.choice([None, Phase.REPEAT])))],
        [(step, replace(step, position=other.position))],
        [(None, Mark(id=f"mark{turn}", step=step.id, kind=MarkKind.PAIN, text=step.title))],
        [(mark, None) for mark in marks] or [(step, replace(step, must_stay=True))],
        [(None, Note(id=f"note{turn}", journey="j", step=step.id, text="Look", x=90, y=30))],
        [(None, replace(step, id=f"more{turn}", title="One more"))],
        [(None, new)] if step is not other else [(link, None)],
        [(None, new)] if step is not other else [(link, None)],
        [(link, replace(link, share=share, wait_minutes=wait, label=label))],
        [(link, replace(link, source=step.id))] if step.id != link.target else [(link, None)],
        [(link, None)],
        [*((one, None) for one in marks + tuple(gone)), (step, None)] if len(there) > 200 else [(link, None)],
    ]
    chosen = chance.choice(ways)
    if any(after is None and isinstance(before, Step) for before, after in chosen):
        chosen += [(one, None) for one in project.notes_of("j") if one.step == step.id]
    return chosen


def changed(project: Project, pairs: list[tuple[Record | None, Record | None]]) -> tuple[Project, ChangeSet]:
    """The project after an edit, and what a view hears of it."""
    left = {id(before) for before, _ in pairs if before is not None}
    kept = [record for record in project.records() if id(record) not in left]
    tables = difference(project, Project.of([*kept, *(after for _, after in pairs if after)]))
    return project.replaced(tables), ChangeSet(EditKind.SET_STEPS, Origin.EDIT, tables)


def stands(plan: MapPlan) -> dict[str, object]:
    """Everything that a plan says but for the ways of its links, which are laid as they come into view."""
    links = plan.routes.links_of()
    return {
        "facts": plan.facts,
        "boxes": dict(plan.boxes),
        "rail": plan.rail,
        "bands": (plan.layout.phases, plan.layout.lanes, plan.layout.columns),
        "columns": dict(plan.layout.column_of),
        "edges": (plan.left, plan.top, plan.right, plan.bottom, plan.over),
        "steps": list(plan.steps.items()),
        "links": list(plan.links.items()),
        "rails": (dict(plan.learned), dict(plan.said_on_rail)),
        "wires": dict(plan.routes.wires),
        "at": {end: keys for end, keys in links.items() if keys},
        "near": sorted(plan.routes.near(0.0, 0.0, 1e6, 1e6) or ()),
        "ends": sorted(plan.routes.ends_near(0.0, 0.0, 1e6, 1e6)),
        "labels": {link: getattr(plan.routes.label(link), "text", "") for link in plan.links},
        "heights": {key: plan.sizes.height(step, plan.boxes[key].width) for key, step in plan.steps.items()},
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_after_every_edit_a_large_map_is_the_map_of_a_fresh_look(pen: Pen, seed: int) -> None:
    chance, project, memory = Random(seed), tangled(seed, STEPS, placed=0.1), LayoutMemory()
    planner, same = Planner(pen, memory), 0
    plan = planner.plan(project, "j")
    assert not plan.routes.together
    for turn in range(TURNS):
        before, (project, changes) = plan, changed(project, edited(project, chance, turn))
        if changes:
            plan = planner.plan(project, "j", changes)
        fresh = Planner(pen, deepcopy(memory)).plan(Project(project.tables), "j")
        was, now = stands(plan), stands(fresh)
        assert [part for part in now if was[part] != now[part]] == [], f"turn {turn}: {changes}"
        same += plan.boxes is before.boxes and bool(changes)
    assert same > 2, "no edit left everything where it stood"


def test_a_title_that_leaves_its_card_as_high_leaves_the_whole_map_as_it_is(pen: Pen) -> None:
    project, planner = tangled(5, STEPS), Planner(pen)
    before = planner.plan(project, "j")
    step = project.get(Step, "s40")
    project, changes = changed(project, [(step, replace(step, title=step.title[::-1]))])
    after = planner.plan(project, "j", changes)
    assert after.boxes is before.boxes and after.routes is before.routes
    assert after.has_ground_of(before) and after.steps["s40"].title == step.title[::-1]
    assert before.steps["s40"].title == step.title


def test_links_far_from_all_that_moved_are_found_as_fast_and_as_rightly(
    pen: Pen, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for most in (0, 1_000_000):
        monkeypatch.setattr(route_gradual, "MANY", most)
        project, planner = tangled(4, STEPS, far=0.0), Planner(pen)
        plan = planner.plan(project, "j")
        seen = [link for link, facts in plan.links.items() if plan.boxes[facts.source].x < 1_500]
        plan.routes.want(seen)
        plan.routes.finish()
        before = plan.routes.sought
        step = max(plan.steps.values(), key=lambda step: (step.lane == 0, plan.boxes[step.id].x))
        high = replace(project.get(Step, step.id), title="very long " * 30)
        project, changes = changed(project, [(project.get(Step, step.id), high)])
        plan = planner.plan(project, "j", changes)
        plan.routes.want(seen)
        plan.routes.finish()
        found.append((before, plan.routes.sought, {link: plan.routes.route(link) for link in seen}))
    assert found[0] == found[1]
    assert found[0][1] > found[0][0] > 40
