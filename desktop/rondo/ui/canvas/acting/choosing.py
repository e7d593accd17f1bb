"""Choosing steps by what they have in common: phase, lane, kind, whose work, and the way they lie on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rondo.strategy.journeys.journey import actor_of
from rondo.ui.canvas.hands import Hands
from rondofile.enums import LinkKind, Phase
from rondofile.records import Step


class Choosing:
    """Chooses from what is chosen; the steps that were chosen stay so."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands

    def in_phase(self, phase: Phase | None = None) -> None:
        """All steps of that phase are chosen; without one, of the phases of the chosen steps."""
        if phase is None:
            self._alike(lambda step: step.phase)
        else:
            self._choose(step.id for step in self._there() if step.phase is phase)

    def in_lane(self) -> None:
        """All steps of the chosen lane are chosen, or of the lanes of the chosen steps."""
        lane = self._hands.chosen_lane
        if lane is None:
            self._alike(lambda step: step.lane)
        else:
            self._choose(step.id for step in self._there() if step.lane == lane.id)

    def of_kind(self) -> None:
        """All steps of the same kind are chosen."""
        self._alike(lambda step: step.kind)

    def by_actor(self) -> None:
        """All steps are chosen whose work the same one does, by the step or by its lane."""
        project = self._hands.project
        self._alike(lambda step: actor_of(project, step))

    def before(self) -> None:
        """Every step from which links lead to the chosen ones is chosen too."""
        self._follow(onward=False)

    def after(self) -> None:
        """Every step to which links lead from the chosen ones is chosen too."""
        self._follow(onward=True)

    def _there(self) -> tuple[Step, ...]:
        journey = self._hands.journey
        return self._hands.project.steps_of(journey) if journey else ()

    def _alike(self, quality: Callable[[Step], object]) -> None:
        wanted = {found for step in self._hands.steps(self._hands.chosen) if (found := quality(step))}
        self._choose([step.id for step in self._there() if quality(step) in wanted], self._hands.chosen)

    def _follow(self, onward: bool) -> None:
        hands = self._hands
        ways: dict[str, list[str]] = {}
        for link in hands.project.links_of(hands.journey) if hands.journey else ():
            if link.kind is LinkKind.NEXT:
                one, other = (link.source, link.target) if onward else (link.target, link.source)
                ways.setdefault(one, []).append(other)
        found = dict.fromkeys(hands.chosen)
        reached = list(found)
        while reached:
            fresh = [key for key in ways.get(reached.pop(), ()) if key not in found]
            found.update(dict.fromkeys(fresh))
            reached += fresh
        self._choose(found, hands.chosen)

    def _choose(self, keys: Iterable[str], kept: Iterable[str] = ()) -> None:
        """The step that keys go to stays the one chosen last."""
        last = tuple(kept)
        was = set(last)
        self._hands.desk.selection.choose(Step, *(key for key in keys if key not in was), *last)
