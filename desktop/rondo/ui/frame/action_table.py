"""The action table: every action of the window once. Menus, tool bar, shortcuts and key map come from it.

A room says what an action does there (`Room.deeds`); the window asks the room that is in charge.
The words stand in the catalogue: `action.ID` is the label, `action.ID.tip` one sentence about it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

Keys = tuple[str | QKeySequence.StandardKey, ...]
_STANDARD = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `scope` is the view in which its keys work, "" = everywhere in the window."""

    id: str
    keys: Keys = ()
    icon: str = ""
    scope: str = ""
    group: str = ""
    """Actions of a group exclude each other; each of them is on or off."""
    toggles: bool = False


TABLE: tuple[ActionSpec, ...] = (
    ActionSpec("file.new", (_STANDARD.New,), "file-plus"),
    ActionSpec("file.open", (_STANDARD.Open,), "folder-open"),
    ActionSpec("file.welcome", (), "house"),
    ActionSpec("file.save", (_STANDARD.Save,), "save"),
    ActionSpec("file.save-as", ("Ctrl+Shift+S",)),
    ActionSpec("file.save-copy"),
    ActionSpec("file.duplicate", (), "files"),
    ActionSpec("file.revert", (), "history"),
    ActionSpec("file.received"),
    ActionSpec("file.versions"),
    ActionSpec("file.name-version", ("Ctrl+Alt+S",)),
    ActionSpec("file.export-brief", ("Ctrl+E",), "file-output"),
    ActionSpec("file.project", (), "settings-2"),
    ActionSpec("file.settings", ("Ctrl+,",), "settings"),
    ActionSpec("file.close", ("Ctrl+W",)),
    ActionSpec("file.quit", ("Ctrl+Q",)),
    ActionSpec("edit.undo", (_STANDARD.Undo,), "undo-2"),
    ActionSpec("edit.redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2"),
    ActionSpec("edit.cut", (_STANDARD.Cut,), "scissors"),
    ActionSpec("edit.copy", (_STANDARD.Copy,), "copy"),
    ActionSpec("edit.paste", (_STANDARD.Paste,), "clipboard"),
    ActionSpec("edit.duplicate", ("Ctrl+D",)),
    ActionSpec("edit.delete", (_STANDARD.Delete, "Backspace"), "trash-2"),
    ActionSpec("edit.rename", ("F2",), "pencil"),
    ActionSpec("edit.select-all", (_STANDARD.SelectAll,)),
    ActionSpec("view.journey", ("Ctrl+1",), "route", group="view"),
    ActionSpec("view.matrix", ("Ctrl+2",), "grid-3x3", group="view"),
    ActionSpec("view.architectures", ("Ctrl+3",), "network", group="view"),
    ActionSpec("view.review", ("Ctrl+4",), "list-checks", group="view"),
    ActionSpec("view.brief", ("Ctrl+5",), "file-text", group="view"),
    ActionSpec("view.zoom-in", ("Ctrl++", "Ctrl+="), "zoom-in"),
    ActionSpec("view.zoom-out", ("Ctrl+-",), "zoom-out"),
    ActionSpec("view.zoom-100", ("Ctrl+0",)),
    ActionSpec("view.fit", ("Ctrl+9",), "maximize"),
    ActionSpec("view.fit-selection", ("Ctrl+8",)),
    ActionSpec("view.outline", ("F9",), "panel-left", toggles=True),
    ActionSpec("view.inspector", ("F10",), "panel-right", toggles=True),
    ActionSpec("view.history", ("F8",), "history", toggles=True),
    ActionSpec("view.measures", ("F7",), "ruler", toggles=True),
    ActionSpec("view.next-part", ("F6",)),
    ActionSpec("view.previous-part", ("Shift+F6",)),
    ActionSpec("view.full-screen", ("F11",), toggles=True),
    ActionSpec("view.reset-layout"),
    ActionSpec("view.theme-system", group="theme"),
    ActionSpec("view.theme-light", group="theme"),
    ActionSpec("view.theme-dark", group="theme"),
    ActionSpec("view.theme-high-contrast", group="theme"),
    ActionSpec("view.text-larger", ("Ctrl+Alt+=",)),
    ActionSpec("view.text-smaller", ("Ctrl+Alt+-",)),
    ActionSpec("view.text-usual", ("Ctrl+Alt+0",)),
    ActionSpec("journey.show-map", ("Ctrl+Shift+1",), group="journey-view"),
    ActionSpec("journey.show-table", ("Ctrl+Shift+T",), group="journey-view"),
    ActionSpec("journey.show-beside", ("Ctrl+Shift+D",), group="journey-view"),
    ActionSpec("journey.bring-from-today", ("B",), "undo-2", scope="beside"),
    ActionSpec("journey.show-responses", ("Ctrl+Shift+R",), group="journey-view"),
    ActionSpec("journey.show-experiences", ("Ctrl+Shift+E",), group="journey-view"),
    ActionSpec("journey.new", ("Ctrl+Shift+J",), "route"),
    ActionSpec("journey.redesign", (), "git-compare"),
    ActionSpec("journey.delete"),
    ActionSpec("journey.select", ("V",), "mouse-pointer-2", scope="journey", group="tool"),
    ActionSpec("journey.add-step", ("Shift+N",), "square-plus", scope="journey", group="tool"),
    ActionSpec("journey.write-step", ("N",), scope="journey"),
    ActionSpec("journey.connect", ("C",), "spline", scope="journey", group="tool"),
    ActionSpec("journey.learn", ("W",), scope="journey"),
    ActionSpec("journey.add-next", ("Tab",), scope="journey"),
    ActionSpec("journey.add-lane", ("L",), "rows-3", scope="journey"),
    ActionSpec("journey.add-lane-above", ("Shift+L",), scope="journey"),
    ActionSpec("journey.inbox", ("I",), "inbox", scope="journey", toggles=True),
    ActionSpec("journey.arrange", ("Ctrl+L",), "workflow"),
    ActionSpec("journey.phase-recognize", ("1",), scope="journey"),
    ActionSpec("journey.phase-request", ("2",), scope="journey"),
    ActionSpec("journey.phase-respond", ("3",), scope="journey"),
    ActionSpec("journey.phase-repeat", ("4",), scope="journey"),
    ActionSpec("journey.actor", ("A",), scope="journey"),
    ActionSpec("journey.feel-better", ("+", "="), scope="journey"),
    ActionSpec("journey.feel-worse", ("-",), scope="journey"),
    ActionSpec("journey.lane-up", ("Alt+Up",), scope="journey"),
    ActionSpec("journey.lane-down", ("Alt+Down",), scope="journey"),
    ActionSpec("journey.lock", ("Ctrl+Shift+L",), "lock", scope="journey", toggles=True),
    ActionSpec("journey.name-part", ("P",), "brackets", scope="journey"),
    ActionSpec("journey.show-none", ("Shift+0",), scope="journey", group="show"),
    ActionSpec("journey.show-work", ("Shift+1",), scope="journey", group="show"),
    ActionSpec("journey.show-known", ("Shift+2",), scope="journey", group="show"),
    ActionSpec("journey.show-strangers", ("Shift+3",), scope="journey", group="show"),
    ActionSpec("journey.show-waits", ("Shift+4",), scope="journey", group="show"),
    ActionSpec("journey.show-learned", ("Shift+5",), scope="journey", group="show"),
    ActionSpec("journey.show-evidence", ("Shift+6",), scope="journey", group="show"),
    ActionSpec("journey.next-question", ("Q",), scope="journey"),
    ActionSpec("journey.walk", ("G",), "play", scope="journey", toggles=True),
    ActionSpec("journey.curved-links", (), "spline", scope="journey", toggles=True),
    ActionSpec("journey.rail", (), scope="journey", toggles=True),
    ActionSpec("journey.curve", ("F",), "activity", scope="journey", toggles=True),
    ActionSpec("journey.rhythm", ("R",), "ruler", scope="journey", toggles=True),
    ActionSpec("journey.add-note", ("T",), scope="journey"),
    ActionSpec("journey.next-note", ("Shift+T",), scope="journey"),
    ActionSpec("journey.free-note"),
    ActionSpec("journey.lane-seen", toggles=True),
    ActionSpec("journey.lane-fit"),
    ActionSpec("journey.select-phase"),
    ActionSpec("journey.select-lane"),
    ActionSpec("journey.select-kind"),
    ActionSpec("journey.select-actor"),
    ActionSpec("journey.select-before", ("Ctrl+Shift+Left",), scope="journey"),
    ActionSpec("journey.select-after", ("Ctrl+Shift+Right",), scope="journey"),
    ActionSpec("journey.align-left"),
    ActionSpec("journey.align-center"),
    ActionSpec("journey.align-right"),
    ActionSpec("journey.align-top"),
    ActionSpec("journey.align-middle"),
    ActionSpec("journey.align-bottom"),
    ActionSpec("journey.distribute-across"),
    ActionSpec("journey.distribute-down"),
    ActionSpec("journey.connect-chosen", ("Shift+C",), scope="journey"),
    ActionSpec("journey.merge-steps", ("Shift+M",), scope="journey"),
    ActionSpec("journey.split-step"),
    ActionSpec("responses.vote", ("+",), scope="responses"),
    ActionSpec("responses.unvote", ("-",), scope="responses"),
    ActionSpec("responses.make-step", ("Ctrl+Return",), scope="responses"),
    ActionSpec("responses.make-offer", ("Ctrl+Shift+Return",), scope="responses"),
    ActionSpec("experiences.begin", scope="experiences"),
    ActionSpec("strategy.new-segment", ("Ctrl+Shift+G",), "users"),
    ActionSpec("strategy.new-situation"),
    ActionSpec("strategy.new-organisation", (), "building-2"),
    ActionSpec("strategy.new-offer", ("Ctrl+Shift+O",), "badge-plus"),
    ActionSpec("strategy.place", ("Ctrl+Shift+P",), "grid-2x2-plus"),
    ActionSpec("strategy.offer-here", ("N",), scope="matrix"),
    ActionSpec("strategy.next-state", ("S",), scope="matrix"),
    ActionSpec("strategy.state-now", toggles=True),
    ActionSpec("strategy.state-target", toggles=True),
    ActionSpec("strategy.state-idea", toggles=True),
    ActionSpec("help.keys", ("F1",), "keyboard"),
    ActionSpec("help.words", (), "book-open"),
    ActionSpec("help.about"),
)

SPEC = {spec.id: spec for spec in TABLE}
