"""Signs and arrows: told apart by shape alone, inside their square, ending where they point."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise
from math import hypot
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rondo.figures import marks
from rondo.figures.bounds import bounds, joined
from rondo.figures.linking.arrow_paths import arrow_paths
from rondo.figures.shapes import Arrow, Path, Shape, Stroke
from rondofile.enums import Actor, Evidence, PlayerKind

INK = Stroke("#000000", 1.0)
SINGLE: dict[str, Callable[..., tuple[Shape, ...]]] = {
    "lock": marks.lock_mark,
    "stranger": marks.stranger_mark,
    "clock": marks.clock_mark,
    "moved": marks.moved_mark,
    **{f"player {kind}": (lambda *a, k=kind: marks.player_mark(k, *a)) for kind in PlayerKind},
    **{f"evidence {kind}": (lambda *a, k=kind: marks.evidence_mark(k, *a)) for kind in Evidence},
    **{f"face {n}": (lambda *a, k=n: marks.face_mark(k, *a)) for n in range(-2, 3)},
}
ACTORS = {f"actor {a}": (lambda *args, k=a: marks.actor_marks(k, *args)) for a in Actor}


def outline(shapes: tuple[Shape, ...]) -> list[Any]:
    """Shapes without their colours: what is left in greyscale."""
    told: list[Any] = []
    for shape in shapes:
        plain: dict[str, Any] = {"fill": "ink" if getattr(shape, "fill", None) else None}
        stroke = getattr(shape, "stroke", None)
        plain["stroke"] = replace(stroke, colour="") if stroke else None
        plain = {key: value for key, value in plain.items() if key in shape.__struct_fields__}
        told.append(replace(shape, **plain))
    return told


@pytest.mark.parametrize("name", [*SINGLE, *ACTORS])
@pytest.mark.parametrize(("x", "y", "size"), [(0, 0, 5), (30, 7, 12)])
def test_sign_lies_in_its_square(name: str, x: float, y: float, size: float) -> None:
    draw = {**SINGLE, **ACTORS}[name]
    wide = marks.actor_width(name.removeprefix("actor "), size) if name in ACTORS else size
    box = joined(bounds(shape) for shape in draw(x, y, size, "#1c2430"))
    assert box is not None
    left, top, right, bottom = box
    slack = size * 0.03
    assert x - slack <= left < right <= x + wide + slack
    assert y - slack <= top <= bottom <= y + size + slack


@pytest.mark.parametrize(
    "family",
    [
        [draw for name, draw in SINGLE.items() if name.startswith("player")],
        [draw for name, draw in SINGLE.items() if name.startswith("evidence")],
        [draw for name, draw in SINGLE.items() if name.startswith("face")],
        list(ACTORS.values()),
    ],
)
def test_signs_of_one_family_differ_without_colour(family: list[Callable[..., tuple[Shape, ...]]]) -> None:
    assert len(family) >= 3
    drawn = [outline(draw(0, 0, 10, "#1c2430")) for draw in family]
    assert all(one != other for one, other in combinations(drawn, 2))


def test_work_of_both_is_the_two_signs_beside_each_other() -> None:
    left, right = marks.actor_marks(Actor.BOTH, 0, 0, 10, "#000000")
    first, second = bounds(left), bounds(right)
    assert first is not None and second is not None
    assert first[2] < second[0]
    assert second[2] == pytest.approx(marks.actor_width(Actor.BOTH, 10))


points = st.tuples(st.floats(-500, 500), st.floats(-500, 500))


@given(st.lists(points, min_size=2, max_size=6), st.floats(0, 20), st.floats(1, 12))
def test_arrow_begins_and_ends_where_it_should(
    way: list[tuple[float, float]], radius: float, head: float
) -> None:
    drawn = arrow_paths(Arrow(tuple(way), INK, radius, head))
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(way))
    if not drawn:
        assert length < 1e-4
        return
    line, tip = drawn
    assert line.commands[0][1:] == pytest.approx(way[0], abs=1e-5)
    assert tip.commands[1][1:] == pytest.approx(way[-1], abs=1e-5)
    assert (line.fill, line.stroke, tip.fill) == (None, INK, INK.colour)


def test_corner_of_an_arrow_is_rounded_inside_its_way() -> None:
    line, _ = arrow_paths(Arrow(((0, 0), (50, 0), (50, 40)), INK, radius=5, head=6))
    assert [command[0] for command in line.commands] == ["M", "L", "C", "L"]
    assert line.commands[1] == ("L", 45, 0)
    assert line.commands[2][-2:] == (50, 5)
    box = bounds(line)
    assert box is not None
    assert box[:3] == (0, 0, 50)
    assert box[3] < 40


def test_arrow_without_length_draws_nothing() -> None:
    assert arrow_paths(Arrow(((5, 5), (5, 5)), INK)) == ()


def test_head_is_never_longer_than_the_last_stretch() -> None:
    _, head = arrow_paths(Arrow(((0, 0), (3, 0)), INK, head=8))
    assert isinstance(head, Path)
    assert bounds(head) == pytest.approx((0, -3 * 0.42, 3, 3 * 0.42))
