"""What a screen reader reads of the lanes: the hairline above the map stands for them as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect

from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.speaking.spoken_acts import SpokenActs
from rondo.ui.pieces.accessible import WHOLE, Act, Role, Said
from rondofile.records import Lane


class LaneTeller:
    """Tells the lanes of the journey on the canvas, made from the records."""

    def __init__(self, hands: Hands) -> None:
        self._hands, self._acts = hands, SpokenActs(hands)

    def said(self, key: str) -> Said | None:
        """The list is all lanes; an item is a lane."""
        words, hands = self._hands.desk.words, self._hands
        if key == WHOLE:
            return Said(words("canvas_tools.voice_lanes"), "", Role.List)
        lane = hands.project.find(Lane, key)
        if lane is None or lane.journey != hands.journey:
            return None
        role = hands.desk.framework.name(lane.role)
        name = words("canvas_tools.voice_lane", name=lane.name or role)
        many = sum(step.lane == key for step in hands.project.steps_of(lane.journey))
        about = words("list.comma").join((role, words.count("status_line.steps", many)))
        return Said(name, about, chosen=key in hands.desk.selection.ids_of(Lane))

    def parts(self, key: str) -> Sequence[str]:
        """The lanes from above."""
        hands = self._hands
        if key != WHOLE or hands.journey is None:
            return ()
        return tuple(lane.id for lane in hands.project.lanes_of(hands.journey))

    def whole(self, key: str) -> str:
        return WHOLE

    def place(self, key: str) -> QRect:
        """Where the name of the lane stands on the screen."""
        surface, plan = self._hands.surface, self._hands.scene.plan
        row = plan.row(key) if plan is not None else None
        if plan is None or row is None:
            return QRect()
        corner = surface.viewport().mapToGlobal(surface.mapFromScene(QPointF(row.x, row.y)))
        scale = surface.transform().m11()
        return QRect(corner.x(), corner.y(), round((plan.left - row.x) * scale), round(row.height * scale))

    def current(self) -> str:
        lane = self._hands.chosen_lane
        return lane.id if lane is not None else ""

    def activate(self, key: str) -> None:
        self._acts.choose(Lane, [key])

    def acts(self, key: str) -> Sequence[Act]:
        """What can be done with a lane besides choosing it."""
        return self._acts.of_lane(key) if key != WHOLE else ()

    def chosen(self) -> Sequence[str]:
        return self._hands.desk.selection.ids_of(Lane)

    def choose(self, keys: Sequence[str]) -> None:
        """Exactly these lanes are chosen."""
        self._acts.choose(Lane, keys)
