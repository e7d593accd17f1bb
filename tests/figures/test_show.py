"""What a map shows of all its steps: the same numbers as the measures, told by more than colour."""

from __future__ import annotations

import pytest

from helpers.journeys import hospital
from helpers.park_journeys import park as drawn_park
from rondo.commands.new_project import read_case
from rondo.figures.show.table import shown
from rondo.figures.show.values import Look, Show, Shown
from rondo.strategy.framework.whole import load
from rondo.strategy.journeys.journey import actor_of
from rondo.strategy.journeys.measures import Measures, measure
from rondo.words import LANGUAGES, Words
from rondofile.enums import Actor, Evidence, InformationUse
from rondofile.project import Project
from rondofile.records import Journey

CASE = read_case("theme-park")
PROJECTS = {"case": CASE, "hospital": hospital(), "drawn": drawn_park()}
JOURNEYS = [(name, journey.id) for name, project in PROJECTS.items() for journey in project.all(Journey)]


def seen(name: str, journey: str, what: Show, language: str = "en") -> tuple[Project, Shown, Measures]:
    project = PROJECTS[name]
    found = shown(what, project, journey, Words(language), load(language))
    return project, found, measure(project, project.get(Journey, journey))


def count_of(found: Shown, sign: str) -> str:
    texts = [count.text for count in found.counts if count.look.sign == sign]
    assert len(texts) <= 1
    return texts[0] if texts else "0"


@pytest.mark.parametrize(("name", "journey"), JOURNEYS)
def test_who_works_is_counted_as_the_measures_count_it(name: str, journey: str) -> None:
    project, found, measures = seen(name, journey, Show.WORK)
    actors = [actor_of(project, step) for step in measures.moments]
    assert list(found.steps) == [step.id for step in measures.moments]
    for actor in set(actors):
        assert f"{actors.count(actor)} of {len(actors)}" in count_of(found, actor.value)
    if len(measures.path) > 1:
        assert actors.count(Actor.CUSTOMER) == measures.effort[0]


@pytest.mark.parametrize(("name", "journey"), JOURNEYS)
def test_strangers_and_what_is_told_again_are_those_of_the_measures(name: str, journey: str) -> None:
    _, found, measures = seen(name, journey, Show.STRANGERS)
    for sign, facts in (
        ("stranger", measures.strangers),
        ("retold", measures.retold),
        ("unsaid", measures.unknown_identity),
    ):
        assert count_of(found, sign).split()[0] == str(len(facts))
    assert {one.after.id for one in measures.strangers} <= set(found.steps)
    assert {one.again.id for one in measures.retold} <= set(found.steps)
    full = {step for step, say in found.steps.items() if say.look.full}
    assert full == {one.after.id for one in measures.strangers}


@pytest.mark.parametrize(("name", "journey"), JOURNEYS)
def test_every_wait_of_the_measures_is_shown_and_the_longest_named(name: str, journey: str) -> None:
    _, found, measures = seen(name, journey, Show.WAITS)
    assert set(found.steps) == {wait.at.id for wait in measures.waits}
    assert found.links == {wait.link.id for wait in measures.waits if wait.link}
    if measures.waits:
        longest = max(measures.waits, key=lambda wait: wait.minutes)
        assert Words("en").duration(longest.minutes) in found.counts[0].text
        assert longest.at.title in found.counts[0].text
        assert sum(say.look.role == "bad" for say in found.steps.values()) == 1


@pytest.mark.parametrize(("name", "journey"), JOURNEYS)
def test_what_is_learned_lands_as_the_measures_say(name: str, journey: str) -> None:
    _, found, measures = seen(name, journey, Show.LEARNED)
    assert found.links == {link.id for link in measures.loops.learns}
    ends = {end for link in measures.loops.landing for end in (link.source, link.target)}
    assert ends <= set(found.steps)
    assert count_of(found, "uses").split()[0] == str(len(measures.loops.landing))


@pytest.mark.parametrize(("name", "journey"), JOURNEYS)
def test_every_step_is_known_used_or_blank(name: str, journey: str) -> None:
    project, found, measures = seen(name, journey, Show.KNOWN)
    learning = {
        step.id
        for step in measures.moments
        if any(one.use is InformationUse.GATHERS for one in project.information_of(step.id))
    }
    assert {step for step, say in found.steps.items() if say.look.full} == learning
    assert f"{len(learning)} of {len(measures.moments)}" in found.sentences[0]
    assert len(found.steps) == len(measures.moments)


@pytest.mark.parametrize(("name", "journey"), JOURNEYS)
def test_how_sure_we_are_is_said_of_every_moment(name: str, journey: str) -> None:
    _, found, measures = seen(name, journey, Show.EVIDENCE)
    kinds = [step.evidence for step in measures.moments]
    for one in set(kinds):
        sign = one.value if one else "unsaid"
        assert f"{kinds.count(one)} of {len(kinds)}" in count_of(found, sign)
    assert len(found.steps) == len(kinds)


def test_steps_beside_the_main_path_step_back_and_are_told() -> None:
    _, found, _ = seen("case", "visit-new", Show.WAITS)
    assert "n-staffed" not in found.steps
    assert any("beside the main path" in sentence for sentence in found.sentences)


@pytest.mark.parametrize("what", Show)
def test_looks_differ_by_more_than_colour(what: Show) -> None:
    looks: set[Look] = set()
    for name, journey in JOURNEYS:
        _, found, _ = seen(name, journey, what)
        looks |= {count.look for count in found.counts} | {say.look for say in found.steps.values()}
    assert looks
    forms = [(look.sign, look.edge, look.full, look.role == "bad") for look in looks]
    assert len(set(forms)) == len(forms), looks


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", Show)
def test_every_language_says_it_all(what: Show, language: str) -> None:
    _, found, _ = seen("case", "visit", what, language)
    said = [found.title, *(say.text for say in found.steps.values()), *(c.text for c in found.counts)]
    assert len(said) >= 1 and all(text.strip() and "{" not in text for text in (*said, *found.sentences))


def test_evidence_has_a_look_for_every_kind() -> None:
    from rondo.figures.show.evidence import LOOKS

    assert set(LOOKS) == {*Evidence, None}
