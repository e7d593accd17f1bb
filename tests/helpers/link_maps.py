"""Maps with many links of all kinds, and what can be counted on how they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise
from random import Random

from msgspec.structs import replace

from bench.kept_maps import kept_map
from rondo.figures.arranging.layout_values import Box
from rondo.figures.maps.canvas_plan import MapPlan
from rondofile.enums import LinkKind, Phase
from rondofile.project import Project
from rondofile.records import Info, Journey, Lane, Link, Step

Point = tuple[float, float]
TITLES = (
    "Check the booking",
    "Ask for a table",
    "Pay at the desk",
    "Call the hotline to change the date",
    "Read the terms",
    "Choose a room with a view",
)
LABELS = ("if full", "40 %", "approved", "needs more papers", "by post", "after 3 days", "no answer")
STRIP = 150.0
PHASES = (Phase.RECOGNIZE, Phase.REQUEST, Phase.RESPOND)
KINDS = (*[LinkKind.NEXT] * 6, LinkKind.INFORMATION, LinkKind.MONEY, LinkKind.GOODS)


def tangled(
    seed: int, steps: int, *, curved: bool = False, lanes: int = 4, placed: float = 0.0, far: float = 0.05
) -> Project:
    """A journey "j" with branches, loops, parallel links and labels; some steps stand at places of theirs.

    `far`: how many of the steps are linked to any other of them."""
    chance, lane = Random(seed), 0
    made: list[Step] = []
    for i in range(steps):
        lane = chance.randrange(lanes) if chance.random() < 0.4 else lane
        x, y = (chance.randrange(300), chance.randrange(120)) if chance.random() < placed else (None, None)
        title, phase = chance.choice(TITLES), PHASES[i * 3 // steps]
        made.append(
            Step(id=f"s{i}", journey="j", position=i, title=title, phase=phase, lane=f"l{lane}", x=x, y=y)
        )
    return Project.of(
        [
            Info(id="project", title="Links"),
            Journey(id="j", name="Tangled", curved=curved),
            *(Lane(id=f"l{i}", journey="j", position=i, name=f"Desk {i}") for i in range(lanes)),
            *made,
            *_links(chance, steps, far),
        ]
    )


def kept(name: str, *, curved: bool = False) -> Project:
    """The kept map of that name as a journey "j"."""
    found = kept_map(name)
    number = {step: at for at, step in enumerate(found.steps)}
    steps = zip(found.steps, found.titles, found.graph.phase, found.graph.lane, strict=True)
    return Project.of(
        [
            Info(id="project", title=name),
            Journey(id="j", name=name, curved=curved),
            *(Lane(id=f"l{i}", journey="j", position=i, name=lane) for i, lane in enumerate(found.lanes)),
            *(
                Step(
                    id=step,
                    journey="j",
                    position=number[step],
                    title=title,
                    phase=PHASES[phase],
                    lane=f"l{lane}",
                )
                for step, title, phase, lane in steps
            ),
            *(
                Link(id=f"k{i}", journey="j", position=i, source=found.steps[a], target=found.steps[b])
                for i, (a, b) in enumerate(found.graph.edges)
            ),
        ]
    )


def spaced(project: Project) -> Project:
    """The same with every step at a place of its own, in rows of twelve in its cell."""
    seen: dict[tuple[object, object], int] = {}
    records = []
    for record in project.records():
        if isinstance(record, Step):
            number = seen.get((record.phase, record.lane), 0)
            seen[record.phase, record.lane] = number + 1
            record = replace(record, x=12 + number % 12 * 140, y=14 + number // 12 * 62)
        records.append(record)
    return Project.of(records)


def _links(chance: Random, steps: int, far: float) -> Iterator[Link]:
    pairs = [(i, i + 1) for i in range(steps - 1) if chance.random() < 0.9]
    for i in range(steps):
        if chance.random() < 0.3:
            pairs.append((i, min(steps - 1, i + chance.randint(2, 5))))
        if chance.random() < 0.22:
            pairs.append((i, max(0, i - chance.randint(1, 6))))
        if chance.random() < far:
            pairs.append((i, chance.randrange(steps)))
    seen = set()
    for number, (a, b) in enumerate(pairs):
        kind = chance.choice(KINDS)
        if a != b and (a, b, kind) not in seen:
            seen.add((a, b, kind))
            label = chance.choice(LABELS) if chance.random() < 0.3 else ""
            yield Link(
                id=f"k{number}",
                journey="j",
                position=number,
                source=f"s{a}",
                target=f"s{b}",
                kind=kind,
                label=label,
            )


def lines_of(plan: MapPlan, among: Iterable[str] | None = None) -> dict[str, tuple[Point, ...]]:
    """Every link as it is seen, or every link of those steps, laid to its end."""
    steps = set(plan.steps if among is None else among)
    links = [link for link in plan.links if plan.routes.wires[link].source in steps]
    plan.routes.want(links)
    plan.routes.finish()
    ways = {link: plan.routes.way(link) for link in links}
    return {link: way.line for link, way in ways.items() if way}


def chips_of(plan: MapPlan) -> dict[str, Box]:
    """Where the labels of laid links lie."""
    return {link: chip for link in plan.links if (chip := plan.routes.chip(link))}


def entered(lines: Mapping[str, tuple[Point, ...]], boxes: Mapping[str, Box]) -> list[tuple[str, str]]:
    """Every link with a box that one of its parts runs through."""
    strips: dict[int, list[tuple[str, Box]]] = {}
    for key, box in boxes.items():
        for strip in range(int(box.x // STRIP), int(box.right // STRIP) + 1):
            strips.setdefault(strip, []).append((key, box))
    found = {
        (link, key)
        for link, line in lines.items()
        for a, b in pairwise(line)
        for strip in range(int(min(a[0], b[0]) // STRIP), int(max(a[0], b[0]) // STRIP) + 1)
        for key, box in strips.get(strip, ())
        if _runs_in(a, b, box)
    }
    return sorted(found)


def _runs_in(a: Point, b: Point, box: Box) -> bool:
    """Whether a segment has a part inside a box, its border apart; a slanted one is seen as points."""
    if abs(a[0] - b[0]) > 0.01 and abs(a[1] - b[1]) > 0.01:
        points = [(a[0] + (b[0] - a[0]) * i / 16, a[1] + (b[1] - a[1]) * i / 16) for i in range(17)]
        return any(
            box.x + 0.1 < x < box.right - 0.1 and box.y + 0.1 < y < box.bottom - 0.1 for x, y in points
        )
    x1, x2, y1, y2 = min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1])
    return x1 < box.right - 0.1 and x2 > box.x + 0.1 and y1 < box.bottom - 0.1 and y2 > box.y + 0.1


def overlapping(boxes: Iterable[Box]) -> int:
    """How many pairs lie on each other."""
    return sum(meet(a, b) for a, b in combinations(boxes, 2))


def meet(a: Box, b: Box) -> bool:
    across = a.x < b.right - 0.01 and b.x < a.right - 0.01
    return across and a.y < b.bottom - 0.01 and b.y < a.bottom - 0.01


def doubled(plan: MapPlan) -> int:
    """How many pairs of segments of different links lie on each other for more than a point."""
    level, upright = [], []
    for link in plan.links:
        for a, b in pairwise(plan.routes.route(link) or ()):
            if abs(a[1] - b[1]) < 0.01:
                level.append((a[1], min(a[0], b[0]), max(a[0], b[0]), link))
            else:
                upright.append((a[0], min(a[1], b[1]), max(a[1], b[1]), link))
    return _doubled(sorted(level)) + _doubled(sorted(upright))


def _doubled(segments: list[tuple[float, float, float, str]]) -> int:
    count = 0
    for number, (at, low, high, link) in enumerate(segments):
        for other_at, start, end, other in segments[number + 1 :]:
            if other_at - at >= 1.5:
                break
            count += other != link and min(high, end) - max(low, start) > 1
    return count
