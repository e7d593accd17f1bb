"""What every mark of a card means, in words: one line each, in the order of the card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.journey import actor_of
from rondo.strategy.journeys.measures import pains_of
from rondo.words import Words
from rondofile.enums import InformationHow, InformationUse, MarkKind
from rondofile.project import Project
from rondofile.records import Item, Step


def card_words(
    project: Project, step: Step, words: Words, framework: Framework, again: Sequence[str] = ()
) -> list[str]:
    """All that a card says of its step; `again` are the items that are told again there."""
    said = list(_badge(project, step, words, framework))
    said += _marks(project, step, words)
    if again:
        said.append(words("card.retold", items=words.listed(again)))
    if step.wait_minutes:
        said.append(words("card.waits", wait=words.duration(step.wait_minutes)))
    return said + fact_words(project, step, words, framework)


def fact_words(project: Project, step: Step, words: Words, framework: Framework) -> list[str]:
    """The calm line at the foot of the card."""
    return list(_facts(project, step, words, framework))


def _badge(project: Project, step: Step, words: Words, framework: Framework) -> Iterator[str]:
    if step.kind:
        yield words("card.kind", kind=framework.name(step.kind))
    yield words("card.actor", who=framework.name(actor_of(project, step)))
    if step.must_stay:
        yield words("card.must_stay")
    if step.locked:
        yield words("card.pinned")


def _marks(project: Project, step: Step, words: Words) -> Iterator[str]:
    for mark in pains_of(project, step):
        yield words("card.pain", text=mark.text or words("card.unnamed"), weight=words.number(mark.weight))
    for mark in project.marks_of(step.id):
        if mark.kind is MarkKind.DELIGHT:
            yield words("card.delight", text=mark.text or words("card.unnamed"))


def _facts(project: Project, step: Step, words: Words, framework: Framework) -> Iterator[str]:
    if step.feeling is not None:
        yield words("card.feeling", how=words(f"journey_figure.feels_{step.feeling}"))
    if step.aware_first:
        yield words("card.aware", who=framework.name(step.aware_first))
    records = project.information_of(step.id)
    for how in InformationHow:
        names = [
            item.name
            for one in records
            if one.how is how and one.use is InformationUse.GATHERS and (item := project.find(Item, one.item))
        ]
        if names:
            yield words("card.learned", how=framework.name(how), items=words.listed(names))
    if step.our_cost is not None:
        key = "none" if step.our_cost == 0 else "more" if step.our_cost > 0 else "less"
        yield words(f"card.cost_{key}", n=words.number(abs(step.our_cost)))
    if step.channel:
        yield words("card.channel", channel=step.channel)
    if step.evidence:
        yield words("card.evidence", how=framework.name(step.evidence))
