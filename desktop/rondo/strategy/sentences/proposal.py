"""What is proposed: the move, what changes, who delivers it and who pays (practice 4.4, S4, S5)."""

from __future__ import annotations

from collections.abc import Iterator

from rondo.strategy.changes.change import Change, ChangeKind, Difference
from rondo.strategy.journeys.journey import Stranger, lane_of
from rondo.strategy.journeys.measures import Measures, pains_of
from rondo.strategy.sentences.facts import Fact, Part, Sentence
from rondo.strategy.sentences.scene import Scene
from rondo.strategy.sentences.telling import Place
from rondofile.enums import Actor, Identity, LaneRole, LinkKind, MarkKind
from rondofile.project import Project
from rondofile.records import Lane, Link, Placement, Step

MOVE_WORDS = 18


def move(scene: Scene) -> Sentence | None:
    """From what we do for them today to what we will do, and through whom; at most 18 words."""
    target, now = scene.focus.target, scene.focus.now
    if target is None:
        return None
    places: dict[str, Place] = {"then": _row(scene, target), "column": _column(scene, target)}
    kind = "from"
    if now is None:
        kind = "towards"
    elif now.experience is target.experience:
        moved = now.architecture is not target.architecture and now.architecture and target.architecture
        kind = "still" if moved else "same"
        places["before"] = _column(scene, now)
    else:
        places["before"] = _row(scene, now)
    return scene.telling.shortest(MOVE_WORDS, _wordings(scene, f"move.{kind}", places))


def _wordings(scene: Scene, key: str, places: dict[str, Place]) -> Iterator[Sentence]:
    """For whom and when, then for whom, then without: the header names them anyway."""
    if scene.focus.segment is not None:
        if scene.focus.situation is not None:
            when = scene.telling.named(scene.focus.situation, "name", "situation")
            yield scene.telling.tell(f"{key}.for.when", segment=scene.people, when=when, **places)
        yield scene.telling.tell(f"{key}.for", segment=scene.people, **places)
    yield scene.telling.tell(key, **places)


def _row(scene: Scene, placement: Placement) -> Part:
    fact = scene.ledger.fact(placement, "experience")
    row = placement.experience or "none"
    return Part(scene.words(f"doing.{row}"), fact=fact)


def _column(scene: Scene, placement: Placement) -> Part:
    fact = scene.ledger.fact(placement, "architecture")
    if placement.architecture is None:
        return Part(scene.words("telling.somehow"), fact=fact)
    return Part(scene.framework.plain(placement.architecture), fact=fact)


def changed(scene: Scene, found: Difference) -> Sentence | None:
    """S4: how many steps fall away and pass from the customer to us, and what is new."""
    dropped = sum(len(c.before) for c in found.of(ChangeKind.REMOVED))
    merged = found.of(ChangeKind.MERGED)
    facts = _step_facts(scene, found)
    places: dict[str, Place] = {}
    if dropped:
        places["dropped"] = scene.telling.counted("telling.steps", dropped)
    elif merged:
        before = scene.telling.counted("telling.steps", sum(len(c.before) for c in merged))
        after = scene.telling.number(len(merged))
        places["merged"] = scene.words("telling.merged", before=before, after=after)
    relief = _relief(scene, found)
    if relief:
        places["relief"] = relief
    new = newest(scene.project, found)
    if new:
        places["new"] = scene.step(new)
    if not places:
        return _mended(scene, found)
    return scene.telling.tell(f"changed.{'.'.join(places)}", facts, **places)


def _step_facts(scene: Scene, found: Difference) -> tuple[Fact, ...]:
    kinds = (ChangeKind.REMOVED, ChangeKind.MERGED, ChangeKind.ADDED)
    steps = [step for change in found.of(*kinds) for step in (*change.before, *change.after)]
    taken = [step for change in _taken(found) for step in (*change.before, *change.after)]
    return (
        *(scene.ledger.choice(step, "title") for step in steps),
        *(scene.ledger.choice(step, "actor") for step in taken),
    )


def _taken(found: Difference) -> list[Change]:
    ours = (Actor.FIRM, Actor.BOTH)
    return [c for c in found.of(ChangeKind.ACTOR) if c.was == Actor.CUSTOMER and c.now in ours]


def _relief(scene: Scene, found: Difference) -> str:
    """Three steps, part of three steps, three steps wholly or in part: what we take off the customer."""
    takers: dict[str, set[object]] = {}
    for change in _taken(found):
        for step in change.before:
            takers.setdefault(step.id, set()).add(change.now)
    if not takers:
        return ""
    whole = sum(1 for who in takers.values() if who == {Actor.FIRM})
    kind = "whole" if whole == len(takers) else "part" if not whole else "mixed"
    return scene.telling.counted(f"telling.relief.{kind}", len(takers))


