"""What actions do that bring chosen steps into line, spread them, and connect them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from rondo.ui.canvas.editing import gestures
from rondo.ui.canvas.editing.aligning import Line, Standing, aligned, distributed, offsets, spread
from rondo.ui.canvas.editing.gestures_links import connect_all
from rondo.ui.canvas.editing.place import Place
from rondo.ui.canvas.hands import Hands
from rondofile.enums import LinkKind, Phase
from rondofile.kinds import EditKind
from rondofile.records import Step

SEARCHED = 400
"""More chosen steps are not looked at one by one to say whether they can be spread."""


class Aligning:
    """Acts on the chosen steps of the map; each deed is one edit."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands

    def can_distribute(self, *, across: bool) -> bool:
        """Whether three or more steps of one phase, or of one lane, are chosen."""
        many = len(self._hands.desk.selection.ids_of(Step)) > SEARCHED
        return many or spread(self._standing(), across=across)

    def align(self, line: str) -> None:
        """The chosen steps have that line in common, phase by phase or lane by lane."""
        self._move(EditKind.ALIGN_STEPS, aligned(self._standing(), Line(line)))

    def distribute(self, *, across: bool) -> None:
        """The chosen steps have equal gaps between them, phase by phase or lane by lane."""
        self._move(EditKind.SPREAD_STEPS, distributed(self._standing(), across=across))

    def connect(self) -> None:
        """Each chosen step leads to the next one, where it does not yet and where it may."""
        project, journey = self._hands.project, self._hands.journey
        known = project.links_of(journey) if journey else ()
        there = {(link.source, link.target) for link in known if link.kind is LinkKind.NEXT}
        pairs = [pair for pair in pairwise(self._hands.chosen) if pair not in there]
        if pairs:
            self._hands.edit(EditKind.ADD_LINKS, lambda edit: connect_all(edit, pairs))

    def _standing(self) -> list[Standing]:
        plan = self._hands.scene.plan
        return [
            Standing(step.id, step.phase, step.lane, plan.boxes[step.id], step.locked)
            for step in self._hands.steps(self._hands.chosen)
            if plan and step.id in plan.boxes and step.phase is not Phase.REPEAT
        ]

    def _move(self, kind: EditKind, corners: dict[str, tuple[float, float]]) -> None:
        places = self._places(corners)
        first_lane = self._hands.first_lane
        if places:
            self._hands.edit(kind, lambda edit: gestures.move(edit, places, first_lane))

    def _places(self, corners: dict[str, tuple[float, float]]) -> dict[str, Place]:
        project, origin = self._hands.project, self._origin()
        at = offsets(corners, origin)
        steps = {key: project.get(Step, key) for key in at}
        return {key: Place(steps[key].phase, steps[key].lane, x, y) for key, (x, y) in at.items()}

    def _origin(self) -> Callable[[str], tuple[float, float]]:
        project, plan = self._hands.project, self._hands.scene.plan

        def origin(key: str) -> tuple[float, float]:
            step = project.get(Step, key)
            return plan.origin_of(step.phase, step.lane) if plan else (0.0, 0.0)

        return origin
