"""The connected strategy matrix: 4 x 5 cells, the places off the grid, offers in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rondo.strategy.matrix.heat import Heat
from rondo.strategy.matrix.pointing import pointing
from rondo.ui.desk import Desk
from rondo.ui.matrix.grid import MatrixGrid
from rondo.ui.matrix.layers import Layers, shown
from rondo.ui.matrix.menu import offer_menu
from rondo.ui.matrix.painting.flash import Flash
from rondo.ui.matrix.painting.painter import Hints
from rondo.ui.matrix.plan import cell_of
from rondo.ui.matrix.strip import Strip
from rondo.ui.matrix.teller import MatrixTeller
from rondo.ui.pieces import place_in
from rondo.ui.pieces.accessible import Voice
from rondo.ui.room import Deed, Room
from rondo.ui.selection import Cell
from rondofile.changes import ChangeSet
from rondofile.enums import PlacementState
from rondofile.records import (
    NOUN_OF,
    CellSheet,
    Journey,
    Mark,
    Placement,
    Player,
    Reading,
    Segment,
    Situation,
    Step,
    Stretch,
)

SEEN = frozenset(
    NOUN_OF[kind]
    for kind in (CellSheet, Journey, Mark, Placement, Player, Reading, Segment, Situation, Step, Stretch)
)
"""Nouns of which something is seen in the matrix."""
KEPT = "matrix"


class MatrixView(Room):
    """The connected strategy matrix: 4 x 5 cells, the places off the grid, offers in them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._strip = Strip(desk, self)
        self._hint = _Hint(desk, self)
        self.grid = MatrixGrid(desk, self._remembered(), self)
        self._flash = Flash(self.grid)
        self._looked = desk.look.theme, desk.look.scale
        self._hints: Hints = {}
        self._voice = Voice(self.grid, lambda: MatrixTeller(self.grid), desk.words("matrix.choose"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((self._strip, 0), (self._hint, 0), (self.grid, 1)):
            column.addWidget(widget, stretch)
        self.setFocusProxy(self.grid)
        self._strip.wanted.connect(self._on_layers_wanted)
        self.grid.placed.connect(self._on_offers_placed)
        self.grid.menu_wanted.connect(self._on_menu_wanted)
        desk.selection.changed.connect(self._on_selection_changed)
        self._pasteable: bool | None = None
        QGuiApplication.clipboard().dataChanged.connect(self._on_clipboard_changed)

    def deeds(self) -> Mapping[str, Deed]:
        """What the actions do with offers and cells."""
        deeds = self.grid.deeds
        return {
            "edit.cut": Deed(self._cut, self._can_change),
            "edit.copy": Deed(self._copy, lambda: bool(deeds.chosen)),
            "edit.paste": Deed(deeds.paste, lambda: self._writes() and self._can_paste()),
            "edit.duplicate": Deed(deeds.duplicate, self._can_change),
            "edit.delete": Deed(deeds.delete, self._can_change),
            "edit.rename": Deed(self._rename, self._can_change),
            "edit.select-all": Deed(self._choose_all, lambda: bool(self.grid.plan.boxes)),
            "view.fit-selection": Deed(self._bring_chosen, lambda: bool(deeds.chosen)),
            "strategy.new-offer": Deed(deeds.new, self._writes),
            "strategy.offer-here": Deed(deeds.new, self._writes),
            "strategy.next-state": Deed(deeds.next_state, self._can_change),
            "strategy.place": place_in.deed(self.desk, self),
            **{f"strategy.state-{state}": self._state_deed(state) for state in PlacementState},
            **{f"strategy.heat-{heat}": self._heat_deed(heat) for heat in Heat},
            "strategy.see-through": self._toggle(lambda layers: layers.under, "under"),
            "strategy.whole-offers": self._toggle(lambda layers: layers.whole, "whole"),
        }

    def refresh(self) -> None:
        """Everything is shown as it is."""
        if self._looked != (self.desk.look.theme, self.desk.look.scale):
            self._looked = self.desk.look.theme, self.desk.look.scale
            self._strip.relook()
            self._hint.relook()
            self.grid.relook()
        self._hints = self._pointing()
        self._show()

    def apply(self, changes: ChangeSet) -> None:
        """Offers that changed are shown as they are now; nothing else is measured again."""
        if SEEN.isdisjoint(changes.tables):
            return
        if not {"mark", "step", "journey", "player"}.isdisjoint(changes.tables):
            self._hints = self._pointing()
        self._show()

    def reveal(self, changes: ChangeSet) -> None:
        """The offers that changed are chosen, in view, and stand out for a moment."""
        project = self.desk.session.project
        keys = [key for key in changes.ids(Placement) if project.find(Placement, key) is not None]
        if keys:
            self._show_at_least(keys)
            in_order = [key for key in self.grid.plan.boxes if key in keys]
            self.desk.selection.choose(Placement, *in_order)
            self.grid.bring_into_view(in_order[0])
            self._flash.begin(in_order)
            return
        for before, _ in changes.of(Placement).values():
            if isinstance(before, Placement):
                self.desk.selection.choose_cell(cell_of(before))
        for before, after in changes.of(CellSheet).values():
            sheet = after or before
            if isinstance(sheet, CellSheet):
                self.desk.selection.choose_cell((sheet.experience, sheet.architecture))

    def set_layers(self, layers: Layers) -> None:
        """Those layers are shown, now and when the project is opened again."""
        self.grid.layers = layers
        view = self.desk.settings.view_of(self.grid.deeds.doc_id)
        self.desk.settings.keep_view(self.grid.deeds.doc_id, {**view, KEPT: layers.kept()})
        for key, deed in self.deeds().items():
            if deed.checked is not None:
                self.desk.actions[key].setChecked(deed.checked())
        self._show()

    def _show(self) -> None:
        desk, layers = self.desk, self.grid.layers
        found = shown(desk.session.project, desk.framework, desk.words, layers)
        self._strip.tell(layers, found)
        self._hint.tell()
        sheets = desk.session.project.all(CellSheet)
        ideas: dict[Cell, str] = {(s.experience, s.architecture): s.idea for s in sheets if s.idea}
        if ideas != self.grid.scene.ideas:
            self.grid.scene.ideas = ideas
            self.grid.repaint_all()
        self.grid.show_offers(found, self._hints)

    def _pointing(self) -> Hints:
        found = pointing(self.desk.session.project, self.desk.framework)
        counted = (*found.rows.items(), *found.columns.items())
        return {key: self.desk.words.count("matrix.pains", count) for key, count in counted}

    def _remembered(self) -> Layers:
        standing = self.desk.session.standing
        view = self.desk.settings.view_of(standing.doc_id) if standing else {}
        return Layers.found(view.get(KEPT))

    def _writes(self) -> bool:
        return not self.desk.session.read_only

    def _can_change(self) -> bool:
        return self._writes() and bool(self.grid.deeds.chosen)

    def _can_paste(self) -> bool:
        """Asked at every selection, so the clipboard is read once after each change of it."""
        if self._pasteable is None:
            self._pasteable = self.grid.deeds.can_paste()
        return self._pasteable

    def _copy(self) -> None:
        self.grid.deeds.copy()
        self.grid.show_cut()

    def _cut(self) -> None:
        self.grid.deeds.cut()
        self.grid.show_cut()

    def _rename(self) -> None:
        offer = self.grid.caret.offer
        if offer is not None:
            self.grid.edit_offer(offer)

    def _choose_all(self) -> None:
        self.desk.selection.choose(Placement, *self.grid.plan.boxes)

    def _bring_chosen(self) -> None:
        self.grid.bring_into_view(self.grid.caret.offer or self.grid.caret.cell)

    def _state_deed(self, state: PlacementState) -> Deed:
        return Deed(
            lambda: self.set_layers(self.grid.layers.toggled(state)),
            checked=lambda: state in self.grid.layers.states,
        )

    def _heat_deed(self, heat: Heat) -> Deed:
        """Cells are shaded by it, or by nothing again."""

        def shade() -> None:
            layers = self.grid.layers
            self.set_layers(replace(layers, heat=None if layers.heat is heat else heat))

        return Deed(shade, checked=lambda: self.grid.layers.heat is heat)

    def _toggle(self, is_on: Callable[[Layers], bool], part: str) -> Deed:
        def toggle() -> None:
            layers = self.grid.layers
            self.set_layers(replace(layers, **{part: not is_on(layers)}))

        return Deed(toggle, checked=lambda: is_on(self.grid.layers))

    def _show_at_least(self, keys: list[str] | tuple[str, ...]) -> None:
        """Those offers are shown: layers that hide one of them are lifted."""
        if not self.grid.plan.boxes.keys() >= set(keys):
            self.set_layers(self.grid.layers.unfiltered)

    def _on_layers_wanted(self, layers: Layers) -> None:
        self.set_layers(layers)

    def _on_offers_placed(self, keys: tuple[str, ...]) -> None:
        """What was placed is chosen; a single offer without a sentence waits for it to be typed."""
        self._show_at_least(keys)
        self.desk.selection.choose(Placement, *keys)
        self._flash.begin(keys)
        placement = self.desk.session.project.find(Placement, keys[0]) if len(keys) == 1 else None
        if placement is not None and not placement.offer and self.isVisible():
            self.grid.edit_offer(placement.id)

    def _on_clipboard_changed(self) -> None:
        self._pasteable = None

    def _on_menu_wanted(self, at: QPoint) -> None:
        offer_menu(self.desk, self.grid.deeds, self).popup(at)

    def _on_selection_changed(self) -> None:
        self._voice.tell_current()
        self._voice.tell_chosen()


class _Hint(QFrame):
    """What to do first where there is no offer yet."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("kind", "notice")
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label)
        self.relook()

    def tell(self) -> None:
        """The one next action; nothing once there is an offer."""
        project, words = self._desk.session.project, self._desk.words
        keys = self._desk.actions["strategy.place"].shortcut()
        if project.all(Segment):
            said = words("matrix.first", keys=keys.toString(QKeySequence.SequenceFormat.NativeText))
        else:
            said = words("matrix.first_without_segments")
        self._label.setText(said)
        self.setVisible(not project.all(Placement))

    def relook(self) -> None:
        """Margins are those of the look."""
        px = self._desk.look.px
        self._row.setContentsMargins(px(12), px(8), px(12), px(8))
