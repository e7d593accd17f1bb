"""What can be done in the coverage: a score set or taken back, an offer made, the matrix shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from rondo.figures.coverage.coverage_draw import Spot
from rondo.strategy.people.answers import Answers
from rondo.strategy.people.coverage import Place
from rondo.ui.coverage.plan import NAME, Plan
from rondo.ui.desk import Desk
from rondo.ui.mime import Cards
from rondo.ui.placing import Manner, place_cards
from rondo.ui.selection import Cell
from rondofile.enums import Architecture, PlacementState
from rondofile.kinds import EditKind
from rondofile.nouns import segments
from rondofile.records import Placement, Segment, Situation

LOW, HIGH = -2, 2


class CoverageDeeds:
    """Acts on a spot; each deed is one edit."""

    def __init__(
        self, desk: Desk, plan: Callable[[], Plan], parent: QWidget, written: Callable[[str], None]
    ) -> None:
        self._desk, self._plan, self._parent = desk, plan, parent
        self._written = written
        """Told the id of an offer whose sentence is to be written."""
        self.menu: QMenu | None = None

    def can_score(self, spot: Spot | None) -> bool:
        """Whether the spot is a score that can be set now."""
        return spot is not None and spot[2] in ("comfort", "value") and not self._desk.session.read_only

    def score(self, spot: Spot) -> int | None:
        """The score that is shown there, their own or their segment's."""
        place = self._place(spot)
        answer = place and (place.comfort if spot[2] == "comfort" else place.value)
        return answer.value if answer else None

    def is_own(self, spot: Spot) -> bool:
        """Whether they gave that score themselves."""
        place = self._place(spot)
        if place is None or place.experience is None:
            return False
        fit = Answers(self._desk.session.project).fit(place.segment, place.situation, place.experience)
        return getattr(fit, spot[2], None) is not None

    def set_score(self, spot: Spot, score: int | None, merge_key: str | None = None) -> None:
        """They have that score; None: nothing is said, or what their segment says."""
        place, experience = self._place(spot), spot[1]
        if not self.can_score(spot) or place is None or experience is None:
            return
        segment, situation, which = place.segment, place.situation, spot[2]
        if score == (self.score(spot) if self.is_own(spot) else None):
            return
        self._desk.session.edit(
            EditKind.SET_FIT,
            lambda edit: segments.set_fit(edit, segment, situation, experience, **{which: score}),
            merge_key,
        )

    def shift_score(self, spot: Spot, by: int) -> None:
        """The score is one higher or lower; from nothing it begins beside the middle."""
        self.set_score(spot, min(max((self.score(spot) or 0) + by, LOW), HIGH))

    def can_offer(self, spot: Spot | None) -> bool:
        """Whether an offer can be made in the cell of the spot."""
        return spot is not None and spot[2] != NAME and not self._desk.session.read_only

    def offer(self, spot: Spot) -> None:
        """An offer for these people in that row; who delivers it is asked, but where nothing is connected."""
        if not self.can_offer(spot):
            return
        if spot[1] is None:
            self._place_in(spot, (None, None))
            return
        menu, words = QMenu(self._parent), self._desk.words
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(words("responses.which_column")).setEnabled(False)
        for column in Architecture:
            text = self._desk.framework.architecture(column)
            said = words("responses.column", short=text.short, name=text.name)
            action = menu.addAction(said[:1].upper() + said[1:])
            action.triggered.connect(lambda _=False, column=column: self._place_in(spot, (spot[1], column)))
        self.menu = menu
        box = self._parent.mapToGlobal(self._parent.rect().center())
        menu.popup(getattr(self._parent, "menu_place", lambda _: box)(spot))

    def choose(self, spot: Spot) -> None:
        """What the spot is about is chosen: an offer, or the people of the row."""
        placement = self._desk.session.project.find(Placement, spot[2])
        if placement is not None:
            self._desk.selection.choose(Placement, placement.id)
            return
        line = self._plan().line(spot[0])
        if line is not None:
            noun = Situation if line.row.situation is not None else Segment
            self._desk.selection.choose(noun, spot[0])

    def show_in_matrix(self, spot: Spot) -> None:
        """The matrix shows the offer, else the cell of that row where our first offer for them stands."""
        place, project = self._place(spot), self._desk.session.project
        placement = project.find(Placement, spot[2])
        if placement is None and place is not None:
            placement = next(iter((*place.ours, *place.shared, *place.others)), None)
        if placement is not None:
            self._desk.selection.choose(Placement, placement.id)
        elif place is not None:
            self._desk.selection.choose_cell((place.experience, Architecture.CONNECTED_PRODUCER))
        self._desk.actions["strategy.show-matrix"].trigger()

    def _place_in(self, spot: Spot, cell: Cell) -> None:
        standing, place = self._desk.session.standing, self._place(spot)
        if standing is None or place is None:
            return
        noun = "situation" if place.situation is not None else "segment"
        cards = Cards(standing.doc_id, noun, (spot[0],), "")
        state = PlacementState.NOW if cell[0] is None else PlacementState.IDEA
        place_cards(self._desk, cards, cell, Manner(state=state), self._placed)

    def _placed(self, keys: tuple[str, ...]) -> None:
        self._desk.selection.choose(Placement, *keys)
        self._written(keys[0])

    def _place(self, spot: Spot) -> Place | None:
        return self._plan().place(spot[0], spot[1]) if spot[2] != NAME else None
