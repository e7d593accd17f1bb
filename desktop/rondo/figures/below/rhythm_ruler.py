"""One ruler of contacts: a tick for each, headed by who starts it, and the longest silence as a band."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from rondo.figures.arranging.layout_values import Box
from rondo.figures.below.rhythm_marks import HEAD, break_mark, starts, trigger_mark
from rondo.figures.below.rhythm_scale import Scale
from rondo.figures.journeys.journey_pen import SMALL, Pen
from rondo.figures.shapes import Group, Line, Rect, Shape, Stroke
from rondo.strategy.journeys.rhythm import Contact, Rhythm, Silence
from rondo.text.shaped import Block

TICK = 12.0
BAND_PAD = 1.5
UNTOLD = 1.2
"""Ticks nearer to each other than this cannot be told apart: one is drawn for them."""
UNKNOWN = (0.9, 2.1)
LEAST_BAND = 12.0
"""No time is said in less width than this."""


class Tick(Struct, frozen=True):
    """A contact on a ruler: the step it leads to, where it can be pressed, and what it says."""

    step: str
    journey: str
    box: Box
    said: str


class Band(Struct, frozen=True):
    """A silence on a ruler, with what it says."""

    start: float
    end: float
    block: Block
    longest: bool
    middle: float


class Ruler(Struct, frozen=True):
    """A drawn ruler, its ticks, and where it ends."""

    shapes: list[Shape]
    ticks: list[Tick]
    bottom: float


def drawn_ruler(rhythm: Rhythm, scale: Scale, pen: Pen, top: float, prefix: str = "") -> Ruler:
    """The ruler with its upper edge at top."""
    xs = places(rhythm, scale)
    bands = _bands(rhythm, scale, xs, pen)
    base = top + max([TICK, *(band.block.height + 2 * BAND_PAD for band in bands)])
    shapes = _base(rhythm, scale, xs, base, pen)
    for band in bands:
        shapes += _drawn_band(band, pen, top, base)
    for x in scale.breaks:
        shapes += break_mark(x, top, base, pen)
    ticks: list[Tick] = []
    last = -UNTOLD
    for contact, x in zip(rhythm.contacts, xs, strict=True):
        if x - last < UNTOLD:
            continue
        last, said = x, _contact(contact, scale, pen)
        marks = (
            Line(x, base - TICK + HEAD, x, base + 1.5, Stroke(pen.theme["ink"], 0.9)),
            *trigger_mark(contact.trigger, x, base - TICK + HEAD / 2, HEAD, pen),
        )
        shapes.append(Group(f"{prefix}contact-{contact.step.id}", marks, "contact", said))
        box = Box(x - scale.step / 2, top - 1.0, scale.step, base - top + 3.0)
        ticks.append(Tick(contact.step.id, contact.step.journey, box, said))
    return Ruler(shapes, ticks, base + 2.0)


def places(rhythm: Rhythm, scale: Scale) -> list[float]:
    """Where the ticks stand: at their time, those of one moment side by side; evenly where none is known."""
    count = len(rhythm.contacts)
    if scale.minutes is None:
        step = (scale.right - scale.left) / max(count, 1)
        return [scale.left + step * (i + 0.5) for i in range(count)]
    xs: list[float] = []
    before: tuple[float, int] = (-1.0, 0)
    for contact in rhythm.contacts:
        beside = before[1] + 1 if contact.at_minutes == before[0] else 0
        before = (contact.at_minutes, beside)
        xs.append(scale.at(contact.at_minutes) + scale.step * beside)
    return xs


def _contact(contact: Contact, scale: Scale, pen: Pen) -> str:
    """A contact in words: its step, who starts it, and when where times are known."""
    who = starts(contact.trigger, pen)
    if scale.minutes is None or not contact.at_minutes:
        return pen.words("journey_figure.contact", step=contact.step.title, who=who)
    time = pen.words.duration(contact.at_minutes)
    return pen.words("journey_figure.contact_after", step=contact.step.title, who=who, time=time)


def _base(rhythm: Rhythm, scale: Scale, xs: Sequence[float], base: float, pen: Pen) -> list[Shape]:
    """The line under the ticks: dotted between contacts where no time is known."""
    known, untimed = Stroke(pen.theme["line"], 0.8), Stroke(pen.theme["ink-tertiary"], 0.9, UNKNOWN)
    if scale.minutes is None:
        return [Line(scale.left, base, scale.right, base, untimed)]
    shapes: list[Shape] = []
    start = scale.left
    for (one, two), (a, b) in zip(pairwise(rhythm.contacts), pairwise(xs), strict=True):
        if one.at_minutes == two.at_minutes:
            if a > start:
                shapes.append(Line(start, base, a, base, known))
            shapes.append(Line(a, base, b, base, untimed))
            start = b
    return [*shapes, Line(start, base, scale.right, base, known)]


def _bands(rhythm: Rhythm, scale: Scale, xs: Sequence[float], pen: Pen) -> list[Band]:
    """The silences wide enough to be named; the longest one says after which step it begins."""
    if not scale.minutes:
        return []
    number = {contact.step.id: at for at, contact in enumerate(rhythm.contacts)}
    widest = (rhythm.within, rhythm.until_next)
    bands = []
    for silence in rhythm.silences:
        start = max(xs[number[silence.after.id]] + HEAD / 2 + 1.5, scale.at(silence.from_minutes))
        end = xs[number[silence.before.id]] - HEAD / 2 - 1.5 if silence.before else scale.right
        begin = max([start, *(x + 6.0 for x in scale.breaks if start - 6.0 < x < end)])
        block = _said(silence, end - begin - 6.0, pen, longest=silence in widest)
        if block is not None:
            bands.append(Band(start, end, block, silence == rhythm.within, (begin + end) / 2))
    return bands


def _said(silence: Silence, width: float, pen: Pen, *, longest: bool) -> Block | None:
    """The fullest wording that fits the width; None: not even the time does."""
    if width < LEAST_BAND:
        return None
    time = pen.words.duration(silence.minutes)
    if not silence.sure:
        time = pen.words("journey_figure.at_least", time=time)
    said = [pen.words("journey_figure.silent_for", time=time), time]
    if longest and silence.before is None:
        said.insert(0, pen.words("journey_figure.silent_until_next", time=time))
    elif longest:
        said.insert(0, pen.words("journey_figure.silent_after", time=time, step=silence.after.title))
    for text in said:
        block = pen.block(text, SMALL)
        if block.natural_width <= width:
            return block
    return None


def _drawn_band(band: Band, pen: Pen, top: float, base: float) -> list[Shape]:
    """A silence as a band with its time; the longest of an episode has a dashed border."""
    edge = Stroke(pen.theme["warn"], 0.6, (1.5, 1.5)) if band.longest else None
    ground = Rect(
        band.start, top + 0.5, band.end - band.start, base - top - 1.0, pen.theme["warn-ground"], edge, 2.0
    )
    x = band.middle - band.block.natural_width / 2
    return [ground, pen.text(band.block, x, (top + base - band.block.height) / 2, "warn")]
