"""The signs of a ruler: who starts a contact, and where time is left out."""

from __future__ import annotations

from collections.abc import Sequence

from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.journeys.journey_signs import Entry
from rondo.figures.shapes import Ellipse, Line, Path, Rect, Shape, Stroke
from rondo.strategy.journeys.rhythm import Rhythm
from rondofile.enums import Trigger

HEAD = 4.2


def starts(trigger: Trigger | None, pen: Pen) -> str:
    """Who starts a contact, in words."""
    key = trigger.value.replace("-", "_") if trigger else "unknown"
    return pen.words(f"journey_figure.starts_{key}")


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
            tips = ((x, y - r - 0.4), (x + r + 0.4, y), (x, y + r + 0.4), (x - r - 0.4, y))
            return (polygon(tips, ink, None),)
        case Trigger.CALENDAR:
            return (polygon(((x, y - r), (x + r, y + r), (x - r, y + r)), ground, edge),)
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

        def draw(x: float, y: float, trigger: Trigger | None = trigger) -> tuple[Shape, ...]:
            return trigger_mark(trigger, x + HEAD / 2, y, HEAD, pen)

        found.append(Entry(HEAD, draw, starts(trigger, pen)))
    return found


def break_mark(x: float, top: float, base: float, pen: Pen) -> list[Shape]:
    """Two slanted strokes through the ruler: time is drawn shorter here."""
    corners = ((x - 1, base + 2), (x + 2, top - 1), (x + 5, top - 1), (x + 2, base + 2))
    gap = polygon(corners, pen.theme["paper"], None)
    ink = Stroke(pen.theme["ink-secondary"], 0.7)
    return [gap, *(Line(x + d, base + 2, x + d + 3, top - 1, ink) for d in (-1.0, 2.0))]


def unknown_entry(pen: Pen) -> Entry:
    """The legend of a ruler that is dotted where no time is known."""

    def draw(x: float, y: float) -> tuple[Shape, ...]:
        return (Line(x, y, x + 10.0, y, Stroke(pen.theme["ink-tertiary"], 0.9, (0.9, 2.1))),)

    return Entry(10.0, draw, pen.words("journey_figure.rhythm_untimed"))


def polygon(points: Sequence[tuple[float, float]], fill: str, stroke: Stroke | None) -> Path:
    """Those corners, closed."""
    (x, y), *rest = points
    return Path((("M", x, y), *(("L", *point) for point in rest), ("Z",)), fill, stroke)
