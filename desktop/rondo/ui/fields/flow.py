"""A layout that fills lines like words on a page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Widgets side by side; what does not fit stands on the next line. Mirrored from right to left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def move(self, widget: QWidget, place: int) -> None:
        """The widget stands at that place among the others."""
        item = self._items.pop(self.indexOf(widget))
        self._items.insert(place, item)
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        around = self.contentsMargins()
        room = QRect(0, 0, width, 0).marginsRemoved(around)
        return self._arrange(room, move=False) + around.top() + around.bottom()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, move: bool) -> int:
        """The height that the widgets need in that width; in a line each stands in the middle."""
        y, gap = 0, max(self.spacing(), 0)
        for line in self._lines(rect.width(), gap):
            height, x = max(size.height() for _, size in line), 0
            for item, size in line:
                corner = rect.topLeft() + QPoint(x, y + (height - size.height()) // 2)
                if move:
                    item.setGeometry(self._placed(rect, QRect(corner, size)))
                x += size.width() + gap
            y += height + gap
        return max(y - gap, 0)

    def _lines(self, room: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The widgets line by line, with their sizes."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._shown():
            size = _size_in(item, room)
            if not lines or x + size.width() > room:
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + gap
        return lines

    def _placed(self, rect: QRect, wanted: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            wanted.moveRight(rect.right() - (wanted.left() - rect.left()))
        return wanted


def _size_in(item: QLayoutItem, room: int) -> QSize:
    """How large the widget is where it may be that wide."""
    wish = item.sizeHint()
    if wish.width() <= room:
        return wish
    return QSize(room, item.heightForWidth(room) if item.hasHeightForWidth() else wish.height())
