"""The stairs of trust: what customers let us know, what they got for it, and what stands open (practice 1.3).

Information is granted slice by slice, after proven benefit; what cannot be refused or withdrawn is no
permission, and who uses and who consents need not be one (practice N24-N26, *domain* C30, 2.16).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from rondo.strategy.people.roles import holder
from rondofile.enums import About, JourneyState, PermissionBasis, RoleKind
from rondofile.project import Project
from rondofile.records import Item, Journey, Lane, Permission, Segment, Step


class Open(StrEnum):
    """What can stand open about a permission."""

    NO_ROW = "no-row"
    ASKS_FIRST = "asks-first"
    NO_REFUSAL = "no-refusal"
    NOT_WITHDRAWN = "no-withdrawal"
    OTHER_CONSENTS = "other-consents"
    GIVER_ABSENT = "giver-absent"

    @property
    def is_gap(self) -> bool:
        """Whether something is not known yet; else it is a question."""
        return self in (Open.NO_ROW, Open.NO_REFUSAL, Open.NOT_WITHDRAWN)


class Remark(Struct, frozen=True):
    """One thing that stands open, and its place: a permission or the steps of a redesign that need one.

    `people`: the user and who consents, where it is about them."""

    about: Open
    item: Item
    permission: Permission | None = None
    steps: tuple[Step, ...] = ()
    people: tuple[Segment, ...] = ()


def stairs(project: Project, segment: str | None = None) -> tuple[Permission, ...]:
    """The permissions in the order in which they are asked; those of a segment with those of everybody."""
    return tuple(one for one in project.all(Permission) if covers(one, segment))


def covers(permission: Permission, segment: str | None) -> bool:
    """Whether a permission holds for those people; None = any."""
    return None in (permission.segment, segment) or permission.segment == segment


def remarks(project: Project, segment: str | None = None) -> tuple[Remark, ...]:
    """All that stands open: stair by stair, then what the redesigns use without any."""
    steps = stairs(project, segment)
    found: list[Remark] = []
    for permission in steps:
        found += remarks_of(project, permission)
    return (*found, *without_row(project, segment))


def remarks_of(project: Project, permission: Permission) -> tuple[Remark, ...]:
    """What stands open about one permission."""
    item = project.get(Item, permission.item)
    bound = permission.basis is PermissionBasis.DUTY_OF_CARE
    found = []
    if asks_before_giving(project, permission):
        found.append(Remark(Open.ASKS_FIRST, item, permission))
    if not bound and not permission.refusal.strip():
        found.append(Remark(Open.NO_REFUSAL, item, permission))
    if not bound and not permission.withdrawal.strip():
        found.append(Remark(Open.NOT_WITHDRAWN, item, permission))
    return (*found, *_consent(project, item, permission))


def asks_before_giving(project: Project, permission: Permission) -> bool:
    """Whether nothing was given back yet when this is asked: neither before, nor, on the first stair, for it.

    Only what rests on consent, or on nothing that was said, is asked for (N24)."""
    if permission.basis not in (PermissionBasis.CONSENT, None):
        return False
    before = _before(project.all(Permission), permission)
    return not any(one.gives_back.strip() for one in (before or (permission,)))


def giver_of(project: Project, permission: Permission) -> tuple[Segment | None, Segment | None]:
    """Who uses and who consents, where a segment is said: the row decides, else the roles of the segment."""
    segment = project.find(Segment, permission.segment)
    if segment is None:
        return None, project.find(Segment, permission.consent_by)
    user = holder(project, segment.id, RoleKind.USER)[1] or segment
    said = project.find(Segment, permission.consent_by)
    return user, said or holder(project, segment.id, RoleKind.CONSENT_GIVER)[1] or segment


def without_row(project: Project, segment: str | None = None) -> tuple[Remark, ...]:
    """What the redesigns gather or use of a person without a permission for those people."""
    found: dict[str, list[Step]] = {}
    for journey, step in _redesigned(project):
        if segment is not None and journey.segment not in (None, segment):
            continue
        for entry in project.information_of(step.id):
            rows = project.permissions_of(entry.item)
            if not any(covers(row, journey.segment) for row in rows):
                found.setdefault(entry.item, []).append(step)
    items = (item for item in project.all(Item) if item.about is About.PERSON and item.id in found)
    return tuple(Remark(Open.NO_ROW, item, steps=tuple(dict.fromkeys(found[item.id]))) for item in items)


def _consent(project: Project, item: Item, permission: Permission) -> Iterator[Remark]:
    """Somebody else consents (N26): the row does not say so, or they have no step in any redesign."""
    user, giver = giver_of(project, permission)
    if user is None or giver is None or user.id == giver.id:
        return
    if permission.consent_by is None:
        yield Remark(Open.OTHER_CONSENTS, item, permission, people=(user, giver))
    if not _has_step(project, giver):
        yield Remark(Open.GIVER_ABSENT, item, permission, people=(user, giver))


def _has_step(project: Project, people: Segment) -> bool:
    """Whether those people do something in a redesign: one of their own, or in a lane of their name."""
    for journey, step in _redesigned(project):
        lane = project.find(Lane, step.lane)
        named = lane is not None and people.name and people.name.casefold() in lane.name.casefold()
        if journey.segment == people.id or named:
            return True
    return False


def _redesigned(project: Project) -> Iterator[tuple[Journey, Step]]:
    """Our own steps of all redesigns."""
    own = project.own
    for journey in project.all(Journey):
        if journey.state is JourneyState.TO_BE and project.player_of(journey) == own:
            yield from ((journey, step) for step in project.steps_of(journey.id))


def _before(rows: Sequence[Permission], permission: Permission) -> tuple[Permission, ...]:
    """What is asked of the same people before it."""
    at = [row.id for row in rows].index(permission.id)
    return tuple(row for row in rows[:at] if covers(row, permission.segment))
