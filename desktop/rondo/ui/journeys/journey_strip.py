"""The slim strip above a journey: which one is shown, as it is today or redesigned, and in which view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields.flow import Flow
from rondo.ui.journeys.journey_views import JOURNEY_VIEWS
from rondo.ui.pieces.elided_list import ElidedList
from rondo.ui.pieces.segment import Segment
from rondo.ui.pieces.view_switch import ViewSwitch
from rondofile.enums import JourneyState
from rondofile.project import Project
from rondofile.records import Journey

SHARE, LEAST_PICKER = 5, 110
"""Above what part of the view's height the strip makes do with less; the least width of the list then."""
WIDEST = 16_777_215
"""Qt's word for no limit."""


class JourneyStrip(QWidget):
    """Looks at another journey when one is picked. In little room the list of journeys, which names today
    and redesigned too, stands for the switch between them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.picker = ElidedList()
        self.picker.setAccessibleName(desk.words("canvas.journey"))
        self.picker.setSizeAdjustPolicy(ElidedList.SizeAdjustPolicy.AdjustToContents)
        self.picker.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.picker.activated.connect(self._on_picker_activated)
        self.states = {state: self._segment(state) for state in JourneyState}
        self.switch = ViewSwitch(desk, JOURNEY_VIEWS, "menu.journey-views")
        self.views = self.switch.views
        self._row = Flow(self)
        self._both, self._own = _switch(*self.states.values()), list[QWidget]()
        for widget in (self.picker, self._both, self.switch):
            self._row.addWidget(widget)
        self.refresh()

    def refresh(self) -> None:
        """Picker and switch show the journeys of the project and the one that is looked at."""
        project, shown = self._desk.session.project, self._desk.selection.journey
        px = self._desk.look.px
        self._row.setContentsMargins(px(12), px(3), px(12), px(3))
        self._row.setSpacing(px(8))
        entries = [(self._said(journey), journey.id) for journey in project.all(Journey)]
        picker = self.picker
        kept = [(picker.itemText(i), picker.itemData(i)) for i in range(picker.count())]
        with QSignalBlocker(picker):
            if kept != entries:
                picker.clear()
                for text, key in entries:
                    picker.addItem(text, key)
            picker.setCurrentIndex(picker.findData(shown))
        picker.tell()
        journey = project.find(Journey, shown)
        for state, button in self.states.items():
            button.setText(self._capital(self._desk.framework.name(state)))
            button.setChecked(journey is not None and journey.state is state)
            there = counterpart(project, journey, state) is not None
            begins = not there and self._begins(journey, state)
            button.setEnabled(there or begins)
            button.setToolTip(self._desk.words("action.journey.redesign.tip") if begins else "")
        self.fit()
        if self.parentWidget() is not None:  # without one it would be a window of its own
            self.setVisible(bool(entries))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        view = self.parentWidget()
        if event.type() == QEvent.Type.ParentChange and view is not None:
            view.installEventFilter(self)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.fit()
        return False

    def add(self, widget: QWidget) -> None:
        """The widget stands at the end of the strip: something of one view alone."""
        self._own.append(widget)
        self._row.addWidget(widget)

    @property
    def is_small(self) -> bool:
        """Whether the strip makes do with less, so that there is room for what stands below it."""
        view = self.parentWidget()
        return view is not None and self._lines() > 1 and self._full_height() * SHARE > view.height()

    def fit(self) -> None:
        """Everything stands in as little height as the view can spare."""
        px = self._desk.look.px
        room, gap = self.width() - 2 * px(12), px(8)
        self.switch.fit(room)
        small = self.is_small
        own = sum(widget.sizeHint().width() + gap for widget in self._own)
        others = self.switch.sizeHint().width() + gap + own
        if room - others >= px(LEAST_PICKER):
            beside, last = others, False
        elif others - gap <= room:
            beside, last = 0, False
        else:
            beside, last = own, True
        self._both.setVisible(not small)
        self.picker.setMaximumWidth(max(room - beside, 1) if small else WIDEST)
        self._row.move(self.switch, self._row.count() - 1 if small and last else 2)

    def _full_height(self) -> int:
        """What the strip takes with everything on it."""
        line = max(self.picker.sizeHint().height(), self._both.sizeHint().height())
        return self._lines() * (line + self._desk.look.px(8))

    def _lines(self) -> int:
        """In how many lines everything stands."""
        px, lines, x = self._desk.look.px, 1, 0
        for widget in (self.picker, self._both, self.switch, *self._own):
            wide = widget.sizeHint().width()
            if x and x + wide > self.width() - 2 * px(12):
                lines, x = lines + 1, 0
            x += wide + px(8)
        return lines

    def _said(self, journey: Journey) -> str:
        state = self._desk.framework.name(journey.state)
        return self._desk.words("canvas.state", name=journey.name, state=state)

    def _capital(self, name: str) -> str:
        return name[:1].upper() + name[1:]

    def _segment(self, state: JourneyState) -> QToolButton:
        button = Segment("first" if state is JourneyState.AS_IS else "last")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(lambda _=False: self._on_state_clicked(state))
        return button

    def _take_keys(self) -> None:
        """Keys go to the view whose strip was pressed: where they were may be gone in a moment."""
        focused, view = QApplication.focusWidget(), self.parentWidget()
        if view is not None and (focused is None or not view.isAncestorOf(focused)):
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_picker_activated(self, row: int) -> None:
        self._desk.selection.look_at(self.picker.itemData(row))

    def _on_state_clicked(self, state: JourneyState) -> None:
        self._take_keys()
        project = self._desk.session.project
        other = counterpart(project, project.find(Journey, self._desk.selection.journey), state)
        if other is not None:
            self._desk.selection.look_at(other.id)
        elif self._begins(project.find(Journey, self._desk.selection.journey), state):
            self._desk.actions["journey.redesign"].trigger()
        self.refresh()

    def _begins(self, journey: Journey | None, state: JourneyState) -> bool:
        """Whether that state is not there yet, and choosing it makes it: a redesign of today."""
        from_today = journey is not None and journey.state is JourneyState.AS_IS
        return from_today and state is JourneyState.TO_BE and not self._desk.session.read_only


def _switch(*buttons: QToolButton) -> QFrame:
    frame = QFrame()
    frame.setProperty("kind", "switch")
    inner = QHBoxLayout(frame)
    inner.setContentsMargins(1, 1, 1, 1)
    inner.setSpacing(0)
    for button in buttons:
        inner.addWidget(button)
    return frame


def counterpart(project: Project, journey: Journey | None, state: JourneyState) -> Journey | None:
    """The journey in that state that belongs to this one: itself, what it was made from, its redesign."""
    if journey is None or journey.state is state:
        return journey
    if state is JourneyState.AS_IS:
        return project.find(Journey, journey.based_on)
    return next(iter(project.redesigns_of(journey.id)), None)
