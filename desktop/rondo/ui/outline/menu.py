"""The menu of a line: what can be done with it, in the order in which it is wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from rondo.ui.desk import Desk
from rondo.ui.outline.deeds import OutlineDeeds
from rondo.ui.outline.lines.entry import Entry
from rondofile.enums import PlayerKind
from rondofile.records import Journey, Player, Record, Segment, Situation, Step, Stretch

_GAP = ""
_EDITS = ("edit.rename", "edit.copy", "edit.delete")
_MENUS: dict[type[Record] | None, tuple[str, ...]] = {
    Segment: ("strategy.place", "strategy.new-situation", _GAP, *_EDITS, _GAP, "strategy.new-segment"),
    Situation: ("strategy.place", _GAP, *_EDITS, _GAP, "strategy.new-situation"),
    Journey: (
        *("journey.redesign", "edit.duplicate", _GAP, "edit.rename", "journey.delete"),
        *(_GAP, "journey.new"),
    ),
    Stretch: ("strategy.place", _GAP, *_EDITS),
    Step: _EDITS,
    Player: ("edit.rename", "edit.delete", _GAP, "strategy.new-organisation"),
    None: ("strategy.new-segment", "journey.new", "strategy.new-organisation"),
}


def menu_for(desk: Desk, deeds: OutlineDeeds, entry: Entry | None, parent: QWidget) -> QMenu:
    """The menu of that line, or of the empty ground. It goes when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for key in _MENUS[entry.kind if entry is not None else None]:
        if key == _GAP:
            menu.addSeparator()
        else:
            menu.addAction(_action(desk, deeds, key, menu))
    if entry is not None and entry.kind is Player:
        menu.insertMenu(menu.actions()[0], _kinds(desk, deeds, entry.id, menu))
    return menu


def _action(desk: Desk, deeds: OutlineDeeds, key: str, menu: QMenu) -> QAction:
    """The action of the window where the outline does nothing of its own, else what the outline does."""
    known = desk.actions[key]
    deed = deeds.deeds().get(key)
    if deed is None:
        return known
    own = QAction(known.icon(), known.text(), menu)
    own.setShortcut(known.shortcut())
    own.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    own.setEnabled(deed.possible())
    own.triggered.connect(lambda: deeds.do(key))
    return own


def _kinds(desk: Desk, deeds: OutlineDeeds, player: str, menu: QMenu) -> QMenu:
    """What the organisation is to us."""
    kinds = QMenu(desk.words("outline.kind"), menu)
    group = QActionGroup(kinds)
    now = desk.session.project.get(Player, player).kind
    for kind in PlayerKind:
        name, mark = desk.framework.name(kind), desk.framework.mark(kind)
        action = QAction(f"{mark}  {name}", group)
        action.setCheckable(True)
        action.setChecked(kind is now)
        action.triggered.connect(lambda _=False, kind=kind: deeds.set_kind(player, kind))
        kinds.addAction(action)
    return kinds
