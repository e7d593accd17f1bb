"""What can be done now on one canvas: asked for every action after every click, so it reads little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rondofile.records import Note, Step

if TYPE_CHECKING:
    from rondo.ui.canvas.hands import Hands


class Possible:
    """Answers from what is chosen. Doing it is the business of others, which come when they are wanted."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands

    @property
    def change(self) -> bool:
        """Steps are chosen that may be changed."""
        return self._hands.can_edit and self._hands.has_chosen

    @property
    def follow(self) -> bool:
        """One step is chosen alone that may be changed."""
        return self._many == 1 and self.change

    @property
    def join(self) -> bool:
        """Several steps are chosen that may be changed."""
        return self._many > 1 and self.change

    @property
    def change_notes(self) -> bool:
        """Notes are chosen that may be changed."""
        return self._hands.can_edit and bool(self._hands.chosen_notes)

    @property
    def free_notes(self) -> bool:
        """Of the chosen notes, one follows a step."""
        found = (self._hands.project.get(Note, key) for key in self._hands.chosen_notes)
        return self.change_notes and any(note.step for note in found)

    @property
    def change_lane(self) -> bool:
        """A lane is chosen that may be changed."""
        return self._hands.can_edit and self._hands.chosen_lane is not None

    @property
    def fit_lane(self) -> bool:
        """A lane is chosen whose height somebody gave."""
        lane = self._hands.chosen_lane
        return self.change_lane and lane is not None and lane.height is not None

    @property
    def rename(self) -> bool:
        """One thing is chosen that has a name."""
        return self.follow or self._part

    @property
    def delete(self) -> bool:
        """Steps are chosen, or a lane, or a link."""
        return self.change or self._part

    @property
    def insert(self) -> bool:
        """A link is chosen on which there is room for a step."""
        link, plan = self._hands.chosen_link, self._hands.scene.plan
        return self._hands.can_edit and link is not None and plan is not None and link.id in plan.links

    @property
    def _many(self) -> int:
        return len(self._hands.desk.selection.ids_of(Step))

    @property
    def _part(self) -> bool:
        """A lane or a link is chosen alone that may be changed."""
        one = self._hands.chosen_lane or self._hands.chosen_link
        return self._hands.can_edit and one is not None
