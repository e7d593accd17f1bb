"""Criteria: what matters to us, how well each architecture does on it, and, if asked for, the totals."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from rondo.ui.compare.beside import Beside
from rondo.ui.compare.columns_button import ColumnsButton
from rondo.ui.compare.criteria.criteria_table import CriteriaTable
from rondo.ui.compare.criteria.criterion_bar import CriterionBar
from rondo.ui.compare.criteria.ranking import RankingPanel
from rondo.ui.compare.looking import Looking
from rondo.ui.compare.page import BETWEEN, MARGIN, Flowing, Page, said
from rondo.ui.desk import Desk
from rondo.ui.fields.add_line import AddLine
from rondo.ui.room import Deed
from rondofile.changes import ChangeSet
from rondofile.kinds import EditKind
from rondofile.nouns import comparison
from rondofile.records import Criterion, Score


class CriteriaPage(Page):
    """A digit in a cell is a score. The ranking stays away until somebody asks for it."""

    nouns = (Criterion, Score)

    def __init__(self, desk: Desk, looking: Looking) -> None:
        super().__init__(desk, looking)
        words = desk.words
        self.table = CriteriaTable(desk)
        self.bar = CriterionBar(desk, self.table.criteria)
        self.columns = ColumnsButton(desk, looking)
        self.new = AddLine(
            desk.look, words("compare_view.add_criterion"), words("compare_view.add_criterion")
        )
        self.rank = QCheckBox(words("compare_view.show_ranking").replace("&", "&&"))
        self.rank.setAccessibleName(words("compare_view.show_ranking"))
        self.ranking = RankingPanel(desk)
        self._flow = Flowing()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._flow, 1)
        outer.addWidget(self.bar)
        for widget in (
            Beside(said(words("compare_view.criteria"), "title"), self.columns),
            said(words("compare_view.criteria.about"), "caption"),
            self.table,
            self.new,
            self.rank,
            self.ranking,
        ):
            self._flow.column.addWidget(widget)
        self._flow.column.addStretch(1)
        self._connect()
        self._space()

    def refresh(self) -> None:
        self.table.criteria.show(self.looking.columns)
        there = bool(self.table.criteria.criteria)
        self.table.setVisible(there)
        self.columns.setVisible(there)
        self.rank.setVisible(there)
        self.rank.setChecked(self.looking.ranking)
        self.ranking.setVisible(there and self.looking.ranking)
        if self.looking.ranking:
            self.ranking.show_for(self.looking.columns)
        self.bar.explain(self.table.currentIndex())

    def relook(self) -> None:
        self._space()
        self.new.relook()
        self.bar.relook()
        self.table.fit()

    def deeds(self) -> Mapping[str, Deed]:
        return {
            "edit.delete": Deed(self.table.clear_score, self.table.can_clear),
            "edit.rename": Deed(self.bar.name.setFocus, self.bar.isVisible),
        }

    def reveal(self, changes: ChangeSet) -> None:
        pairs = [*changes.of(Score).values(), *changes.of(Criterion).values()]
        found = next((one for pair in pairs for one in pair if one is not None), None)
        if isinstance(found, Score):
            self.table.go_to(found.criterion, found.architecture)
        elif found is not None:
            self.table.go_to(found.id, None)

    def add(self, name: str) -> None:
        """A new criterion stands last and is chosen."""
        self.desk.session.edit(
            EditKind.ADD_CRITERION,
            lambda edit: comparison.add(edit, name).id,
            then=lambda key: self.table.go_to(key, None),
        )

    def shift(self, key: str, by: int) -> None:
        """The criterion stands so many places further down."""
        keys = [one.id for one in self.desk.session.project.all(Criterion)]
        place = keys.index(key)
        keys.insert(min(max(place + by, 0), len(keys) - 1), keys.pop(place))
        column = self.table.criteria.architecture(max(self.table.currentIndex().column(), 0))
        self.desk.session.edit(
            EditKind.REORDER,
            lambda edit: comparison.set_order(edit, keys),
            then=lambda _: self.table.go_to(key, column),
        )

    def delete(self, key: str) -> None:
        """The criterion is gone with its scores."""
        self.bar.forget()
        self.desk.session.edit(EditKind.DELETE_CRITERION, lambda edit: comparison.delete(edit, key))

    def _connect(self) -> None:
        self.new.added.connect(self.add)
        self.bar.move_wanted.connect(self.shift)
        self.bar.delete_wanted.connect(self.delete)
        self.rank.clicked.connect(self.looking.rank)
        self.table.current_changed.connect(lambda: self.bar.explain(self.table.currentIndex()))
        for signal in (self.looking.columns_changed, self.looking.changed):
            signal.connect(self._on_looking_changed)
        self._flow.resized.connect(self._on_flow_resized)

    def _space(self) -> None:
        px = self.desk.look.px
        self._flow.column.setContentsMargins(px(MARGIN), px(16), px(MARGIN), px(MARGIN))
        self._flow.column.setSpacing(px(BETWEEN))

    def _on_looking_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_flow_resized(self) -> None:
        self.table.page = max(self._flow.viewport().height(), 240)
        QTimer.singleShot(0, self.table.updateGeometry)
