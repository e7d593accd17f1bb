"""What actions, keys and menus do with the chosen lane."""

from __future__ import annotations

from collections.abc import Callable

from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.lanes import gestures_lanes
from rondofile.enums import LaneRole
from rondofile.kinds import EditKind
from rondofile.nouns import lanes
from rondofile.records import Lane


class LaneDeeds:
    """Acts on the chosen lane. `ask`: how a lane with steps is to be removed, answered by `remove`."""

    def __init__(self, hands: Hands, ask: Callable[[Lane], None]) -> None:
        self._hands, self._ask = hands, ask

    def shift(self, by: int) -> bool:
        """The chosen lane stands above or below its neighbour. Whether a lane is chosen."""
        lane = self._hands.chosen_lane
        if lane is None:
            return False
        there = [one.id for one in self._hands.project.lanes_of(lane.journey)]
        place, key = there.index(lane.id) + by, lane.id
        if 0 <= place < len(there) and self._hands.can_edit:
            self._hands.edit(EditKind.MOVE_LANE, lambda edit: gestures_lanes.put_at(edit, key, place))
        return True

    def toggle_seen(self) -> None:
        """The customer sees the lane, or does so no more."""
        lane = self._hands.chosen_lane
        if lane is not None:
            key, seen = lane.id, not lane.seen_by_customer
            self._hands.edit(
                EditKind.SET_LANE, lambda edit: lanes.set_fields(edit, key, seen_by_customer=seen)
            )

    def set_role(self, key: str, role: LaneRole) -> None:
        """The lane is that one's desk."""
        self._hands.edit(EditKind.SET_LANE, lambda edit: lanes.set_fields(edit, key, role=role))

    def fit(self, key: str = "") -> None:
        """The lane is as high as its steps need: the chosen one, or that one."""
        lane = self._hands.project.find(Lane, key) or self._hands.chosen_lane
        if lane is not None and lane.height is not None and self._hands.can_edit:
            found = lane.id
            self._hands.edit(EditKind.SIZE_LANE, lambda edit: gestures_lanes.set_height(edit, found, None))

    def delete(self) -> None:
        """The chosen lane is gone; where steps stand in it, it is asked first what becomes of them."""
        lane = self._hands.chosen_lane
        if lane is not None and self.steps_in(lane):
            self._ask(lane)
        elif lane is not None:
            self.remove(lane.id, with_steps=False)

    def remove(self, key: str, *, with_steps: bool) -> None:
        """The lane is gone; its steps too, or they wait in the inbox."""
        self._hands.edit(
            EditKind.DELETE_LANE, lambda edit: gestures_lanes.remove(edit, key, with_steps=with_steps)
        )

    def steps_in(self, lane: Lane) -> int:
        """How many steps stand in the lane."""
        return sum(step.lane == lane.id for step in self._hands.project.steps_of(lane.journey))
