"""What the framework says an architecture needs, drafted as conditions to add or to leave."""

from __future__ import annotations

from msgspec import Struct

from rondo.strategy.framework.parts import Citation
from rondo.strategy.framework.whole import Framework
from rondo.ui.compare.page import capital
from rondo.words import Words
from rondofile.enums import Architecture
from rondofile.project import Project
from rondofile.records import Condition

NEEDED = ("new-connection", "quality")
"""Dimensions on which an architecture lives or dies: why they join, how quality is kept (domain 4)."""


class Suggestion(Struct, frozen=True):
    """A condition in words, and the publication that the claim behind it comes from, where it has one."""

    text: str
    source: str


def suggestions(
    project: Project, architecture: Architecture, framework: Framework, words: Words
) -> tuple[Suggestion, ...]:
    """What must be true under that architecture, without what the project has noted already."""
    noted = {condition.text for condition in project.all(Condition)}
    test = capital(framework.short(architecture))
    found = [
        Suggestion(words("compare_view.draft", test=test, need=_lowered(demand.text)), "")
        for demand in framework.lane_demands[architecture]
    ]
    for key in NEEDED:
        one = framework.dimension(key)
        need = words("compare_view.draft_of", topic=_lowered(one.name), need=_lowered(one.text(architecture)))
        text = words("compare_view.draft", test=test, need=need)
        found.append(Suggestion(text, _cited(framework, one.source)))
    return tuple(one for one in found if one.text not in noted)


def _cited(framework: Framework, source: tuple[Citation, ...]) -> str:
    return "; ".join(framework.cite(one) for one in source)


def _lowered(text: str) -> str:
    return (text[:1].lower() + text[1:]).rstrip(".")
