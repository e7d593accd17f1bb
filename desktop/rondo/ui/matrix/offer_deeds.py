"""What can be done with offers in the matrix. Each is one edit; what is new is shown and chosen."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from rondo.strategy.rules import Verdict
from rondo.ui.desk import Desk
from rondo.ui.matrix.cursor import Cursor, neighbour
from rondo.ui.matrix.layers import Layers
from rondo.ui.matrix.plan import Plan
from rondo.ui.mime import Cards, decode, encode, text_of
from rondo.ui.placing import Manner, place_cards, place_lines
from rondo.ui.selection import Cell
from rondofile.edits import Edit
from rondofile.enums import PlacementState
from rondofile.kinds import EditKind
from rondofile.nouns import placements
from rondofile.records import Placement, Player

STATES = tuple(PlacementState)


class OfferDeeds:
    """Acts on the chosen offers and the cell of the cursor; `placed` is told the ids of what is new."""

    def __init__(
        self,
        desk: Desk,
        cursor: Cursor,
        plan: Callable[[], Plan],
        layers: Callable[[], Layers],
        placed: Callable[[tuple[str, ...]], None],
    ) -> None:
        self._desk = desk
        self._cursor = cursor
        self._plan = plan
        self._layers = layers
        self._placed = placed
        self._bound: Cell | None = None
        """Where offers are on their way to, while keys are pressed faster than they arrive."""
        self.cut_out: frozenset[str] = frozenset()
        """Offers that were cut and wait to be pasted; until then they stay where they are."""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the chosen offers."""
        return self._desk.selection.ids_of(Placement)

    @property
    def doc_id(self) -> str:
        standing = self._desk.session.standing
        return standing.doc_id if standing else ""

    def manner(self, copy: bool = False, kind: EditKind = EditKind.PLACE_OFFER) -> Manner:
        """New offers begin so that they are seen: in a state and of an organisation that is shown."""
        layers, project = self._layers(), self._desk.session.project
        state = next(iter(layers.states)) if len(layers.states) == 1 else None
        own = project.own
        others = [p.id for p in project.all(Player) if p.id not in layers.without]
        hidden = own is not None and own.id in layers.without
        return Manner(state, others[0] if hidden and others else None, copy, kind)

    def cards(self) -> Cards | None:
        """The chosen offers as a payload, their sentences as text beside it."""
        if not self.chosen:
            return None
        plan = self._plan()
        titles = [plan.cards[key].title for key in self.chosen if key in plan.cards]
        return Cards(self.doc_id, "placement", self.chosen, text="\n".join(titles))

    def new(self, cell: Cell | None = None) -> None:
        """An offer without a sentence stands in the cell."""
        self._said(place_lines(self._desk, "", cell or self._cursor.cell, self.manner(), self._placed))

    def drop(self, cards: Cards, cell: Cell, copy: bool = False) -> None:
        """What was dragged stands in the cell; offers that stand there already stay as they are."""
        if cards.kind == "placement" and not copy:
            plan = self._plan()
            cards = replace(cards, ids=tuple(key for key in cards.ids if plan.home.get(key) != cell))
        if cards.ids:
            self._said(place_cards(self._desk, cards, cell, self.manner(copy), self._placed))

    def drop_lines(self, text: str, cell: Cell, kind: EditKind = EditKind.PLACE_OFFER) -> None:
        """Every line of the text is an offer in the cell."""
        self._said(place_lines(self._desk, text, cell, self.manner(kind=kind), self._placed))

    def move(self, right: int, down: int) -> None:
        """The chosen offers stand in the neighbouring cell of the cursor."""
        on_their_way = self._bound if self._desk.session.busy else None
        cards, start = self.cards(), on_their_way or self._cursor.cell
        cell = neighbour(self._plan(), start, right, down)
        if cards is None or cell == start:
            return
        self._bound = cell
        self._said(place_cards(self._desk, cards, cell, self.manner(), self._placed))

    def copy(self) -> None:
        """The chosen offers are on the clipboard."""
        cards = self.cards()
        if cards is not None:
            self.cut_out = frozenset()
            QGuiApplication.clipboard().setMimeData(encode(cards))

    def cut(self) -> None:
        """The chosen offers are on the clipboard, and will move when they are pasted."""
        self.copy()
        self.cut_out = frozenset(self.chosen)

    def paste(self) -> None:
        """What is on the clipboard stands in the cell of the cursor; lines of text are offers."""
        data = QGuiApplication.clipboard().mimeData()
        cards, cell = decode(data, self.doc_id), self._cursor.cell
        if cards is not None and cards.kind == "placement" and self.cut_out.issuperset(cards.ids):
            self.cut_out = frozenset()
            self.drop(cards, cell)
        elif cards is not None:
            self._said(place_cards(self._desk, cards, cell, self.manner(True, EditKind.PASTE), self._placed))
        elif data.hasText() and data.text().strip():
            self.drop_lines(text_of(data), cell, EditKind.PASTE)

    def can_paste(self) -> bool:
        """Whether the clipboard holds something that can become an offer."""
        data = QGuiApplication.clipboard().mimeData()
        return data is not None and is_placeable(data, self.doc_id)

    def duplicate(self) -> None:
        """A copy of each chosen offer stands in the same cell."""
        keys = self.chosen

        def copied(edit: Edit) -> tuple[str, ...]:
            return tuple(copy.id for copy in placements.copy(edit, keys))

        if keys:
            self._desk.session.edit(EditKind.PLACE_OFFER, copied, then=self._placed)

    def delete(self) -> None:
        """The chosen offers are gone; their cell is chosen."""
        keys, cell = self.chosen, self._cursor.cell
        if keys:
            self._desk.session.edit(
                EditKind.DELETE_OFFERS,
                lambda edit: placements.delete(edit, *keys),
                then=lambda _: self._cursor.to_cell(cell),
            )

    def next_state(self) -> None:
        """Today, we will, we could: the chosen offers have the one after that of the first."""
        keys = self.chosen
        if keys:
            now = self._desk.session.project.get(Placement, keys[0]).state
            self.set_state(STATES[(STATES.index(now) + 1) % len(STATES)])

    def set_state(self, state: PlacementState) -> None:
        """The chosen offers have that state."""
        keys = self.chosen
        self._desk.session.edit(
            EditKind.SET_OFFER, lambda edit: placements.set_fields(edit, keys, state=state)
        )

    def _said(self, verdict: Verdict) -> None:
        if not verdict.allowed:
            self._desk.notices.say(self._desk.words(verdict.reason_key), "bad", key="place")


def is_placeable(data: QMimeData, doc_id: str) -> bool:
    """Whether a payload holds cards of this project, or text."""
    return decode(data, doc_id) is not None or (data.hasText() and bool(data.text().strip()))
