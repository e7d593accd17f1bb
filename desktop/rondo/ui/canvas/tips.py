"""What the marks of a card mean, told where the pointer rests: nobody has to learn signs by heart."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from rondo.figures.cards.card_words import card_words
from rondo.ui.canvas.surface import Surface
from rondo.ui.escaped import escape
from rondofile.records import Step


class Tips:
    """Answers for one surface; asked only when the pointer rests."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface

    def answer(self, event: QEvent) -> bool:
        """The pointer rests somewhere on the map."""
        if not isinstance(event, QHelpEvent):
            return False
        text = "<br>".join(escape(line) for line in self.lines(event.pos()))
        QToolTip.showText(event.globalPos(), text, self._surface.viewport())
        return True

    def lines(self, at: QPoint) -> list[str]:
        """The title of the step whose card is there, then a line for each of its marks; none elsewhere."""
        scene = self._surface.journey_scene
        desk, shown = scene.desk, scene.stage.shown
        key = scene.step_at(self._surface.mapToScene(at))
        step = desk.session.project.find(Step, key)
        if step is None or shown is None:
            return []
        said = card_words(
            desk.session.project, step, desk.words, desk.framework, shown.plan.steps[step.id].retold
        )
        say = shown.showing.say(step.id) if shown.showing else None
        if say and shown.showing:
            said.insert(0, desk.words("card.shown", what=shown.showing.shown.title, said=say.text))
        return [step.title, *said]
