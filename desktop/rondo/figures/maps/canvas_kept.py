"""Values of a plan that are still true after a change: they stay the very same, so that nothing is made or
compared twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from msgspec import Struct

from rondo.figures.arranging.layout_values import Box, Node, Sides
from rondo.figures.below.rail import RailPlan
from rondo.figures.journeys.journey_facts import Facts, LinkFacts, StepFacts
from rondo.figures.linking.route import Wire
from rondo.figures.maps.canvas_notes import Hung
from rondo.figures.maps.canvas_sizes import Sizes
from rondo.figures.maps.canvas_spliced import Followed, others
from rondofile.enums import Phase

Edge = tuple[int, int]
_id, _phase, _lane = attrgetter("id"), attrgetter("phase"), attrgetter("lane")


class Stood(Struct, frozen=True, eq=False, dict=True):
    """The steps that are to be placed, what they are called, and the phases and lanes that they are in."""

    nodes: Sequence[Node]
    ids: tuple[str, ...]
    index: Mapping[str, int]
    phase: tuple[int, ...]
    lane: tuple[int, ...]

    @classmethod
    def of(cls, nodes: Sequence[Node]) -> Stood:
        """These nodes, each in a phase and a lane."""
        ids = tuple(map(_id, nodes))
        index = dict(zip(ids, range(len(ids)), strict=True))
        return cls(nodes, ids, index, tuple(map(_phase, nodes)), tuple(map(_lane, nodes)))


class Kept:
    """Nodes, boxes and wires of the plan made last."""

    def __init__(self) -> None:
        self._slots = Followed[StepFacts, Node | None]()
        self._in_rail = Followed[StepFacts, StepFacts | None]()
        self._pairs = Followed[LinkFacts, tuple[int, int] | None]()
        self._wires = Followed[LinkFacts, tuple[str, Wire] | None]()
        self._entries = Followed[LinkFacts, tuple[str, LinkFacts]]()
        self._nodes: dict[str, tuple[StepFacts, Node]] = {}
        self._found: tuple[list[Node | None], Stood] | None = None
        self._boxes: dict[str, Box] = {}
        self._stood: Mapping[str, Box] = {}
        self._corner = (0.0, 0.0)
        self._known: dict[str, Wire] = {}
        self._links: dict[str, LinkFacts] = {}
        self._edges: tuple[tuple[LinkFacts, ...], tuple[str, ...], tuple[Edge, ...]] | None = None
        self._of: tuple[object, ...] = ()
        self._keys: frozenset[str] = frozenset()

    def stood(self, facts: Facts, sizes: Sizes, width: float, hung: Hung) -> Stood:
        """The steps of the map, to be placed; the very same while they are."""
        phases = facts.phases

        def slot(step: StepFacts) -> Node | None:
            if step.lane is None or step.phase not in phases:
                return None
            high = sizes.height(step, width)
            return self._node(step, facts, high, width, hung.over(step.id, high))

        slots = self._slots.follow(facts.steps, slot, (hung.notes, sizes.doubts, sizes.many, phases))
        if self._found is None or self._found[0] is not slots:
            self._found = slots, Stood.of([*filter(None, slots)])
        return self._found[1]

    def in_rail(self, facts: Facts) -> list[StepFacts]:
        """The steps of the rail."""
        there = self._in_rail.follow(facts.steps, lambda step: step if step.phase is Phase.REPEAT else None)
        return [*filter(None, there)]

    def edges(self, facts: Facts, ids: tuple[str, ...], index: Mapping[str, int]) -> tuple[Edge, ...]:
        """The pairs of steps that links join, each once."""

        def pair(link: LinkFacts) -> Edge | None:
            a, b = index.get(link.source), index.get(link.target)
            return (a, b) if a is not None and b is not None and a != b else None

        if self._edges is None or self._edges[0] is not facts.links or self._edges[1] != ids:
            pairs = self._pairs.follow(facts.links, pair, ids)
            self._edges = facts.links, ids, tuple(dict.fromkeys(filter(None, pairs)))
        return self._edges[2]

    def boxes(self, boxes: Mapping[str, Box], left: float, top: float) -> Mapping[str, Box]:
        """The boxes so far from the corner of the figure; the very same while they are."""
        if self._stood is boxes and self._corner == (left, top):
            return self._boxes
        same = self._corner == (left, top) and [*self._stood] == [*boxes]
        changed = others(boxes, self._stood) if same else boxes
        moved = {key: Box(b.x + left, b.y + top, b.width, b.height) for key in changed if (b := boxes[key])}
        self._boxes = {**self._boxes, **moved} if same else moved
        self._corner = left, top
        self._stood = boxes
        return self._boxes

    def wires(
        self, facts: Facts, rail: RailPlan, boxes: Mapping[str, Box]
    ) -> tuple[Mapping[str, Wire], Mapping[str, LinkFacts]]:
        """The wires between these boxes, and the links that may have a label."""
        landing = tuple((c.link.id, c.key, c.link.target) for c in rail.capsules if c.link.lands)
        if self._keys != boxes.keys():
            self._keys, self._of = frozenset(boxes), ()
        if self._of and self._of[0] is facts.links and self._of[1] == landing:
            return self._known, self._links
        before, keys = self._known, self._keys

        def wire(link: str, a: str, b: str) -> tuple[str, Wire] | None:
            if a not in keys or b not in keys or a == b:
                return None
            known = before.get(link)
            return link, known if known and known.source == a and known.target == b else Wire(link, a, b)

        drawn = self._wires.follow(facts.links, lambda one: wire(one.id, one.source, one.target), keys)
        self._known = dict(filter(None, (*drawn, *(wire(*one) for one in landing))))
        self._links = dict(self._entries.follow(facts.links, lambda one: (one.id, one)))
        self._of = facts.links, landing
        return self._known, self._links

    def _node(self, step: StepFacts, facts: Facts, height: float, width: float, over: Sides) -> Node:
        """The node of a step; the very one of before where it is to be placed as before."""
        known = self._nodes.get(step.id)
        if known and known[0] is step and known[1].height == height and known[1].over == over:
            return known[1]
        node = Node(
            step.id,
            facts.phases.index(step.phase) if step.phase else 0,
            step.lane or 0,
            width,
            height,
            step.x if step.y is not None else None,
            step.y if step.x is not None else None,
            step.locked,
            over,
        )
        node = known[1] if known is not None and known[1] == node else node
        self._nodes[step.id] = step, node
        return node