def newest(project: Project, found: Difference) -> Step | None:
    """The most important added step: the one that delights most and hurts least, else the first."""

    def worth(step: Step) -> float:
        delights = (m.weight for m in project.marks_of(step.id) if m.kind is not MarkKind.PAIN)
        return sum(delights) + (step.feeling or 0) - 3 * sum(m.weight for m in pains_of(project, step))

    added = [change.after[0] for change in found.of(ChangeKind.ADDED)]
    best = max(added, key=worth, default=None)
    return best if best and worth(best) >= 0 else None


def _mended(scene: Scene, found: Difference) -> Sentence | None:
    """Where no step comes or goes: the step that loses most pain."""
    resolved = [c for c in found.of(ChangeKind.PAIN_RESOLVED) if c.after]
    if not resolved:
        return None
    most = max(resolved, key=lambda change: change.marks[0].weight)
    return scene.telling.tell(
        "changed.mended", [scene.ledger.fact(most.marks[0], "weight")], step=scene.step(most.after[0])
    )


def delivered(scene: Scene, target: Placement) -> Sentence | None:
    """S5, first half: who delivers it."""
    if target.architecture is None:
        return None
    fact = scene.ledger.fact(target, "architecture")
    return scene.telling.tell(f"delivered.{target.architecture}", [fact])


def connected(scene: Scene, today: Measures | None, then: Measures) -> Sentence | None:
    """S5: the connection that is not there today: two desks that now know it is the same person, else two
    parties with a link that none had."""
    mended = _mended_break(scene.project, today, then) if today else None
    if mended:
        fact = scene.ledger.choice(mended.after, "identity")
        return scene.telling.tell(
            "connected", [fact], a=scene.lane(mended.from_lane), b=scene.lane(mended.to_lane)
        )
    known = {_ends(scene.project, link) for link in _links(scene, today)} if today else set()
    fresh = [link for link in _links(scene, then) if _ends(scene.project, link) not in known]
    across = [link for link in fresh if _is_new_connection(scene.project, link)]
    if not across:
        return None
    link = min(across, key=lambda one: one.kind is LinkKind.NEXT)
    a, b = (lane_of(scene.project, scene.project.get(Step, end)) for end in (link.source, link.target))
    fact = scene.ledger.choice(link, "kind")
    return scene.telling.tell("connected", [fact], a=scene.lane(a), b=scene.lane(b))


def _mended_break(project: Project, today: Measures, then: Measures) -> Stranger | None:
    """The first break of today at which the redesign knows the person: at the step that comes from it."""
    known = {
        origin.id
        for crossing in then.crossings
        if crossing.after.identity is Identity.CARRIED
        for origin in project.origins_of(crossing.after.id)
    }
    return next((broken for broken in today.strangers if broken.after.id in known), None)


def _links(scene: Scene, course: Measures) -> tuple[Link, ...]:
    links = scene.project.links_of(course.journey.id)
    return tuple(link for link in links if link.kind not in (LinkKind.RETURNS, LinkKind.LEARNS))


def _ends(project: Project, link: Link) -> frozenset[tuple[str, str]]:
    lanes = (lane_of(project, project.get(Step, end)) for end in (link.source, link.target))
    return frozenset((lane.name.strip().casefold(), lane.role) for lane in lanes if lane)


def _is_new_connection(project: Project, link: Link) -> bool:
    """Between two desks that both have names, and not merely the customer's own."""
    lanes = [project.find(Lane, project.get(Step, end).lane) for end in (link.source, link.target)]
    known = [lane for lane in lanes if lane and lane.name.strip()]
    apart = len(_ends(project, link)) == 2 and len(known) == 2
    return apart and any(lane.role is not LaneRole.CUSTOMER for lane in known)


def paid(scene: Scene, target: Placement) -> Sentence:
    """S5, second half: who pays for what and when; that it is open is a fact a board needs."""
    said = {name: scene.telling.said(target, f"revenue_{name}") for name in ("who", "what", "when")}
    given: dict[str, Place] = {name: part for name, part in said.items() if part.text}
    if not said["who"].text:
        return scene.telling.tell("paid.open", [scene.ledger.choice(target, "revenue_who")])
    return scene.telling.tell(f"paid.{'.'.join(given)}", **given)
