"""What an offer needs to be known, allowed and noticed, as lines that lead to where it is or should be."""

from __future__ import annotations

from msgspec import Struct

from rondo.strategy.matrix.needs import Need, NeedKind, needs
from rondo.ui.desk import Desk
from rondo.ui.inspector.pieces.jump_list import Lead
from rondofile.enums import PermissionState
from rondofile.project import Project
from rondofile.records import Placement, Segment, Step

SIGNS = {True: ("✓", "ok"), False: ("✗", "bad"), None: ("?", "warn")}
_SPOKEN = {True: "inspector.offer.has", False: "inspector.offer.lacks", None: "inspector.needs.unsaid"}


class Needed(Struct, frozen=True):
    """Lines about the people, about what is known, and about what they allow."""

    aware: tuple[Lead, ...] = ()
    known: tuple[Lead, ...] = ()
    allowed: tuple[Lead, ...] = ()


def needed_of(desk: Desk, project: Project, offer: Placement, journey: str | None) -> Needed:
    """What is asked of the people of an offer and of that redesign behind it."""
    found = needs(project, offer, journey)
    return Needed(
        tuple(_aware(desk, need) for need in found if need.kind is NeedKind.AWARE),
        tuple(_known(desk, n) for n in found if n.kind in (NeedKind.KNOWN, NeedKind.GATHERED)),
        tuple(_allowed(desk, need) for need in found if need.kind is NeedKind.ALLOWED),
    )


def _aware(desk: Desk, need: Need) -> Lead:
    text = desk.words(f"inspector.needs.{need.about}")
    person = need.person
    return _line(desk, need, text, person.name if person is not None else "")


def _known(desk: Desk, need: Need) -> Lead:
    if need.kind is NeedKind.KNOWN:
        return _line(desk, need, desk.words(f"inspector.needs.known-{need.about}"), _step(desk, need))
    name = need.item.name if need.item is not None else ""
    return _line(desk, need, name, "" if need.met else desk.words("inspector.needs.nowhere"))


def _allowed(desk: Desk, need: Need) -> Lead:
    name = need.item.name if need.item is not None else ""
    state = need.permission.state if need.permission is not None else None
    note = desk.words(f"inspector.needs.permission-{state or 'none'}")
    if need.met and state is not PermissionState.GIVEN and need.permission is not None:
        note = desk.words(f"inspector.needs.by-{need.permission.basis}")
    return _line(desk, need, name, note)


def _line(desk: Desk, need: Need, text: str, note: str) -> Lead:
    """To the step that uses it, else to the people it is asked of."""
    sign, role = SIGNS[need.met]
    spoken = desk.words(_SPOKEN[need.met], text=text)
    if need.step is not None:
        return Lead(Step, need.step.id, text, note, sign, role, spoken)
    if need.person is not None:
        return Lead(type(need.person), need.person.id, text, note, sign, role, spoken)
    return Lead(Segment, "", text, note, sign, role, spoken)


def _step(desk: Desk, need: Need) -> str:
    if need.step is None:
        return ""
    return need.step.title or desk.words("telling.unnamed.step")
