"""Values of a plan that are still true after a change: they stay the very same, so that nothing is made or
compared twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rondo.figures.arranging.layout_values import Box, Node, Sides
from rondo.figures.below.rail import RailPlan
from rondo.figures.journeys.journey_facts import Facts, LinkFacts, StepFacts
from rondo.figures.linking.route import Wire
from rondo.figures.maps.canvas_sizes import Sizes


class Kept:
    """Nodes, boxes and wires of the plan made last."""

    def __init__(self) -> None:
        self._nodes: dict[str, tuple[StepFacts, Node]] = {}
        self._boxes: dict[str, Box] = {}
        self._stood: Mapping[str, Box] = {}
        self._corner = (0.0, 0.0)
        self._wires: dict[str, Wire] = {}
        self._known: dict[str, Wire] = {}
        self._links: dict[str, LinkFacts] = {}
        self._edges: tuple[tuple[LinkFacts, ...], tuple[str, ...], tuple[tuple[int, int], ...]] | None = None
        self._of: tuple[object, ...] = ()
        self._keys: frozenset[str] = frozenset()

    def nodes(
        self, facts: Facts, sizes: Sizes, width: float, over: Callable[[str, float], Sides]
    ) -> list[Node]:
        """The steps of the map, to be placed; `over`: what hangs over the sides of a card of that height."""
        known, height = self._nodes.get, sizes.height
        found = []
        for step in facts.on_map:
            node, high = known(step.id), height(step, width)
            sides = over(step.id, high)
            if node is None or node[0] is not step or node[1].height != high or node[1].over != sides:
                node = self._nodes[step.id] = step, self._node(step, facts, high, width, sides)
            found.append(node[1])
        return found

    def edges(
        self, facts: Facts, ids: tuple[str, ...], index: Mapping[str, int]
    ) -> tuple[tuple[int, int], ...]:
        """The pairs of steps that links join, each once."""
        if self._edges is None or self._edges[0] is not facts.links or self._edges[1] != ids:
            found: dict[tuple[int, int], None] = {}
            for link in facts.links:
                a, b = index.get(link.source), index.get(link.target)
                if a is not None and b is not None and a != b:
                    found[a, b] = None
            self._edges = facts.links, ids, tuple(found)
        return self._edges[2]

    def boxes(self, boxes: Mapping[str, Box], left: float, top: float) -> dict[str, Box]:
        """The boxes so far from the corner of the figure."""
        before, known = self._boxes, self._stood
        if self._corner != (left, top):
            known, self._corner = {}, (left, top)
        found = {
            key: before[key] if known.get(key) is b else Box(b.x + left, b.y + top, b.width, b.height)
            for key, b in boxes.items()
        }
        self._boxes, self._stood = found, boxes
        return dict(found)

    def wires(
        self, facts: Facts, rail: RailPlan, boxes: Mapping[str, Box]
    ) -> tuple[Mapping[str, Wire], Mapping[str, LinkFacts]]:
        """The wires between these boxes, and the links that may have a label."""
        landing = tuple((c.link.id, c.key, c.link.target) for c in rail.capsules if c.link.lands)
        if self._of and self._of[0] is facts.links and self._of[1] == landing and self._keys == boxes.keys():
            return self._known, self._links
        before, self._wires, self._known = self._wires, {}, {}
        for key, a, b in (*((link.id, link.source, link.target) for link in facts.links), *landing):
            wire = before.get(key)
            if wire is None or wire.source != a or wire.target != b:
                wire = Wire(key, a, b)
            self._wires[key] = wire
            if a in boxes and b in boxes and a != b:
                self._known[key] = wire
        self._links = {link.id: link for link in facts.links}
        self._of, self._keys = (facts.links, landing), frozenset(boxes)
        return self._known, self._links

    def _node(self, step: StepFacts, facts: Facts, height: float, width: float, over: Sides) -> Node:
        known = self._nodes.get(step.id)
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
        return known[1] if known is not None and known[1] == node else node
