"""Going about by keys: from step to step, along links, and to the lanes."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.tools.nearest import Direction, nearest
from rondofile.enums import LinkKind
from rondofile.records import Lane, Link, Step


class Going:
    """Changes what is chosen. Every way says whether there was anything to go to or to stay at."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands

    def go(self, towards: Direction, more: bool) -> bool:
        """The step that comes next is chosen, or the one before; without a link, and up and down, the nearest
        in that direction. Left of the first steps stand the lanes."""
        hands = self._hands
        if hands.chosen_lane is not None:
            return self._go_from_lane(hands.chosen_lane, towards)
        if hands.chosen_link is not None:
            return self._go_from_link(hands.chosen_link, towards)
        boxes = self._boxes()
        start = boxes.get(hands.current or "")
        if start is None:
            return self.choose_end(last=False)
        found = self._along(boxes, start, towards) or nearest(boxes, start, towards)
        if found is None:
            lane = hands.project.get(Step, hands.current).lane if hands.current else None
            if towards is Direction.LEFT and lane is not None and not more:
                hands.desk.selection.choose(Lane, lane)
            return True
        kept = [key for key in hands.chosen if key != found] if more else []
        hands.choose(*kept, found)
        return True

    def _along(self, boxes: dict[str, QRectF], start: QRectF, towards: Direction) -> str | None:
        """Right is what happens next and left what led here, wherever they stand; of several the nearest
        ahead. None: nothing does, or the way is up or down."""
        hands = self._hands
        if hands.journey is None or towards not in (Direction.LEFT, Direction.RIGHT):
            return None
        found = {
            onward: boxes[onward]
            for link in hands.project.links_of(hands.journey)
            if link.kind is LinkKind.NEXT
            for here, onward in [_turned(link, towards)]
            if here == hands.current and onward != here and onward in boxes
        }
        return nearest(found, start, towards) or next(iter(found), None)

    def _go_from_lane(self, lane: Lane, towards: Direction) -> bool:
        hands = self._hands
        there = [one.id for one in hands.project.lanes_of(lane.journey)]
        if towards is Direction.RIGHT:
            inside = {s.id for s in hands.project.steps_of(lane.journey) if s.lane == lane.id}
            boxes = {key: box for key, box in self._boxes().items() if key in inside}
            if boxes:
                hands.choose(min(boxes, key=lambda key: boxes[key].left()))
        elif towards in (Direction.UP, Direction.DOWN):
            at = there.index(lane.id) + towards.value[1]
            hands.desk.selection.choose(Lane, there[min(max(at, 0), len(there) - 1)])
        return True

    def _go_from_link(self, link: Link, towards: Direction) -> bool:
        self._hands.choose(link.target if towards in (Direction.RIGHT, Direction.DOWN) else link.source)
        return True

    def choose_link(self, onward: bool) -> bool:
        """The link out of the step, or into it; from a link, the next one of the same step."""
        hands = self._hands
        chosen, here = hands.chosen_link, hands.current
        if hands.journey is None or (chosen is None and here is None):
            return False
        if chosen is not None:
            here = chosen.source if onward else chosen.target
        found = [
            x.id for x in hands.project.links_of(hands.journey) if (x.source if onward else x.target) == here
        ]
        if found:
            at = (found.index(chosen.id) + 1) % len(found) if chosen and chosen.id in found else 0
            hands.desk.selection.choose(Link, found[at])
        return True

    def choose_end(self, last: bool) -> bool:
        ids = self._hands.scene.step_ids()
        if ids:
            self._hands.choose(ids[-1] if last else ids[0])
        return bool(ids)

    def back(self) -> bool:
        """The step that leads here is chosen; where none does, the focus goes on its way."""
        hands = self._hands
        if hands.journey is None or hands.current is None:
            return False
        before = [
            x.source
            for x in hands.project.links_of(hands.journey)
            if x.target == hands.current and x.kind is LinkKind.NEXT and x.source != hands.current
        ]
        if before:
            hands.choose(before[0])
        return bool(before)

    def _boxes(self) -> dict[str, QRectF]:
        ids = self._hands.scene.step_ids()
        return {key: box for key in ids if (box := self._hands.box(key))}


def _turned(link: Link, towards: Direction) -> tuple[str, str]:
    """From where to where the link leads, seen in that direction."""
    return (link.source, link.target) if towards is Direction.RIGHT else (link.target, link.source)
