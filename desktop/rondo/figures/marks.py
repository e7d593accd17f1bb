"""Small signs drawn as vectors: who does the work, whose offer, how we know, how it feels.

Every sign fits a square of `size` points whose upper left corner is at x, y; a sign of two parts is as
wide as `actor_width` says. Shape alone tells the signs apart, so they survive greyscale. Their meaning
stands in a legend beside the figure, never in the sign alone.
"""

from __future__ import annotations

from rondo.figures.shapes import Ellipse, Line, Path, Rect, Shape, Stroke
from rondofile.enums import Actor, Evidence, PlayerKind

GAP = 0.25
"""Space between the two parts of a double sign, in units of its size."""


def actor_marks(actor: Actor | str, x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """Who does the work of a step: customer ●, firm ■, both ■●, partner □, individual ○, members two
    linked rings, nobody a dash."""
    match Actor(actor):
        case Actor.CUSTOMER:
            return (_disc(x, y, size, colour),)
        case Actor.FIRM:
            return (_square(x, y, size, colour),)
        case Actor.BOTH:
            return (_square(x, y, size, colour), _disc(x + size * (1 + GAP), y, size, colour))
        case Actor.PARTNER:
            return (_frame(x, y, size, colour),)
        case Actor.INDIVIDUAL:
            return (_ring(x, y, size, colour),)
        case Actor.MEMBER:
            return _linked(x, y, size, colour)
        case Actor.NOBODY:
            return (Line(x, y + size / 2, x + size, y + size / 2, _ink(colour, size)),)


def actor_width(actor: Actor | str, size: float) -> float:
    """How wide the sign of an actor is, in points."""
    wide = {Actor.BOTH: 2 + GAP, Actor.MEMBER: 1.6}
    return size * wide.get(Actor(actor), 1.0)


def player_mark(kind: PlayerKind | str, x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """Whose offer: own ●, rival ○, start-up △, other industry □, partner ◇, crowd ▽, community ✕. Always
    one size wide."""
    s = size
    match PlayerKind(kind):
        case PlayerKind.OWN:
            return (_disc(x, y, s, colour),)
        case PlayerKind.RIVAL:
            return (_ring(x, y, s, colour),)
        case PlayerKind.START_UP:
            return (_outline(colour, s, (x + s / 2, y + s * 0.06), (x + s, y + s * 0.94), (x, y + s * 0.94)),)
        case PlayerKind.OTHER_INDUSTRY:
            return (_frame(x, y, s, colour),)
        case PlayerKind.PARTNER:
            return (
                _outline(colour, s, (x + s / 2, y), (x + s, y + s / 2), (x + s / 2, y + s), (x, y + s / 2)),
            )
        case PlayerKind.CROWD:
            return (_outline(colour, s, (x + s / 2, y + s * 0.94), (x + s, y + s * 0.06), (x, y + s * 0.06)),)
        case PlayerKind.COMMUNITY:
            return (_cross(x, y, s, colour),)


def evidence_mark(
    evidence: Evidence | str, x: float, y: float, size: float, colour: str
) -> tuple[Shape, ...]:
    """How we know it: seen ●, said ◐, assumed ○."""
    match Evidence(evidence):
        case Evidence.SEEN:
            return (_disc(x, y, size, colour),)
        case Evidence.SAID:
            return (_half(x, y, size, colour), _ring(x, y, size, colour))
        case Evidence.ASSUMED:
            return (_ring(x, y, size, colour),)


def face_mark(feeling: int, x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """A face for a feeling from -2 to +2; the stronger the feeling, the deeper the mouth."""
    depth = max(-2, min(2, feeling)) * 0.09 * size
    left, right, middle = x + size * 0.28, x + size * 0.72, y + size * 0.66
    start = middle - depth * 0.5
    mouth = Path(
        (
            ("M", left, start),
            (
                "C",
                left + size * 0.12,
                start + depth * 1.6,
                right - size * 0.12,
                start + depth * 1.6,
                right,
                start,
            ),
        ),
        stroke=_ink(colour, size),
    )
    eyes = tuple(_dot(x + size * at, y + size * 0.37, size * 0.07, colour) for at in (0.34, 0.66))
    return (_ring(x, y, size, colour), *eyes, mouth)


def lock_mark(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """A padlock: this must stay with us."""
    s, left, right, top = size, x + size * 0.28, x + size * 0.72, y + size * 0.26
    bow = Path(
        (
            ("M", left, y + s * 0.5),
            ("L", left, top),
            ("C", left, y - s * 0.02, right, y - s * 0.02, right, top),
            ("L", right, y + s * 0.5),
        ),
        stroke=_ink(colour, s),
    )
    return (bow, Rect(x + s * 0.12, y + s * 0.44, s * 0.76, s * 0.54, fill=colour, radius=s * 0.1))


def stranger_mark(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """A head and shoulders in broken lines: here we do not know it is the same person."""
    s = size
    ink = Stroke(colour, _ink(colour, s).width, (s * 0.16, s * 0.11))
    shoulders = Path(
        (
            ("M", x + s * 0.08, y + s),
            ("C", x + s * 0.1, y + s * 0.5, x + s * 0.9, y + s * 0.5, x + s * 0.92, y + s),
        ),
        stroke=ink,
    )
    return (Ellipse(x + s / 2, y + s * 0.28, s * 0.25, s * 0.25, stroke=ink), shoulders)


def clock_mark(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """A clock: waiting."""
    s, ink = size, _ink(colour, size)
    hands = Path(
        (("M", x + s / 2, y + s * 0.22), ("L", x + s / 2, y + s * 0.53), ("L", x + s * 0.72, y + s * 0.64)),
        stroke=ink,
    )
    return (_ring(x, y, s, colour), hands)


def moved_mark(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """Two opposite arrows: the work passes to somebody else."""
    s, ink = size, _ink(colour, size)
    out = Path(
        (
            ("M", x + s * 0.05, y + s * 0.3),
            ("L", x + s * 0.95, y + s * 0.3),
            ("M", x + s * 0.7, y + s * 0.06),
            ("L", x + s * 0.95, y + s * 0.3),
            ("L", x + s * 0.7, y + s * 0.54),
        ),
        stroke=ink,
    )
    back = Path((("M", x + s * 0.95, y + s * 0.8), ("L", x + s * 0.05, y + s * 0.8)), stroke=ink)
    return (out, back)


def _ink(colour: str, size: float) -> Stroke:
    return Stroke(colour, max(0.6, size * 0.13))


def _dot(cx: float, cy: float, radius: float, colour: str) -> Ellipse:
    return Ellipse(cx, cy, radius, radius, fill=colour)


def _disc(x: float, y: float, size: float, colour: str) -> Ellipse:
    return _dot(x + size / 2, y + size / 2, size / 2, colour)


def _ring(x: float, y: float, size: float, colour: str) -> Ellipse:
    ink = _ink(colour, size)
    radius = (size - ink.width) / 2
    return Ellipse(x + size / 2, y + size / 2, radius, radius, stroke=ink)


def _square(x: float, y: float, size: float, colour: str) -> Rect:
    inset = size * 0.05
    return Rect(x + inset, y + inset, size - 2 * inset, size - 2 * inset, fill=colour)


def _frame(x: float, y: float, size: float, colour: str) -> Rect:
    ink = _ink(colour, size)
    inset = size * 0.05 + ink.width / 2
    return Rect(x + inset, y + inset, size - 2 * inset, size - 2 * inset, stroke=ink)


def _linked(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    return (_ring(x, y, size, colour), _ring(x + size * 0.6, y, size, colour))


def _cross(x: float, y: float, size: float, colour: str) -> Path:
    near, far = size * 0.1, size * 0.9
    corners = (
        ("M", x + near, y + near),
        ("L", x + far, y + far),
        ("M", x + far, y + near),
        ("L", x + near, y + far),
    )
    return Path(corners, stroke=_ink(colour, size))


def _half(x: float, y: float, size: float, colour: str) -> Path:
    """The left half of a disc."""
    r, cx, cy = size / 2, x + size / 2, y + size / 2
    k = r * 0.5523
    return Path(
        (
            ("M", cx, cy - r),
            ("C", cx - k, cy - r, cx - r, cy - k, cx - r, cy),
            ("C", cx - r, cy + k, cx - k, cy + r, cx, cy + r),
            ("Z",),
        ),
        fill=colour,
    )


def _outline(colour: str, size: float, *corners: tuple[float, float]) -> Path:
    (x, y), *rest = corners
    return Path((("M", x, y), *(("L", *corner) for corner in rest), ("Z",)), stroke=_ink(colour, size))
