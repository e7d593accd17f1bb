"""The tables of the framework against tables written by hand."""

import pytest

from rondo.strategy.framework.table_parts import DemandKind, DemandSpecial
from rondo.strategy.framework.whole import load
from rondofile.enums import Actor, Architecture, Experience, LaneRole, PainCause, StepKind

FRAMEWORK = load()
D, C, H, A = Experience
PRODUCER, RETAILER, MARKET, CROWD, NETWORK = Architecture

# Columns: need, awareness, search, decide, order, receive, experience, after-sale (practice 1.4).
ASKED = {
    D: ". . . . M|R M|O y y",
    C: ". . M|D M|S y . . .",
    H: "y M:prompt . y y . y .",
    A: "M:firm-first y:notice - - - M . M:undo",
}
LETTER = {DemandKind.MUST: "M", DemandKind.MAY: "y", DemandKind.GONE: "-", DemandKind.NONE: "."}
EITHER = {StepKind.RECEIVE: "R", StepKind.ORDER: "O", StepKind.DECIDE: "D", StepKind.SEARCH: "S"}


@pytest.mark.parametrize("row", list(Experience))
def test_demands_are_those_of_the_table(row: Experience) -> None:
    written = []
    for kind in StepKind:
        demand = FRAMEWORK.demand(row, kind)
        assert (demand.experience, demand.step_kind) == (row, kind)
        either = f"|{EITHER[demand.either]}" if demand.either else ""
        special = f":{demand.special}" if demand.special else ""
        written.append(f"{LETTER[demand.kind]}{either}{special}")
    assert " ".join(written) == ASKED[row]


def test_only_coaching_asks_for_an_act_after_the_prompt() -> None:
    then = {(d.experience, d.special) for d in FRAMEWORK.demands.values() if d.then}
    assert then == {(H, DemandSpecial.PROMPT)}
    assert len(FRAMEWORK.demands) == 32


CAUSES: dict[PainCause, tuple[set[Experience], set[Architecture]]] = {
    PainCause.NOTICED_LATE: ({H, A}, set()),
    PainCause.CHOICE: ({C}, set()),
    PainCause.EFFORT: ({D}, set()),
    PainCause.CHORE: ({A}, set()),
    PainCause.NOT_FREE: (set(), {CROWD, MARKET}),
    PainCause.NOT_OFFERED: (set(), {RETAILER, MARKET}),
    PainCause.PEER_KNOWS: (set(), {NETWORK}),
    PainCause.GO_BETWEEN: (set(), {PRODUCER}),
    PainCause.UNEVEN: (set(), set()),
    PainCause.ORGANISATION: (set(), set()),
}


@pytest.mark.parametrize("cause", list(PainCause))
def test_causes_point_to_rows_columns_or_the_organisation(cause: PainCause) -> None:
    target = FRAMEWORK.cause(cause)
    assert (set(target.experiences), set(target.architectures)) == CAUSES[cause]
    assert target.organisation == (cause is PainCause.ORGANISATION)
    assert target.towards == (PRODUCER if cause is PainCause.UNEVEN else None)


# Columns: producer, retailer, market maker, crowd, network.
PERFORMERS = {
    StepKind.NEED: "customer customer customer customer customer",
    StepKind.AWARENESS: "customer customer customer customer customer",
    StepKind.SEARCH: "customer both firm firm member",
    StepKind.DECIDE: "customer customer customer both customer",
    StepKind.ORDER: "both both both both customer",
    StepKind.RECEIVE: "firm firm partner individual member",
    StepKind.EXPERIENCE: "firm partner partner individual member",
    StepKind.AFTER_SALE: "firm firm partner firm member",
}


@pytest.mark.parametrize("kind", list(StepKind))
def test_performers_are_those_of_the_table_each_with_a_reason(kind: StepKind) -> None:
    found = [FRAMEWORK.performer(kind, column) for column in Architecture]
    assert [p.role for p in found] == [Actor(role) for role in PERFORMERS[kind].split()]
    assert len({p.reason for p in found}) == 5


LANES = {
    PRODUCER: [("delivers", {LaneRole.FIRM, LaneRole.SYSTEM}, "receive experience", True, False)],
    RETAILER: [
        ("supplies", {LaneRole.PARTNER}, "", False, False),
        ("sells", {LaneRole.FIRM, LaneRole.SYSTEM}, "search decide order", False, False),
    ],
    MARKET: [
        ("matches", {LaneRole.FIRM, LaneRole.SYSTEM}, "search decide order", False, False),
        ("fulfils", {LaneRole.PARTNER}, "receive experience", False, False),
    ],
    CROWD: [("serves", {LaneRole.INDIVIDUAL}, "receive experience", False, False)],
    NETWORK: [
        (
            "gives-and-gets",
            {LaneRole.CUSTOMER, LaneRole.MEMBER},
            "receive experience after-sale",
            False,
            True,
        )
    ],
}


@pytest.mark.parametrize("column", list(Architecture))
def test_lane_demands_are_those_of_the_table(column: Architecture) -> None:
    found = FRAMEWORK.lane_demands[column]
    assert [(d.key, set(d.roles), " ".join(d.kinds), d.only, d.both_ways) for d in found] == LANES[column]


def test_comparison_has_every_dimension_of_every_column_and_new_connection_first() -> None:
    keys = [d.key for d in FRAMEWORK.dimensions]
    assert len(keys) == 17
    assert (keys[0], keys[-1]) == ("new-connection", "first-question")
    texts = [d.text(column) for d in FRAMEWORK.dimensions for column in Architecture]
    assert len(texts) == 85
    assert FRAMEWORK.dimension("short-test").text(MARKET) == FRAMEWORK.short(MARKET)
    assert FRAMEWORK.dimension("first-question").text(CROWD) == FRAMEWORK.architecture(CROWD).question


def test_moves_lead_along_the_spectrum() -> None:
    assert [(m.origin, m.target) for m in FRAMEWORK.moves] == [
        (PRODUCER, RETAILER),
        (RETAILER, MARKET),
        (MARKET, CROWD),
        (CROWD, MARKET),
        (None, NETWORK),
    ]


def test_levels_run_from_one_to_four() -> None:
    assert [FRAMEWORK.level(n).number for n in (1, 2, 3, 4)] == [1, 2, 3, 4]
    for wrong in (0, 5):
        with pytest.raises(KeyError):
            FRAMEWORK.level(wrong)


def test_accessors_when_a_key_is_unknown_then_key_error() -> None:
    for read in (FRAMEWORK.source, FRAMEWORK.term, FRAMEWORK.dispute, FRAMEWORK.dimension):
        with pytest.raises(KeyError):
            read("nothing of the kind")
