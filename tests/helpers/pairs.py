"""Kept pairs: a journey today, its redesign, and the list of changes that a reader made of them by hand."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from msgspec import Struct

from helpers.sketch import Sketch
from rondo.commands.new_project import read_case
from rondofile.enums import (
    About,
    Actor,
    Identity,
    LaneRole,
    LinkKind,
    MarkKind,
    PainCause,
    Phase,
    StepKind,
)
from rondofile.project import Project
from rondofile.records import Journey, Lane, Mark, Step

FOLDER = Path(__file__).parents[1] / "strategy" / "pairs"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
_ENUMS = {"actor": Actor, "identity": Identity, "about": About}
_KINDS = {">": LinkKind.NEXT, "~": LinkKind.RETURNS, "^": LinkKind.LEARNS}


class KeptPair(Struct, frozen=True, dict=True):
    """Both journeys, and what a careful reader wrote down."""

    project: Project
    as_is: str
    to_be: str
    by_hand: str
    worse: tuple[str, ...]


def kept_pair(name: str) -> KeptPair:
    """The pair of that name."""
    text = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    said = text["by_hand"]
    by_hand, worse = str(said["list"]).strip("\n"), tuple(said["worse"])
    if "sample" in text:
        as_is, to_be = text["journeys"]
        return KeptPair(read_case(text["sample"]), as_is, to_be, by_hand, worse)
    sketch = Sketch()
    today = sketch.journey("Today")
    redesign = sketch.redesign(today)
    steps: dict[str, Step] = {}
    for journey, side in ((today, text["today"]), (redesign, text["redesign"])):
        _draw(sketch, journey, side, steps)
    return KeptPair(sketch.project(), today.id, redesign.id, by_hand, worse)


def _draw(sketch: Sketch, journey: Journey, side: dict[str, Any], steps: dict[str, Step]) -> None:
    lanes: dict[str, Lane] = {}
    for line in side["lanes"]:
        name, role = _parts(line)
        lanes[name] = sketch.lane(journey, name, LaneRole(role))
    for line in side["steps"]:
        key, title, phase, kind, lane, fields, origins = (*_parts(line), "", "")[:7]
        kept = _fields(fields.split())
        step = sketch.step(journey, title, lanes[lane], Phase(phase), kind=StepKind(kind), **kept)
        steps[key] = step
        sketch.origin(step, *(steps[one] for one in origins.split()))
    for line in side["marks"]:
        key, kind, text, weight, cause = (*_parts(line), "")[:5]
        reason = PainCause(cause) if cause else None
        kept = {"kind": MarkKind(kind), "text": text, "weight": int(weight), "cause": reason}
        sketch.add(Mark, step=steps[key].id, **kept)
    for line in side["links"]:
        ends, said = (*_parts(line), "")[:2]
        source, kind, target = ends.split()
        sketch.link(_KINDS[kind], steps[source], steps[target], **_fields(said.split(";") if said else []))


def _parts(line: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in line.split("|"))


def _fields(pairs: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for pair in pairs:
        key, value = pair.split("=")
        text = key == "label"
        found[key] = value if text else _ENUMS[key](value) if key in _ENUMS else int(value)
    return found
