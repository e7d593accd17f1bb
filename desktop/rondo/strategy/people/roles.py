"""Who plays which part: who uses, chooses, pays and consents need not be one (practice 1.3)."""

from __future__ import annotations

from rondofile.enums import RoleKind
from rondofile.project import Project
from rondofile.records import Segment, SegmentRole


def holder(project: Project, segment: str, kind: RoleKind) -> tuple[bool, Segment | None]:
    """Whether it was said who plays that part, and the other segment that does; None: they themselves."""
    role = next((one for one in project.roles_of(segment) if one.kind is kind), None)
    return role is not None, project.find(Segment, role.holder) if role is not None else None


def others_for(project: Project, segment: str) -> tuple[tuple[RoleKind, Segment], ...]:
    """The parts that other segments play for this one, and which, in the order of the parts."""
    pairs = ((kind, holder(project, segment, kind)[1]) for kind in RoleKind)
    return tuple((kind, other) for kind, other in pairs if other is not None and other.id != segment)


def played_by(project: Project, segment: str) -> tuple[tuple[RoleKind, Segment], ...]:
    """The parts that this segment plays for others, and for whom."""
    found = [role for role in project.all(SegmentRole) if role.holder == segment and role.segment != segment]
    pairs = [(role.kind, project.find(Segment, role.segment)) for role in found]
    return tuple((kind, other) for kind, other in pairs if other is not None)
