"""Folding: journeys stand open, their steps are folded away until they are asked for, and stay as left."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTreeView

from rondo.ui.outline.lines.entry import Key
from rondo.ui.outline.lines.journeys import PHASE, STEPS
from rondo.ui.outline.shelf import Shelf


class Folding:
    """What is unfolded in the tree of journeys. The steps are unfolded for all journeys or for none."""

    def __init__(self, shelf: Shelf) -> None:
        assert isinstance(shelf.view, QTreeView)
        self._shelf, self._tree = shelf, shelf.view
        self._known: set[Key] = set()
        self._folded: set[Key] = set()
        self._steps = False
        self._watching = True
        self._tree.expanded.connect(lambda index: self._on_folded(index, False))
        self._tree.collapsed.connect(lambda index: self._on_folded(index, True))

    def unfold(self) -> None:
        """Lines that are new are folded as such lines are."""
        self._watching = False
        done: set[Key] = set()
        while news := [entry.key for entry in self._shelf.model.entries() if entry.key not in done]:
            done.update(news)
            for key in filter(self._stands_open, news):
                self._open(key)
        self._watching = True
        self._shelf.fit()

    def toggle(self, key: Key) -> None:
        """What was folded is unfolded, and the other way round."""
        index = self._shelf.model.index_of(key)
        self._tree.setExpanded(index, not self._tree.isExpanded(index))

    def _open(self, key: Key) -> None:
        """What stands below the line is there at once: it may have to be unfolded too."""
        model = self._shelf.model
        index = model.index_of(key)
        if model.canFetchMore(index):
            model.fetchMore(index)
        if not self._tree.isExpanded(index):
            self._tree.expand(index)

    def _stands_open(self, key: Key) -> bool:
        if key in self._folded:
            return False
        return key[0] in ("journey", PHASE) or (key[0] == STEPS and self._steps)

    def _on_folded(self, index: QModelIndex, folded: bool) -> None:
        entry = self._shelf.model.entry(index)
        if not self._watching or entry is None:
            return
        if entry.key[0] == STEPS:
            self._steps = not folded
            self.unfold()
        elif folded:
            self._folded.add(entry.key)
        else:
            self._folded.discard(entry.key)
