"""Joining the chosen steps into one, dividing one into two: where they come from goes with them."""

from __future__ import annotations

from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.titles import Titles
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.records import Step


class Joining:
    """Acts on the chosen steps; each deed is one edit, after which the title is being written."""

    def __init__(self, hands: Hands, titles: Titles) -> None:
        self._hands, self._titles = hands, titles

    def merge(self) -> None:
        """The first of the chosen steps stands for all: with their links, what hurts, and their origins."""
        hands, chosen = self._hands, set(self._hands.chosen)
        order = [step.id for step in hands.project.steps_of(hands.journey or "") if step.id in chosen]
        if len(order) > 1:
            first, others = order[0], order[1:]
            hands.edit(
                EditKind.MERGE_STEPS,
                lambda edit: steps.merge(edit, first, others),
                then=lambda _: self._name(first),
            )

    def split(self) -> None:
        """A second step comes after the chosen one, with the same origins; what led on leads on from it."""
        hands, key = self._hands, self._hands.current
        step = hands.project.find(Step, key)
        if step is not None:
            one, title = step.id, hands.desk.words("joining.second", title=step.title)
            hands.edit(
                EditKind.SPLIT_STEP,
                lambda edit: steps.split(edit, one, title).id,
                then=self._name,
            )

    def _name(self, step: str) -> None:
        """That step is chosen, and its title is being written."""
        self._hands.choose(step)
        if self._hands.box(step) is not None:
            self._titles.rename_step(step)
