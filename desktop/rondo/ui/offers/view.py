"""All offers as a table: the same offers as in the matrix, to be read and edited line by line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QVBoxLayout

from rondo.ui.desk import Desk
from rondo.ui.matrices.matrix_strip import MatrixStrip
from rondo.ui.offers.bar import Bar
from rondo.ui.offers.clipping import Clipping
from rondo.ui.offers.columns import USUAL, Column
from rondo.ui.offers.doing import Doing
from rondo.ui.offers.facts import AROUND
from rondo.ui.offers.menu import cell_lines, line_menu
from rondo.ui.offers.sieve import Sieve
from rondo.ui.offers.table import OffersTable
from rondo.ui.pieces import place_in
from rondo.ui.room import Deed, Room
from rondofile.changes import ChangeSet
from rondofile.enums import Architecture, CardKind, Evidence, Experience, PlacementState
from rondofile.records import Placement

KEPT = "offers"
HINTED = 480
"""Pixels at 100 % text from which there is room for a line about the keys."""
PAUSE = 120
"""Milliseconds after the last letter after which is searched."""


class OffersView(Room):
    """The table of all offers, with a bar above it and a line below about its keys."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.table = OffersTable(desk)
        self.table.setAccessibleName(desk.words("offers.table"))
        self.strip = MatrixStrip(desk)
        self.bar = Bar(desk, self.table.offers.facts)
        self.doing = Doing(desk, self.table, self._seed)
        self.clipping = Clipping(desk, self.table, self.doing)
        self.hint = QLabel(desk.words("offers.keys"))
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setProperty("kind", "hint")
        self.hint.setWordWrap(True)
        self.menu: QMenu | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._sift_now)
        self.sieve = Sieve()
        self._begun = False
        self._build()
        self._deeds = self._made_deeds()

    def deeds(self) -> Mapping[str, Deed]:
        return self._deeds

    def refresh(self) -> None:
        if not self._begun:
            self._begun = True
            self._remember()
        self.table.show_offers()
        self._show_around()

    def apply(self, changes: ChangeSet) -> None:
        if "placement" in changes.tables or not AROUND.isdisjoint(changes.tables):
            self.table.apply(changes)
            self._show_around()

    def relook(self) -> None:
        for widget in (self.table, self.bar, self.strip):
            widget.relook()
        self.refresh()

    def reveal(self, changes: ChangeSet) -> None:
        """The offers that an undo or redo changed are chosen and in sight."""
        project = self.desk.session.project
        keys = [key for key in changes.ids(Placement) if project.find(Placement, key) is not None]
        if not keys:
            return
        if any(self.table.row_of(key) is None for key in keys):
            self.sift(self.sieve.opened())
        keys.sort(key=lambda key: self.table.row_of(key) or 0)
        self.desk.selection.choose(Placement, *keys)
        self.table.reveal(keys[-1])

    def sift(self, sieve: Sieve) -> None:
        """That is what is shown, now; the order is kept for the next time."""
        self._pause.stop()
        ordered = (sieve.column, sieve.down) != (self.sieve.column, self.sieve.down)
        self.sieve = sieve
        self.table.sift(sieve)
        self._show_around()
        if ordered:
            self._keep()

    def show_column(self, column: Column, shown: bool) -> None:
        """That column is there or not, also the next time."""
        self.table.show_columns(self.table.columns | {column} if shown else self.table.columns - {column})
        self._show_around()
        self._keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the lines have all of it."""
        super().resizeEvent(event)
        self.hint.setVisible(self.height() >= self.desk.look.px(HINTED))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.open_menu()
        else:
            self.open_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_F10 and shifted:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def open_menu(self, at: QPoint | None = None) -> None:
        """What can be done with the chosen lines and the column, there or below the line that keys go to."""
        table = self.table
        if at is None:
            rect = table.visualRect(table.currentIndex())
            at = table.viewport().mapToGlobal(rect.bottomLeft())
        cells = cell_lines(self.desk, table, self.doing, self.clipping)
        self.menu = line_menu(self.desk, table, cells, self.sieve, self.sift, self)
        self.menu.popup(at)

    def _build(self) -> None:
        rule = QFrame()
        rule.setProperty("kind", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.strip, self.bar, rule):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        for part in (self.bar.columns, self.bar.count):
            self.strip.add(part)
        self.setFocusProxy(self.table)
        self.bar.wanted.connect(self._on_wanted)
        self.bar.column_wanted.connect(self.show_column)
        self.table.sort_wanted.connect(lambda one: self.sift(self.sieve.turned(one)))
        self.table.poured.connect(self.clipping.pour)

    def _show_around(self) -> None:
        px = self.desk.look.px
        self.hint.setContentsMargins(px(12), px(6), px(12), px(6))
        self.bar.tell(self.sieve, len(self.table.offers.keys), self.table.columns)

    def _on_wanted(self, sieve: Sieve) -> None:
        """Typed words are looked for once no more letters come; everything else at once."""
        if sieve.text and sieve.with_text("") == self.sieve.with_text(""):
            self.sieve = sieve
            self._pause.start()
        else:
            self.sift(sieve)

    def _sift_now(self) -> None:
        self.sift(self.sieve)

    def _seed(self) -> dict[str, Any]:
        """What a new offer begins with: the values that alone are shown."""
        found: dict[str, Any] = {"state": PlacementState.TARGET}
        kinds = {"experience": Experience, "architecture": Architecture, "state": PlacementState}
        kinds["evidence"] = Evidence
        for name, keys in self.sieve.only.items():
            key = next(iter(keys)) if len(keys) == 1 else ""
            if key and name in kinds:
                found[name] = kinds[name](key)
            elif key and name == "player":
                found["player"] = key
            elif key and name == "segment":
                found |= {"card_kind": CardKind.SEGMENT, "card_ref": key}
        if "architecture" not in found:
            found.pop("experience", None)
        if "experience" not in found and "state" not in self.sieve.only:
            found["state"] = PlacementState.NOW
        return found

    def _made_deeds(self) -> dict[str, Deed]:
        doing, clipping = self.doing, self.clipping

        def change() -> bool:
            return doing.can_change

        def edit() -> bool:
            return doing.can_edit

        return {
            "edit.rename": Deed(self._rename, lambda: doing.can_edit and self.table.currentIndex().isValid()),
            "edit.delete": Deed(doing.delete, change),
            "edit.duplicate": Deed(doing.duplicate, change),
            "edit.copy": Deed(clipping.copy, lambda: bool(self.table.chosen())),
            "edit.paste": Deed(clipping.paste, edit),
            "edit.select-all": Deed(doing.choose_all, lambda: bool(self.table.offers.keys)),
            "strategy.new-offer": Deed(self.table.open_new, edit),
            "strategy.next-state": Deed(doing.next_state, change),
            "strategy.place": place_in.deed(self.desk, self),
        }

    def _rename(self) -> None:
        """The cell that keys go to is written into; where another line is chosen alone, its sentence is."""
        table, chosen = self.table, self.table.chosen()
        index = table.currentIndex()
        row = table.row_of(chosen[0]) if len(chosen) == 1 else None
        if row is not None and row != index.row():
            index = table.offers.index(row, Column.OFFER)
        table.open(index)

    def _remember(self) -> None:
        """Columns and order are those of the last time."""
        kept = self._view().get(KEPT)
        kept = kept if isinstance(kept, dict) else {}
        names = kept.get("columns")
        names = names if isinstance(names, list) else [column.key for column in USUAL]
        self.sieve = Sieve.found(kept.get("order"))
        self.table.offers.sieve = self.sieve
        self.table.show_columns(column for column in Column if column.key in names)

    def _keep(self) -> None:
        columns = [column.key for column in sorted(self.table.columns)]
        standing = self.desk.session.standing
        if standing is not None:
            view = {**self._view(), KEPT: {"columns": columns, "order": self.sieve.kept()}}
            self.desk.settings.keep_view(standing.doc_id, view)

    def _view(self) -> dict[str, Any]:
        standing = self.desk.session.standing
        return self.desk.settings.view_of(standing.doc_id) if standing else {}
