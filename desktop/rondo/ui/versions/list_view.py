"""The list of versions: chosen by mouse and keys, opened by double click, Return, or the sign of a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from rondo.ui.dress.look import Look
from rondo.ui.versions.comparing import Compared
from rondo.ui.versions.model import VersionModel
from rondo.ui.versions.painter import VersionPainter
from rondo.words import Words
from rondofile.kept.versions import Version

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
REST = 60
"""Milliseconds of rest after which what is in sight is asked for."""


class VersionList(QListView):
    """Shows versions; says which is chosen, which are in sight, and which is to be opened or removed."""

    chosen = Signal(object)
    """A Version, or None."""
    in_sight = Signal(tuple)
    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._words = words
        self.versions = VersionModel(words, self)
        self.painter = VersionPainter(look, self)
        self.setModel(self.versions)
        self.setItemDelegate(self.painter)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words("versions.list"))
        self._sight = QTimer(self, singleShot=True, interval=REST)
        self._sight.timeout.connect(self._tell_sight)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._sight.start())
        self.doubleClicked.connect(self._on_double_clicked)

    @property
    def version(self) -> Version | None:
        """The one that is chosen."""
        return self.versions.version_at(self.currentIndex())

    def show_versions(self, versions: Sequence[Version], choose: Version | None = None) -> None:
        """These are listed, and one of them is chosen: the one that is asked for, else the newest."""
        self.versions.show(versions)
        wanted = self.versions.index_of(choose) if choose is not None else QModelIndex()
        if not wanted.isValid() and versions:
            wanted = self.versions.index_of(versions[0])
        self.setCurrentIndex(wanted)
        self._sight.start()

    def choose(self, version: Version) -> None:
        """That version is chosen and in sight."""
        self.setCurrentIndex(self.versions.index_of(version))

    def learn(self, compared: Compared) -> None:
        """How one of them differs is shown."""
        self.versions.learn(compared)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.versions.version_at(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        version = self.version
        if version is not None and event.key() in _RETURN:
            self.opened.emit(version)
        elif version is not None and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(version)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        version = self.versions.version_at(index)
        place = self.painter.open_place(self.visualRect(index))
        left = event.button() == Qt.MouseButton.LeftButton
        if left and version is not None and place.contains(event.position().toPoint()):
            self.opened.emit(version)

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            over = index.isValid() and self.painter.open_place(self.visualRect(index)).contains(event.pos())
            self.viewport().setToolTip(self._words("versions.open") if over else "")
        return super().viewportEvent(event)  # type: ignore[arg-type]

    def _tell_sight(self) -> None:
        """From below, so that the topmost is compared first."""
        high = self.viewport().height()
        first, last = self.indexAt(self.viewport().rect().topLeft()), self.versions.rowCount()
        seen = []
        for row in range(max(first.row(), 0), last):
            index = self.versions.index(row)
            if self.visualRect(index).top() > high:
                break
            version = self.versions.version_at(index)
            if version is not None:
                seen.append(version)
        self.in_sight.emit(tuple(reversed(seen)))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        version = self.versions.version_at(index)
        if version is not None:
            self.opened.emit(version)
