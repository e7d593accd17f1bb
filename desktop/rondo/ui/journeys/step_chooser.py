"""A small window in which steps are chosen to lead to: searched by typing, ticked by Enter or a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rondo.ui.desk import Desk
from rondo.ui.journeys.step_targets import Targets
from rondo.ui.pieces.elided import Elided
from rondo.ui.pieces.segment import Segment
from rondofile.edits import Edit
from rondofile.enums import LinkKind
from rondofile.kinds import EditKind
from rondofile.nouns import links, steps
from rondofile.records import Step

KINDS = (LinkKind.NEXT, LinkKind.RETURNS, LinkKind.LEARNS)
"""What a link that is made here can mean."""
WIDE, HIGH = 320, 260
"""Pixels of the list at 100 % text."""


class StepChooser(QFrame):
    """Shows the steps of a journey with where one of them leads. Ticks are edits, one each."""

    def __init__(self, desk: Desk, source: str, parent: QWidget) -> None:
        # a popup would be no part of what a screen reader can look through
        super().__init__(parent, Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self.source = desk, source
        step = desk.session.project.get(Step, source)
        self.setAccessibleName(desk.words("chooser.leads", step=step.title))
        self.setWindowTitle(self.accessibleName())
        self.setProperty("kind", "popup")
        self.model = Targets(desk, step, self._turn)
        self.line, self.list = QLineEdit(), QListView()
        self.kinds = QButtonGroup(self)
        self.new, self.lead = QPushButton(), QPushButton()
        self._build()
        desk.session.changed.connect(self._on_session_changed)
        self._search("")

    @property
    def kind(self) -> LinkKind:
        """What a link means that is made now."""
        return KINDS[max(self.kinds.checkedId(), 0)]

    def open_at(self, place: QPoint) -> None:
        """The window stands there, inside the screen, with the keys in the line."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = min(max(place.x(), room.left()), room.right() - self.width())
        y = min(max(place.y(), room.top()), room.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.activateWindow()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        first = next(iter(self.model.ticked()), None)
        if first is not None:
            self.list.scrollTo(self.model.index(first), QListView.ScrollHint.PositionAtCenter)

    def choose(self) -> None:
        """The step that is looked at is ticked or not any more; without one, what was typed is a new step."""
        row = self._row()
        if row is not None:
            self._turn(self.model.steps[row].id)
        elif self.line.text().strip():
            self.add()

    def add(self) -> None:
        """What was typed is a new step, which the way leads to."""
        source, kind, title = self.source, self.kind, " ".join(self.line.text().split())
        if title:
            self._desk.session.edit(EditKind.ADD_STEPS, lambda edit: _add(edit, source, title, kind))
            self.close()

    def event(self, event: QEvent) -> bool:
        """Whoever goes elsewhere is done here."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.close()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
            if not event.modifiers():
                self.close()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.model.steps:
            by = 1 if event.key() == Qt.Key.Key_Down else -1
            row = min(max(self.list.currentIndex().row() + by, 0), len(self.model.steps) - 1)
            self.list.setCurrentIndex(self.model.index(row))
        else:
            super().keyPressEvent(event)

    def _turn(self, target: str) -> None:
        """The way leads there, or no longer."""
        from rondo.strategy.rules import can_connect

        project, source, kind = self._desk.session.project, self.source, self.kind
        step = project.find(Step, source)
        if step is None:
            return
        there = [x.id for x in project.links_of(step.journey) if (x.source, x.target) == (source, target)]
        if there:
            self._desk.session.edit(EditKind.DELETE_LINKS, lambda edit: links.delete(edit, *there))
            return
        verdict = can_connect(project, source, target, kind)
        if not verdict.allowed:
            self._desk.notices.say(self._desk.words(verdict.reason_key), key="chooser.refused")
            return
        self._desk.session.edit(EditKind.ADD_LINKS, lambda edit: _connect(edit, source, target, kind))

    def _row(self) -> int | None:
        """The row that is looked at."""
        rows = self.list.selectionModel().selectedIndexes()
        return rows[0].row() if rows else None

    def _offer(self) -> None:
        """The button says what would happen to the step that is looked at."""
        row = self._row()
        off = row is not None and row in self.model.ticked()
        self.lead.setText(self._desk.words("chooser.unlead" if off else "chooser.lead"))
        self.lead.setEnabled(row is not None)

    def _search(self, text: str) -> None:
        self.model.search(text)
        row = self.model.nearest() if text.strip() else None
        self.list.setCurrentIndex(self.model.index(row) if row is not None else QModelIndex())
        self.new.setText(self._desk.words("chooser.new", title=text.strip()).replace("&", "&&"))
        self.new.setVisible(bool(text.strip()))

    def _on_session_changed(self, _: object) -> None:
        if self._desk.session.project.find(Step, self.source) is None:
            self.close()
        else:
            self.model.refresh()
            self._offer()

    def _build(self) -> None:
        words, px = self._desk.words, self._desk.look.px
        self.line.setPlaceholderText(words("chooser.search"))
        self.line.setAccessibleName(words("chooser.search"))
        self.line.setStyleSheet(f"min-height: {px(28)}px")  # the sheet of the window would make it lower
        self.line.textChanged.connect(self._search)
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.accessibleName())
        self.list.setUniformItemSizes(True)
        self.list.setFixedSize(px(WIDE), px(HIGH))
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.clicked.connect(lambda index: self._turn(self.model.steps[index.row()].id))
        self.new.setProperty("kind", "link")
        self.new.clicked.connect(self.add)
        head = Elided("section")
        head.say(self.accessibleName())
        head.setFixedWidth(px(WIDE))
        stays = self.new.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self.new.setSizePolicy(stays)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(8))
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # also once a style sheet is known
        column.addWidget(head)
        column.addWidget(self.line)
        column.addWidget(self.list)
        column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._kind_row())
        column.addLayout(self._button_row())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.model.modelReset.connect(self._offer)

    def _kind_row(self) -> QHBoxLayout:
        """What a link means that is made from now on."""
        row = QHBoxLayout()
        row.setSpacing(0)
        for number, kind in enumerate(KINDS):
            place = "first" if number == 0 else "last" if number == len(KINDS) - 1 else ""
            button: QToolButton = Segment(place)
            name = self._desk.framework.name(kind)
            button.setText(name[:1].upper() + name[1:])
            button.setCheckable(True)
            self.kinds.addButton(button, number)
            row.addWidget(button)
        self.kinds.button(0).setChecked(True)
        row.addStretch(1)
        return row

    def _button_row(self) -> QHBoxLayout:
        """What is looked at is led to, and the window goes."""
        row = QHBoxLayout()
        done = QPushButton(self._desk.words("chooser.done"))
        done.clicked.connect(self.close)
        self.lead.clicked.connect(self.choose)
        row.addWidget(self.lead)
        row.addStretch(1)
        row.addWidget(done)
        return row


def _connect(edit: Edit, source: str, target: str, kind: LinkKind) -> None:
    links.connect(edit, source, target, kind)


def _add(edit: Edit, source: str, title: str, kind: LinkKind) -> None:
    before = edit.get(Step, source)
    made = steps.add(edit, before.journey, title, after=source, phase=before.phase, lane=before.lane)
    links.connect(edit, source, made.id, kind)
