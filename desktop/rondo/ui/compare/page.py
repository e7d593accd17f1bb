"""Page: one section of the architectures view, and the pieces that sections share."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rondo.ui.compare.looking import FEWEST, Looking
from rondo.ui.desk import Desk
from rondo.ui.fields.flow import Flow
from rondo.ui.room import Deed
from rondofile.changes import ChangeSet
from rondofile.enums import Architecture
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

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.resized.emit()


class ColumnsBar(QWidget):
    """Which of the five are shown: a tick for each."""

    def __init__(self, desk: Desk, looking: Looking) -> None:
        super().__init__()
        self._desk, self._looking = desk, looking
        self._row = Flow(self)
        self._label = said(desk.words("compare_view.columns"), "caption")
        self._row.addWidget(self._label)
        self._ticks = {architecture: self._tick(architecture) for architecture in Architecture}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(desk.words("compare_view.columns"))
        looking.columns_changed.connect(self._show)
        self._show()
        self.relook()

    def relook(self) -> None:
        """Distances are those of the look."""
        self._row.setSpacing(self._desk.look.px(8))
        self._label.setMinimumHeight(self._desk.look.px(26))

    def _tick(self, architecture: Architecture) -> QCheckBox:
        framework = self._desk.framework
        tick = QCheckBox(capital(framework.short(architecture)).replace("&", "&&"))
        tick.setObjectName(architecture.value)
        tick.setAccessibleName(
            self._desk.words("compare_view.show_column", column=capital(framework.short(architecture)))
        )
        tick.clicked.connect(lambda on: self._on_tick_clicked(architecture, on))
        self._row.addWidget(tick)
        return tick

    def _on_tick_clicked(self, architecture: Architecture, on: bool) -> None:
        self._looking.show(architecture, on)
        self._show()

    def _show(self) -> None:
        shown = self._looking.columns
        for architecture, tick in self._ticks.items():
            tick.setChecked(architecture in shown)
            tick.setEnabled(architecture not in shown or len(shown) > FEWEST)


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
    if kind:
        label.setProperty("kind", kind)
    return label


def capital(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
