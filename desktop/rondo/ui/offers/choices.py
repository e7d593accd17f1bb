"""The list that opens at a cell: for whom, row, column, when, whose, how we know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from rondo.figures.matrices.matrix_entries import sentence_case
from rondo.ui.desk import Desk
from rondo.ui.offers.columns import FIELDS, Column
from rondofile.enums import Architecture, CardKind, Evidence, Experience, PlacementState
from rondofile.records import Journey, Placement, Player, Segment, Stretch

OWN_WORDS = "own words"
"""Chosen for what an offer is for: it is to be typed."""


class Answer(NamedTuple):
    """A value with its name. `more`: a value that must be chosen too, with its name, opens as a list."""

    value: Any
    name: str
    apart: bool = False
    more: tuple[tuple[Any, str], ...] = ()


def answers(desk: Desk, column: Column, offers: list[Placement]) -> Iterator[Answer]:
    """What can be chosen in the column for all those offers."""
    words, framework = desk.words, desk.framework
    match column:
        case Column.FOR:
            yield from _cards(desk)
        case Column.EXPERIENCE:
            columns = tuple((a, sentence_case(framework.short(a))) for a in Architecture)
            more = columns if any(offer.architecture is None for offer in offers) else ()
            yield from (Answer(e, sentence_case(framework.name(e)), more=more) for e in Experience)
            yield Answer(None, sentence_case(framework.name(None)), apart=True)
        case Column.ARCHITECTURE:
            for architecture in Architecture:
                short, name = sentence_case(framework.short(architecture)), framework.name(architecture)
                yield Answer(architecture, words("offers.both_names", short=short, name=name))
            if all(offer.experience is None for offer in offers):
                yield Answer(None, words("inspector.not_known"), apart=True)
        case Column.STATE:
            yield from (Answer(state, sentence_case(framework.name(state))) for state in PlacementState)
        case Column.PLAYER:
            for player in desk.session.project.all(Player):
                yield Answer(player.id, f"{framework.mark(player.kind)}  {player.name}")
            yield Answer(None, words("inspector.own"), apart=True)
        case Column.EVIDENCE:
            yield from (Answer(kind, sentence_case(framework.name(kind))) for kind in Evidence)
            yield Answer(None, words("inspector.not_known"), apart=True)


def choice_menu(
    desk: Desk,
    column: Column,
    offers: list[Placement],
    choose: Callable[[Any, Any], None],
    parent: QWidget,
) -> QMenu:
    """A menu whose entries choose a value, and what must be known besides; what all offers have is ticked."""
    menu = QMenu(parent)
    menu.setAccessibleName(desk.words("offers.choose_for", column=desk.words(f"offers.{column.key}")))
    group = QActionGroup(menu)
    there = {_value(offer, column) for offer in offers}
    for answer in answers(desk, column, offers):
        if answer.apart:
            menu.addSeparator()
        if answer.more:
            _add_more(menu, answer, choose)
            continue
        action = menu.addAction(answer.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(there == {answer.value})
        action.setActionGroup(group)
        action.triggered.connect(lambda _=False, value=answer.value: choose(value, None))
    return menu


def _add_more(menu: QMenu, answer: Answer, choose: Callable[[Any, Any], None]) -> None:
    inner = menu.addMenu(answer.name.replace("&", "&&"))
    for more, name in answer.more:
        action = inner.addAction(name.replace("&", "&&"))
        action.triggered.connect(lambda _=False, value=answer.value, more=more: choose(value, more))


def _value(offer: Placement, column: Column) -> Any:
    if column is Column.FOR:
        return OWN_WORDS if offer.card_kind is CardKind.ACTIVITY else (offer.card_kind, offer.card_ref)
    return getattr(offer, FIELDS[column])


def _cards(desk: Desk) -> Iterator[Answer]:
    """Segments, each with its situations; parts of journeys; own words."""
    words, project = desk.words, desk.session.project
    for segment in project.all(Segment):
        name = segment.name or words("telling.unnamed.segment")
        yield Answer((CardKind.SEGMENT, segment.id), name)
        for situation in project.situations_of(segment.id):
            within = situation.name or words("telling.unnamed.situation")
            both = words("telling.people", segment=name, situation=within)
            yield Answer((CardKind.SITUATION, situation.id), both)
    for number, stretch in enumerate(project.all(Stretch)):
        part = stretch.name or desk.framework.name(CardKind.STRETCH)
        journey = project.get(Journey, stretch.journey)
        named = words(
            "inspector.with_note",
            name=journey.name or words("telling.unnamed.journey"),
            note=desk.framework.name(journey.state),
        )
        yield Answer(
            (CardKind.STRETCH, stretch.id), words("inspector.part_of", part=part, journey=named), not number
        )
    yield Answer(OWN_WORDS, words("offers.own_words"), apart=True)
