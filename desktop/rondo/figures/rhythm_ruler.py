"""One ruler of contacts: a tick for each, headed by who starts it, and the longest silence as a band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rondo.figures.journey_pen import SMALL, Pen
from rondo.figures.journey_signs import Entry
from rondo.figures.shapes import Ellipse, Line, Path, Rect, Shape, Stroke
from rondo.strategy.rhythm import Rhythm, Silence
from rondo.text.shaped import Block
from rondofile.enums import Trigger

TICK = 12.0
HEAD = 4.2
STEP = 5.4
BAND_PAD = 1.5
EPISODE_SHARE = 0.62


@dataclass(frozen=True, slots=True)
class Scale:
    """Minutes to points. `minutes` None: no times are known, contacts stand at even distances.

    `broken`: minutes at which the scale breaks: what follows is drawn shorter, behind a mark."""

    left: float
    right: float
    minutes: float | None
    broken: float | None = None

    @property
    def break_at(self) -> float:
        """Where the break stands."""
        return self.left + (self.right - self.left) * EPISODE_SHARE

    def at(self, minutes: float) -> float:
        """The place of a moment."""
        if not self.minutes:
            return self.left
        if self.broken is None:
            return self.left + (self.right - self.left) * min(max(minutes / self.minutes, 0.0), 1.0)
        if minutes <= self.broken:
            return self.left + (self.break_at - self.left) * max(minutes / self.broken, 0.0)
        rest = min((minutes - self.broken) / (self.minutes - self.broken), 1.0)
        return self.break_at + (self.right - self.break_at) * rest


@dataclass(frozen=True, slots=True)
class Band:
    """A silence on a ruler, with what it says."""

    start: float
    end: float
    block: Block
    longest: bool
    middle: float


def scale_of(rhythms: Sequence[Rhythm], left: float, right: float) -> Scale:
    """One scale that holds the longest of the rhythms, up to the next episode where that is known.

    It breaks after the episodes when the time until the next would squeeze them."""
    lengths = [max(r.cycle_minutes or 0.0, r.span_minutes) for r in rhythms]
    longest = max(lengths, default=0.0)
    episode = max((r.span_minutes for r in rhythms), default=0.0)
    broken = None
    if 0 < episode * 2.2 < longest:
        wide = (right - left) * EPISODE_SHARE
        crowd = STEP * (max(len(r.contacts) for r in rhythms) + 1)
        broken = episode * wide / max(wide - crowd, wide / 4)
    return Scale(left + HEAD, right - HEAD, longest or None, broken)


def drawn_ruler(rhythm: Rhythm, scale: Scale, pen: Pen, top: float) -> tuple[list[Shape], float]:
    """The ruler with its upper edge at top; and where it ends."""
    xs = places(rhythm, scale)
    bands = _bands(rhythm, scale, xs, pen)
    base = top + max([TICK, *(band.block.height + 2 * BAND_PAD for band in bands)])
    shapes: list[Shape] = [Line(scale.left, base, scale.right, base, Stroke(pen.theme["line"], 0.8))]
    for band in bands:
        shapes += _drawn_band(band, pen, top, base)
    if scale.broken is not None:
        shapes += _break(scale.break_at, top, base, pen)
    for contact, x in zip(rhythm.contacts, xs, strict=True):
        shapes.append(Line(x, base - TICK + HEAD, x, base + 1.5, Stroke(pen.theme["ink"], 0.9)))
        shapes += trigger_mark(contact.trigger, x, base - TICK + HEAD / 2, HEAD, pen)
    return shapes, base + 2.0


def places(rhythm: Rhythm, scale: Scale) -> list[float]:
    """Where the ticks stand: at their time, moved apart where they would lie on each other."""
    count = len(rhythm.contacts)
    if scale.minutes is None:
        step = (scale.right - scale.left) / max(count, 1)
        return [scale.left + step * (i + 0.5) for i in range(count)]
    step = min(STEP, (scale.right - scale.left) / max(count - 1, 1))
    xs = [scale.at(contact.at_minutes) for contact in rhythm.contacts]
    for i in range(1, count):
        xs[i] = max(xs[i], xs[i - 1] + step)
    if xs and xs[-1] > scale.right:
        xs[-1] = scale.right
        for i in range(count - 2, -1, -1):
            xs[i] = min(xs[i], xs[i + 1] - step)
    return xs


def trigger_mark(trigger: Trigger | None, x: float, y: float, size: float, pen: Pen) -> tuple[Shape, ...]:
    """Who starts a contact, around the middle x, y: the shape says it, not the colour."""
    ink, r = pen.theme["ink"], size / 2
    ground, edge = pen.theme["surface"], Stroke(pen.theme["ink"], 0.8)
    match trigger:
        case Trigger.CUSTOMER:
            return (Ellipse(x, y, r, r, ink),)
        case Trigger.FIRM:
            return (Rect(x - r, y - r, size, size, ink),)
        case Trigger.SENSOR:
            return (
                _polygon(((x, y - r - 0.4), (x + r + 0.4, y), (x, y + r + 0.4), (x - r - 0.4, y)), ink, None),
            )
        case Trigger.CALENDAR:
            return (_polygon(((x, y - r), (x + r, y + r), (x - r, y + r)), ground, edge),)
        case Trigger.PARTNER:
            return (Rect(x - r + 0.4, y - r + 0.4, size - 0.8, size - 0.8, ground, edge),)
        case Trigger.OTHER_CUSTOMER:
            return (Ellipse(x, y, r - 0.4, r - 0.4, ground, edge),)
    return (Line(x, y - r, x, y + r, Stroke(ink, 0.9)),)


def trigger_entries(rhythms: Sequence[Rhythm], pen: Pen) -> list[Entry]:
    """The legend of the ticks that are drawn."""
    used = {contact.trigger for r in rhythms for contact in r.contacts}
    found = []
    for trigger in (*Trigger, None):
        if trigger not in used:
            continue
        text = pen.words(f"journey_figure.starts_{trigger.value.replace('-', '_') if trigger else 'unknown'}")

        def draw(x: float, y: float, trigger: Trigger | None = trigger) -> tuple[Shape, ...]:
            return trigger_mark(trigger, x + HEAD / 2, y, HEAD, pen)

        found.append(Entry(HEAD, draw, text))
    return found


def _break(x: float, top: float, base: float, pen: Pen) -> list[Shape]:
    """Two slanted strokes through the ruler: time is left out here."""
    gap = _polygon(
        ((x - 1, base + 2), (x + 2, top - 1), (x + 5, top - 1), (x + 2, base + 2)), pen.theme["paper"], None
    )
    ink = Stroke(pen.theme["ink-secondary"], 0.7)
    return [gap, *(Line(x + d, base + 2, x + d + 3, top - 1, ink) for d in (-1.0, 2.0))]


def _bands(rhythm: Rhythm, scale: Scale, xs: Sequence[float], pen: Pen) -> list[Band]:
    """The silences wide enough to be named; the longest one says after which step it begins."""
    if not scale.minutes:
        return []
    steps = [contact.step.id for contact in rhythm.contacts]
    bands = []
    for silence in rhythm.silences:
        start = xs[steps.index(silence.after.id)] + HEAD / 2 + 1.5
        end = xs[steps.index(silence.before.id)] - HEAD / 2 - 1.5 if silence.before else scale.right
        begin = start
        if scale.broken is not None and start < scale.break_at < end:
            begin = scale.break_at + 5.0
        block = _said(silence, end - begin - 6.0, pen, longest=silence == rhythm.silence)
        if block is not None:
            bands.append(Band(start, end, block, silence == rhythm.silence, (begin + end) / 2))
    return bands


def _said(silence: Silence, width: float, pen: Pen, *, longest: bool) -> Block | None:
    """The fullest wording that fits the width; None: not even the time does."""
    time = pen.words.duration(silence.minutes)
    said = [pen.words("journey_figure.silent_for", time=time), time]
    if longest:
        said.insert(0, pen.words("journey_figure.silent_after", time=time, step=silence.after.title))
    blocks = (pen.block(text, SMALL) for text in said)
    return next((block for block in blocks if block.natural_width <= width), None)


def _drawn_band(band: Band, pen: Pen, top: float, base: float) -> list[Shape]:
    """A silence as a band with its time; the longest has a dashed border."""
    edge = Stroke(pen.theme["warn"], 0.6, (1.5, 1.5)) if band.longest else None
    ground = Rect(
        band.start, top + 0.5, band.end - band.start, base - top - 1.0, pen.theme["warn-ground"], edge, 2.0
    )
    x = band.middle - band.block.natural_width / 2
    return [ground, pen.text(band.block, x, (top + base - band.block.height) / 2, "warn")]


def _polygon(points: Sequence[tuple[float, float]], fill: str, stroke: Stroke | None) -> Path:
    (x, y), *rest = points
    return Path((("M", x, y), *(("L", *point) for point in rest), ("Z",)), fill, stroke)
