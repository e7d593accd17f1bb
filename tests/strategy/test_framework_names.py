"""The framework names every value of every enum, in the right words."""

from enum import StrEnum

import pytest

import rondofile.enums as enums
from rondo.strategy.framework.whole import load
from rondofile.enums import Actor, Architecture, AwareFirst, Evidence, Experience, Phase, PlayerKind, StepKind

ALL = [e for e in vars(enums).values() if isinstance(e, type) and issubclass(e, StrEnum) and e is not StrEnum]


@pytest.mark.parametrize("language", ["en", "nl", "te"])
def test_every_enum_member_has_name_short_and_plain(language: str) -> None:
    framework = load(language)
    members = [member for enum in ALL for member in enum]
    assert len(ALL) == 24
    assert len(members) == 107
    for member in members:
        assert framework.name(member).strip()
        assert framework.short(member).strip()
        assert framework.plain(member).strip()


def test_name_when_two_enums_spell_a_value_alike_then_each_has_its_own() -> None:
    framework = load()
    assert framework.name(Actor.FIRM) == "we"
    assert framework.name(enums.LaneRole.FIRM) == "our team"
    assert framework.name(AwareFirst.BOTH) != framework.name(Actor.BOTH)


def test_name_when_none_then_the_place_off_the_grid() -> None:
    framework = load()
    assert framework.name(None) == "Not connected yet"
    assert framework.short(None) == "buy what we have"
    assert framework.plain(None) == "sell what we have"


def test_columns_have_the_short_tests_and_plain_names_of_practice_7() -> None:
    framework = load()
    assert [framework.short(a) for a in Architecture] == [
        "we make it",
        "we sell others' goods",
        "we bring firms to you",
        "we turn people into suppliers",
        "you help each other",
    ]
    assert framework.plain(Architecture.CONNECTED_PRODUCER) == "ourselves"


def test_rows_enter_ever_earlier_and_are_coded_d_c_h_a() -> None:
    framework = load()
    kinds = list(StepKind)
    entries = [kinds.index(framework.experience(e).enters) for e in Experience]
    assert entries == sorted(entries, reverse=True)
    assert len(set(entries)) == 4
    assert "".join(framework.experience(e).initial for e in Experience) == "DCHA"


def test_step_kinds_stand_in_their_phases() -> None:
    framework = load()
    phases = [framework.step_kind(kind).phase for kind in StepKind]
    assert phases == [Phase.RECOGNIZE] * 2 + [Phase.REQUEST] * 3 + [Phase.RESPOND] * 3


def test_marks_when_players_and_evidence_then_told_apart_without_colour() -> None:
    framework = load()
    assert [framework.mark(k) for k in list(PlayerKind)[:4]] == ["●", "○", "△", "□"]
    assert len({framework.mark(k) for k in PlayerKind}) == len(PlayerKind)
    assert [framework.mark(e) for e in Evidence] == ["●", "◐", "○"]
    assert framework.mark_name(PlayerKind.OWN) == "filled circle"
    assert [framework.name(e) for e in Evidence] == ["seen", "said", "assumed"]


def test_phase_questions_head_the_columns() -> None:
    framework = load()
    assert framework.phase(Phase.RECOGNIZE).question == "Who notices the need?"
    assert [p.letter for p in framework.phases] == ["G", "Q", "S", "P"]
