"""What actions do with the whole journey on the canvas."""

from __future__ import annotations

from rondo.ui.canvas.editing.arranging import arrange, arrange_chosen
from rondo.ui.canvas.hands import Hands
from rondo.ui.journeys.new_journey import begin_redesign
from rondofile.kinds import EditKind
from rondofile.nouns import journeys
from rondofile.records import Journey, Step


class JourneyDeeds:
    """Acts on the journey that is looked at; without one nothing happens."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands

    def redesign(self) -> None:
        """A redesign of it is there, and looked at."""
        if self._hands.journey:
            begin_redesign(self._hands.desk, self._hands.journey)

    def delete(self) -> None:
        """It is gone."""
        key = self._hands.journey
        if key:
            self._hands.edit(EditKind.DELETE_JOURNEY, lambda edit: journeys.delete(edit, key))

    def arrange(self) -> None:
        """Its steps stand where the layout puts them."""
        arrange(self._hands)

    def arrange_chosen(self) -> None:
        """So do those that are chosen."""
        arrange_chosen(self._hands)

    def toggle_curved(self) -> None:
        """Its links are curves where they were at right angles, and the other way round."""
        journey = self._hands.project.find(Journey, self._hands.journey)
        if journey is not None:
            key, curved = journey.id, not journey.curved
            self._hands.edit(EditKind.SET_JOURNEY, lambda edit: journeys.set_fields(edit, key, curved=curved))

    def ask_next(self) -> None:
        """Its next open question is gone to; after the last of them the first comes again."""
        from rondo.strategy.passes import next_pass

        hands = self._hands
        journey = hands.project.find(Journey, hands.journey)
        found = next_pass(hands.project, journey) if journey is not None else None
        if found is None:
            return
        chosen = hands.desk.selection.ids_of(Step)
        at = found.open.index(chosen[0]) + 1 if len(chosen) == 1 and chosen[0] in found.open else 0
        step = found.open[at % len(found.open)]
        hands.desk.selection.choose(Step, step)
        hands.surface.reveal([step])
