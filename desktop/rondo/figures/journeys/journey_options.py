"""What a caller may ask of a journey figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from rondo.figures.show.values import Show
from rondofile.enums import Actor

Marks = Literal["auto", "texts", "signs"]


class JourneyOptions(Struct, frozen=True):
    """How a journey is drawn. Lengths are points; the figure is as high as it must be.

    `width`: of the whole figure, None = as wide as the map likes. `height`: what the figure keeps to if
    it can, leaving the feeling curve away if it must. `curve` None = the feeling curve when
    feelings are recorded. `placed`: whether stored places of steps count. `compact`: the map alone.
    `roles` and `role_texts` say by step id who would do the work and a line under the title: so one
    journey is drawn under several architectures. `dim` are steps drawn faintly, `fold` steps folded
    together as unchanged. `marks`: whether cards spell out what hurts or show one line of signs; "auto"
    is texts where there is room, signs where that keeps a journey on fewer pages. `facts`: whether cards
    also say what else is known: kind, feeling, what is learned, cost, evidence. `show`: what is shown of
    all steps at once, with its counts. `notes`: whether sticky notes are printed, which are internal else:
    numbers on the cards, and what they say below. `heights`: whether lanes are as high as a person made
    them. `id_prefix` comes before every group id. `ground` paints the theme's paper.
    """

    width: float | None = None
    height: float | None = None
    curve: bool | None = None
    rail: bool = True
    rhythm: bool = True
    legend: bool = True
    compact: bool = False
    placed: bool = True
    ground: bool = False
    marks: Marks = "auto"
    facts: bool = False
    show: Show | None = None
    notes: bool = False
    heights: bool = True
    id_prefix: str = ""
    roles: Mapping[str, Actor] = field(default_factory=dict)
    role_texts: Mapping[str, str] = field(default_factory=dict)
    dim: frozenset[str] = frozenset()
    fold: frozenset[str] = frozenset()
