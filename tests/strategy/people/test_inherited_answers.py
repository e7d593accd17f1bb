"""A situation inherits every answer it does not give itself, whatever mixture of answers there is."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from rondo.strategy.people.answers import ASKED, SCORES, Answers
from rondo.strategy.wishes import best_row, wanted_control, wishes
from rondofile.enums import Experience, Knows
from rondofile.project import Project
from rondofile.records import Fit, Segment, Situation

scores = st.none() | st.integers(-2, 2)
texts = st.sampled_from(["", "  ", "Walk every day", "సమయానికి"])
ANSWERS: dict[str, st.SearchStrategy[Any]] = {
    "knows_need": st.none() | st.sampled_from(Knows),
    "desired_control": scores,
    "privacy_comfort": scores,
    "knows_options": st.none() | st.sampled_from(Knows),
    "own_goal": texts,
    "predictability": scores,
    "mistake_cost": scores,
    "undo_possible": st.none() | st.booleans(),
}
answers = st.fixed_dictionaries(ANSWERS)
pairs = st.none() | st.tuples(scores, scores)
fits = st.fixed_dictionaries(dict.fromkeys(Experience, pairs))


def test_every_question_is_in_these_tests() -> None:
    assert set(ANSWERS) == set(ASKED)


@given(answers, answers)
def test_a_situation_says_what_it_says_and_else_what_its_segment_says(
    above: dict[str, Any], own: dict[str, Any]
) -> None:
    segment, situation = Segment(id="g", **above), Situation(id="s", segment="g", **own)
    told = Answers(Project.of([segment, situation]))
    for asked in ASKED:
        first, second = (_said(values[asked]) for values in (own, above))
        found = told.of(situation, asked)
        assert found.value == (first if first is not None else second)
        assert found.inherited == (first is None and second is not None)
        assert found.by is (situation if first is not None else segment if second is not None else None)
        assert told.above(situation, asked).value == second
        assert (told.of(segment, asked).value, told.of(segment, asked).inherited) == (second, False)


@given(fits, fits)
def test_each_score_is_inherited_for_itself(above: dict[Any, Any], own: dict[Any, Any]) -> None:
    project = Project.of(
        [Segment(id="g"), Situation(id="s", segment="g"), *_fits(above, None), *_fits(own, "s")]
    )
    told, found = Answers(project), {wish.experience: wish for wish in wishes(project, "g", "s")}
    checked = 0
    for experience in Experience:
        for which, place in zip(SCORES, (0, 1), strict=True):
            first, second = (values[experience] and values[experience][place] for values in (own, above))
            answer = told.score("g", "s", experience, which)
            assert answer.value == (first if first is not None else second)
            assert answer.inherited == (first is None and second is not None)
            assert told.score("g", None, experience, which).value == second
            if experience in found:
                assert getattr(found[experience], which) == answer.value
                assert getattr(found[experience], f"{which}_by") is answer.by
            else:
                assert answer.value is None
            checked += 1
    assert checked == 8


@settings(max_examples=50)
@given(fits, fits)
def test_the_best_experience_is_one_they_value_and_are_at_ease_with(
    above: dict[Any, Any], own: dict[Any, Any]
) -> None:
    records = [Segment(id="g"), Situation(id="s", segment="g"), *_fits(above, None), *_fits(own, "s")]
    project = Project.of(records)
    best = best_row(project, "g", "s")
    helping = [wish for wish in wishes(project, "g", "s") if wish.helps]
    assert (best is None) == (not helping)
    if best is not None:
        assert best.value is not None and best.value >= 1
        assert best.comfort is not None and best.comfort >= 0
        assert best.value == max(wish.value or 0 for wish in helping)


@given(scores, scores)
def test_who_wants_to_choose_is_the_one_who_said_so(above: int | None, own: int | None) -> None:
    segment = Segment(id="g", desired_control=above)
    situation = Situation(id="s", segment="g", desired_control=own)
    found = wanted_control(Project.of([segment, situation]), segment, situation)
    if own is not None:
        assert found == (situation, own)
    else:
        assert found == ((segment, above) if above is not None else None)


def test_a_situation_whose_segment_is_gone_inherits_nothing() -> None:
    lost = Situation(id="s", segment="gone", desired_control=None)
    assert Answers(Project.of([lost])).of(lost, "desired_control").by is None


def _said(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _fits(scored: dict[Any, Any], situation: str | None) -> list[Fit]:
    return [
        Fit(
            id=f"{situation}-{e}",
            segment="g",
            situation=situation,
            experience=e,
            comfort=pair[0],
            value=pair[1],
        )
        for e, pair in scored.items()
        if pair is not None
    ]
