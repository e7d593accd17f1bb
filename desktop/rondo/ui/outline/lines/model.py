"""The lines of a section as an item model that moves from one picture of the project to the next.

What stays keeps its index, so that a view keeps its scroll, its selection, what is unfolded and an editor
that is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from msgspec import Struct, field
from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from rondo.ui.escaped import escape
from rondo.ui.outline.lines.entry import Entry, Key

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
EDITABLE = frozenset({"segment", "situation", "journey", "stretch", "step", "player", "draft"})
DRAGGABLE = frozenset({"segment", "situation", "journey", "stretch", "step", "player"})


class _Node(Struct, eq=False):
    entry: Entry
    parent: _Node | None
    number: int
    children: list[_Node] = field(default_factory=list)
    fetched: bool = False


class EntryModel(QAbstractItemModel):
    """Shows the entries given last. `on_name(entry, text)` is told what an editor was left with."""

    def __init__(
        self,
        on_name: Callable[[Entry, str], None],
        payload: Callable[[Sequence[Entry]], QMimeData],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._on_name, self._payload = on_name, payload
        self._numbers = count(1)
        self._root = _Node(Entry(("", ""), ""), None, 0, fetched=True)
        self._nodes: dict[int, _Node] = {0: self._root}
        self._by_key: dict[Key, _Node] = {}
        self._marked: frozenset[Key] = frozenset()
        self._mark_said = ""

    def mark(self, keys: frozenset[Key], said: str) -> bool:
        """Exactly these lines are marked, and say so. Answers whether that is news."""
        changed, self._marked, self._mark_said = self._marked != keys, keys, said
        return changed

    def is_marked(self, index: Index) -> bool:
        """Whether the line stands behind what is chosen elsewhere."""
        return index.isValid() and self._node(index).entry.key in self._marked

    def show(self, entries: Sequence[Entry]) -> None:
        """Exactly these entries are shown; those that were there already stay the same lines."""
        self._merge(self._root, entries)

    def entry(self, index: Index) -> Entry | None:
        """What a line stands for."""
        return self._node(index).entry if index.isValid() else None

    def index_of(self, key: Key) -> QModelIndex:
        """The line with that key; an invalid index where there is none."""
        node = self._by_key.get(key)
        return self._index(node) if node is not None else QModelIndex()

    def entries(self) -> Iterator[Entry]:
        """Every entry that was made, those above before those below."""
        pending = list(reversed(self._root.children))
        while pending:
            node = pending.pop()
            yield node.entry
            pending.extend(reversed(node.children))

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children) or parent.column() > 0:
            return QModelIndex()
        return self.createIndex(row, 0, children[row].number)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        return self._index(node.parent) if node is not None and node.parent is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        return self.rowCount(parent) > 0 or self.canFetchMore(parent)

    def canFetchMore(self, parent: Index) -> bool:
        node = self._node(parent)
        return not node.fetched and node.entry.more is not None

    def fetchMore(self, parent: Index) -> None:
        node = self._node(parent)
        if not node.fetched and node.entry.more is not None:
            node.fetched = True
            self._merge(node, node.entry.more())

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == _ROLE.DisplayRole:
            return entry.name
        if role == _ROLE.ToolTipRole:
            return _tip(entry)
        if role == _ROLE.EditRole:
            return entry.named or entry.name
        if role == _ROLE.AccessibleTextRole:
            return entry.said or entry.name
        if role == _ROLE.AccessibleDescriptionRole:
            about = entry.facts or entry.aside
            return f"{about} · {self._mark_said}" if self.is_marked(index) else about
        return None

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        entry = self.entry(index)
        if entry is None or role != _ROLE.EditRole:
            return False
        self._on_name(entry, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        entry = self.entry(index)
        if entry is not None and entry.key[0] in EDITABLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        if entry is not None and entry.key[0] in DRAGGABLE:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return self._payload([entry for entry in map(self.entry, indexes) if entry is not None])

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def _index(self, node: _Node) -> QModelIndex:
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.children.index(node), 0, node.number)

    def _merge(self, parent: _Node, entries: Sequence[Entry]) -> None:
        """The lines below a line become those entries: first what goes, then what comes or moves."""
        wanted = {entry.key for entry in entries}
        for row in reversed(range(len(parent.children))):
            if parent.children[row].entry.key not in wanted:
                self._remove(parent, row)
        there = {node.entry.key for node in parent.children}
        for row, entry in enumerate(entries):
            if entry.key not in there:
                self._insert(parent, row, entry)
            elif parent.children[row].entry.key != entry.key:
                self._move(parent, row, entry.key)
            self._update(parent.children[row], row, entry)

    def _insert(self, parent: _Node, row: int, entry: Entry) -> None:
        self.beginInsertRows(self._index(parent), row, row)
        bare = replace(entry, children=())
        node = _Node(bare, parent, next(self._numbers), fetched=entry.more is None)
        parent.children.insert(row, node)
        self._nodes[node.number] = self._by_key[entry.key] = node
        self.endInsertRows()

    def _move(self, parent: _Node, row: int, key: Key) -> None:
        index = self._index(parent)
        before = next(at for at, node in enumerate(parent.children) if node.entry.key == key)
        self.beginMoveRows(index, before, before, index, row)
        parent.children.insert(row, parent.children.pop(before))
        self.endMoveRows()

    def _remove(self, parent: _Node, row: int) -> None:
        self.beginRemoveRows(self._index(parent), row, row)
        self._forget(parent.children.pop(row))
        self.endRemoveRows()

    def _forget(self, node: _Node) -> None:
        for child in node.children:
            self._forget(child)
        del self._nodes[node.number]
        if self._by_key.get(node.entry.key) is node:
            del self._by_key[node.entry.key]

    def _update(self, node: _Node, row: int, entry: Entry) -> None:
        """The line says what the entry says, and so do those below it that were asked for."""
        bare = replace(entry, children=())
        if bare != node.entry:
            node.entry = bare
            index = self.createIndex(row, 0, node.number)
            self.dataChanged.emit(index, index)
        else:
            node.entry = bare
        if entry.more is None:
            self._merge(node, entry.children)
        elif node.fetched:
            self._merge(node, entry.more())


def _tip(entry: Entry) -> str:
    """The whole line, however little of it has room; written so that no name can be markup."""
    texts = dict.fromkeys(text for text in (entry.name, entry.facts or entry.said) if text)
    return "<br>".join(f"<span>{escape(text)}</span>" for text in texts)
