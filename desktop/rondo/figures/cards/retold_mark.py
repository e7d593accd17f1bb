"""Two speech bubbles: the same thing is told once more."""

from __future__ import annotations

from rondo.figures.shapes import Path, Rect, Shape, Stroke


def retold_mark(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """The sign in a square of `size` points whose upper left corner is at x, y."""
    s, ink = size, Stroke(colour, max(0.6, size * 0.1))
    behind = Path(
        (
            ("M", x + s * 0.28, y + s * 0.2),
            ("L", x + s * 0.28, y + s * 0.06),
            ("L", x + s * 0.98, y + s * 0.06),
            ("L", x + s * 0.98, y + s * 0.56),
            ("L", x + s * 0.84, y + s * 0.56),
        ),
        stroke=ink,
    )
    front = Rect(x + s * 0.03, y + s * 0.28, s * 0.72, s * 0.48, None, ink, s * 0.08)
    tail = Path(
        (
            ("M", x + s * 0.2, y + s * 0.76),
            ("L", x + s * 0.2, y + s * 0.98),
            ("L", x + s * 0.42, y + s * 0.76),
        ),
        stroke=ink,
    )
    return (behind, front, tail)
