"""A link being drawn: from a step to another, to the rail, or to a step that is made at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from rondo.strategy.journeys.path import main_path
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.titles import Titles
from rondo.ui.canvas.tools.gesture import Gesture
from rondo.ui.canvas.tools.overlay import Sketch
from rondofile.enums import LinkKind, Phase
from rondofile.kinds import EditKind
from rondofile.nouns import links
from rondofile.project import Project
from rondofile.records import Link

if TYPE_CHECKING:
    from rondo.strategy.rules import Verdict

KINDS = (LinkKind.NEXT, LinkKind.RETURNS, LinkKind.LEARNS)
"""What one key goes through; the other kinds are chosen in the inspector."""


def first_step(project: Project, journey: str) -> str | None:
    """Where a new episode begins: at the first step of the main path."""
    path = main_path(project, journey) or project.steps_of(journey)
    return path[0].id if path else None


class LinkDrag(Gesture):
    """Draws a link that begins at one step. The kind follows from where it leads until a person says it."""

    def __init__(self, hands: Hands, titles: Titles, source: str, kind: LinkKind | None = None) -> None:
        self.source = source
        self._hands, self._titles = hands, titles
        self._said: LinkKind | None = kind
        self._target: str | None = None
        self._on_rail = False
        self._end = QPointF()

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent | None = None) -> None:
        """The line follows the pointer; it shows what it would be and whether it may."""
        self._end = pos
        self._target = self._target_at(pos)
        self._show()

    def aim(self, target: str) -> None:
        """The line leads to that step, as chosen by key."""
        self._target = target
        box = self._hands.box(target)
        self._end = QPointF(box.left(), box.center().y()) if box else self._end
        self._show()

    @property
    def target(self) -> str | None:
        """The step that it leads to now."""
        return self._target

    @property
    def kind(self) -> LinkKind:
        """What it would be: said by key, else coming again where it leads back to the first step, and
        learning on the rail."""
        if self._said is not None:
            return self._said
        if self._on_rail:
            return LinkKind.LEARNS
        journey = self._hands.journey
        first = first_step(self._hands.project, journey) if journey else None
        back = self._target == first and self._target != self.source
        return LinkKind.RETURNS if back else LinkKind.NEXT

    def key(self, event: QKeyEvent) -> bool:
        """K, or Enter with Shift, says another kind."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_K or (enter and shift):
            self._said = KINDS[(KINDS.index(self.kind) + 1) % len(KINDS)]
            self._show()
            return True
        return False

    def drop(self, pos: QPointF) -> None:
        """The link is made where it may be; on empty ground a step is written at its end.

        On the rail something is learned: the step that uses it is asked for; asked already, what is done
        with it on the rail is a step of our own, which is written."""
        self.move(pos)
        if self._target is not None:
            self.connect()
            return
        self.cancel()
        place = self._hands.place_at(pos)
        if self._on_rail and self._said is None:
            self._hands.learn_wanted.emit(self.source)
        elif self._on_rail:
            self._titles.linked_step(self.source, place, pos, self.kind)
        elif self._hands.scene.phase_at(pos) is not None and place.phase is not Phase.REPEAT:
            kind = self.kind if self.kind is not LinkKind.RETURNS else LinkKind.NEXT
            self._titles.linked_step(self.source, place, pos, kind)

    def connect(self) -> bool:
        """The link is made; where the rules say no, they say why. Whether it was made."""
        source, target, kind = self.source, self._target, self.kind
        self.cancel()
        if target is None or (target == source and kind is not LinkKind.LEARNS):
            return False
        verdict = self._verdict(target, kind)
        if not verdict.allowed:
            self._hands.say_refusal(verdict.reason_key)
            return False
        self._hands.edit(
            EditKind.ADD_LINKS, lambda edit: links.connect(edit, source, target, kind), then=self._made
        )
        return True

    def _made(self, link: Link) -> None:
        """The link is chosen; what is learned is asked for at once."""
        self._hands.desk.selection.choose(Link, link.id)
        if link.kind is LinkKind.LEARNS:
            self._titles.label_link(link.id)

    def cancel(self) -> None:
        """Nothing is drawn."""
        self._hands.overlay.show_sketch(None)

    def said(self) -> str:
        """What it would be, in words."""
        found = self._hands.steps([self._target]) if self._target else []
        if not found:
            return self._label()
        kind = self._hands.desk.framework.name(self.kind)
        return self._hands.desk.words("canvas_tools.link_to", kind=kind, title=found[0].title)

    def _label(self) -> str:
        kind, words = self._hands.desk.framework.name(self.kind), self._hands.desk.words
        if self._said is LinkKind.LEARNS and self._target is None:
            return words("canvas_tools.learn_on_rail" if self._on_rail else "canvas_tools.learn_hint")
        return words("canvas_tools.link_hint", kind=kind)

    def _verdict(self, target: str, kind: LinkKind) -> Verdict:
        from rondo.strategy.rules import can_connect

        return can_connect(self._hands.project, self.source, target, kind)

    def _target_at(self, pos: QPointF) -> str | None:
        scene, journey = self._hands.scene, self._hands.journey
        step = scene.step_at(pos)
        self._on_rail = step is None and scene.phase_at(pos) is Phase.REPEAT
        if self._on_rail and journey and self._said is LinkKind.RETURNS:
            return first_step(self._hands.project, journey)
        return step if step != self.source or self._said is LinkKind.LEARNS else None

    def _show(self) -> None:
        start = self._hands.box(self.source)
        if start is None:
            return
        target = self._hands.box(self._target) if self._target else None
        refused = self._target is not None and not self._verdict(self._target, self.kind).allowed
        line = QPointF(start.right(), start.center().y()), self._end
        self._hands.overlay.show_sketch(
            Sketch(line=line, refused=refused, label=self._label(), target=target)
        )
