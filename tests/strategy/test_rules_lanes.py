"""What columns ask of the lanes behind an offer."""

from typing import Any

from msgspec.structs import replace

from helpers.rules import (
    CROWD,
    FRAMEWORK,
    MARKET,
    NETWORK,
    PRODUCER,
    RETAILER,
    D,
    K,
    lanes_lacking,
    offer,
    redesigned,
    step,
)
from rondo.strategy.rules import column_demands
from rondofile.enums import (
    Actor,
    Architecture,
    LinkKind,
    PlayerKind,
)
from rondofile.project import Project
from rondofile.records import (
    Lane,
    Link,
    Player,
    Record,
)


def delivered(role: str, **more: Any) -> list[Record]:
    return redesigned(step("new", "choose", K.DECIDE, "firm"), step("new", "bring", K.RECEIVE, role, **more))


def test_columns_when_delivered_in_our_own_lanes_then_producer() -> None:
    records = delivered("firm")
    lacks = {column: lanes_lacking(records, offer(D, column)) for column in Architecture}
    assert lacks == {
        PRODUCER: set(),
        RETAILER: {"supplies"},
        MARKET: {"fulfils"},
        CROWD: {"serves"},
        NETWORK: {"gives-and-gets"},
    }


def test_columns_when_a_partner_delivers_then_market_and_no_producer() -> None:
    records = delivered("partner")
    assert lanes_lacking(records, offer(D, MARKET)) == set()
    assert lanes_lacking(records, offer(D, RETAILER)) == set()
    assert lanes_lacking(records, offer(D, PRODUCER)) == {"delivers"}


def test_columns_when_a_partner_delivers_beside_us_then_that_step_stands_in_the_producers_way() -> None:
    records = [*delivered("firm"), step("new", "haul", K.RECEIVE, "partner")]
    placement = offer(D, PRODUCER)
    (found,) = column_demands(Project.of([*records, placement]), placement, FRAMEWORK)
    assert found.lacking
    assert found.step is not None
    assert found.step.title == "haul"


def test_columns_when_a_partner_works_at_our_desk_or_owns_the_lane_then_a_partner_delivers() -> None:
    at_our_desk = delivered("firm", actor=Actor.PARTNER)
    assert lanes_lacking(at_our_desk, offer(D, MARKET)) == set()
    players = [Player(id="us", kind=PlayerKind.OWN), Player(id="them", kind=PlayerKind.PARTNER)]
    theirs = [
        replace(r, player="them") if isinstance(r, Lane) and r.id == "new-firm" else r
        for r in delivered("firm")
    ]
    assert lanes_lacking([*theirs, *players], offer(D, MARKET)) == {"matches"}
    assert lanes_lacking([*theirs, *players], offer(D, PRODUCER)) == {"delivers"}


def test_columns_when_private_persons_deliver_then_crowd() -> None:
    assert lanes_lacking(delivered("individual"), offer(D, CROWD)) == set()
    assert lanes_lacking(delivered("individual"), offer(D, PRODUCER)) == {"delivers"}


def test_columns_when_one_lane_gets_and_gives_then_network() -> None:
    asks = step("new", "ask", K.ORDER)
    answered = step("new", "answer", K.RECEIVE, "member")
    helps = step("new", "help the next", K.AFTER_SALE, actor=Actor.MEMBER)
    assert lanes_lacking(redesigned(asks, answered), offer(D, NETWORK)) == {"gives-and-gets"}
    assert lanes_lacking(redesigned(asks, answered, helps), offer(D, NETWORK)) == set()


def test_columns_when_the_customer_sends_something_to_members_then_network() -> None:
    asks, tells = step("new", "ask", K.ORDER), step("new", "tell", K.EXPERIENCE)
    hears = step("new", "hear", K.AWARENESS, "member")
    link = Link(id="l", journey="new", source="new-tell", target="new-hear", kind=LinkKind.INFORMATION)
    assert lanes_lacking(redesigned(asks, tells, hears), offer(D, NETWORK)) == {"gives-and-gets"}
    assert lanes_lacking(redesigned(asks, tells, hears, links=[link]), offer(D, NETWORK)) == set()
