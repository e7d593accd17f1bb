"""The links into and out of a step, each to be chosen."""

from __future__ import annotations

from rondo.ui.desk import Desk
from rondo.ui.inspector.pieces.jump_list import Lead
from rondofile.enums import LinkKind
from rondofile.project import Project
from rondofile.records import Link, Step


def link_leads(desk: Desk, project: Project, step: Step) -> list[Lead]:
    """A line for each link of the step, in their order."""
    links = (link for link in project.links_of(step.journey) if step.id in (link.source, link.target))
    return [_lead(desk, project, step, link) for link in links]


def _lead(desk: Desk, project: Project, step: Step, link: Link) -> Lead:
    out = link.source == step.id
    other = project.get(Step, link.target if out else link.source)
    title = other.title or desk.words("telling.unnamed.step")
    notes = [desk.framework.name(link.kind)] if link.kind is not LinkKind.NEXT else []
    if link.label:
        notes.append(link.label)
    if link.wait_minutes:
        notes.append(desk.words.short_duration(link.wait_minutes))
    spoken = desk.words(f"inspector.link_{'out' if out else 'in'}", step=title)
    sign = "→" if out else "←"
    return Lead(Link, link.id, title, " · ".join(notes), sign, "ink-tertiary", spoken)
