"""The main window of one project: five views in one switch, outline at the left, inspector at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QStackedWidget

from rondo.ui.brief.view import BriefView
from rondo.ui.canvas.view import JourneyView
from rondo.ui.compare.view import ArchitecturesView
from rondo.ui.desk import Desk
from rondo.ui.inspector.panel import Inspector
from rondo.ui.matrix.view import MatrixView
from rondo.ui.menus import fill_menus, fill_tool_bar
from rondo.ui.outline.panel import Outline
from rondo.ui.review.view import ReviewView
from rondo.ui.room import Deed, Room
from rondofile.changes import ChangeSet, Origin

VIEWS: dict[str, Callable[[Desk], Room]] = {
    "journey": JourneyView,
    "matrix": MatrixView,
    "architectures": ArchitecturesView,
    "review": ReviewView,
    "brief": BriefView,
}

HOME_OF = {
    **dict.fromkeys(("placement", "reading"), "matrix"),
    **dict.fromkeys(("criterion", "score", "role_choice", "condition"), "architectures"),
    **dict.fromkeys(("brief_section", "decision", "action"), "brief"),
    **dict.fromkeys(("journey", "lane", "step", "link", "mark", "stretch", "step_information"), "journey"),
}
"""The view in which a change of a noun is seen."""


class MainWindow(QMainWindow):
    """Shows one session. Actions go to the room that is in charge: the focused panel, else the view."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.rooms: dict[str, Room] = {key: make(desk) for key, make in VIEWS.items()}
        self.outline, self.inspector = Outline(desk), Inspector(desk)
        self._stack = QStackedWidget()
        for room in self.rooms.values():
            self._stack.addWidget(room)
        self.setCentralWidget(self._stack)
        self._docks = (
            self._dock("outline", self.outline, Qt.DockWidgetArea.LeftDockWidgetArea),
            self._dock("inspector", self.inspector, Qt.DockWidgetArea.RightDockWidgetArea),
        )
        fill_menus(self.menuBar(), desk.actions, desk.words)
        fill_tool_bar(self, desk.actions, desk.words)
        self._own = self._own_deeds()
        for spec, action in desk.actions.items():
            action.triggered.connect(lambda _=False, key=spec.id: self.carry_out(key))
            (self.rooms[spec.scope] if spec.scope else self).addAction(action)
        for signal in (desk.selection.changed, desk.selection.journey_changed, desk.session.standing_changed):
            signal.connect(self.update_actions)
        desk.session.changed.connect(self._on_changed)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.update_actions)
        self.show_view("journey")

    @property
    def view(self) -> Room:
        """The view that is shown."""
        found = self._stack.currentWidget()
        assert isinstance(found, Room)
        return found

    def show_view(self, key: str) -> None:
        """That view is shown."""
        self._stack.setCurrentWidget(self.rooms[key])
        self.desk.actions[f"view.{key}"].setChecked(True)
        self.update_actions()

    def carry_out(self, key: str) -> None:
        """The room in charge does what the action says."""
        deed = self._deed(key)
        if deed is not None and deed.possible():
            deed.do()
        self.update_actions()

    def update_actions(self, *_: object) -> None:
        """Every action is possible and checked as the room in charge says."""
        for spec, action in self.desk.actions.items():
            deed = self._deed(spec.id)
            action.setEnabled(deed is not None and deed.possible())
            if deed is not None and deed.checked is not None:
                action.setChecked(deed.checked())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.session.close()
        self.closed.emit()
        super().closeEvent(event)

    def _deed(self, key: str) -> Deed | None:
        focused = QApplication.focusWidget()
        for room in (self.outline, self.inspector, self.view):
            if room is self.view or (focused is not None and room.isAncestorOf(focused)):
                deed = room.deeds().get(key)
                if deed is not None:
                    return deed
        return self._own.get(key)

    def _own_deeds(self) -> dict[str, Deed]:
        session = self.desk.session
        shown = {f"view.{key}": self._show_deed(key) for key in VIEWS}
        return {
            **shown,
            "edit.undo": Deed(session.undo, lambda: bool(session.standing and session.standing.next_undo)),
            "edit.redo": Deed(session.redo, lambda: bool(session.standing and session.standing.next_redo)),
            "file.close": Deed(self._close),
        }

    def _show_deed(self, key: str) -> Deed:
        return Deed(lambda: self.show_view(key), checked=lambda: self.view is self.rooms[key])

    def _close(self) -> None:
        self.close()

    def _on_changed(self, changes: ChangeSet) -> None:
        self.update_actions()
        if changes.origin in (Origin.UNDO, Origin.REDO):
            home = next((HOME_OF[noun] for noun in changes.tables if noun in HOME_OF), None)
            if home:
                self.show_view(home)
            for room in (self.view, self.outline, self.inspector):
                room.reveal(changes)

    def _dock(self, name: str, room: Room, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(self.desk.words(f"window.{name}"), self)
        dock.setObjectName(name)
        dock.setWidget(room)
        self.addDockWidget(area, dock)
        return dock
