"""The words of the framework with their meaning, found by typing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rondo.ui.house import House
from rondo.ui.pieces.search_list import SearchList
from rondo.ui.sheets.sheet import Sheet

WIDTH, HEIGHT = 720, 520


class WordsDialog(Sheet):
    """Names at the left, the meaning of one at the right."""

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        words = house.words
        super().__init__(house.look, words("action.help.words"), parent, WIDTH)
        self._words = words
        self._terms = {term.key: term for term in house.framework.glossary}
        self.list = SearchList(house.look, words("action.help.words"), words("dialogs.words.search"))
        self.name, self.meaning, self.aliases = _said("heading"), _said(""), _said("caption")
        self._lay_out()
        self.list.chosen.connect(self.show_term)
        terms = sorted(self._terms.values(), key=lambda term: term.name.casefold())
        self.list.fill([("", [(term.key, (term.name,)) for term in terms])])
        self.list.search("")
        self.add_button(words("dialogs.close-it"), "primary").clicked.connect(self.accept)
        self.list.setFocus()

    def show_term(self, key: str) -> None:
        """The meaning of that word is shown, and what others call it."""
        term = self._terms[key]
        self.name.setText(term.name)
        self.meaning.setText(term.meaning)
        names = list(dict.fromkeys(alias.name for alias in term.aliases if alias.name != term.name))
        also = self._words("dialogs.words.also", names=self._words.listed(names)) if names else ""
        self.aliases.setText(also)

    def _lay_out(self) -> None:
        px = self.look.px
        row, right = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(px(20))
        right.setSpacing(px(8))
        for label in (self.name, self.meaning, self.aliases):
            right.addWidget(label)
        right.addStretch(1)
        row.addWidget(self.list, 2)
        row.addLayout(right, 3)
        self.body.addLayout(row)
        self.grow_to(WIDTH, HEIGHT)


def _said(kind: str) -> QLabel:
    label = QLabel()
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
