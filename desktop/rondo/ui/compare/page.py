"""Page: one section of the architectures view, and the pieces that sections share."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rondo.ui.compare.looking import Looking
from rondo.ui.desk import Desk
from rondo.ui.room import Deed
from rondofile.changes import ChangeSet
from rondofile.records import Record

MARGIN, BETWEEN = 24, 12


class Page(QWidget):
    """A section. It shows the project anew whenever it is asked to."""

    nouns: tuple[type[Record], ...] = ()
    """What is edited here."""

    def __init__(self, desk: Desk, looking: Looking) -> None:
        super().__init__()
        self.desk, self.looking = desk, looking

    def refresh(self) -> None:
        """The section shows the project as it is."""

    def relook(self) -> None:
        """Fonts, colours and distances are those of the look."""

    def deeds(self) -> Mapping[str, Deed]:
        """The actions of the table that this section carries out."""
        return {}

    def shows(self, changes: ChangeSet) -> bool:
        """Whether what changed is seen here."""
        return any(changes.ids(noun) for noun in self.nouns)

    def reveal(self, changes: ChangeSet) -> None:
        """What changed is in sight."""


class Flowing(QScrollArea):
    """A column of widgets that scrolls downwards; the bar keeps its place, so that nothing jumps."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheet = QWidget()
        self.sheet.setProperty("kind", "flow")
        self.column = QVBoxLayout(self.sheet)
        self.setWidget(self.sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.setStyleSheet("QScrollBar::handle:disabled { background: transparent; }")
        bar.rangeChanged.connect(lambda _, most: bar.setEnabled(most > 0))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.resized.emit()


class NextAction(QWidget):
    """What an empty section says: one sentence, and the one thing to do next."""

    wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._title, self._text = said("", "heading"), said("", "caption")
        self._button = QPushButton()
        self._button.setProperty("kind", "primary")
        self._button.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (self._title, self._text):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self._button)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)

    def say(self, title: str, text: str, button: str) -> None:
        """The section says that."""
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(button.replace("&", "&&"))
        self._button.setAccessibleName(button)


def said(text: str, kind: str = "") -> QLabel:
    """Plain words on the page that wrap."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    if kind:
        label.setProperty("kind", kind)
    return label


def capital(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
