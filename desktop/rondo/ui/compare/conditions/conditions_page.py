"""What must be true: the conditions under which the choice holds, and what the framework would add."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.ui.compare.beside import Beside
from rondo.ui.compare.columns_button import ColumnsButton
from rondo.ui.compare.conditions.condition_card import ConditionCard
from rondo.ui.compare.conditions.suggestion_list import SuggestionList
from rondo.ui.compare.looking import Looking
from rondo.ui.compare.page import BETWEEN, MARGIN, Flowing, Page, said
from rondo.ui.desk import Desk
from rondo.ui.fields.add_line import AddLine
from rondofile.changes import ChangeSet
from rondofile.edits import Edit
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions
from rondofile.records import Condition


class ConditionsPage(Page):
    """A list of cards that are edited in place; below it drafts, each added by one press."""

    nouns = (Condition,)

    def __init__(self, desk: Desk, looking: Looking) -> None:
        super().__init__(desk, looking)
        words = desk.words
        self.cards: dict[str, ConditionCard] = {}
        self.new = AddLine(
            desk.look, words("compare_view.add_condition"), words("compare_view.add_condition")
        )
        self.drafts = SuggestionList(desk)
        self.columns = ColumnsButton(desk, looking)
        self._flow, self._list = Flowing(), QWidget()
        self._list.setAccessibleName(words("brief.must_be_true"))
        self._cards = QVBoxLayout(self._list)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._flow)
        for widget in (
            said(words("brief.must_be_true"), "title"),
            said(words("compare_view.conditions.about"), "caption"),
            self._list,
            self.new,
            Beside(said(words("compare_view.drafts"), "heading"), self.columns),
            said(words("compare_view.drafts.about"), "caption"),
            self.drafts,
        ):
            self._flow.column.addWidget(widget)
        self._flow.column.addStretch(1)
        self.new.added.connect(self.add)
        self.drafts.wanted.connect(self.add)
        looking.columns_changed.connect(self._on_columns_changed)
        self._space()

    def refresh(self) -> None:
        conditions = self.desk.session.project.all(Condition)
        for key in self.cards.keys() - {one.id for one in conditions}:
            self._drop(key)
        for place, one in enumerate(conditions):
            card = self.cards.get(one.id) or self._card(one)
            card.show_record(one)
            card.stand(place == 0, place == len(conditions) - 1)
            if self._cards.indexOf(card) != place:
                self._cards.insertWidget(place, card)
        self._list.setVisible(bool(conditions))
        self.drafts.show_for(self.looking.columns)

    def relook(self) -> None:
        self._space()
        self.new.relook()
        self.drafts.relook()
        for card in self.cards.values():
            card.relook()

    def reveal(self, changes: ChangeSet) -> None:
        card = next((self.cards[key] for key in changes.ids(Condition) if key in self.cards), None)
        if card is not None:
            self._flow.column.activate()
            self._flow.ensureWidgetVisible(card)

    def add(self, text: str) -> None:
        """A new condition with that text stands last."""
        self.desk.session.edit(
            EditKind.SET_CONDITIONS, lambda edit: conclusions.add(edit, Condition, text).id
        )

    def shift(self, key: str, by: int) -> None:
        """The condition stands so many places further down."""
        keys = [one.id for one in self.desk.session.project.all(Condition)]
        place = keys.index(key)
        keys.insert(min(max(place + by, 0), len(keys) - 1), keys.pop(place))
        self.desk.session.edit(
            EditKind.SET_CONDITIONS, lambda edit: conclusions.set_order(edit, Condition, keys)
        )

    def delete(self, key: str) -> None:
        """The condition is gone."""

        def change(edit: Edit) -> None:
            conclusions.delete(edit, Condition, key)

        self.cards[key].forget()
        self.desk.session.edit(EditKind.SET_CONDITIONS, change)

    def _card(self, one: Condition) -> ConditionCard:
        card = self.cards[one.id] = ConditionCard(self.desk, one)
        card.move_wanted.connect(self.shift)
        card.delete_wanted.connect(self.delete)
        return card

    def _drop(self, key: str) -> None:
        card = self.cards.pop(key)
        card.forget()
        self._cards.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _space(self) -> None:
        px = self.desk.look.px
        self._flow.column.setContentsMargins(px(MARGIN), px(16), px(MARGIN), px(MARGIN))
        self._flow.column.setSpacing(px(BETWEEN))
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(px(8))

    def _on_columns_changed(self) -> None:
        if self.isVisible():
            self.refresh()
