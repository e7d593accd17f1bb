"""What the actions of the table do in the outline. Those that make something new work from any view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from rondo.ui.desk import Desk
from rondo.ui.journeys.new_journey import begin_journey, begin_redesign, can_redesign
from rondo.ui.mime import encode
from rondo.ui.outline.changing.copying import COPYABLE, copied
from rondo.ui.outline.changing.draft import Draft
from rondo.ui.outline.changing.making import RENAMABLE, made, renamed
from rondo.ui.outline.changing.removing import REMOVABLE, farewell, removed
from rondo.ui.outline.lines.cards_out import cards_of
from rondo.ui.outline.lines.entry import Entry, Key
from rondo.ui.room import Deed
from rondofile.changes import ChangeSet
from rondofile.document import Document
from rondofile.enums import PlayerKind
from rondofile.kinds import EditKind
from rondofile.nouns import players
from rondofile.records import Journey, Player, Record, Segment, Situation

if TYPE_CHECKING:
    from rondo.ui.outline.panel import Outline

NOTICE = "outline.removed"


class OutlineDeeds:
    """Carries out what is asked of the outline; shows nothing itself."""

    def __init__(self, desk: Desk, outline: Outline) -> None:
        self._desk, self._outline = desk, outline
        self._name_next = False
        self._just_made: Key | None = None
        self._made = self._table()
        desk.actions["journey.new"].triggered.connect(self._on_journey_asked_for)

    def deeds(self) -> dict[str, Deed]:
        """Every action that the outline carries out."""
        return self._made

    def do(self, key: str) -> None:
        """The action is carried out where it is possible."""
        deed = self._made[key]
        if deed.possible():
            deed.do()

    def name(self, entry: Entry, text: str, draft: Draft | None) -> None:
        """What the editor was left with is the name; without a name nothing happens."""
        name = " ".join(text.split())
        if entry.is_draft:
            if draft is not None and not draft.sent and name:
                self._make(draft, name)
        elif name and name != entry.named and entry.kind is not None:
            self._desk.session.edit(*renamed(entry.kind, entry.id, name))
        if entry.key == self._just_made:
            self._just_made = None
            QTimer.singleShot(0, self._outline, self._desk.actions["view.journey"].trigger)

    def set_kind(self, player: str, kind: PlayerKind) -> None:
        """The organisation is that to us."""
        self._desk.session.edit(EditKind.SET_PLAYER, lambda edit: players.set_fields(edit, player, kind=kind))

    def open_inbox(self) -> None:
        """The steps that wait to be sorted are shown beside the journey."""
        inbox = self._desk.actions["journey.inbox"]
        if inbox.isEnabled() and not inbox.isChecked():
            inbox.trigger()

    def after(self, changes: ChangeSet) -> None:
        """A journey that was made here can be named at once."""
        new = [key for key, (before, _) in changes.of(Journey).items() if before is None]
        if self._name_next and new:
            self._name_next, self._just_made = False, ("journey", new[0])
            self._outline.edit_name(self._just_made)

    def _table(self) -> dict[str, Deed]:
        here = self._here
        return {
            "edit.rename": Deed(self._rename, here(lambda: self._current() is not None)),
            "edit.delete": Deed(self._delete, here(lambda: self._desk.selection.kind in REMOVABLE)),
            "edit.copy": Deed(self._copy, here(self._can_copy)),
            "edit.duplicate": Deed(self._duplicate, here(lambda: self._desk.selection.kind in COPYABLE)),
            "edit.select-all": Deed(self._choose_all, here(lambda: True)),
            "strategy.new-segment": Deed(lambda: self._begin(Draft(Segment)), self._writable),
            "strategy.new-situation": Deed(
                self._begin_situation, lambda: self._writable() and self._segment() is not None
            ),
            "strategy.new-organisation": Deed(lambda: self._begin(Draft(Player)), self._writable),
            "journey.new": Deed(self._new_journey, self._writable),
            "journey.redesign": Deed(
                self._redesign,
                lambda: self._writable() and can_redesign(self._desk, self._desk.selection.journey),
            ),
            "journey.delete": Deed(
                self._delete_journey, lambda: self._writable() and self._desk.selection.journey is not None
            ),
        }

    def _here(self, possible: Callable[[], bool]) -> Callable[[], bool]:
        """Only while the keyboard is in one of the lists."""
        return lambda: self._outline.in_charge() is not None and possible()

    def _writable(self) -> bool:
        return not self._desk.session.read_only

    def _current(self) -> Key | None:
        """The line to rename: the current one of the list in which the keyboard is."""
        shelf = self._outline.in_charge()
        entry = shelf.model.entry(shelf.view.currentIndex()) if shelf is not None else None
        return entry.key if entry is not None and entry.kind in RENAMABLE and self._writable() else None

    def _rename(self) -> None:
        key, self._just_made = self._current(), None
        if key is not None:
            self._outline.edit_name(key)

    def _delete(self) -> None:
        selection = self._desk.selection
        if selection.kind is not None and self._writable():
            self._remove(selection.kind, selection.ids)

    def _delete_journey(self) -> None:
        if self._desk.selection.journey is not None:
            self._remove(Journey, (self._desk.selection.journey,))

    def _remove(self, kind: type[Record], ids: tuple[str, ...]) -> None:
        session, words = self._desk.session, self._desk.words
        told = farewell(session.project, kind, ids, words)
        undo = (words("action.edit.undo"), session.undo)
        edit_kind, change = removed(kind, ids)
        session.edit(
            edit_kind,
            change,
            then=lambda _: self._desk.notices.say(told, "plain", undo, key=NOTICE, lasts=False),
        )

    def _can_copy(self) -> bool:
        shelf = self._outline.in_charge()
        return shelf is not None and self._cards(shelf.entries()) is not None

    def _copy(self) -> None:
        shelf = self._outline.in_charge()
        cards = self._cards(shelf.entries()) if shelf is not None else None
        if cards is not None:
            QGuiApplication.clipboard().setMimeData(encode(cards))

    def _cards(self, entries: tuple[Entry, ...]) -> Any:
        standing = self._desk.session.standing
        return cards_of(standing.doc_id if standing else "", self._desk.session.project, entries)

    def _choose_all(self) -> None:
        shelf = self._outline.in_charge()
        if shelf is not None:
            shelf.view.selectAll()

    def _duplicate(self) -> None:
        selection = self._desk.selection
        if selection.kind is None or not self._writable():
            return
        kind = selection.kind
        edit_kind, change = copied(self._desk.session.project, kind, selection.ids, self._desk.words)
        self._desk.session.edit(edit_kind, change, then=lambda keys: self._look_at(kind, keys))

    def _on_journey_asked_for(self) -> None:
        """Whichever room makes it, its name is asked for here; then the keys go to its map."""
        self._outline.show_up()
        self._name_next = True

    def _new_journey(self) -> None:
        self._on_journey_asked_for()
        begin_journey(self._desk, self._segment_chosen())
        self._outline.view_wanted.emit("journey")

    def _redesign(self) -> None:
        key = self._desk.selection.journey
        if key is not None:
            begin_redesign(self._desk, key)
            self._outline.view_wanted.emit("journey")

    def _begin(self, draft: Draft) -> None:
        self._outline.show_up()
        self._outline.begin(draft)

    def _begin_situation(self) -> None:
        segment = self._segment()
        if segment is not None:
            self._begin(Draft(Situation, segment))

    def _make(self, draft: Draft, name: str) -> None:
        """The draft goes into the project; it goes away where that is refused."""
        draft.sent = True
        kind, change = made(self._desk.session.project, draft, name)

        def command(document: Document) -> Record:
            with document.edit(kind) as edit:
                record = change(edit)
                assert isinstance(record, Record)
                return record

        self._desk.session.do(command, then=self._choose, failed=self._refused)

    def _choose(self, record: Record) -> None:
        self._desk.selection.choose(type(record), record.id)

    def _refused(self, error: Any) -> None:
        self._outline.drop_draft()
        self._desk.session.trouble.emit(error)

    def _look_at(self, kind: type[Record], keys: tuple[str, ...]) -> None:
        if kind is Journey:
            self._desk.selection.look_at(keys[0])
        self._desk.selection.choose(kind, *keys)

    def _segment_chosen(self) -> str | None:
        """The segment that is chosen, itself or by its situation."""
        selection, project = self._desk.selection, self._desk.session.project
        if selection.ids_of(Situation):
            return project.get(Situation, selection.ids[0]).segment
        return next(iter(selection.ids_of(Segment)), None)

    def _segment(self) -> str | None:
        """The segment that a new situation belongs to: the one chosen, of the journey, or the first."""
        project = self._desk.session.project
        journey = project.find(Journey, self._desk.selection.journey)
        first = next((segment.id for segment in project.all(Segment)), None)
        return self._segment_chosen() or (journey.segment if journey else None) or first
