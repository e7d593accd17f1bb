"""What it is worth: now and then, and always what gets worse (practice 4.4 S6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from rondo.strategy.changes.change import Change, ChangeKind, Difference
from rondo.strategy.journeys.journey import Wait
from rondo.strategy.journeys.measures import Measures
from rondo.strategy.sentences.facts import Fact, Sentence, distinct, weakest
from rondo.strategy.sentences.found_on_path import retold_facts, stranger_facts
from rondo.strategy.sentences.scene import Scene
from rondofile.enums import Evidence
from rondofile.records import Record, Step

_WORST_LINES = 3


class WorthRow(Struct, frozen=True):
    """One line of the table: now and then; `sentence`: what gets worse, in words with their facts."""

    key: str
    label: str
    today: str
    then: str
    evidence: Evidence | None
    worse: bool
    facts: tuple[Fact, ...]
    sentence: Sentence | None = None


def worth(scene: Scene, today: Measures, then: Measures, found: Difference) -> tuple[WorthRow, ...]:
    """Every line that rests on facts; what gets worse comes last, before our cost."""
    rows = [*_for_the_customer(scene, today, then)]
    return (*rows, *_worse(scene, found), _our_cost(scene, today, then, found))


def _for_the_customer(scene: Scene, today: Measures, then: Measures) -> Iterator[WorthRow]:
    yield from _waiting(scene, today, then)
    if today.path and then.path:
        own = (_share(scene, today), _share(scene, then))
        more = then.effort[0] > today.effort[0]
        facts = (*scene.actor_facts(today), *scene.actor_facts(then))
        yield _row(scene, "effort", own[0], own[1], facts, more)
    yield from _strangers(scene, today, then)
    yield from _retold(scene, today, then)
    yield from _silence(scene, today, then)
    yield from _contacts(scene, today, then)


def _waiting(scene: Scene, today: Measures, then: Measures) -> Iterator[WorthRow]:
    """Waiting at a step, and apart from it the time between steps where that changes at all."""
    for key, between in (("waiting", False), ("between", True)):
        was, now = ([w for w in course.waits if bool(w.link) is between] for course in (today, then))
        said = _lasting(scene, was), _lasting(scene, now)
        if was and not (between and _alike(_minutes(was), _minutes(now))):
            facts = scene.ledger.facts((wait.link or wait.at for wait in (*was, *now)), "wait_minutes")
            yield _row(scene, key, *said, facts, _minutes(now) > _minutes(was))


def _alike(was: float, now: float) -> bool:
    """Whether two times differ by less than a tenth: too little to speak of."""
    return abs(was - now) < max(was, now) / 10


def _lasting(scene: Scene, waits: list[Wait]) -> str:
    return scene.words.duration(_minutes(waits)) if waits else scene.words("worth.no-wait")


def _minutes(waits: list[Wait]) -> float:
    return sum(wait.minutes for wait in waits)


def _silence(scene: Scene, today: Measures, then: Measures) -> Iterator[WorthRow]:
    """The longest time in which they hear nothing from us, where it changes (practice 4.2)."""
    was, now = today.rhythm.silence, then.rhythm.silence
    if was is None or now is None:
        return
    said = scene.words.duration(was.minutes), scene.words.duration(now.minutes)
    if said[0] != said[1]:
        facts = (*_wait_facts(scene, today), *_wait_facts(scene, then))
        yield _row(scene, "silence", *said, facts, now.minutes > was.minutes)


def _share(scene: Scene, course: Measures) -> str:
    own, whole = course.effort
    return scene.words("worth.of", k=scene.words.number(own), all=scene.words.number(whole))


def _wait_facts(scene: Scene, course: Measures) -> tuple[Fact, ...]:
    holders: Iterable[Record] = (wait.link or wait.at for wait in course.waits)
    return scene.ledger.facts(holders, "wait_minutes")


def _strangers(scene: Scene, today: Measures, then: Measures) -> Iterator[WorthRow]:
    known = [c for course in (today, then) for c in course.crossings if c.after.identity is not None]
    was, now = len(today.strangers), len(then.strangers)
    if known and (was or now):
        numbers = (scene.words.number(was), scene.words.number(now))
        yield _row(scene, "strangers", *numbers, stranger_facts(scene, tuple(known)), now > was)


def _retold(scene: Scene, today: Measures, then: Measures) -> Iterator[WorthRow]:
    was, now = len(today.retold), len(then.retold)
    if was or now:
        facts = (*retold_facts(scene, today.retold), *retold_facts(scene, then.retold))
        yield _row(scene, "retold", scene.words.number(was), scene.words.number(now), facts, now > was)


def _contacts(scene: Scene, today: Measures, then: Measures) -> Iterator[WorthRow]:
    """Contacts a year where both are known; more is not better in itself, so it is never called worse."""
    was, now = today.rhythm.contacts_per_year, then.rhythm.contacts_per_year
    if was is not None and now is not None:
        facts = tuple(scene.ledger.fact(c.journey, "episodes_per_year") for c in (today, then))
        steps = [contact.step for course in (today, then) for contact in course.rhythm.contacts]
        facts += tuple(scene.ledger.choice(step, "lane") for step in steps)
        yield _row(scene, "contacts", scene.words.number(was), scene.words.number(now), facts, worse=False)


def _our_cost(scene: Scene, today: Measures, then: Measures, found: Difference) -> WorthRow:
    """At how many steps we spend more or less; "not yet estimated" where nothing can be compared."""
    costs = [c for c in found.of(ChangeKind.COST) if isinstance(c.was, int) and isinstance(c.now, int)]
    more = [c for c in costs if isinstance(c.now, int) and isinstance(c.was, int) and c.now > c.was]
    if not costs:
        return _row(scene, "cost", "–", scene.words("worth.not-estimated"), (), worse=False)
    steps = [step for change in costs for step in (*change.before, *change.after)]
    dearer, cheaper = len(more), len(costs) - len(more)
    places = {"more": scene.telling.counted("telling.steps", dearer)}
    places["less"] = scene.telling.counted("telling.steps", cheaper)
    key = "both" if dearer and cheaper else "more" if dearer else "less"
    said = scene.words(f"worth.cost.{key}", **places)
    return _row(scene, "cost", "–", said, scene.ledger.facts(steps, "our_cost"), bool(dearer))


def _worse(scene: Scene, found: Difference) -> Iterator[WorthRow]:
    worse = sorted(found.worse, key=lambda change: -_weight(change))
    for change in worse[:_WORST_LINES]:
        sentence = _told_worse(scene, change)
        label = scene.words("worth.worse")
        yield WorthRow(
            "worse", label, "", sentence.text, _mark(sentence.facts), True, sentence.facts, sentence
        )
    rest = len(worse) - _WORST_LINES
    if rest > 0:
        sentence = scene.telling.tell("worse.others", (), rest)
        yield WorthRow("worse", scene.words("worth.worse"), "", sentence.text, None, True, (), sentence)


def _weight(change: Change) -> float:
    return change.marks[-1].weight if change.marks else 0.5


def _told_worse(scene: Scene, change: Change) -> Sentence:
    tell, step = scene.telling.tell, scene.step((change.after or change.before)[0])
    facts = [scene.ledger.fact(mark, "weight") for mark in change.marks]
    if change.kind is ChangeKind.DELIGHT_LOST:
        return tell(
            "worse.delight",
            facts,
            step=scene.step(change.before[0]),
            delight=scene.telling.said(change.marks[0], "text"),
        )
    if change.marks:
        pain = scene.telling.said(change.marks[-1], "text")
        named = "" if pain.text else ".unnamed"
        if change.kind is ChangeKind.PAIN_MOVED:
            places = {"step": step, "before": scene.step(change.before[0])}
            return tell(f"worse.moved{named}", facts, **places, **({"pain": pain} if pain.text else {}))
        kind = "heavier" if change.kind is ChangeKind.PAIN_WEIGHT else "added"
        return tell(f"worse.{kind}{named}", facts, step=step, **({"pain": pain} if pain.text else {}))
    steps = (*change.before, *change.after)
    longer = change.kind in (ChangeKind.WAIT, ChangeKind.GAP)
    if longer and isinstance(change.now, float | int) and change.was is not None:
        more = scene.words.duration(change.now - float(change.was))
        return tell("worse.wait", _waiting_at(scene, steps), step=step, longer=more)
    if change.kind is ChangeKind.ADDED:
        return tell("worse.new-feeling", scene.ledger.facts(change.after, "feeling"), step=step)
    field = "identity" if change.kind is ChangeKind.IDENTITY else "feeling"
    return tell(f"worse.{field}", scene.ledger.facts(steps, field), step=step)


def _waiting_at(scene: Scene, steps: tuple[Step, ...]) -> tuple[Fact, ...]:
    ids = {step.id for step in steps}
    links = [
        x for s in steps for x in scene.project.links_of(s.journey) if x.target in ids and x.wait_minutes
    ]
    waiting = [step for step in steps if step.wait_minutes is not None]
    return distinct(
        (*scene.ledger.facts(waiting, "wait_minutes"), *scene.ledger.facts(links, "wait_minutes"))
    )


def _row(scene: Scene, key: str, today: str, then: str, facts: tuple[Fact, ...], worse: bool) -> WorthRow:
    own = distinct(facts)
    return WorthRow(key, scene.words(f"worth.{key}"), today, then, _mark(own), worse, own)


def _mark(facts: tuple[Fact, ...]) -> Evidence | None:
    return weakest(facts)
