"""The toolbox: the tools of one canvas, of which one is in use."""

from __future__ import annotations

from collections.abc import Callable

from rondo.ui.canvas.acting.deeds_steps import StepDeeds
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.notes.note_deeds import NoteDeeds
from rondo.ui.canvas.titles import Titles
from rondo.ui.canvas.tools.add_step import AddStepTool
from rondo.ui.canvas.tools.canvas_tool import CanvasTool
from rondo.ui.canvas.tools.connect import ConnectTool
from rondo.ui.canvas.tools.keys import Keys
from rondo.ui.canvas.tools.select import SelectTool
from rondofile.enums import LinkKind

SELECT, ADD, CONNECT = "journey.select", "journey.add-step", "journey.connect"


class Toolbox:
    """Tools by the ids of their actions."""

    def __init__(
        self,
        hands: Hands,
        titles: Titles,
        deeds: StepDeeds,
        notes: NoteDeeds,
        carry: Callable[[tuple[str, ...]], None],
    ) -> None:
        self._hands = hands
        self.carry = carry
        """What happens with steps that are dragged off the canvas."""
        keys = Keys(hands, titles, deeds, notes)
        self.connect = ConnectTool(hands, titles, keys)
        self.tools: dict[str, CanvasTool] = {
            SELECT: SelectTool(hands, titles, keys, lambda steps: self.carry(steps)),
            ADD: AddStepTool(hands, titles, keys),
            CONNECT: self.connect,
        }
        self.current = SELECT
        hands.tool_wanted.connect(self.use)
        hands.learn_wanted.connect(self.begin_learning)
        self.use(SELECT)

    def use(self, key: str) -> None:
        """That tool is in use; what another had begun is cancelled."""
        self.current = key
        self._hands.scene.set_tool(self.tools[key])
        for other in self.tools:
            self._hands.desk.actions[other].setChecked(other == key)

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
