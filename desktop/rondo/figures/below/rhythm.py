"""The contact rhythm: when we are in touch, who starts it, and how long the silence is.

One ruler for today and, above one another, the redesign: episodic against continuous in one picture
(practice 1.3, R6). All rulers of a figure share one scale of time.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from rondo.figures.below.band_heading import band_heading
from rondo.figures.below.rhythm_marks import HEAD, trigger_entries, unknown_entry
from rondo.figures.below.rhythm_ruler import Tick, drawn_ruler
from rondo.figures.below.rhythm_scale import scale_of
from rondo.figures.below.rhythm_times import drawn_times
from rondo.figures.journeys.journey_pen import LANE, SMALL, Pen, aligned
from rondo.figures.journeys.journey_signs import flowing
from rondo.figures.shapes import Figure, Group, Shape
from rondo.figures.theme import Theme
from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.rhythm import Rhythm, rhythm
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Journey

GUTTER = 62.0
ROW_GAP = 3.5


class Ruled(Struct, frozen=True):
    """A journey with its rhythm; the one that a figure is about is drawn heavier."""

    journey: Journey
    rhythm: Rhythm


def ruled(project: Project, journey_id: str) -> tuple[Ruled, ...]:
    """Today above the redesign when the journey is one of such a pair; those without contacts left out."""
    journey = project.get(Journey, journey_id)
    base = project.find(Journey, journey.based_on)
    redesigns = project.redesigns_of(journey_id)
    pair = (base, journey) if base else (journey, *redesigns[:1])
    rows = [Ruled(one, rhythm(project, one.id)) for one in pair]
    return tuple(row for row in rows if row.rhythm.contacts)


def rhythm_figure(
    project: Project,
    journey_id: str,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    width: float = 493.0,
) -> Figure:
    """The rhythm of a journey, and of its pair, as a figure of its own."""
    pen = Pen(theme, engine, words, framework)
    rows = ruled(project, journey_id)
    shapes, bottom = drawn_rhythm(rows, pen, GUTTER, 0.0, width, "")
    name = project.get(Journey, journey_id).name
    title = words("journey_figure.rhythm_title", journey=name)
    return Figure(width, max(bottom, 1.0), tuple(shapes), title, description(rows, pen))


def description(rows: Sequence[Ruled], pen: Pen) -> str:
    """What every ruler found, in a sentence: how many contacts, after which step we hear nothing for how
    long, and how long until the next time."""
    said = [_found(row.rhythm, pen) for row in rows]
    if len(rows) < 2:
        return "".join(said)
    states = [pen.framework.name(row.journey.state) for row in rows]
    return "\n".join(
        pen.words("journey_figure.rhythm_of", state=state[:1].upper() + state[1:], found=found)
        for state, found in zip(states, said, strict=True)
    )


def _found(rhythm: Rhythm, pen: Pen) -> str:
    words, count = pen.words, len(rhythm.contacts)
    if not rhythm.span_minutes:
        return words.count("journey_figure.rhythm_untold", count)
    parts = [words.count("journey_figure.rhythm_in", count, span=words.duration(rhythm.span_minutes))]
    within, ahead = rhythm.within, rhythm.until_next
    if within is not None:
        time = words.duration(within.minutes)
        time = time if within.sure else words("journey_figure.at_least", time=time)
        parts.append(words("journey_figure.rhythm_nothing", step=within.after.title, time=time))
    if ahead is not None:
        parts.append(words("journey_figure.rhythm_until_next", time=words.duration(ahead.minutes)))
    return words("journey_figure.rhythm_sentence", parts=words("journey_figure.rhythm_and").join(parts))


class Rulers(Struct, frozen=True):
    """The rulers of a figure as shapes, what can be pressed on them, and where they end."""

    shapes: tuple[Shape, ...]
    ticks: tuple[Tick, ...]
    bottom: float


def drawn_rhythm(
    rows: Sequence[Ruled],
    pen: Pen,
    left: float,
    top: float,
    right: float,
    prefix: str,
    *,
    tight: bool = False,
) -> tuple[list[Shape], float]:
    """The rulers between left and right with their name left of them; and where they end.

    Nothing when nobody is in touch. `tight`: only what can be seen, without sentence and moments."""
    drawn = rulers(rows, pen, left, top, right, prefix, tight=tight)
    return list(drawn.shapes), drawn.bottom


def rulers(
    rows: Sequence[Ruled],
    pen: Pen,
    left: float,
    top: float,
    right: float,
    prefix: str,
    *,
    tight: bool = False,
) -> Rulers:
    """The same, with the ticks that can be pressed."""
    if not rows:
        return Rulers((), (), top)
    rhythms = [row.rhythm for row in rows]
    scale = scale_of(rhythms, left + HEAD, right - HEAD)
    says = description(rows, pen)
    title = pen.words("journey_figure.rhythm")
    shapes, y = band_heading(pen, title, "" if tight else says, left, top, right)
    y = top if tight and _beside(title, rows[0], pen, left) else y
    ticks: list[Tick] = []
    for row in rows:
        ruler = drawn_ruler(row.rhythm, scale, pen, y, prefix)
        name, below = _named(row, pen, left, y, ruler.bottom, tight=tight)
        shapes += [*name, *ruler.shapes]
        ticks += ruler.ticks
        y = max(ruler.bottom, below) + ROW_GAP
    if not tight:
        times, y = drawn_times(scale, pen, left, y - ROW_GAP + 1.0, right)
        shapes += times
    signs = trigger_entries(rhythms, pen)
    signs += [unknown_entry(pen)] if scale.minutes is None or any(map(_has_untimed, rhythms)) else []
    legend, end = flowing(signs, pen, left, y + 1.0, right, f"{prefix}rhythm-legend")
    return Rulers((Group(f"{prefix}rhythm", (*shapes, legend), "rhythm", says),), tuple(ticks), end)


def _beside(title: str, row: Ruled, pen: Pen, left: float) -> bool:
    """Whether the name of the band and whose the first ruler is stand side by side in the margin."""
    state = pen.block(pen.framework.name(row.journey.state), SMALL)
    return pen.block(title, LANE).natural_width + state.natural_width + 8.0 <= left


def _named(
    row: Ruled, pen: Pen, left: float, top: float, bottom: float, *, tight: bool
) -> tuple[list[Shape], float]:
    """Whose ruler it is, in the margin, with how many contacts a year; and where that ends."""
    state = pen.block(pen.framework.name(row.journey.state), aligned(SMALL, "right"), left - 6.0)
    often = row.rhythm.contacts_per_year
    if often is None or tight:
        y = max((top + bottom - state.height) / 2, top)
        return [pen.text(state, 0.0, y, "ink-secondary")], y + state.height
    a_year = pen.words.count("journey_figure.a_year", round(often) if often >= 1 else round(often, 1))
    rate = pen.block(a_year, aligned(SMALL, "right"), left - 6.0)
    end = top + state.height + rate.height
    shapes: list[Shape] = [
        pen.text(state, 0.0, top, "ink-secondary"),
        pen.text(rate, 0.0, top + state.height, "ink-secondary"),
    ]
    return shapes, end


def _has_untimed(rhythm: Rhythm) -> bool:
    """Whether two contacts follow each other of which no time in between is known."""
    return any(one.at_minutes == two.at_minutes for one, two in pairwise(rhythm.contacts))
