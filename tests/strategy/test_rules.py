"""What may be drawn and placed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rondo.strategy.rules import can_connect, can_place
from rondo.words import Words
from rondofile.enums import Architecture, CardKind, Experience, LinkKind, Phase
from rondofile.project import Project
from rondofile.records import Journey, Link, Segment, Situation, Step, Stretch, StretchStep

PROJECT = Project.of(
    [
        Journey(id="j"),
        Journey(id="other"),
        Step(id="a", journey="j", title="A", phase=Phase.RECOGNIZE),
        Step(id="b", journey="j", title="B", phase=Phase.RESPOND),
        Step(id="ours", journey="j", title="Study", phase=Phase.REPEAT),
        Step(id="c", journey="other", title="C"),
        Link(id="l", journey="j", source="a", target="b"),
        Segment(id="s"),
        Situation(id="t", segment="s"),
        Stretch(id="part", journey="j"),
        StretchStep(id="p", stretch="part", step="a"),
        Stretch(id="empty", journey="j"),
    ]
)
D, C1 = Experience.RESPOND_TO_DESIRE, Architecture.CONNECTED_PRODUCER


def connect(source: str, target: str, kind: LinkKind = LinkKind.NEXT) -> str:
    verdict = can_connect(PROJECT, source, target, kind)
    assert verdict.allowed == (verdict.reason_key == "")
    return verdict.reason_key.removeprefix("framework.rules.")


def place(kind: CardKind, ref: str | None, row: Experience | None, column: Architecture | None) -> str:
    verdict = can_place(PROJECT, kind, ref, row, column)
    assert verdict.allowed == (verdict.reason_key == "")
    return verdict.reason_key.removeprefix("framework.rules.")


def test_can_connect_when_same_journey_then_allowed_in_every_kind_and_as_a_loop() -> None:
    assert [connect("b", "a", kind) for kind in LinkKind] == [""] * 6


def test_can_connect_when_step_unknown_or_elsewhere_then_refused() -> None:
    assert connect("a", "nothing") == "no_step"
    assert connect("nothing", "a") == "no_step"
    assert connect("a", "c") == "other_journey"


def test_can_connect_when_to_itself_then_only_learning_and_coming_again() -> None:
    refused = {kind for kind in LinkKind if connect("a", "a", kind) == "to_itself"}
    assert refused == {LinkKind.NEXT, LinkKind.INFORMATION, LinkKind.MONEY, LinkKind.GOODS}


def test_can_connect_when_coming_again_to_our_learning_work_then_refused() -> None:
    assert connect("b", "ours", LinkKind.RETURNS) == "returns_to_our_work"
    assert connect("b", "ours", LinkKind.LEARNS) == ""


def test_can_connect_when_already_joined_then_refused_in_that_kind_and_direction_only() -> None:
    assert connect("a", "b") == "already_joined"
    assert connect("a", "b", LinkKind.MONEY) == ""


@settings(max_examples=60)
@given(st.sampled_from(["a", "b", "ours", "c", "gone"]), st.sampled_from(["a", "b", "c"]))
def test_can_connect_when_allowed_then_drawing_it_makes_the_next_refused(source: str, target: str) -> None:
    for kind in LinkKind:
        if can_connect(PROJECT, source, target, kind).allowed:
            link = Link(id="new", journey="j", source=source, target=target, kind=kind)
            if project_journey(source) == "other":
                link = Link(id="new", journey="other", source=source, target=target, kind=kind)
            after = Project.of([*PROJECT.records(), link])
            assert not can_connect(after, source, target, kind).allowed


def project_journey(step: str) -> str:
    return PROJECT.get(Step, step).journey


@pytest.mark.parametrize(
    ("kind", "ref"),
    [
        (CardKind.SEGMENT, "s"),
        (CardKind.SITUATION, "t"),
        (CardKind.STRETCH, "part"),
        (CardKind.ACTIVITY, None),
    ],
)
def test_can_place_when_the_card_exists_then_in_every_cell_and_off_the_grid(
    kind: CardKind, ref: str | None
) -> None:
    places = [(row, column) for row in Experience for column in Architecture]
    places += [(None, column) for column in Architecture]
    assert [place(kind, ref, row, column) for row, column in [*places, (None, None)]] == [""] * 26


def test_can_place_when_half_a_cell_or_no_card_then_refused() -> None:
    assert place(CardKind.SEGMENT, "s", D, None) == "half_a_cell"
    assert place(CardKind.SEGMENT, "t", D, C1) == "no_card"
    assert place(CardKind.SITUATION, None, D, C1) == "no_card"
    assert place(CardKind.ACTIVITY, "s", D, C1) == "no_card"
    assert place(CardKind.STRETCH, "empty", D, C1) == "empty_part"


@pytest.mark.parametrize("language", ["en", "nl", "te"])
def test_every_refusal_has_a_sentence(language: str) -> None:
    words = Words(language)
    keys = ["no_step", "other_journey", "to_itself", "returns_to_our_work", "already_joined"]
    keys += ["half_a_cell", "no_card", "empty_part"]
    assert len({words(f"framework.rules.{key}") for key in keys}) == 8
