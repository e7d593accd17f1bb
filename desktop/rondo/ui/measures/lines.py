"""The lines of the Measures panel: headings, and measures in the words of a person."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.measure_table import Better, Measure, Pair, Unit, compared
from rondo.ui.journeys.journey_strip import counterpart
from rondo.words import Words
from rondofile.enums import Actor, Evidence, JourneyState
from rondofile.project import Project
from rondofile.records import Journey


class Line(Struct, frozen=True):
    """One line. A heading has only a label.

    `told`: the value, or both with an arrow between; `tone`: "good", "bad" or ""; `verdict` says the tone;
    `today`, `redesigned`: the steps behind the numbers; `meaning`: what is counted and how."""

    label: str
    told: str = ""
    tone: str = ""
    verdict: str = ""
    meaning: str = ""
    today: tuple[str, ...] = ()
    redesigned: tuple[str, ...] = ()

    @property
    def is_heading(self) -> bool:
        return not self.told


def sides(project: Project, journey: Journey) -> tuple[Journey | None, Journey | None]:
    """The journey as it is today and redesigned; one of them is the journey itself."""
    return (
        counterpart(project, journey, JourneyState.AS_IS),
        counterpart(project, journey, JourneyState.TO_BE),
    )


def lines(project: Project, journey: Journey, words: Words, framework: Framework) -> Iterator[Line]:
    """Everything that is measured of the journey, beside its counterpart where it has one."""
    for group, pairs in compared(project, *sides(project, journey)):
        shown = [pair for pair in pairs if _is_worth_a_line(pair)]
        if shown:
            yield Line(words(f"measures.group.{group}"))
        for pair in shown:
            yield _line(pair, words, framework)


def _is_worth_a_line(pair: Pair) -> bool:
    """Whether anything is known of it, or it is worth asking."""
    known = any(side is not None and side.value is not None for side in (pair.today, pair.redesigned))
    evidence = pair.key.startswith("evidence-")
    return known and not (evidence and not any(s and s.value for s in (pair.today, pair.redesigned)))


def _line(pair: Pair, words: Words, framework: Framework) -> Line:
    told = [_told(side, words) for side in (pair.today, pair.redesigned) if side is not None]
    tone = "bad" if pair.is_worse else "good" if pair.is_better else ""
    same = len(set(told)) == 1
    key = "measures.from-to" if len(told) > 1 and not same else "measures.value"
    label = _label(pair.key, words, framework)
    base = pair.key.partition("-")[0] if pair.key.startswith(("work-", "evidence-")) else pair.key
    return Line(
        label=label[:1].upper() + label[1:],
        told=words(key, was=told[0], now=told[-1], value=told[0]),
        tone=tone,
        verdict=words(f"measures.{tone}") if tone else "",
        meaning=words(f"measures.{base}.tip"),
        today=pair.today.steps if pair.today else (),
        redesigned=pair.redesigned.steps if pair.redesigned else (),
    )


def _label(key: str, words: Words, framework: Framework) -> str:
    if key.startswith("work-"):
        return words("measures.work", who=framework.name(Actor(key.removeprefix("work-"))))
    if key == "evidence-none":
        return words("measures.evidence-none")
    if key.startswith("evidence-"):
        return words("measures.evidence", how=framework.name(Evidence(key.removeprefix("evidence-"))))
    return words(f"measures.{key}")


def _told(measure: Measure, words: Words) -> str:
    if measure.value is None:
        return words("measures.not-known")
    if measure.unit is Unit.MINUTES:
        return words.short_duration(measure.value)
    if measure.unit is Unit.LEVEL:
        return words("measures.level.value", level=words.number(measure.value))
    said = words.number(measure.value)
    part = measure.of is not None and measure.better is not Better.MORE
    return words("measures.part", n=said, all=words.number(measure.of or 0)) if part else said
