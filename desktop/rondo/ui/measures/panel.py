"""The Measures panel: the journey in numbers, beside its redesign; each leads to the steps behind it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rondo.ui.desk import Desk
from rondo.ui.escaped import escape
from rondo.ui.measures.drawing import MeasureDelegate
from rondo.ui.measures.lines import lines, sides
from rondo.ui.measures.model import Index, MeasureModel
from rondo.ui.pieces.rule import rule
from rondo.ui.room import Room
from rondofile.changes import ChangeSet
from rondofile.enums import JourneyState
from rondofile.records import Journey, Step

REST, LONG_REST, LONG = 60, 400, 500
"""Milliseconds after an edit before everything is counted again, and from how many steps on it is longer."""


class MeasuresPanel(Room):
    """Follows the journey that is looked at. `closing_wanted`: its button was pressed."""

    closing_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAccessibleName(desk.words("window.measures"))
        self.model, self.list = MeasureModel(), QListView()
        self.named, self.told = QLabel(), QLabel()
        self._title, self._close = QLabel(), QToolButton()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._count)
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._lay_out()
        self._close.clicked.connect(self.closing_wanted)
        self.list.selectionModel().currentChanged.connect(lambda index, _: self._tell(index))
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        desk.selection.journey_changed.connect(self._on_journey_changed)
        self.setFocusProxy(self.list)

    def refresh(self) -> None:
        self._count()

    def apply(self, changes: ChangeSet) -> None:
        journey = self.desk.selection.journey
        many = len(self.desk.session.project.steps_of(journey)) > LONG if journey else False
        self._rest.start(LONG_REST if many else REST)

    def relook(self) -> None:
        self._dress()
        self._count()
        self.list.doItemsLayout()

    def sizeHint(self) -> QSize:
        return QSize(self.desk.look.px(288), self.desk.look.px(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.desk.look.px(150))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.doItemsLayout()
        lines = self.told.fontMetrics().lineSpacing()
        self.told.setFixedHeight(lines * 3 + self.desk.look.px(14))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._rest.isActive():
            self._rest.stop()
            self._stale = True

    def _count(self) -> None:
        """Everything is counted anew."""
        desk = self.desk
        project = desk.session.project
        journey = project.find(Journey, desk.selection.journey)
        if journey is None:
            self.model.show_lines(())
            self.named.clear()
            return
        at = self.list.currentIndex().row()
        self.model.show_lines(tuple(lines(project, journey, desk.words, desk.framework)))
        both = all(sides(project, journey))
        key = "measures.both" if both else f"measures.only-{journey.state}"
        self.named.setText(desk.words(key, name=journey.name))
        if at >= 0 and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(min(at, self.model.rowCount() - 1)))
        self._tell(self.list.currentIndex())

    def _tell(self, index: Index) -> None:
        """What the measure under the keyboard counts stands below the list."""
        line = self.model.line(index)
        text = line.meaning if line and line.meaning else self.desk.words("measures.hint")
        self.told.setText(text)
        self.told.setToolTip(escape(text))

    def _go(self, index: Index) -> None:
        """The steps behind the number are chosen, in the journey that is looked at."""
        line, desk = self.model.line(index), self.desk
        journey = desk.session.project.find(Journey, desk.selection.journey)
        if line is None or journey is None:
            return
        steps = line.today if journey.state is JourneyState.AS_IS else line.redesigned
        if steps:
            desk.selection.choose(Step, *steps)

    def _on_journey_changed(self) -> None:
        if self.isVisible():
            self._count()
        else:
            self._stale = True

    def _lay_out(self) -> None:
        words = self.desk.words
        self._title.setText(words("window.measures"))
        self._title.setProperty("kind", "heading")
        for button in (self._close,):
            button.setAccessibleName(words("measures.close"))
            button.setToolTip(words("measures.close"))
        for label, kind in ((self.named, "caption"), (self.told, "caption")):
            label.setProperty("kind", kind)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        view = self.list
        view.setModel(self.model)
        view.setItemDelegate(MeasureDelegate(self.desk, view))
        view.setMouseTracking(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setAccessibleName(words("window.measures"))
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._close)
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(rule())
        self._column.addLayout(self._head)
        self._column.addWidget(self.named)
        self._column.addWidget(view, 1)
        self._column.addWidget(rule())
        self._column.addWidget(self.told)
        self._dress()

    def _dress(self) -> None:
        look = self.desk.look
        px = look.px
        self._close.setIcon(look.icon("x"))
        self._close.setFixedSize(px(26), px(26))
        self._head.setContentsMargins(px(12), px(8), px(8), 0)
        self.named.setContentsMargins(px(12), 0, px(12), px(4))
        self.told.setContentsMargins(px(12), px(6), px(12), px(8))
