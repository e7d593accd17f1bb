"""The list of changes that follows edits is the one that a comparison from nothing makes."""

from __future__ import annotations

from random import Random

import pytest
from msgspec.structs import replace

from helpers.pairs import NAMES, kept_pair
from rondo.strategy.changes.change_list import change_list
from rondo.strategy.changes.kept_list import KeptList
from rondo.strategy.framework.whole import load
from rondo.words import Words
from rondofile.changes import ChangeSet, Origin, difference
from rondofile.enums import Actor, Evidence, Identity, LinkKind, MarkKind, Phase
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Mark, Record, Step

FRAMEWORK, WORDS = load("en"), Words("en")
TURNS = 150
Pairs = list[tuple[Record | None, Record | None]]


def told(steps: tuple[Step, ...], chance: Random) -> Pairs:
    """A step or two say something else."""
    titles = [step.title for step in steps] + ["", "Something new", "something  NEW"]
    pairs: dict[str, tuple[Record | None, Record | None]] = {}
    for step in chance.sample(steps, chance.choice([1, 1, 1, 2])):
        said: list[dict[str, object]] = [
            {"title": chance.choice(titles)},
            {"title": chance.choice(titles)},
            {"feeling": chance.choice([None, -2, 0, 1])},
            {"wait_minutes": chance.choice([None, 5.0, 90.0])},
            {"minutes": chance.choice([None, 10.0])},
            {"identity": chance.choice([None, *Identity])},
            {"actor": chance.choice([None, *Actor]), "our_cost": chance.choice([None, 1, 3])},
            {"evidence": chance.choice([None, *Evidence]), "note": "Seen"},
        ]
        pairs[step.id] = step, replace(step, **chance.choice(said))  # type: ignore[arg-type]
    return list(pairs.values())


def edited(project: Project, journeys: tuple[str, str], chance: Random, turn: int) -> Pairs:
    """What one edit of a pair of journeys changes."""
    today, then = project.steps_of(journeys[0]), project.steps_of(journeys[1])
    step, other = chance.choice(today + then), chance.choice(then)
    links = [link for key in journeys for link in project.links_of(key)]
    link, one = chance.choice(links), chance.choice(then)
    marks = project.marks_of(step.id)
    pain = Mark(id=f"m{turn}", step=step.id, kind=MarkKind.PAIN, text=chance.choice(["", "Slow"]))
    rarer: list[Pairs] = [
        [(step, replace(step, phase=chance.choice(list(Phase))))],
        [(step, replace(step, position=chance.randrange(30)))],
        [(None, pain)],
        [(marks[0], None)] if marks else [(None, replace(pain, kind=MarkKind.DELIGHT, text="Kind"))],
        [(link, replace(link, label=chance.choice(["", "else"]), wait_minutes=chance.choice([None, 60.0])))],
        [(link, None)] if len(links) > 8 else [(None, pain)],
        [(None, Step(id=f"n{turn}", journey=journeys[1], title="Something new", position=turn))],
        [
            (None, replace(link, id=f"k{turn}", journey=one.journey, source=other.id, target=one.id))
            if other is not one
            else (None, pain)
        ],
    ]
    return told(today + then, chance) if chance.random() < 0.8 else chance.choice(rarer)


def changed(project: Project, pairs: Pairs) -> tuple[Project, ChangeSet]:
    """The project after an edit, and what a view hears of it."""
    left = {id(before) for before, _ in pairs if before is not None}
    kept = [record for record in project.records() if id(record) not in left]
    tables = difference(project, Project.of([*kept, *(after for _, after in pairs if after)]))
    return project.replaced(tables), ChangeSet(EditKind.SET_STEPS, Origin.EDIT, tables)


@pytest.mark.parametrize("name", NAMES)
def test_after_every_edit_the_list_is_that_of_a_comparison_from_nothing(name: str) -> None:
    pair, chance, followed = kept_pair(name), Random(name), 0
    project, journeys = pair.project, (pair.as_is, pair.to_be)
    kept = KeptList(FRAMEWORK, WORDS)
    kept.read(project, *journeys)
    for turn in range(TURNS):
        project, changes = changed(project, edited(project, journeys, chance, turn))
        found = kept.read(project, *journeys, changes)
        assert found == change_list(Project(project.tables), *journeys, FRAMEWORK, WORDS), f"turn {turn}"
        followed += bool(kept.touched)
        if kept.touched:
            assert {id(now) for _, now in kept.touched} <= {id(entry) for entry in found.entries}
    assert followed > TURNS / 10, "nothing was followed"


def test_what_an_edit_does_not_touch_is_the_very_same() -> None:
    pair = kept_pair("theme-park")
    kept = KeptList(FRAMEWORK, WORDS)
    before = kept.read(pair.project, pair.as_is, pair.to_be)
    step = next(
        entry.after[0] for entry in before.of("unchanged") if not pair.project.marks_of(entry.after[0].id)
    )
    project, changes = changed(pair.project, [(step, replace(step, wait_minutes=95.0))])
    after = kept.read(project, pair.as_is, pair.to_be, changes)
    assert kept.touched is not None and len(kept.touched) == 1
    assert sum(one is other for one in before.entries for other in after.entries) == len(before.entries) - 1
    assert after.counts != before.counts


def test_links_of_learning_are_compared_with_all_others() -> None:
    pair = kept_pair("theme-park")
    kept = KeptList(FRAMEWORK, WORDS)
    kept.read(pair.project, pair.as_is, pair.to_be)
    link = next(x for x in pair.project.links_of(pair.to_be) if x.kind is LinkKind.LEARNS)
    project, changes = changed(pair.project, [(link, replace(link, level=1, label="Other"))])
    found = kept.read(project, pair.as_is, pair.to_be, changes)
    assert kept.touched is None
    assert found == change_list(Project(project.tables), pair.as_is, pair.to_be, FRAMEWORK, WORDS)


def test_the_pair_is_another_then_everything_is_compared() -> None:
    pair = kept_pair("theme-park")
    kept = KeptList(FRAMEWORK, WORDS)
    kept.read(pair.project, pair.as_is, pair.to_be)
    step = pair.project.steps_of(pair.to_be)[0]
    project, changes = changed(pair.project, [(step, replace(step, minutes=7.0))])
    found = kept.read(project, pair.to_be, pair.as_is, changes)
    assert kept.touched is None
    assert found == change_list(project, pair.to_be, pair.as_is, FRAMEWORK, WORDS)
