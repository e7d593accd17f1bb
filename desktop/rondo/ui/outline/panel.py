"""The outline at the left: segments, journeys and organisations as lists that follow the project."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QScrollArea, QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.outline.backed import Backed
from rondo.ui.outline.changing.arranging import Arranging
from rondo.ui.outline.changing.draft import DRAFT, Draft
from rondo.ui.outline.choosing import Choosing
from rondo.ui.outline.deeds import NOTICE, OutlineDeeds
from rondo.ui.outline.drawing.cards import CardDelegate
from rondo.ui.outline.drawing.rows import RowDelegate
from rondo.ui.outline.folding import Folding
from rondo.ui.outline.lines.cards_out import payload
from rondo.ui.outline.lines.entry import Entry, Key
from rondo.ui.outline.lines.firms import firms
from rondo.ui.outline.lines.journeys import INBOX, JourneyLines
from rondo.ui.outline.lines.model import EntryModel
from rondo.ui.outline.lines.people import people
from rondo.ui.outline.menu import menu_for
from rondo.ui.outline.section import Section
from rondo.ui.outline.shelf import Shelf
from rondo.ui.outline.touched import touched
from rondo.ui.outline.views import FlatView, TreeView
from rondo.ui.pieces.viewports import give_viewport
from rondo.ui.room import Deed, Room
from rondofile.changes import ChangeSet
from rondofile.records import NOUN_OF, Journey, Player, Record, Segment, Situation, Step, Stretch

SEGMENTS, JOURNEYS, ORGANISATIONS = "segments", "journeys", "organisations"
_ADDS = {
    SEGMENTS: "strategy.new-segment",
    JOURNEYS: "journey.new",
    ORGANISATIONS: "strategy.new-organisation",
}
_SHELF_OF: dict[type[Record], str] = {
    **dict.fromkeys((Segment, Situation), SEGMENTS),
    **dict.fromkeys((Journey, Stretch, Step), JOURNEYS),
    Player: ORGANISATIONS,
}
INDENT = 12
"""Pixels at 100 %."""


class Outline(Room):
    """Three sections in one scroll; what is chosen here is chosen everywhere, and the other way round."""

    view_wanted = Signal(str)
    """The view in which what was chosen is seen, such as "journey"."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAccessibleName(desk.words("window.outline"))
        self._draft: Draft | None = None
        self._deeds = OutlineDeeds(desk, self)
        self._scroll = self._scrolling()
        self._inside = QWidget(self._scroll.viewport())
        self._column = QVBoxLayout(self._inside)
        self._sections = {name: self._section(name) for name in _ADDS}
        self._shelves = {name: self._shelf(name, section) for name, section in self._sections.items()}
        self._choosing = Choosing(desk, self._shelves, self)
        self._choosing.view_wanted.connect(self.view_wanted)
        self._backed = Backed(desk, self._shelves, self)
        self._folding = Folding(self._shelves[JOURNEYS])
        desk.selection.journey_changed.connect(self._on_journey_changed)
        self._measure()
        self.refresh()
        self._stale = False
        self._lay_out()

    def deeds(self) -> dict[str, Deed]:
        return self._deeds.deeds()

    def refresh(self) -> None:
        self._show(*self._shelves)

    def apply(self, changes: ChangeSet) -> None:
        self.desk.notices.withdraw(NOTICE)
        if self._draft is not None and self._draft.sent:
            self._draft = None
        self._show(*touched(changes))
        self._backed.tell()
        self._deeds.after(changes)

    def reveal(self, changes: ChangeSet) -> None:
        """The first of the lines that changed is in sight."""
        for kind, name in _SHELF_OF.items():
            for key in sorted(changes.ids(kind)):
                if self._shelves[name].reveal((NOUN_OF[kind], key)):
                    return

    def relook(self) -> None:
        self._measure()
        for shelf in self._shelves.values():
            shelf.view.doItemsLayout()
        self.refresh()

    def begin(self, draft: Draft) -> None:
        """An empty line stands where the new thing will be, ready to be named."""
        for shelf in self._shelves.values():
            shelf.finish()  # an editor that closes later would take this draft for its own
        self._draft = draft
        name = _SHELF_OF[draft.kind]
        self._show(name)
        self._shelves[name].edit(DRAFT)

    def drop_draft(self) -> None:
        """Nothing is being named any more."""
        if self._draft is not None:
            name, self._draft = _SHELF_OF[self._draft.kind], None
            self._show(name)

    def edit_name(self, key: Key) -> None:
        """The name of that line is being edited in place."""
        for shelf in self._shelves.values():
            shelf.edit(key)

    def menu(self, entry: Entry | None) -> QMenu:
        """What can be done with that line, or on the empty ground."""
        return menu_for(self.desk, self._deeds, entry, self)

    def show_up(self) -> None:
        """The outline can be seen, also where it was closed."""
        action = self.desk.actions["view.outline"]
        if not self.isVisible() and action.isEnabled():
            action.trigger()

    def in_charge(self) -> Shelf | None:
        """The list in which the keyboard is; None where it is elsewhere."""
        focused = QApplication.focusWidget()
        for shelf in self._shelves.values():
            if focused is not None and (focused is shelf.view or shelf.view.isAncestorOf(focused)):
                return shelf
        return None

    def _measure(self) -> None:
        """Distances follow the text size."""
        for section in self._sections.values():
            section.relook()
        tree = self._shelves[JOURNEYS].view
        assert isinstance(tree, TreeView)
        tree.setIndentation(self.desk.look.px(INDENT))

    def _show(self, *names: str) -> None:
        for name in names:
            entries = self._entries(name)
            self._sections[name].show_empty(not entries)
            self._shelves[name].show(entries, self._choosing.keys())
        if JOURNEYS in names:
            self._folding.unfold()

    def _entries(self, name: str) -> Sequence[Entry]:
        project, words, framework = self.desk.session.project, self.desk.words, self.desk.framework
        if name == SEGMENTS:
            return people(project, words, self._draft)
        if name == JOURNEYS:
            return JourneyLines(project, framework, words, self.desk.selection.journey).entries()
        return firms(project, framework, words, self._draft)

    def _shelf(self, name: str, section: Section) -> Shelf:
        view = TreeView(self.desk, section) if name == JOURNEYS else FlatView(section)
        view.setAccessibleName(self.desk.words(f"outline.{name}.list"))
        view.setObjectName(name)
        delegate = CardDelegate(self.desk, view) if name == SEGMENTS else RowDelegate(self.desk, view)
        shelf = Shelf(view, EntryModel(self._on_named, self._payload, view), delegate)
        section.hold(view)
        arranging = Arranging(self.desk, shelf)
        for near in (shelf.seen, arranging.near):
            near.connect(lambda rect: self._bring(view, rect))
        shelf.opened.connect(self._on_opened)
        shelf.closed.connect(self._on_closed)
        shelf.menu_wanted.connect(self._on_menu_wanted)
        return shelf

    def _section(self, name: str) -> Section:
        words, add = self.desk.words, _ADDS[name]
        texts = (words(f"outline.{name}"), words(f"action.{add}"), words(f"outline.{name}.empty"))
        section = Section(self.desk.look, *texts, self._inside)
        section.add_wanted.connect(lambda: self._deeds.do(add))
        return section

    def _scrolling(self) -> QScrollArea:
        """All parts grow where they will stand: put there whole, they would be dressed again."""
        scroll = QScrollArea(self)
        give_viewport(scroll)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 4, 0, 12)
        self._column.setSpacing(4)
        for section in self._sections.values():
            self._column.addWidget(section)
        self._column.addStretch(1)
        self._scroll.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _payload(self, entries: Sequence[Entry]) -> QMimeData:
        standing = self.desk.session.standing
        return payload(standing.doc_id if standing else "", self.desk.session.project, entries)

    def _bring(self, view: QAbstractItemView, rect: QRect) -> None:
        """That part of a view is in sight."""
        top = view.viewport().mapTo(self, rect.center())
        middle = self._inside.mapFrom(self, top)
        room = rect.height() // 2 + self.desk.look.px(8)
        self._scroll.ensureVisible(view.width() // 2, middle.y(), 0, room)

    def _on_named(self, entry: Entry, text: str) -> None:
        self._deeds.name(entry, text, self._draft)

    def _on_closed(self) -> None:
        if self._draft is not None and not self._draft.sent:
            self.drop_draft()

    def _on_opened(self, entry: Entry) -> None:
        if entry.key[0] == INBOX:
            self.desk.selection.look_at(entry.id)
            self.view_wanted.emit("journey")
            self._deeds.open_inbox()
        elif entry.kind is None:
            self._folding.toggle(entry.key)

    def _on_menu_wanted(self, entry: Entry | None, where: QPoint) -> None:
        self.menu(entry).popup(where)

    def _on_journey_changed(self) -> None:
        if self.isVisible() and not self._stale:
            self._show(JOURNEYS)
