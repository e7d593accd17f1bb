"""What holds of every page, whatever the project: it is made, it is whole, it rests on its facts."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.projects import projects
from helpers.stories import stories
from rondo.strategy.changes.difference import difference
from rondo.strategy.changes.pairing import paired
from rondo.strategy.framework.whole import load
from rondo.strategy.journeys.recast import recast
from rondo.strategy.journeys.rhythm import rhythm
from rondo.strategy.sentences import Fact, Sentence, Summary, summary
from rondo.words import LANGUAGES, Words
from rondofile.enums import Architecture, Evidence, Identity
from rondofile.project import Project
from rondofile.records import NOUNS, Info, Journey

EXAMPLES = settings(max_examples=60, deadline=None)
ANY = st.one_of(projects(), stories(), stories())


def page(project: Project, language: str = "en", **pins: str) -> Summary:
    return summary(project, load(language), Words(language), **pins)


def sentences(made: Summary) -> Iterator[tuple[str, Sentence]]:
    """Every sentence of the page, with a place that says which one it is."""
    yield "headline", made.headline
    for one in made.candidates:
        yield f"{one.id} headline", one.headline
        yield f"{one.id} sentence", one.sentence
    for place in ("today", "propose", "lasts", "open_points"):
        yield from ((f"{place} {one.key}", one) for one in getattr(made, place))
    yield from ((f"must {one.sentence.key}", one.sentence) for one in made.must_be_true)
    yield from ((f"do {one.action}", one.sentence) for one in made.actions)
    yield from ((name, one) for name, one in (("move", made.move), ("decision", made.decision)) if one)


@given(ANY, st.sampled_from(LANGUAGES))
@EXAMPLES
def test_a_page_is_made_of_any_project_in_any_language(project: Project, language: str) -> None:
    made = page(project, language)
    for place, one in sentences(made):
        assert one.text.strip(), place
        assert "\n" not in one.text, place
    assert made.header == made.header.strip()
    assert page(project, language) == made
    for finding in made.candidates:
        assert page(project, language, pinned=finding.id).headline == finding.headline
    for journey in project.all(Journey):
        page(project, language, journey=journey.id)


@given(stories(), st.data())
@EXAMPLES
def test_a_sentence_is_made_of_its_key_and_its_facts_alone(project: Project, data: st.DataObject) -> None:
    """Whatever a sentence says stands in its facts: the same key and facts never say two things."""
    made = page(project)
    fact = data.draw(st.sampled_from([fact for _, one in sentences(made) for fact in one.facts]))
    told: dict[tuple[str, tuple[Fact, ...]], str] = {}
    for _, one in (*sentences(made), *sentences(page(_shaken(project, fact)))):
        assert told.setdefault((one.key, one.facts), one.text) == one.text


def _shaken(project: Project, fact: Fact) -> Project:
    """The project with that fact otherwise: another number, another word, known instead of lost."""
    if isinstance(fact.value, Identity):
        value: object = Identity.CARRIED
    elif isinstance(fact.value, Enum) or fact.value is None:
        value = None
    else:
        value = f"{fact.value} anew" if isinstance(fact.value, str) else fact.value + 1  # type: ignore[operator]
    record = project.get(NOUNS[fact.noun], fact.id)
    required = value is None and fact.field not in ("feeling", "cause", "minutes", "actor", "experience")
    changed = record if required else replace(record, **{fact.field: value})
    return project.replaced({fact.noun: {fact.id: (record, changed)}})


NAMES = (
    "title",
    "name",
    "text",
    "label",
    "offer",
    "revenue_who",
    "revenue_what",
    "recommended",
    "alternative",
)


@given(stories(), st.data())
@EXAMPLES
def test_a_changed_wording_changes_only_the_sentences_that_rest_on_it(
    project: Project, data: st.DataObject
) -> None:
    made = page(project)
    worded = [f for _, one in sentences(made) for f in one.facts if f.field in NAMES and str(f.value).strip()]
    assume(worded)
    fact = data.draw(st.sampled_from(worded))
    reworded = _reworded(project, fact)
    assume(_counterparts(reworded) == _counterparts(project))  # equal titles make two steps one
    after = dict(_by_place(page(reworded)))
    for place, one in _by_place(made):
        if not any(_same(fact, other) for other in one.facts) and place in after:
            assert after[place].text == one.text, place


def _counterparts(project: Project) -> list[list[tuple[str, str]]]:
    """Which steps of today and of each redesign are taken for the same."""
    redesigns = [journey for journey in project.all(Journey) if journey.based_on]
    found = (paired(project, str(journey.based_on), journey.id).pairs for journey in redesigns)
    return [[(before.id, after.id) for before, after in pairs] for pairs in found]


def _by_place(made: Summary) -> list[tuple[str, Sentence]]:
    """The sentences that stand in only one place, so that they can be compared."""
    found: dict[str, list[Sentence]] = {}
    for place, one in sentences(made):
        found.setdefault(place, []).append(one)
    return [(place, ones[0]) for place, ones in found.items() if len(ones) == 1]


def _same(fact: Fact, other: Fact) -> bool:
    return (fact.noun, fact.id, fact.field) == (other.noun, other.id, other.field)


def _reworded(project: Project, fact: Fact) -> Project:
    record = project.get(NOUNS[fact.noun], fact.id)
    changed = replace(record, **{fact.field: f"{fact.value} anew"})
    return project.replaced({fact.noun: {fact.id: (record, changed)}})


@given(ANY)
@EXAMPLES
def test_a_sentence_is_as_weak_as_its_weakest_claim_and_says_when_all_is_assumed(project: Project) -> None:
    order = list(Evidence)
    made = page(project)
    for finding in made.candidates:
        one = finding.sentence
        claims = [fact.evidence for fact in one.facts if fact.evidence]
        assert one.evidence == (max(claims, key=order.index) if claims else None)
        assert one.text.startswith("We assume") is (set(claims) == {Evidence.ASSUMED})


@given(ANY)
@EXAMPLES
def test_the_footer_counts_every_claim_on_the_page_once(project: Project) -> None:
    made = page(project)
    keys = [(fact.noun, fact.id, fact.field) for fact in made.facts]
    assert len(set(keys)) == len(keys)
    assert all(fact.evidence for fact in made.facts)
    assert made.footer.text.startswith(Words().number(len(keys)))


@given(ANY, st.sampled_from(list(Architecture)))
@EXAMPLES
def test_measures_are_taken_of_any_journey(project: Project, architecture: Architecture) -> None:
    ids = [journey.id for journey in project.all(Journey)]
    for one in ids:
        rhythm(project, one)
        made = recast(project, one, architecture, load())
        assert 0 <= made.could_move <= made.of == len(project.steps_of(one))
        for other in ids:
            difference(project, one, other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_project_has_a_page_that_says_so(language: str) -> None:
    made = page(Project.of([Info(id="project")]), language)
    assert (made.kind, made.candidates, made.today, made.propose, made.worth) == ("found", (), (), (), ())
    assert made.headline.text == Words(language)("headline.nothing")
    assert [one.key for one in made.open_points] == ["open.journey"]
