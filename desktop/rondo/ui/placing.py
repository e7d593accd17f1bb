"""Placing: what segments, situations, parts of a journey, steps and offers become in a cell of the matrix.

Every way to place asks here: dragging, pasting, "Place in…". The rules decide; one gesture is one edit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from rondo.strategy import rules
from rondo.strategy.rules import Verdict
from rondo.ui.desk import Desk
from rondo.ui.mime import KINDS, Cards
from rondo.ui.selection import Cell
from rondofile.edits import Edit
from rondofile.enums import CardKind, JourneyState, Phase, PlacementState
from rondofile.kinds import EditKind
from rondofile.nouns import placements, stretches
from rondofile.project import Project
from rondofile.records import NOUN_OF, Journey, Placement, Step, Stretch

MOST_LINES = 200
"""So many lines of a pasted text become offers at most."""
Then = Callable[[tuple[str, ...]], None]


class Manner(Struct, frozen=True):
    """How new offers begin. No state: what the card suggests. No player: our own firm.

    `copy`: offers that stand somewhere stay there."""

    state: PlacementState | None = None
    player: str | None = None
    copy: bool = False
    kind: EditKind = EditKind.PLACE_OFFER


PLAINLY = Manner()


class _New(Struct, frozen=True):
    """An offer to be made, in plain values. `part`: name, journey and steps of a part that is made first."""

    card_kind: CardKind
    state: PlacementState
    card_ref: str | None = None
    part: tuple[str, str, tuple[str, ...]] | None = None
    offer: str = ""


def chosen(desk: Desk) -> Cards | None:
    """What is chosen now, where it can stand in the matrix."""
    kind, ids = desk.selection.kind, desk.selection.ids
    standing = desk.session.standing
    noun = NOUN_OF[kind] if kind is not None else ""
    if noun not in KINDS or not ids or standing is None:
        return None
    step = desk.session.project.find(Step, ids[0]) if noun == "step" else None
    return Cards(standing.doc_id, noun, ids, step.journey if step else "")


def verdict(project: Project, cards: Cards, cell: Cell) -> Verdict:
    """Whether all of it may stand in that cell; the first refusal says why not."""
    for card_kind, ref in _asked(project, cards):
        found = rules.can_place(project, card_kind, ref, *cell)
        if not found.allowed:
            return found
    return rules.YES


def place_cards(
    desk: Desk, cards: Cards, cell: Cell, manner: Manner = PLAINLY, then: Then | None = None
) -> Verdict:
    """All of it stands in that cell after one edit, offers moved or copied, anything else as new offers
    without a sentence. `then` gets the ids. Nothing happens where the rules refuse."""
    project = desk.session.project
    found = verdict(project, cards, cell)
    if not found.allowed:
        return found
    if cards.kind == "placement":
        _carry(desk, cards.ids, cell, manner, then)
    else:
        news = tuple(_news(desk, cards, cell, manner))
        desk.session.edit(manner.kind, lambda edit: _made(edit, news, cell, manner.player), then=then)
    return found


def place_lines(
    desk: Desk, text: str, cell: Cell, manner: Manner = PLAINLY, then: Then | None = None
) -> Verdict:
    """Every line of a text is an offer in that cell, in one edit; an empty text is one without a sentence."""
    found = rules.can_place(desk.session.project, CardKind.ACTIVITY, None, *cell)
    if found.allowed:
        lines = [line.strip() for line in text.splitlines() if line.strip()][:MOST_LINES] or [""]
        state = manner.state or _usual(cell)
        news = tuple(_New(CardKind.ACTIVITY, state, offer=line) for line in lines)
        desk.session.edit(manner.kind, lambda edit: _made(edit, news, cell, manner.player), then=then)
    return found


def part_name(desk: Desk, steps: tuple[Step, ...]) -> str:
    """What a part of a journey is called by its first and last step."""
    if len(steps) == 1:
        return steps[0].title
    return desk.words("place_in.part", first=steps[0].title, last=steps[-1].title)


def _asked(project: Project, cards: Cards) -> Iterator[tuple[CardKind, str | None]]:
    """The cards as the rules know them. Steps make a part of their own, which holds them."""
    for key in cards.ids:
        if cards.kind == "placement":
            offer = project.find(Placement, key)
            yield (offer.card_kind, offer.card_ref) if offer else (CardKind.ACTIVITY, key)
        elif cards.kind == "step":
            step = project.find(Step, key)
            is_there = step is not None and step.journey == cards.journey
            yield CardKind.ACTIVITY, None if is_there else key
        else:
            yield CardKind(cards.kind), key


def _carry(desk: Desk, keys: tuple[str, ...], cell: Cell, manner: Manner, then: Then | None) -> None:
    if manner.copy:

        def copied(edit: Edit) -> tuple[str, ...]:
            return tuple(copy.id for copy in placements.copy(edit, keys, cell))

        desk.session.edit(manner.kind, copied, then=then)
        return

    def moved(edit: Edit) -> tuple[str, ...]:
        placements.move(edit, keys, cell)
        return keys

    desk.session.edit(EditKind.MOVE_OFFER, moved, then=then)


def _news(desk: Desk, cards: Cards, cell: Cell, manner: Manner) -> Iterator[_New]:
    project = desk.session.project
    if cards.kind == "step":
        yield _of_steps(desk, cards, cell, manner)
        return
    for key in cards.ids:
        stretch = project.find(Stretch, key) if cards.kind == "stretch" else None
        journey = stretch.journey if stretch else None
        state = manner.state or _suggested(project, journey, cell)
        yield _New(CardKind(cards.kind), state, key)


def _of_steps(desk: Desk, cards: Cards, cell: Cell, manner: Manner) -> _New:
    """The part that has exactly these steps, or a new one named after the first and the last."""
    project = desk.session.project
    state = manner.state or _suggested(project, cards.journey, cell)
    steps = tuple(sorted((project.get(Step, key) for key in cards.ids), key=_along))
    for stretch in project.stretches_of(cards.journey):
        if {step.id for step in project.steps_in(stretch.id)} == set(cards.ids):
            return _New(CardKind.STRETCH, state, stretch.id)
    ids = tuple(step.id for step in steps)
    return _New(CardKind.STRETCH, state, part=(part_name(desk, steps), cards.journey, ids))


def _made(edit: Edit, news: tuple[_New, ...], cell: Cell, player: str | None) -> tuple[str, ...]:
    """On the document thread."""
    ids = []
    for new in news:
        ref = new.card_ref
        if new.part is not None:
            name, journey, steps = new.part
            ref = stretches.add(edit, journey, name, steps).id
        fields = {"card_kind": new.card_kind, "card_ref": ref, "state": new.state, "player": player}
        ids.append(placements.place(edit, new.offer, cell, **fields).id)
    return tuple(ids)


def _suggested(project: Project, journey: str | None, cell: Cell) -> PlacementState:
    """A part of a journey of today is done today; one of a redesign is what we will do."""
    found = project.find(Journey, journey)
    if found is None:
        return _usual(cell)
    return PlacementState.NOW if found.state is JourneyState.AS_IS else PlacementState.TARGET


def _usual(cell: Cell) -> PlacementState:
    """What is not connected is what there is today; what is put into a cell is meant to come."""
    return PlacementState.NOW if cell[0] is None else PlacementState.TARGET


def _along(step: Step) -> tuple[int, int, int, str]:
    """Steps in the order in which a journey is read."""
    phase = list(Phase).index(step.phase) if step.phase is not None else len(Phase)
    return phase, step.x or 0, step.position, step.id
