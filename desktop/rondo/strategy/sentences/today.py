"""Today: for whom, where it hurts most, and why (practice 4.4 S1-S3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rondo.strategy.journeys.measures import Measures, pains_of, worst_steps
from rondo.strategy.sentences.facts import Fact, Part, Sentence
from rondo.strategy.sentences.found_on_path import retold_facts, stranger_facts
from rondo.strategy.sentences.scene import Scene
from rondo.strategy.sentences.telling import Place
from rondofile.enums import PainCause
from rondofile.records import Mark, Step

_WORST = 2


def who(scene: Scene) -> Sentence | None:
    """S1: the segment, its size where that is known, the situation where there is one."""
    segment, situation = scene.focus.segment, scene.focus.situation
    if segment is None:
        return None
    places: dict[str, Place] = {"segment": scene.people}
    known: list[str] = []
    if segment.size is not None:
        known.append("size")
        places["share"] = Part(scene.words.number(segment.size), fact=scene.ledger.choice(segment, "size"))
        unit = scene.telling.said(segment, "size_unit")
        places["unit"] = unit if unit.text else scene.words("telling.unit")
    if situation is not None:
        known.append("situation")
        places["situation"] = scene.telling.named(situation, "name", "situation")
    return scene.telling.tell(f"who.{'.'.join(known)}" if known else "who", **places)


def worst(scene: Scene, course: Measures) -> Sentence | None:
    """S2: the two worst moments, each with its heaviest pain; None where nothing hurts yet."""
    steps = worst_steps(scene.project, course.moments)[:_WORST]
    if not steps:
        return None
    facts = [scene.ledger.fact(step, "feeling") for step in steps if step.feeling is not None]
    heaviest = [pain for step in steps for pain in pains_of(scene.project, step)[:1]]
    facts += [scene.ledger.fact(pain, "weight") for pain in heaviest]
    places = dict(zip("ab", (_moment(scene, step) for step in steps), strict=False))
    return scene.telling.claim("worst.two" if len(steps) > 1 else "worst.one", facts, **places)


def _moment(scene: Scene, step: Step) -> Sequence[Part]:
    pain = next(iter(pains_of(scene.project, step)), None)
    reason = scene.telling.said(pain, "text") if pain else None
    if pain and pain.cause and reason and not reason.text:
        reason = Part(scene.framework.name(pain.cause), fact=scene.ledger.fact(pain, "cause"))
    if not reason or not reason.text:
        return (scene.step(step),)
    return scene.telling.tell("telling.moment", step=scene.step(step), pain=reason).parts


def cause(scene: Scene, course: Measures) -> Sentence | None:
    """S3: the commonest cause of the heaviest pains; None where nobody has named a cause."""
    pains = heaviest_pains(scene, course)
    named = Counter(mark.cause for _, mark in pains if mark.cause)
    if not named:
        return None
    commonest = named.most_common(1)[0][0]
    meant = [(step, mark) for step, mark in pains if mark.cause is commonest]
    facts = scene.ledger.facts((mark for _, mark in meant), "cause")
    if commonest is PainCause.ORGANISATION:
        return _organisation(scene, course, [step for step, _ in meant], facts)
    name = scene.framework.name(commonest)
    return scene.telling.claim("cause", facts, cause=name)


def heaviest_pains(scene: Scene, course: Measures) -> list[tuple[Step, Mark]]:
    """Every pain that weighs as much as the heaviest, with its step."""
    pains = [(step, mark) for step in course.moments for mark in pains_of(scene.project, step)]
    most = max((mark.weight for _, mark in pains), default=0)
    return [(step, mark) for step, mark in pains if mark.weight == most]


def _organisation(scene: Scene, course: Measures, steps: list[Step], facts: tuple[Fact, ...]) -> Sentence:
    """The pair of departments: what one was told and the other asks again, else whom it takes for new."""
    hurting = {step.id for step in steps}
    again = [one for one in course.retold if one.again.id in hurting]
    if again:
        same = [
            one for one in again if (one.first.lane, one.again.id) == (again[0].first.lane, again[0].again.id)
        ]
        items = scene.listed(scene.telling.named(one.item, "name", "item") for one in same)
        a, b = scene.desk(again[0].first), scene.desk(again[0].again)
        facts += retold_facts(scene, tuple(same))
        return scene.telling.claim("cause.organisation.item", facts, a=a, b=b, item=items)
    lost = [one for one in course.strangers if one.after.id in hurting]
    if lost:
        a, b = scene.lane(lost[0].from_lane), scene.lane(lost[0].to_lane)
        facts += stranger_facts(scene, (lost[0],))
        return scene.telling.claim("cause.organisation.stranger", facts, a=a, b=b)
    return scene.telling.claim("cause.organisation", facts)
