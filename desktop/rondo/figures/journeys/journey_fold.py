"""Unchanged steps folded together, so that what changes can be read on half a page."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from msgspec.structs import replace

from rondo.figures.journeys.journey_pen import Pen
from rondofile.enums import Phase

if TYPE_CHECKING:
    from rondo.figures.journeys.journey_facts import Facts, LinkFacts, StepFacts


def folded(facts: Facts, fold: Set[str], pen: Pen) -> Facts:
    """The facts with every run of linked steps of `fold` in one phase as a single card that counts them."""
    steps = {step.id: step for step in facts.steps}
    head = _heads(facts, fold, steps)
    counts: dict[str, int] = {}
    for key in head.values():
        counts[key] = counts.get(key, 0) + 1
    kept = tuple(
        _card(step, counts.get(step.id, 0), pen)
        for step in facts.steps
        if head.get(step.id, step.id) == step.id
    )
    return replace(
        facts,
        steps=kept,
        links=_moved(facts.links, head),
        returns=_moved(facts.returns, head),
        learns=_moved(facts.learns, head),
        path=tuple(dict.fromkeys(head.get(key, key) for key in facts.path)),
    )


def _heads(facts: Facts, fold: Set[str], steps: dict[str, StepFacts]) -> dict[str, str]:
    """For every folded step the first step of its run."""
    order = {step.id: index for index, step in enumerate(facts.steps)}
    head = {key: key for key in steps if key in fold and steps[key].phase is not Phase.REPEAT}

    def root(key: str) -> str:
        while head[key] != key:
            head[key] = head[head[key]]
            key = head[key]
        return key

    for link in facts.links:
        if link.source in head and link.target in head:
            if steps[link.source].phase != steps[link.target].phase:
                continue
            one, two = sorted((root(link.source), root(link.target)), key=lambda k: order[k])
            head[two] = one
    return {key: root(key) for key in head}


def _card(step: StepFacts, count: int, pen: Pen) -> StepFacts:
    """A run of one step stays itself, drawn faintly; a longer one says how many it holds."""
    if not count:
        return step
    if count == 1:
        return replace(step, dim=True)
    return replace(
        step,
        title=pen.words.count("journey_figure.folded", count),
        pains=(),
        delights=(),
        wait="",
        retold=(),
        must_stay=False,
        feeling=None,
        role_text="",
        moved=False,
        dim=True,
        folded=count,
    )


def _moved(links: tuple[LinkFacts, ...], head: dict[str, str]) -> tuple[LinkFacts, ...]:
    """The links between the cards that are left; those inside a run go with it."""
    found: dict[tuple[str, str, str], LinkFacts] = {}
    for link in links:
        source, target = head.get(link.source, link.source), head.get(link.target, link.target)
        if source != target:
            found.setdefault((source, target, link.kind), replace(link, source=source, target=target))
    return tuple(found.values())
