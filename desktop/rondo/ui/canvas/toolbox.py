"""The toolbox: the tools of one canvas, of which one is in use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from rondofile.enums import LinkKind

if TYPE_CHECKING:
    from rondo.ui.canvas.tools.add_step import AddStepTool
    from rondo.ui.canvas.tools.canvas_tool import CanvasTool
    from rondo.ui.canvas.tools.connect import ConnectTool
    from rondo.ui.canvas.tools.select import SelectTool
    from rondo.ui.canvas.workplace import Workplace

SELECT, ADD, CONNECT = "journey.select", "journey.add-step", "journey.connect"
TOOLS = {SELECT: "select", ADD: "add", CONNECT: "connect"}
"""The tools by the ids of their actions."""


class Toolbox:
    """Is itself the tool of the scene: what comes goes to the one in use, which is made for it."""

    def __init__(self, work: Workplace) -> None:
        self._work, self._hands = work, work.hands
        self.current = SELECT
        self._hands.tool_wanted.connect(self.use)
        self._hands.learn_wanted.connect(self.begin_learning)
        self._hands.scene.tool = self
        self._show_current()

    @cached_property
    def select(self) -> SelectTool:
        """The tool that is there when no other is."""
        from rondo.ui.canvas.tools.select import SelectTool

        work = self._work
        return SelectTool(work.hands, work.titles, work.keys, lambda steps: self.carry(steps))

    @cached_property
    def add(self) -> AddStepTool:
        """The tool that adds steps."""
        from rondo.ui.canvas.tools.add_step import AddStepTool

        return AddStepTool(self._work.hands, self._work.titles, self._work.keys)

    @cached_property
    def connect(self) -> ConnectTool:
        """The tool that draws links."""
        from rondo.ui.canvas.tools.connect import ConnectTool

        return ConnectTool(self._work.hands, self._work.titles, self._work.keys)

    @property
    def is_ready(self) -> bool:
        """Whether the tool in use was made, or is when it is used: only the first may still be coming."""
        return self.current != SELECT or TOOLS[SELECT] in vars(self)

    @property
    def tool(self) -> CanvasTool:
        """The tool in use."""
        found: CanvasTool = getattr(self, TOOLS[self.current])
        return found

    def carry(self, steps: tuple[str, ...]) -> None:
        """Steps are dragged off the canvas."""
        self._work.drops.carry(steps)

    def use(self, key: str) -> None:
        """That tool is in use; what another had begun is cancelled."""
        if key != self.current:
            self.cancel()
        self.current = key
        self._show_current()

    def begin_link(self) -> None:
        """Links can be drawn; from the chosen step where one is, by keys too."""
        self.use(CONNECT)
        current = self._hands.current
        if current is not None and self._hands.box(current) is not None:
            self.connect.begin(current)
        self._hands.surface.setFocus()

    def begin_learning(self, step: str) -> None:
        """Something is learned at that step; the step that uses it can be said by a click or by keys."""
        if self._hands.box(step) is not None:
            self.use(CONNECT)
            self.connect.begin(step, LinkKind.LEARNS)
            self._hands.surface.setFocus()

    def press(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        return self.tool.press(pos, event)

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        """While its tool is not there yet, the pointer asks for it and says nothing."""
        if self.is_ready or event.buttons():
            return self.tool.move(pos, event)
        self._work.approached.emit()
        return False

    def release(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        return self.tool.release(pos, event)

    def double_click(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        return self.tool.double_click(pos, event)

    def key(self, event: QKeyEvent) -> bool:
        return self.tool.key(event)

    def cancel(self) -> None:
        """What a tool had begun is cancelled; one that was never made has begun nothing."""
        if TOOLS[self.current] in vars(self):
            self.tool.cancel()

    def _show_current(self) -> None:
        for key in TOOLS:
            self._hands.desk.actions[key].setChecked(key == self.current)
