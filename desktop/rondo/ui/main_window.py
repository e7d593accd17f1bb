"""The main window of one project: five views in one switch, outline at the left, inspector at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from rondo.ui.desk import Desk
from rondo.ui.files.closing import Closing
from rondo.ui.files.file_deeds import FileDeeds
from rondo.ui.files.outside import Outside
from rondo.ui.frame.charge import Charge
from rondo.ui.frame.docks import Docks
from rondo.ui.frame.file_drop import FileDrop
from rondo.ui.frame.notice_bar import NoticeBar
from rondo.ui.frame.settling import settle
from rondo.ui.frame.status_line import StatusLine
from rondo.ui.frame.tool_bar import ToolBar
from rondo.ui.frame.window_deeds import WindowDeeds
from rondo.ui.frame.window_memory import WindowMemory
from rondo.ui.house import Alone, House
from rondo.ui.journeys.step_words import said
from rondo.ui.menus import fill_menus
from rondo.ui.received.deeds import Received
from rondo.ui.room import Room
from rondo.ui.rooms import FAMILIES, HOME_OF, VIEWS, Rooms, family_of, focus_in
from rondofile.changes import ChangeSet, Origin

STEADY_AFTER = 3_000
"""Milliseconds after its first picture from which a window counts as well opened."""


class MainWindow(QMainWindow):
    """Shows one session. Actions go to the room that is in charge."""

    seen = Signal()
    """The window was painted for the first time."""
    closed = Signal()
    ended = Signal()
    """The session of this window ended by a bug."""

    def __init__(self, desk: Desk, house: House | None = None) -> None:
        super().__init__()
        house = house or Alone(desk)
        self.desk = desk
        self._gone = self._painted = False
        self.seen_last = {family: family for family in FAMILIES}
        """Of views that belong together, the one that was shown last."""
        desk.actions.dress(desk.look)
        self.rooms = Rooms(desk, self._on_room_made)
        self.files = FileDeeds(desk, house, self)
        self.memory = WindowMemory(desk.settings)
        self._closing = Closing(desk, house.dialogs, self.files, self)
        self.outside = Outside(desk, house, self.files, self)
        self.stack = QStackedWidget()
        self.notice_bar = NoticeBar(
            desk.notices,
            desk.words,
            desk.look,
            lambda: self.view.stage() if self.view else None,
            lambda: self.view.at_work() if self.view else None,
        )
        self.docks = Docks(self, desk, self._on_panel_made)
        self.tool_bar = ToolBar(self, desk.actions, desk.look, desk.words)
        self.status_line = StatusLine(desk)
        self.received = Received(desk, house, self.carry_out, self)
        own = WindowDeeds(self, house).deeds()
        self._dropped = FileDrop(self, house.open_file, desk.notices, desk.words)
        self._charge = Charge(desk.actions, self.docks.there, lambda: self.view, own)
        self._build(house)
        self._connect()
        seen = self.memory.view_of(self.doc_id)
        desk.selection.look_at(seen.get("journey") or desk.selection.journey)
        self.show_view(str(seen.get("view")) if seen.get("view") in VIEWS else "journey")

    @property
    def outline(self) -> Room:
        """The panel at the left."""
        return self.docks.outline.room

    @property
    def inspector(self) -> Room:
        """The panel at the right."""
        return self.docks.inspector.room

    @property
    def view(self) -> Room | None:
        """The view that is shown."""
        found = self.stack.currentWidget()
        return found if isinstance(found, Room) else None

    @property
    def view_key(self) -> str:
        """The name of the view that is shown; "" while there is none."""
        return self.rooms.key_of(self.stack.currentWidget())

    @property
    def doc_id(self) -> str:
        """What makes this project this project."""
        standing = self.desk.session.standing
        return standing.doc_id if standing is not None else ""

    def show_view(self, key: str) -> None:
        """That view is shown."""
        room = self.rooms[key]
        focused = self.stack.isAncestorOf(QApplication.focusWidget() or self)
        self.stack.setCurrentWidget(room)
        if focused:
            focus_in(room)
        self.tool_bar.show_tools(key)
        if (family := family_of(key)) in self.seen_last:
            self.seen_last[family] = key
        self.status_line.show_zoom(getattr(getattr(room, "surface", None), "zoom", None))
        self.update_actions()

    def go_to(self, key: str) -> None:
        """That view is shown, and the keys work in it."""
        self.show_view(key)
        focus_in(self.rooms[key])

    def carry_out(self, key: str) -> None:
        """The room in charge does what the action says."""
        self._charge.carry_out(key)
        if not self._gone:
            self.update_actions()

    def update_actions(self, *_: object) -> None:
        """Every action is possible and checked as the room in charge says."""
        if not self._gone:
            self._charge.update()

    def come_forward(self) -> None:
        """The window is in front of all others."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def place(self) -> None:
        """The window is shown where one stood last, with its panels as they were."""
        self.memory.place(self)
        known = self.memory.restore_docks(self)
        self.show()
        if not known:
            self.docks.arrange()
        self.update_actions()
        settle()
        if self.view is not None:
            focus_in(self.view)

    def keep(self) -> None:
        """Where the window stands and what it shows is known next time."""
        self.memory.keep(self)
        if self.doc_id:
            self.memory.keep_view(self.doc_id, view=self.view_key, journey=self.desk.selection.journey)

    def close_quietly(self) -> None:
        """The window is gone without a question: what has no file stays on this computer."""
        self.keep_typed()
        self._leave()
        self.close()

    def leave_session(self) -> None:
        """The window is gone, its session lives on for another."""
        self._gone = True
        self.outside.stop()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_typed()
        if not self._gone and not self._closing.ask(self.close):
            event.ignore()
            return
        self._leave()
        event.accept()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.seen.emit)
            QTimer.singleShot(STEADY_AFTER, self, self._on_stood)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and not self._gone:
            self.outside.look()

    def keep_typed(self) -> None:
        """What was typed and waits for its pause is kept now, also in a window that is not in front."""
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus():
            focus.clearFocus()
        elif focus is not None:
            QApplication.sendEvent(focus, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason))

    def _leave(self) -> None:
        if not self._gone:
            self._gone = True
            self.outside.stop()
            self.keep()
            for room in (*self.rooms.there.values(), *self.docks.there()):
                room.hide()  # whoever still writes keeps it while the project is open
            self._closing.end()
            self.closed.emit()

    def _build(self, house: House) -> None:
        desk = self.desk
        open_file = partial(house.open_file, notices=desk.notices)
        fill_menus(self.menuBar(), desk.actions, desk.words, desk.settings, open_file)
        self.addToolBar(self.tool_bar)
        self.setStatusBar(self.status_line)
        self.stack.setMinimumWidth(200)  # a view scrolls where it is narrow: no window outgrows the screen
        self.setCentralWidget(self.stack)
        self.notice_bar.setParent(self)

    def _connect(self) -> None:
        desk = self.desk
        desk.actions.setParent(self)  # they end with the window, and with them what they keep of it
        for spec, action in desk.actions.items():
            action.triggered.connect(lambda _=False, key=spec.id: self.carry_out(key))
            if not spec.scope:
                self.addAction(action)
        for signal in (desk.selection.changed, desk.selection.journey_changed, desk.session.standing_changed):
            signal.connect(self.update_actions)
        for signal in (desk.selection.changed, self.stack.currentChanged):
            signal.connect(self.notice_bar.place)
        self.received.told.connect(self.update_actions)
        self.seen.connect(self.docks.come)
        self.docks.filled.connect(self._on_filled)
        desk.session.standing_changed.connect(self._on_standing_changed)
        desk.session.changed.connect(self._on_changed)
        desk.look.changed.connect(self._on_look_changed)
        desk.session.trouble.connect(self.files.say_once)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.update_actions)
        self._on_standing_changed()

    def _on_room_made(self, key: str, room: Room) -> None:
        self.stack.addWidget(room)
        room.deeds_changed.connect(self.update_actions)
        for spec, action in self.desk.actions.items():
            if spec.scope == key:
                room.addAction(action)
        zoomed = getattr(getattr(room, "surface", None), "zoom_changed", None)
        if zoomed is not None:
            zoomed.connect(self.status_line.show_zoom)

    def _on_filled(self) -> None:
        if not self._gone:
            self.received.look()

    def _on_stood(self) -> None:
        if not self._gone:
            self.desk.session.do(lambda document: document.steady())

    def _on_look_changed(self) -> None:
        self.desk.actions.dress(self.desk.look)
        self.update_actions()

    def _on_panel_made(self, room: Room) -> None:
        closing = getattr(room, "closing_wanted", None)
        if closing is not None:
            closing.connect(lambda: self.carry_out(f"view.{self.docks.key_of(room)}"))
        wanted = getattr(room, "view_wanted", None)
        if wanted is not None:
            wanted.connect(self.show_view)
        self.update_actions()

    def _on_standing_changed(self) -> None:
        """The title names the project; undo and redo name their step."""
        desk, standing = self.desk, self.desk.session.standing
        title = desk.session.project.info.title or desk.words("dialogs.unnamed")
        path = desk.session.path
        name = path.stem if path is not None else title
        self.setWindowTitle(desk.words("window.title", name=name))
        for key, step in (
            ("edit.undo", standing and standing.undoes),
            ("edit.redo", standing and standing.redoes),
        ):
            what = said(desk.words, step) if step else ""
            desk.actions.rename(key, desk.words(f"window.{key}", what=what) if what else "")

    def _shows(self, home: str | None) -> bool:
        """Whether what is at home in that view is seen; views that belong together show the same."""
        return home in (self.view_key, family_of(self.view_key))

    def _on_changed(self, changes: ChangeSet) -> None:
        self.update_actions()
        if changes.origin in (Origin.UNDO, Origin.REDO):
            home = next((HOME_OF[noun] for noun in changes.tables if noun in HOME_OF), None)
            if home is not None and not any(self._shows(HOME_OF.get(noun)) for noun in changes.tables):
                self.show_view(home)
            for room in (self.view, *self.docks.there()):
                if room is not None:
                    room.reveal(changes)
