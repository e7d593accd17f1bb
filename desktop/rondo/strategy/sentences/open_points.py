"""What we do not know yet: the gaps that a careful reader would ask about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rondo.strategy.journeys.measures import Measures, pains_of
from rondo.strategy.journeys.path import next_links
from rondo.strategy.sentences.facts import Sentence
from rondo.strategy.sentences.focus import is_own
from rondo.strategy.sentences.scene import Scene
from rondo.strategy.sentences.today import heaviest_pains
from rondofile.enums import Phase, PlacementState
from rondofile.records import Action, Condition, Journey, Placement, Step


def open_points(scene: Scene) -> tuple[Sentence, ...]:
    """The gaps behind this page, those of today's journey first."""
    course = scene.focus.main
    points = [*_about_people(scene)]
    if course is None:
        points.append(scene.telling.tell("open.journey"))
    else:
        points += [*_about_drawing(scene, course), *_about_pains(scene, course), *_about_time(scene, course)]
    return (*points, *_about_proposal(scene), *_about_owners(scene))


def _about_people(scene: Scene) -> Iterator[Sentence]:
    segment = scene.focus.segment
    if segment is None:
        if scene.focus.main:
            yield scene.telling.tell("open.segment", journey=scene.journey(scene.focus.main.journey))
    elif segment.size is None:
        yield scene.telling.tell("open.size", [scene.ledger.fact(segment, "size")], segment=scene.people)


def _about_drawing(scene: Scene, course: Measures) -> Iterator[Sentence]:
    steps = scene.project.steps_of(course.journey.id)
    if not steps:
        yield scene.telling.tell("open.steps", journey=scene.journey(course.journey))
        return
    inbox = [s for s in steps if s.phase is None or (s.lane is None and s.phase is not Phase.REPEAT)]
    if inbox:
        yield scene.telling.tell("open.inbox", (), len(inbox))
    if len(course.path) < 2 and len(steps) > 1:
        yield scene.telling.tell("open.path", journey=scene.journey(course.journey))
    elif loose := _loose(scene, course, steps):
        names = scene.listed(scene.step(step) for step in loose)
        yield scene.telling.tell("open.loose", (), len(loose), steps=names)
    unknown = course.unknown_identity
    if unknown:
        facts = scene.ledger.facts((one.after for one in unknown), "identity")
        names = scene.listed(scene.step(one.after) for one in unknown)
        yield scene.telling.tell("open.identity", facts, len(unknown), steps=names)


def _loose(scene: Scene, course: Measures, steps: Sequence[Step]) -> list[Step]:
    """Steps at which another part of the drawing begins: no link leads there."""
    onward = next_links(scene.project, course.journey.id)
    seen, pending = set[str](), [step.id for step in course.path[:1]]
    while pending:
        here = pending.pop()
        if here not in seen:
            seen.add(here)
            pending += [link.target for link in onward.get(here, ())]
    entered = {link.target for links in onward.values() for link in links}
    return [step for step in steps if step.phase and step.id in onward and step.id not in seen | entered]


def _about_pains(scene: Scene, course: Measures) -> Iterator[Sentence]:
    steps = scene.project.steps_of(course.journey.id)
    if not steps:
        return
    if not any(pains_of(scene.project, step) for step in steps):
        yield scene.telling.tell("open.pains", journey=scene.journey(course.journey))
        return
    causeless = [(step, mark) for step, mark in heaviest_pains(scene, course) if mark.cause is None]
    if causeless:
        facts = scene.ledger.facts((mark for _, mark in causeless), "cause")
        names = scene.listed(scene.step(step) for step, _ in causeless)
        yield scene.telling.tell("open.cause", facts, len(causeless), steps=names)


def _about_time(scene: Scene, course: Measures) -> Iterator[Sentence]:
    if len(course.path) < 2:
        return
    silent = [step for step in course.path if step.minutes is None]
    if silent:
        facts = scene.ledger.facts(silent, "minutes")
        places = {"k": scene.words.number(len(silent)), "all": scene.words.number(len(course.path))}
        yield scene.telling.tell("open.minutes", facts, len(silent), **places)
    if course.journey.episodes_per_year is None:
        fact = scene.ledger.fact(course.journey, "episodes_per_year")
        yield scene.telling.tell("open.often", [fact], journey=scene.journey(course.journey))


def _about_proposal(scene: Scene) -> Iterator[Sentence]:
    target = scene.focus.target
    if target is None:
        if any(scene.project.all(Journey)):
            yield scene.telling.tell("open.redesign" if _has_target(scene) else "open.target")
        return
    if not target.revenue_who.strip():
        yield scene.telling.tell("open.payer", [scene.ledger.choice(target, "revenue_who")])
    then = scene.focus.to_be
    if then and all(step.our_cost is None for step in scene.project.steps_of(then.journey.id)):
        yield scene.telling.tell("open.cost")
    if not (target.reason_experience.strip() and target.reason_architecture.strip()):
        yield scene.telling.tell("open.reason", offer=scene.telling.named(target, "offer", "offer"))


def _has_target(scene: Scene) -> bool:
    offers = scene.project.all(Placement)
    return any(p.state is PlacementState.TARGET and is_own(scene.project, p) for p in offers)


def _about_owners(scene: Scene) -> Iterator[Sentence]:
    conditions = [c for c in scene.project.all(Condition) if c.text.strip() and not c.owner.strip()]
    if conditions:
        facts = scene.ledger.facts(conditions, "owner")
        yield scene.telling.tell("open.owner.conditions", facts, len(conditions))
    actions = [a for a in scene.project.all(Action) if a.text.strip() and not a.owner.strip()]
    if actions:
        yield scene.telling.tell("open.owner.actions", scene.ledger.facts(actions, "owner"), len(actions))
