"""Drafts of conditions, architecture by architecture: a sentence, and a link that adds it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rondo.ui.compare.conditions.suggestions import Suggestion, suggestions
from rondo.ui.compare.offers import Offers, our_offers
from rondo.ui.compare.page import capital, said
from rondo.ui.desk import Desk
from rondo.ui.escaped import escape
from rondofile.enums import Architecture


class SuggestionList(QWidget):
    """`wanted` brings the text to add. Columns in which we have offers come first."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(desk.words("compare_view.drafts"))

    def show_for(self, columns: tuple[Architecture, ...]) -> None:
        """The drafts are those of these architectures that are not noted yet."""
        desk = self._desk
        project = desk.session.project
        offers = our_offers(project)
        order = sorted(columns, key=lambda one: one not in offers)
        found = [(one, suggestions(project, one, desk.framework, desk.words)) for one in order]
        heads = {one: offers[one].said(desk) for one in order if one in offers}
        if (found, heads) == self._shown:
            return
        self._shown = (found, heads)
        self._clear()
        for architecture, drafts in found:
            if drafts:
                self._column.addWidget(self._head(architecture, offers.get(architecture)))
            for draft in drafts:
                self._column.addWidget(self._row(draft))

    def relook(self) -> None:
        """Drawn anew at the next showing."""
        self._shown = None
        self._column.setSpacing(self._desk.look.px(2))

    def _head(self, architecture: Architecture, offers: Offers | None) -> QLabel:
        test = capital(self._desk.framework.short(architecture))
        head = said(f"{test} · {offers.said(self._desk)}" if offers else test, "section")
        head.setContentsMargins(0, self._desk.look.px(10), 0, 0)
        return head

    def _row(self, draft: Suggestion) -> QWidget:
        row = QWidget()
        text = said(draft.text)
        if draft.source:
            text.setToolTip(f"<qt>{escape(draft.source)}</qt>")
        add = QPushButton(self._desk.words("compare_view.add"))
        add.setAccessibleName(self._desk.words("compare_view.add_this", text=draft.text))
        add.setProperty("kind", "link")
        add.clicked.connect(lambda: self.wanted.emit(draft.text))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._desk.look.px(8))
        line.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        text.setMinimumHeight(add.sizeHint().height())
        line.addWidget(text, 1)
        return row

    def _clear(self) -> None:
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
