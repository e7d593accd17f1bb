"""What the keys of the canvas do that are no shortcuts of the window: going about, and moving steps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent

from rondo.ui.canvas.deeds_steps import StepDeeds
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.titles import Titles
from rondo.ui.canvas.tools.nearest import Direction, nearest
from rondofile.enums import LinkKind
from rondofile.records import Lane, Link, Step

ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Keys:
    """Takes a key, or leaves it to whoever comes after."""

    def __init__(self, hands: Hands, titles: Titles, deeds: StepDeeds) -> None:
        self._hands, self._titles, self._deeds = hands, titles, deeds

    def press(self, event: QKeyEvent) -> bool:
        """The key did what it does here; False: it does nothing here."""
        held = event.modifiers() & (_CTRL | _SHIFT | _ALT)
        towards = ARROWS.get(Qt.Key(event.key()))
        if towards is not None:
            return self._arrow(towards, held)
        if held & (_CTRL | _ALT):
            return False
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return self._write()
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                return self._choose_end(last=event.key() == Qt.Key.Key_End)
            case Qt.Key.Key_Backtab:
                return self._go_back()
            case Qt.Key.Key_Escape:
                return self._choose_nothing()
        return False

    def _arrow(self, towards: Direction, held: Qt.KeyboardModifier) -> bool:
        if held == _CTRL:
            across, down = towards.value
            return self._deeds.shift_phase(across) if across else self._deeds.shift_lane(down)
        if held == _ALT and towards in (Direction.LEFT, Direction.RIGHT):
            return self._choose_link(onward=towards is Direction.RIGHT)
        if held in (_SHIFT, Qt.KeyboardModifier.NoModifier):
            return self._go(towards, more=held == _SHIFT)
        return False

    def _go(self, towards: Direction, more: bool) -> bool:
        """The next step in that direction is chosen; left of the first steps stand the lanes."""
        hands = self._hands
        if hands.chosen_lane is not None:
            return self._go_from_lane(hands.chosen_lane, towards)
        if hands.chosen_link is not None:
            return self._go_from_link(hands.chosen_link, towards)
        boxes = self._boxes()
        start = boxes.get(hands.current or "")
        if start is None:
            return self._choose_end(last=False)
        found = nearest(boxes, start, towards)
        if found is None:
            lane = hands.project.get(Step, hands.current).lane if hands.current else None
            if towards is Direction.LEFT and lane is not None and not more:
                hands.desk.selection.choose(Lane, lane)
            return True
        kept = [key for key in hands.chosen if key != found] if more else []
        hands.choose(*kept, found)
        return True

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

    def _choose_link(self, onward: bool) -> bool:
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

    def _choose_end(self, last: bool) -> bool:
        ids = self._hands.scene.step_ids()
        if ids:
            self._hands.choose(ids[-1] if last else ids[0])
        return bool(ids)

    def _go_back(self) -> bool:
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

    def _choose_nothing(self) -> bool:
        taken = self._hands.desk.selection.kind is not None
        self._hands.desk.selection.clear()
        return taken

    def _write(self) -> bool:
        """What is chosen is written; where nothing is, a new step."""
        if self._deeds.can_rename:
            self._deeds.rename()
        elif self._hands.can_edit and not self._hands.chosen:
            self._titles.new_step(self._hands.cell_of_keys)
        return True

    def _boxes(self) -> dict[str, QRectF]:
        ids = self._hands.scene.step_ids()
        return {key: box for key in ids if (box := self._hands.box(key))}
