"""The contact rhythm: when we are in touch, who starts it, and how long the silence is.

One ruler for today and, above one another, the redesign: episodic against continuous in one picture
(practice 1.3, R6). All rulers of a figure share one scale of time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rondo.figures.journey_pen import LANE, SMALL, Pen
from rondo.figures.journey_signs import flowing
from rondo.figures.rhythm_ruler import Scale, drawn_ruler, scale_of, trigger_entries
from rondo.figures.shapes import Figure, Group, Shape
from rondo.figures.theme import Theme
from rondo.strategy.framework import Framework
from rondo.strategy.rhythm import Rhythm, rhythm
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Journey

GUTTER = 62.0
STATE_WIDTH = 46.0
ROW_GAP = 3.5


@dataclass(frozen=True, slots=True)
class Ruled:
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
    """How many contacts and how long the longest silence is, for every ruler."""
    said = []
    for row in rows:
        state = pen.framework.name(row.journey.state)
        count = len(row.rhythm.contacts)
        if row.rhythm.silence:
            wait = pen.words.duration(row.rhythm.silence.minutes)
            after = row.rhythm.silence.after.title
            said.append(
                pen.words.count("journey_figure.rhythm_silent", count, state=state, wait=wait, after=after)
            )
        else:
            said.append(pen.words.count("journey_figure.rhythm_says", count, state=state))
    return " ".join(said)


def drawn_rhythm(
    rows: Sequence[Ruled], pen: Pen, left: float, top: float, right: float, prefix: str
) -> tuple[list[Shape], float]:
    """The rulers between left and right with their name left of them; and where they end.

    Nothing when nobody is in touch."""
    if not rows:
        return [], top
    scale = scale_of([row.rhythm for row in rows], left + STATE_WIDTH, right - 4.0)
    name = pen.block(pen.words("journey_figure.rhythm"), LANE, left - 8.0)
    note = pen.block(_note(scale, pen), SMALL, left - 8.0)
    shapes: list[Shape] = [pen.text(name, 0, top), pen.text(note, 0, top + name.height, "ink-secondary")]
    y = top
    for row in rows:
        state = pen.block(pen.framework.name(row.journey.state), SMALL, STATE_WIDTH - 6.0)
        ruler, bottom = drawn_ruler(row.rhythm, scale, pen, y)
        shapes += ruler
        middle = (y + bottom) / 2
        shapes.append(pen.text(state, left, middle - state.height / 2, "ink-secondary"))
        y = max(bottom, middle + state.height / 2) + ROW_GAP
    signs = trigger_entries([row.rhythm for row in rows], pen)
    legend, end = flowing(signs, pen, left + STATE_WIDTH, y, right, f"{prefix}rhythm-legend")
    shapes.append(legend)
    bottom = max(end, top + name.height + note.height)
    return [Group(f"{prefix}rhythm", tuple(shapes), "rhythm", description(rows, pen))], bottom


def _note(scale: Scale, pen: Pen) -> str:
    """What the whole length of a ruler stands for."""
    if scale.minutes is None:
        return pen.words("journey_figure.rhythm_no_times")
    return pen.words("journey_figure.rhythm_length", time=pen.words.duration(scale.minutes))
