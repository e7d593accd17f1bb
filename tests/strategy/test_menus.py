"""What stands open about menus: each rule with one case in which it holds and one in which not."""

from __future__ import annotations

from typing import Any

import pytest

from rondo.commands.new_project import read_case
from rondo.strategy.menus import Open, feared, menus_with, remarks_of
from rondofile.enums import Architecture, CardKind, Experience, PlacementState
from rondofile.project import Project
from rondofile.records import (
    Fit,
    Menu,
    MenuChoice,
    MenuRule,
    Placement,
    Record,
    Segment,
    Situation,
)

DESIRE, CURATED, COACH, AUTOMATIC = Experience


def offer(key: str, row: Experience | None, position: int = 0, **fields: Any) -> Placement:
    fields = {"card_kind": CardKind.SEGMENT, "card_ref": "s", "state": PlacementState.TARGET, **fields}
    return Placement(
        id=key,
        position=position,
        offer=key,
        experience=row,
        architecture=Architecture.CONNECTED_MARKET_MAKER,
        **fields,
    )


def rule(source: str, target: str, **fields: Any) -> MenuRule:
    fields = {"condition": "when trust is earned", "asks_first": True, **fields}
    return MenuRule(id=f"{source}-{target}", menu="m", source=source, target=target, **fields)


def project(rows: dict[str, Experience | None], *more: Record) -> Project:
    """A menu with offers of those names in those rows."""
    offers = [offer(key, row, at) for at, (key, row) in enumerate(rows.items())]
    choices = [MenuChoice(id=f"c-{key}", menu="m", placement=key, position=at) for at, key in enumerate(rows)]
    people = Segment(id="s", name="Switchers"), Situation(id="t", segment="s", name="on holiday")
    return Project.of([*people, *offers, Menu(id="m", name="Switch"), *choices, *more])


def abouts(found: Project) -> list[Open]:
    return [remark.about for remark in remarks_of(found, "m")]


ALERT = {"alert": COACH, "automatic": AUTOMATIC}
"""As at a switching service: told of a better tariff, or switched (*domain* 2.13)."""
BOTH = rule("alert", "automatic"), rule("automatic", "alert", asks_first=False)


def test_nothing_stands_open_where_one_moves_both_ways() -> None:
    assert abouts(project(ALERT, *BOTH)) == []


def test_without_a_rule_away_from_it_what_acts_has_no_way_out() -> None:
    found = remarks_of(project(ALERT, BOTH[0]), "m")
    assert [(one.about, one.placement.id) for one in found if one.placement] == [
        (Open.NO_WAY_OUT, "automatic")
    ]
    wish = project(
        {"order": DESIRE, "automatic": AUTOMATIC}, rule("order", "automatic"), rule("automatic", "order")
    )
    assert abouts(wish) == []
    assert Open.NO_WAY_OUT not in abouts(project({"order": DESIRE}))


def test_what_no_rule_leads_to_is_asked_for_but_not_where_one_begins() -> None:
    assert abouts(project(ALERT, BOTH[1])) == [Open.NO_WAY_OUT, Open.NO_WAY_IN]
    assert Open.NO_WAY_IN not in abouts(project(ALERT, BOTH[0]))


def test_a_menu_in_one_row_leaves_nothing_to_choose() -> None:
    ways = rule("a", "b"), rule("b", "a")
    assert Open.ONE_ROW in abouts(project({"a": CURATED, "b": CURATED}, *ways))
    assert Open.ONE_ROW not in abouts(project({"a": CURATED, "b": COACH}, *ways))


@pytest.mark.parametrize(
    ("fields", "about"), [({"condition": " "}, Open.NO_CONDITION), ({"asks_first": None}, Open.ASKED)]
)
def test_a_rule_says_when_and_whether_one_is_asked(fields: dict[str, Any], about: Open) -> None:
    assert about.is_gap
    found = remarks_of(project(ALERT, rule("alert", "automatic", **fields), BOTH[1]), "m")
    assert [(one.about, one.rule.id) for one in found if one.rule] == [(about, "alert-automatic")]


def test_whether_one_is_asked_matters_only_where_the_firm_begins() -> None:
    back = rule("b", "a", asks_first=None)
    assert abouts(project({"a": DESIRE, "b": CURATED}, rule("a", "b"), back)) == []


def fit(row: Experience, comfort: int, value: int) -> Fit:
    return Fit(id=f"f-{row}", segment="s", experience=row, comfort=comfort, value=value)


def test_what_helps_but_is_feared_asks_for_something_milder() -> None:
    scores = fit(AUTOMATIC, -2, 2), fit(COACH, 1, 1)
    alone = feared(project({"automatic": AUTOMATIC}, *scores))
    assert [(one.about, one.placement.id) for one in alone if one.placement] == [(Open.FEARED, "automatic")]
    assert alone[0].people is not None and alone[0].people[0].name == "Switchers"
    assert feared(project(ALERT, *scores)) == (), "there is a milder one for the same people"
    assert feared(project({"automatic": AUTOMATIC}, fit(AUTOMATIC, 0, 2))) == (), "they do not fear it"
    assert feared(project({"automatic": AUTOMATIC}, fit(AUTOMATIC, -2, 0))) == (), "it would not help"


def test_the_worked_case_shows_a_whole_menu() -> None:
    case = read_case("theme-park")
    assert remarks_of(case, "m-families") == ()
    assert [menu.id for menu in menus_with(case, "o-three")] == ["m-families"]
    assert list(menus_with(case, "none")) == []
