"""What actions and keys do with the chosen steps, links and lanes."""

from __future__ import annotations

from collections.abc import Callable

from rondo.ui.canvas.editing import gestures
from rondo.ui.canvas.editing.deleting import delete_steps
from rondo.ui.canvas.editing.feelings import shift_feeling
from rondo.ui.canvas.editing.place import Place
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.titles import Made, Titles
from rondofile.enums import LinkKind, Phase
from rondofile.kinds import EditKind
from rondofile.nouns import links
from rondofile.records import Lane, Link, Step

PHASES = tuple(Phase)


class StepDeeds:
    """Acts on what is chosen. `rename_waiting`: writes the title of a step where it waits, in the inbox."""

    def __init__(self, hands: Hands, titles: Titles, rename_waiting: Callable[[str], None]) -> None:
        self._hands, self._titles, self._rename_waiting = hands, titles, rename_waiting

    def rename(self) -> None:
        """The name of what is chosen is being written in its place."""
        hands = self._hands
        if hands.chosen_lane is not None:
            self._titles.rename_lane(hands.chosen_lane.id)
        elif hands.chosen_link is not None:
            self._titles.label_link(hands.chosen_link.id)
        elif hands.current is not None:
            if hands.box(hands.current) is None:
                self._rename_waiting(hands.current)
            else:
                self._titles.rename_step(hands.current)

    def add_next(self) -> None:
        """A step that comes after the chosen one is being written."""
        if self._hands.current is not None:
            self._titles.next_step(Made(self._hands.current))

    def delete(self) -> None:
        """What is chosen is gone; the steps of a lane wait in the inbox."""
        hands = self._hands
        kinds = {Lane: EditKind.DELETE_LANE, Link: EditKind.DELETE_LINKS}
        kind = hands.desk.selection.kind
        if kind is Step:
            heir = _heir(hands)
            delete_steps(hands, hands.chosen)
            hands.choose(*([heir] if heir else []))
        elif kind in kinds:
            keys = hands.desk.selection.ids
            hands.edit(kinds[kind], lambda edit: gestures.delete(edit, kind, keys))

    def give_phase(self, phase: Phase) -> None:
        """The chosen steps stand in that phase."""
        hands = self._hands
        keys, first_lane = self._movable(), hands.first_lane
        if any(step.phase is not phase for step in hands.steps(keys)):
            hands.edit(EditKind.MOVE_STEPS, lambda edit: gestures.give_phase(edit, keys, phase, first_lane))

    def shift_phase(self, by: int) -> bool:
        """Each chosen step stands in the phase before or after its own. Whether steps are chosen at all."""
        hands = self._hands
        places = {}
        for step in hands.steps(self._movable()):
            at = PHASES.index(step.phase) + by if step.phase else 0
            if 0 <= at < len(PHASES) and PHASES[at] is not step.phase:
                places[step.id] = Place(PHASES[at], step.lane)
        first_lane = hands.first_lane
        if places:
            hands.edit(EditKind.MOVE_STEPS, lambda edit: gestures.move(edit, places, first_lane))
        return bool(hands.chosen)

    def shift_lane(self, by: int) -> bool:
        """Each chosen step stands in the lane above or below its own; one without a lane in the last or
        first. Whether steps are chosen at all."""
        hands = self._hands
        there = [lane.id for lane in hands.project.lanes_of(hands.journey)] if hands.journey else []
        lane_of = {}
        for step in hands.steps(self._movable()):
            at = there.index(step.lane) + by if step.lane in there else (0 if by > 0 else len(there) - 1)
            if 0 <= at < len(there) and there[at] != step.lane:
                lane_of[step.id] = there[at]
        if lane_of:
            hands.edit(EditKind.MOVE_STEPS, lambda edit: gestures.give_lane(edit, lane_of))
        return bool(hands.chosen)

    def give_lane_number(self, number: int) -> bool:
        """The chosen steps stand in the lane of that number, from 1; whether steps are chosen at all."""
        hands = self._hands
        there = [lane.id for lane in hands.project.lanes_of(hands.journey)] if hands.journey else []
        lane = there[number - 1] if 0 < number <= len(there) else None
        wanted = {step.id: lane for step in hands.steps(self._movable()) if lane and step.lane != lane}
        if wanted:
            hands.edit(EditKind.MOVE_STEPS, lambda edit: gestures.give_lane(edit, wanted))
        return bool(hands.chosen)

    def give_actor(self) -> None:
        """The next one does the work of the chosen steps: the customer, we, both, as the lane says."""
        hands = self._hands
        keys = hands.chosen
        actor = gestures.next_actor(step.actor for step in hands.steps(keys))
        hands.edit(EditKind.SET_STEPS, lambda edit: gestures.give_actor(edit, keys, actor))
        framework, words = hands.desk.framework, hands.desk.words
        said = framework.name(actor) if actor else words("canvas_tools.actor_of_lane")
        hands.announce(words("canvas_tools.actor_now", actor=said))

    def shift_feeling(self, by: int) -> None:
        """The chosen steps feel better or worse by so much."""
        shift_feeling(self._hands, by)

    def toggle_lock(self) -> None:
        """The chosen steps are locked where they stand, or free where all of them were locked."""
        hands, keys = self._hands, self._hands.chosen
        if hands.all_locked:
            hands.edit(EditKind.SET_STEPS, lambda edit: gestures.unlock(edit, keys))
            return
        places = {}
        for step in hands.steps(keys):
            box = hands.box(step.id)
            here = hands.place_at(box.center(), step.id, step) if box else Place(x=step.x, y=step.y)
            places[step.id] = here
        hands.edit(EditKind.SET_STEPS, lambda edit: gestures.lock(edit, places))

    def set_link_kind(self, kind: LinkKind) -> None:
        """The chosen link is of that kind."""
        link = self._hands.chosen_link
        if link is not None and link.kind is not kind:
            key = link.id
            self._hands.edit(EditKind.SET_LINK, lambda edit: links.set_fields(edit, [key], kind=kind))

    def name_part(self) -> None:
        """The name of a part of the journey, of the chosen steps, is being written."""
        self._titles.name_part(self._hands.chosen)

    def _movable(self) -> tuple[str, ...]:
        """The chosen steps that are not locked; where all are, a notice says so."""
        hands = self._hands
        free = hands.free(hands.chosen) if hands.can_edit else ()
        if hands.chosen and hands.can_edit and not free:
            hands.desk.notices.say(hands.desk.words("canvas_tools.locked"), key="canvas.refused")
        return free


def _heir(hands: Hands) -> str | None:
    """The step that is chosen when the chosen ones are gone: the one before them, else after them."""
    order = [step.id for step in hands.project.steps_of(hands.journey)] if hands.journey else []
    gone = set(hands.chosen)
    at = [number for number, key in enumerate(order) if key in gone]
    before = [key for key in order[: at[0]] if key not in gone] if at else []
    after = [key for key in order[at[-1] :] if key not in gone] if at else []
    return before[-1] if before else after[0] if after else None
