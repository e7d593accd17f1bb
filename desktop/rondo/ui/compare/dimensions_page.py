"""Side by side: what each architecture means, and in which of them our own offers stand."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QVBoxLayout

from rondo.ui.compare.beside import Beside
from rondo.ui.compare.columns_button import ColumnsButton
from rondo.ui.compare.dimensions_model import DimensionsModel
from rondo.ui.compare.looking import Looking
from rondo.ui.compare.offers import our_offers
from rondo.ui.compare.page import BETWEEN, MARGIN, Flowing, Page, said
from rondo.ui.compare.side_table import SideTable
from rondo.ui.compare.text_cell import TextCell
from rondo.ui.desk import Desk

LEAST = 0.7
"""How much of the page the table has at least."""


class DimensionsPage(Page):
    """The heads stay while the table scrolls; what the columns have in common can be left out."""

    def __init__(self, desk: Desk, looking: Looking) -> None:
        super().__init__(desk, looking)
        words, spectrum = desk.words, desk.framework.spectrum
        self.dimensions = DimensionsModel(desk)
        self._cell = TextCell(desk.look)
        self.table = SideTable(desk.look, self._cell, top=True)
        self.table.setItemDelegate(self._cell)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAccessibleName(words("comparison_table.title"))
        self.table.setAccessibleDescription(words("comparison_table.description"))
        self.table.watch(self.dimensions)
        self.columns = ColumnsButton(desk, looking)
        self.differing = QCheckBox(words("compare_view.only_differing").replace("&", "&&"))
        self.differing.setAccessibleName(words("compare_view.only_differing"))
        self.differing.clicked.connect(looking.only_differing)
        self._flow = Flowing()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._flow)
        self._column = self._flow.column
        for widget in (
            Beside(said(words("compare_view.dimensions"), "title"), self.columns),
            said(f"{spectrum.falls} {spectrum.rises}", "caption"),
            self.differing,
        ):
            self._column.addWidget(widget)
        self._column.addWidget(self.table, 1)
        for signal in (looking.columns_changed, looking.changed):
            signal.connect(self._on_looking_changed)
        self._flow.resized.connect(self._on_flow_resized)
        self._space()

    def refresh(self) -> None:
        self.differing.setChecked(self.looking.differing)
        said_there = (one.text(a) for one in self.desk.framework.dimensions for a in self.looking.columns)
        self._cell.hold(said_there)
        offers = our_offers(self.desk.session.project)
        self.dimensions.show(self.looking.columns, offers, self.looking.differing)

    def relook(self) -> None:
        self._space()
        self.table.fit()

    def _space(self) -> None:
        px = self.desk.look.px
        self._column.setContentsMargins(px(MARGIN), px(16), px(MARGIN), px(16))
        self._column.setSpacing(px(BETWEEN))

    def _on_flow_resized(self) -> None:
        """The table has what is left, and never less than most of the page."""
        self.table.setMinimumHeight(round(self._flow.viewport().height() * LEAST))

    def _on_looking_changed(self) -> None:
        if self.isVisible():
            self.refresh()
