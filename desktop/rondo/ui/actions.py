"""The actions of one window, made from the action table."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from rondo.ui.dress.look import Look
from rondo.ui.frame.action_table import SPEC, TABLE, ActionSpec
from rondo.words import Words


class Actions(QObject):
    """The QActions of one window, by the ids of the table."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._groups: dict[str, QActionGroup] = {}
        self._made = {spec.id: self._make(spec) for spec in TABLE}

    def __getitem__(self, key: str) -> QAction:
        return self._made[key]

    def rename(self, key: str, label: str = "") -> None:
        """The action is called that for now; without a label by its usual name."""
        self._name(SPEC[key], self._made[key], label or self._words(f"action.{key}"))

    def dress(self, look: Look) -> None:
        """The actions have their icons, in the theme in use."""
        for key, action in self._made.items():
            if SPEC[key].icon:
                action.setIcon(look.icon(SPEC[key].icon))

    def items(self) -> tuple[tuple[ActionSpec, QAction], ...]:
        """Every action with its line of the table."""
        return tuple((SPEC[key], action) for key, action in self._made.items())

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        self._name(spec, action, self._words(f"action.{spec.id}"))
        action.setCheckable(spec.toggles or bool(spec.group))
        if spec.scope:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
            group.addAction(action)
        return action

    def _name(self, spec: ActionSpec, action: QAction, label: str) -> None:
        """The label, and a tip of the label with its keys and what it does."""
        action.setText(label)
        action.setIconText(label)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        heading = self._words("window.tip", label=label.rstrip("…"), keys=keys) if keys else label.rstrip("…")
        action.setToolTip("\n".join((heading, self._words(f"action.{spec.id}.tip"))))
