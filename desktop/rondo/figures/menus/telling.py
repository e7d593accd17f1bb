"""What stands open about menus in sentences, each with its place."""

from __future__ import annotations

from rondo.figures.matrices.matrix_entries import title_of
from rondo.strategy.menus import Remark
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Placement


def sentence(project: Project, remark: Remark, words: Words) -> str:
    """A gap or a question in one sentence."""
    facts = {}
    if remark.placement is not None:
        facts["offer"] = title_of(project, remark.placement, words)
    if remark.rule is not None:
        for end in ("source", "target"):
            offer = project.get(Placement, getattr(remark.rule, end))
            facts[end] = title_of(project, offer, words)
    if remark.people is not None:
        segment, situation = remark.people
        people = segment.name
        if situation is not None:
            people = words("telling.people", segment=segment.name, situation=situation.name)
        facts["people"] = people
    text = words(f"menus.open_{remark.about}", **facts)
    return words("menus.gap" if remark.about.is_gap else "menus.question", text=text)


def place_of(remark: Remark) -> str:
    """The group of the figure where it stands."""
    if remark.rule is not None:
        return f"rule-{remark.rule.id}"
    return f"placement-{remark.placement.id}" if remark.placement is not None else ""
