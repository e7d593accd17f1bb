"""The one page: facts, then ranked findings, then sentences bound to their facts (practice 4)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from rondo.strategy.changes.difference import Difference, difference
from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.measures import Measures
from rondo.strategy.sentences.deciding import ActionLine, actions, decision
from rondo.strategy.sentences.facts import Fact, Sentence, distinct
from rondo.strategy.sentences.finding import Finding
from rondo.strategy.sentences.focus import Focus, focus_of
from rondo.strategy.sentences.found_in_fit import found_in_fit
from rondo.strategy.sentences.found_on_path import found_on_path
from rondo.strategy.sentences.lasting import lasting
from rondo.strategy.sentences.must_be_true import MustBeTrue, must_be_true
from rondo.strategy.sentences.open_points import open_points
from rondo.strategy.sentences.proposal import changed, connected, delivered, move, paid
from rondo.strategy.sentences.scene import Scene
from rondo.strategy.sentences.telling import Telling, one_line
from rondo.strategy.sentences.today import cause, who, worst
from rondo.strategy.sentences.worth import WorthRow, worth
from rondo.words import Words
from rondofile.enums import Evidence
from rondofile.project import Project

PROPOSAL, FOUND = "proposal", "found"
_MORE_FINDINGS = 1


class Summary(Struct, frozen=True):
    """Everything on the page, as values. `kind` says whether it proposes or only tells what was found."""

    kind: str
    focus: Focus
    header: str
    headline: Sentence
    candidates: tuple[Finding, ...]
    move: Sentence | None
    today: tuple[Sentence, ...]
    propose: tuple[Sentence, ...]
    worth: tuple[WorthRow, ...]
    lasts: tuple[Sentence, ...]
    must_be_true: tuple[MustBeTrue, ...]
    decision: Sentence
    actions: tuple[ActionLine, ...]
    footer: Sentence
    facts: tuple[Fact, ...]
    open_points: tuple[Sentence, ...]
    difference: Difference | None


def summary(
    project: Project,
    framework: Framework,
    words: Words,
    pinned: str | None = None,
    journey: str | None = None,
) -> Summary:
    """The page of a project; `pinned`: a finding for the headline, `journey`: one of the pair to speak of."""
    focus = focus_of(project, journey)
    scene = Scene(project, framework, Telling(project, words), focus)
    found = _compared(project, focus)
    ranked = _candidates(scene)
    chosen = next((one for one in ranked if one.id == pinned), ranked[0] if ranked else None)
    headline = chosen.headline if chosen else _nothing(scene)
    today = _today(scene, ranked, chosen)
    propose, lasts = _proposed(scene, found)
    rows = _worth(scene, found)
    said = (headline, *today)
    must = must_be_true(scene, said, focus.to_be, found)
    behind = _facts((headline, *today, *propose, *lasts, *(one.sentence for one in must)), rows)
    return Summary(
        kind=PROPOSAL if focus.is_proposal else FOUND,
        focus=focus,
        header=_header(scene),
        headline=headline,
        candidates=ranked,
        move=move(scene),
        today=today,
        propose=propose,
        worth=rows,
        lasts=lasts,
        must_be_true=must,
        decision=decision(scene),
        actions=actions(scene),
        footer=_footer(scene, behind),
        facts=behind,
        open_points=open_points(scene),
        difference=found,
    )


def _compared(project: Project, focus: Focus) -> Difference | None:
    if focus.as_is is None or focus.to_be is None:
        return None
    return difference(project, focus.as_is.journey.id, focus.to_be.journey.id)


def _candidates(scene: Scene) -> tuple[Finding, ...]:
    """All findings, best score first; ties in the order of the table."""
    course: Measures | None = scene.focus.as_is
    if course is None:
        return ()
    found = [*found_on_path(scene, course), *found_in_fit(scene, course)]
    return tuple(sorted(found, key=lambda one: -one.score))


def _nothing(scene: Scene) -> Sentence:
    course = scene.focus.main
    if course is None:
        return scene.telling.tell("headline.nothing")
    return scene.telling.tell("headline.drawn.1", journey=scene.journey(course.journey))


def _today(scene: Scene, ranked: tuple[Finding, ...], chosen: Finding | None) -> tuple[Sentence, ...]:
    """For whom, where it hurts, why, and the next finding that points elsewhere."""
    course = scene.focus.as_is
    told = [who(scene)]
    if course is not None:
        told += [worst(scene, course), cause(scene, course)]
    pointed = {chosen.about} if chosen else set()
    more = 0
    for one in ranked:
        fresh = one is not chosen and one.id != "H9" and (not one.about or one.about not in pointed)
        if fresh and more < _MORE_FINDINGS:
            told.append(one.sentence)
            pointed.add(one.about)
            more += 1
    return tuple(sentence for sentence in told if sentence)


def _proposed(scene: Scene, found: Difference | None) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    focus = scene.focus
    if found is None or focus.to_be is None:
        return (), ()
    told = [changed(scene, found)]
    if focus.target is not None:
        told += [
            delivered(scene, focus.target),
            connected(scene, focus.as_is, focus.to_be),
            paid(scene, focus.target),
        ]
    return tuple(sentence for sentence in told if sentence), lasting(scene, focus.to_be)


def _worth(scene: Scene, found: Difference | None) -> tuple[WorthRow, ...]:
    focus = scene.focus
    if found is None or focus.as_is is None or focus.to_be is None:
        return ()
    return worth(scene, focus.as_is, focus.to_be, found)


def _facts(sentences: Iterable[Sentence], rows: Iterable[WorthRow]) -> tuple[Fact, ...]:
    facts = [fact for sentence in sentences for fact in sentence.facts]
    facts += [fact for row in rows for fact in row.facts]
    return tuple(fact for fact in distinct(facts) if fact.evidence)


def _footer(scene: Scene, facts: tuple[Fact, ...]) -> Sentence:
    """How many facts stand behind the page, by how they are known."""
    count = {mark: sum(1 for fact in facts if fact.evidence is mark) for mark in Evidence}
    digits = {mark.value: scene.words.number(n) for mark, n in count.items()}
    return scene.telling.tell("footer", (), len(facts), all=scene.words.number(len(facts)), **digits)


def _header(scene: Scene) -> str:
    """Organisation, people, date: what is known of them, apart by middle dots."""
    info, segment, situation = scene.project.info, scene.focus.segment, scene.focus.situation
    people = segment.name.strip() if segment else ""
    if people and situation and situation.name.strip():
        people = scene.words("telling.people", segment=people, situation=situation.name.strip())
    parts = (info.organisation.strip(), people, scene.telling.date(info.date))
    return " · ".join(one_line(part) for part in parts if part)
