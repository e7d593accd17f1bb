"""Menus: one offer across several rows, between which customers move by their own rules (*domain* C37-C39).

The same person wants something else in another situation, and moves when trust is earned: so there must be
a way in and a way out, and each rule says when, and whether one is asked (practice N12, N13).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from rondo.strategy.people.served import Who, people_of
from rondo.strategy.wishes import Wish, wishes
from rondofile.enums import Experience, PlacementState
from rondofile.project import Project
from rondofile.records import Menu, MenuRule, Placement, Segment, Situation

ACTING = (Experience.CURATED_OFFERING, Experience.COACH_BEHAVIOR, Experience.AUTOMATIC_EXECUTION)
"""Rows in which the firm narrows, prompts or acts: one must be able to pause, undo or switch (N13)."""
UNASKED = (Experience.COACH_BEHAVIOR, Experience.AUTOMATIC_EXECUTION)
"""Rows in which the firm begins: whether one is asked before moving there must be said."""


class Open(StrEnum):
    """What can stand open about a menu."""

    NO_WAY_OUT = "no-way-out"
    NO_WAY_IN = "no-way-in"
    ASKED = "asked"
    NO_CONDITION = "no-condition"
    ONE_ROW = "one-row"
    FEARED = "feared"

    @property
    def is_gap(self) -> bool:
        """Whether something is not known yet; else it is a question."""
        return self in (Open.ASKED, Open.NO_CONDITION)


class Remark(Struct, frozen=True):
    """One thing that stands open, and its place: an offer or a rule of a menu, or people and a row."""

    about: Open
    placement: Placement | None = None
    rule: MenuRule | None = None
    people: tuple[Segment, Situation | None] | None = None


def remarks_of(project: Project, menu: str) -> tuple[Remark, ...]:
    """What stands open about one menu, offer by offer, then rule by rule."""
    offers, rules = project.choices_of(menu), project.rules_of(menu)
    found = [Remark(Open.NO_WAY_OUT, offer) for offer in offers if lacks_way_out(project, menu, offer)]
    reached = {rule.target for rule in rules}
    found += [Remark(Open.NO_WAY_IN, offer) for offer in offers[1:] if offer.id not in reached]
    if len(offers) > 1 and len({offer.experience for offer in offers}) == 1:
        found.append(Remark(Open.ONE_ROW, offers[0]))
    for rule in rules:
        if not rule.condition.strip():
            found.append(Remark(Open.NO_CONDITION, rule=rule))
        if rule.asks_first is None and project.get(Placement, rule.target).experience in UNASKED:
            found.append(Remark(Open.ASKED, rule=rule))
    return tuple(found)


def lacks_way_out(project: Project, menu: str, offer: Placement) -> bool:
    """Whether an offer narrows, prompts or acts, and no rule leads away from it."""
    leaves = any(rule.source == offer.id for rule in project.rules_of(menu))
    return offer.experience in ACTING and not leaves


def feared(project: Project) -> tuple[Remark, ...]:
    """Our offers that would help people who are not at ease with them, where we have none for the same people
    in a row they are at ease with (N12): a menu would let them move when trust is earned."""
    ours = [offer for offer in project.all(Placement) if project.player_of(offer) == project.own]
    scored: dict[Who, tuple[Wish, ...]] = {}
    found = []
    for offer in ours:
        who = people_of(project, offer)
        if offer.state is PlacementState.NOW or who is None or offer.experience is None:
            continue
        if who not in scored:
            scored[who] = wishes(project, *who)
        if offer.experience in _feared_rows(scored[who]):
            milder = {wish.experience for wish in scored[who] if (wish.comfort or 0) >= 0 and wish.comfort_by}
            segment, situation = project.get(Segment, who[0]), project.find(Situation, who[1])
            if not any(one.experience in milder and _same(project, one, who) for one in ours):
                found.append(Remark(Open.FEARED, offer, people=(segment, situation)))
    return tuple(found)


def menus_with(project: Project, placement: str) -> Iterator[Menu]:
    """The menus that an offer is on."""
    for menu in project.all(Menu):
        if any(choice.id == placement for choice in project.choices_of(menu.id)):
            yield menu


def _feared_rows(scored: Iterable[Wish]) -> set[Experience]:
    """Rows that would help them and that they are not at ease with."""
    found = (wish for wish in scored if wish.comfort is not None and wish.comfort <= -1)
    return {wish.experience for wish in found if (wish.value or 0) >= 1}


def _same(project: Project, offer: Placement, who: Who) -> bool:
    """Whether an offer is for those people: for exactly them, or for their segment as a whole."""
    found = people_of(project, offer)
    return found is not None and found[0] == who[0] and found[1] in (None, who[1])
