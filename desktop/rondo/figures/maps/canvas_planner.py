"""Makes the plan of a canvas, and makes it anew after a change from what is still true.

Every stage is kept with what it was made from: facts, sub-columns, routes. So the plan after a change is
the plan that a fresh look gives, and costs little where little changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from rondo.figures.arranging.layout import Layout
from rondo.figures.arranging.layout_cells import CellMemory
from rondo.figures.arranging.layout_columns import Graph
from rondo.figures.arranging.layout_kept import KeptOrder, LayoutMemory
from rondo.figures.arranging.layout_place import place, stand_alike
from rondo.figures.arranging.layout_values import Box, Node, Spacing
from rondo.figures.below.rail import RailPlan, plan_rail
from rondo.figures.below.rail_folded import folded_rail
from rondo.figures.journeys.journey_facts import Facts, LaneFacts, LinkFacts, journey_facts
from rondo.figures.journeys.journey_frame import gutter_of, header_of, least_phase
from rondo.figures.journeys.journey_labels import RESERVE, TRACK, chip_size, link_label
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.linking.route import Room
from rondo.figures.maps.canvas_columns import USUAL, columned
from rondo.figures.maps.canvas_facts import CANVAS, Reader, patched, relinked, settled
from rondo.figures.maps.canvas_kept import Kept
from rondo.figures.maps.canvas_notes import Hung
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.maps.canvas_routes import Routes
from rondo.figures.maps.canvas_said import saying
from rondo.figures.maps.canvas_sizes import MANY, Sizes
from rondo.text.shaped import Block
from rondofile.changes import ChangeSet, Origin
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Lane, Note

CARD = 112.0
"""How wide cards are."""
PAD_X, PAD_Y = 12.0, 13.0
SPACING = Spacing(column=26.0, row=15.0, pad_x=PAD_X, pad_y=PAD_Y, min_phase=CARD + 2 * PAD_X, min_lane=56.0)
NO_LANES = 150.0
"""How high the columns are while there is no lane."""
AROUND_CHIP = 15.0
LABELLED = 240
"""In journeys with more links, labels get no room of their own."""


class Planner:
    """Plans one journey under one pen; `plan` again and again as the project changes.

    `memory` knows where steps stood, also for other planners; without it the first plan begins anew."""

    def __init__(self, pen: Pen, memory: LayoutMemory | None = None) -> None:
        self.pen = pen
        self.rail_open = True
        """Whether the rail shows what is learned and comes again, or says it in a line."""
        self.memory = memory or LayoutMemory()
        self._sizes = Sizes(pen)
        self._kept, self._cells = Kept(), CellMemory()
        self._reader = Reader()
        self._hung = Hung(pen, CARD)
        self._labels: dict[LinkFacts, Block | None] = {}
        self._facts: Facts | None = None
        self._planned: tuple[object, tuple[str, ...], KeptOrder] | None = None
        """The cells and names of the steps that have their sub-columns, and where these were kept."""
        self._edges: tuple[tuple[int, int], ...] = ()
        self._telling: tuple[tuple[int, int], ...] = ()
        """The links when they said last how steps stand below each other."""
        self._columned: tuple[list[int], list[int]] = ([], [])
        self._settled: Layout | None = None
        self._routes: Routes | None = None
        self._made: tuple[MapPlan, bool, KeptOrder] | None = None
        """The plan made last, with whether the rail was open and where steps stood."""

    def plan(self, project: Project, journey: str, changes: ChangeSet | None = None) -> MapPlan:
        """The map of that journey as it stands; `changes` led to it from the project planned last.

        A step keeps its place until it comes to another cell or the map is laid out anew.
        KeyError: no such journey."""
        if changes and changes.kind is EditKind.LAY_OUT:
            self._begin_anew(journey, changes.origin)
        facts, notes = self._read(project, journey, changes), project.notes_of(journey)
        plan = self._said(facts, notes) if changes else None
        if plan is None:
            plan = self._stood(project, facts, notes)
        self._made = plan, self.rail_open, self.memory.of(journey)
        return plan

    def _said(self, facts: Facts, notes: Sequence[Note]) -> MapPlan | None:
        """The map made last with what its steps say now, where nothing else is another."""
        known = self._made
        if known is None or known[1] != self.rail_open or known[2] is not self.memory.of(facts.journey.id):
            return None
        return saying(known[0], facts) if self._hung.notes is notes else None

    def _stood(self, project: Project, facts: Facts, notes: Sequence[Note]) -> MapPlan:
        """The map with everything in its place."""
        self._hung.read(notes)
        self._sizes.many = len(facts.steps) > MANY
        gutter = gutter_of(facts, self.pen, None)
        least = _least(gutter.least(), project.lanes_of(facts.journey.id))
        layout = self._laid(facts, self._spacing(facts, least))
        header = header_of(facts, layout, self.pen)
        left, top, right = gutter.width, header.height, gutter.width + layout.width
        boxes = self._kept.boxes(layout.boxes, left, top)
        floor = top + layout.height
        rail = self._known_rail(facts, boxes, gutter.width, right, floor)
        room = Room(left + 2, top + 2, right - 0.5, rail.bottom - 1, RESERVE, TRACK, floor)
        routes = self._routed(facts, {**boxes, **rail.obstacles}, rail, room)
        every = {**boxes, **rail.steps}
        return MapPlan(facts, layout, gutter, header, every, rail, routes, self._sizes, self._hung.all())

    def _begin_anew(self, journey: str, origin: Origin) -> None:
        """The next layout is one of the whole, or what it was before."""
        if origin is Origin.UNDO:
            self.memory.take_back(journey)
        else:
            self.memory.begin_anew(journey)

    def _read(self, project: Project, journey: str, changes: ChangeSet | None) -> Facts:
        known = self._facts if self._facts and self._facts.journey.id == journey else None
        facts = patched(known, project, changes, self.pen) if known and changes else None
        if known and changes and facts is None:
            facts = relinked(known, project, changes, self.pen, self._reader)
        if facts is None:
            reader = self._reader
            reader.begin(project, changes if known else None)
            facts = journey_facts(project, journey, self.pen, CANVAS, reader.read, reader.read_link)
            facts = settled(facts, known) if known else facts
            reader.end(project.links_of(journey), facts)
        if not facts.lanes:  # a nameless one, so that the phases have a height
            facts = replace(facts, lanes=(LaneFacts("", "", ""),))
        self._facts = facts
        return facts

    def _spacing(self, facts: Facts, lanes: dict[int, float]) -> Spacing:
        least = NO_LANES if not facts.lanes[0].id else SPACING.min_lane
        phase = max(SPACING.min_phase, least_phase(self.pen))
        return replace(SPACING, min_phase=phase, min_lane=least, lane_least=lanes)

    def _laid(self, facts: Facts, spacing: Spacing) -> Layout:
        stood = self._kept.stood(facts, self._sizes, CARD, self._hung)
        ids = stood.ids
        edges = self._kept.edges(facts, ids, stood.index)
        graph = Graph(stood.phase, stood.lane, edges)
        kept = self.memory.of(facts.journey.id)
        planned = (stood.phase, stood.lane), ids, kept
        same = self._planned == planned
        if same and self._edges is not edges:
            kept.edited, self._edges = True, edges
        if not same:
            shape = USUAL.told([node.whole for node in stood.nodes], spacing.lane_least)
            fresh = partial(columned, shape=shape)
            self._columned = kept.columned(ids, graph, [lane.id for lane in facts.lanes], fresh)
            self._planned, self._edges = planned, edges
        columns, slots = self._columned
        spacing = replace(spacing, gaps=self._gaps(facts, graph, columns, stood.index))
        shifts = kept.heights(ids)
        if not same or not stand_alike(self._telling, edges, stood.nodes, columns, slots, shifts):
            self._telling = edges
        given = (
            stood.nodes,
            columns,
            slots,
            len(facts.phases),
            len(facts.lanes),
            spacing,
            self._telling,
            shifts,
        )
        layout = self._cells.find("layout", given, lambda: self._placed(*given))
        if layout is not self._settled:
            kept.settle(stood.nodes, layout.boxes.values(), layout.lanes)
            self._settled = layout
        return layout

    def _placed(
        self,
        nodes: Sequence[Node],
        columns: Sequence[int],
        slots: Sequence[int],
        phases: int,
        lanes: int,
        spacing: Spacing,
        edges: Sequence[tuple[int, int]],
        shifts: Sequence[float | None],
    ) -> Layout:
        """Where every node stands."""
        memory, ids = self._cells, [node.id for node in nodes]
        places = place(
            nodes, columns, slots, phases, lanes, spacing, edges, keep=True, shifts=shifts, memory=memory
        )
        return Layout(
            boxes=dict(zip(ids, places.boxes, strict=True)),
            phases=places.phases,
            lanes=places.lanes,
            columns=places.columns,
            column_of=dict(zip(ids, places.column_of, strict=True)),
            left_over=(),
            crossings=0,
        )

    def _gaps(
        self, facts: Facts, graph: Graph, columns: list[int], index: Mapping[str, int]
    ) -> dict[int, float]:
        """Wider gaps before sub-columns where the label of a level link must stand."""
        if len(facts.links) > LABELLED:
            return {}
        homes = sorted({(graph.phase[i], column) for i, column in enumerate(columns)})
        number = {home: at for at, home in enumerate(homes)}
        gaps: dict[int, float] = {}
        for link in facts.links:
            a, b = index.get(link.source), index.get(link.target)
            if a is None or b is None or graph.lane[a] != graph.lane[b]:
                continue
            ends = sorted((number[graph.phase[a], columns[a]], number[graph.phase[b], columns[b]]))
            label = self._label(link) if ends[1] - ends[0] == 1 else None
            if label:
                wanted = chip_size(label)[0] + AROUND_CHIP - SPACING.column
                gaps[ends[1]] = max(gaps.get(ends[1], 0.0), wanted)
        return gaps

    def _rail(
        self, facts: Facts, boxes: Mapping[str, Box], gutter: float, right: float, bottom: float
    ) -> RailPlan:
        if facts.steps and not self.rail_open:
            return folded_rail(facts, boxes, gutter, right, bottom, self.pen, self._sizes.height)
        rail = plan_rail(facts, boxes, gutter, gutter, right, bottom, self.pen, self._sizes.height)
        return rail if facts.steps else replace(rail, notice=None)

    def _known_rail(
        self, facts: Facts, boxes: Mapping[str, Box], gutter: float, right: float, bottom: float
    ) -> RailPlan:
        """The rail; the very one of before where it says and holds the same."""
        ends = {end for link in (*facts.learns, *facts.returns) for end in (link.source, link.target)}
        titles = [(step.id, step.title) for step in facts.steps if step.id in ends] if ends else []
        given = (
            (facts.journey, facts.learns, facts.returns, facts.missing_level, bool(facts.steps)),
            (self._kept.in_rail(facts), self._sizes.doubts, self._sizes.many),
            (titles, [boxes.get(end) for end in sorted(ends)], self.rail_open, gutter, right, bottom),
        )
        return self._cells.find("rail", given, lambda: self._rail(facts, boxes, gutter, right, bottom))

    def _routed(self, facts: Facts, boxes: dict[str, Box], rail: RailPlan, room: Room) -> Routes:
        known, links = self._kept.wires(facts, rail, boxes)
        curved = facts.journey.curved
        if self._routes is None or not self._routes.same(boxes, known, room, links, curved=curved):
            self._routes = Routes(boxes, known, room, links, self._label, self._routes, curved=curved)
        return self._routes

    def _label(self, link: LinkFacts) -> Block | None:
        if link not in self._labels:
            self._labels[link] = link_label(link, self.pen)
        return self._labels[link]


def _least(names: Mapping[int, float], lanes: Sequence[Lane]) -> dict[int, float]:
    """How high each lane must be: for its name, and as high as a person made it."""
    heights = {at: float(lane.height) for at, lane in enumerate(lanes) if lane.height is not None}
    return {at: max(names.get(at, 0.0), heights.get(at, 0.0)) for at in {*names, *heights}}
