"""A line that adds: a name, Return, and it is there."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QVBoxLayout

from rondo.ui.dress.look import Look
from rondo.ui.fields.ground import HEIGHT, PADDING, Ground
from rondo.ui.fields.line_box import LineBox

_NOT_LEAVING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class AddLine(Ground):
    """`added` brings the text once, at Return, at a suggestion that was picked, or when the focus leaves.

    `closed`: only suggested names can be added."""

    added = Signal(str)

    def __init__(self, look: Look, name: str, placeholder: str, closed: bool = False) -> None:
        super().__init__(look)
        self._closed = closed
        self._names = QStringListModel(self)
        self.box = LineBox()
        self.box.setPlaceholderText(placeholder)
        self.box.setAccessibleName(name)
        self.setFocusProxy(self.box)
        QVBoxLayout(self).addWidget(self.box)
        self.box.done.connect(self._on_box_done)
        self.box.left.connect(self._on_box_left)
        self.box.came.connect(self.update)
        self.box.escaped.connect(self._on_box_escaped)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_completer_activated)
        self.box.setCompleter(completer)
        self.relook()

    def suggest(self, names: list[str]) -> None:
        """These names are offered while one is typed."""
        if names != self._names.stringList():
            self._names.setStringList(names)

    def relook(self) -> None:
        """Font and distances are those of the look."""
        px = self._look.px
        self.box.setFont(self._look.font())
        row = self.layout()
        if row is not None:
            row.setContentsMargins(px(PADDING), px(5), px(PADDING), px(5))
        self.setMinimumHeight(px(HEIGHT))

    def _on_completer_activated(self, name: str) -> None:
        self.box.setText(name)
        self._on_box_done()

    def _on_box_done(self) -> None:
        text = " ".join(self.box.text().split())
        known = {name.casefold(): name for name in self._names.stringList()}
        name = known.get(text.casefold(), "" if self._closed else text)
        if name:
            self.box.clear()
            self.added.emit(name)

    def _on_box_left(self) -> None:
        self.update()
        completer = self.box.completer()
        popup = completer.popup() if completer is not None else None
        if popup is None or not popup.isVisible():
            self._on_box_done()

    def _on_box_escaped(self, event: QKeyEvent) -> None:
        if self.box.text():
            self.box.clear()
            event.accept()
