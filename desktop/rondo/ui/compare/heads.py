"""The heads of a table of architectures: above the columns their short tests, at the left what the rows are.

Both stay in sight while the table scrolls, and both wrap their text.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.pieces.wrapping import Wrapping, widest_word

NOTE = Qt.ItemDataRole.UserRole + 1
"""A second line in quieter ink."""
COUNT = Qt.ItemDataRole.UserRole + 2
"""A last line in the accent."""
RULE = Qt.ItemDataRole.UserRole + 3
"""How the head is underlined: "", "now", "target" or "idea"."""
LOCKED = Qt.ItemDataRole.UserRole + 4
"""Whether the row stays as it is."""
BELOW = Qt.ItemDataRole.UserRole + 5
"""What a cell says in small letters below its text."""

PAD, GAP = 8, 2
_LINES = (
    (Qt.ItemDataRole.DisplayRole, 13, "ink"),
    (NOTE, 12, "ink-secondary"),
    (COUNT, 12, "accent"),
)


class Head(QHeaderView):
    """A head whose sections say up to three things below each other."""

    def __init__(self, orientation: Qt.Orientation, look: Look, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._look = look
        self._wrapping = Wrapping()
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setMinimumSectionSize(1)

    def lines(self, section: int) -> list[tuple[str, QFont, QColor]]:
        """What the section says, line by line."""
        model, look = self.model(), self._look
        found = []
        above = self.orientation() is Qt.Orientation.Horizontal
        for role, size, ink in _LINES:
            text = model.headerData(section, self.orientation(), role) or ""
            if text:
                heavy = above and role == Qt.ItemDataRole.DisplayRole
                weight = QFont.Weight.DemiBold if heavy else QFont.Weight.Normal
                found.append((str(text), look.font(size, weight), look[ink]))
        return found

    def high(self, section: int, width: int) -> int:
        """The height that the section needs at that width."""
        room = width - self._look.px(2 * PAD) - self.inset(section)
        heights = [self._wrapping.height(text, font, room) for text, font, _ in self.lines(section)]
        return sum(heights) + self._look.px(GAP) * max(len(heights) - 1, 0) + self._look.px(2 * PAD)

    def narrowest(self, section: int) -> int:
        """The width at which no word of the section is broken."""
        words = [widest_word((text,), font) for text, font, _ in self.lines(section)]
        return max(words, default=0) + self._look.px(2 * PAD) + self.inset(section) + 1

    def inset(self, section: int) -> int:
        """Room for a sign before the text."""
        return 0

    def write(self, painter: QPainter, rect: QRect, section: int, top: int) -> None:
        """The lines of the section stand from `top` downwards."""
        inset = self.inset(section)
        x, y = rect.x() + self._look.px(PAD) + inset, top
        room = rect.width() - self._look.px(2 * PAD) - inset
        for text, font, colour in self.lines(section):
            y += self._wrapping.paint(painter, text, font, (x, y), room, colour) + self._look.px(GAP)

    def ground(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The section's ground: quiet, or that of what is chosen."""
        table, across = self.parent(), self.orientation() is Qt.Orientation.Horizontal
        chosen = getattr(table, "selectionModel", lambda: None)()
        lit = False
        if chosen is not None and self.highlightSections():
            root = QModelIndex()
            meets = chosen.columnIntersectsSelection if across else chosen.rowIntersectsSelection
            lit = bool(meets(section, root))
        painter.fillRect(rect, self._look["accent-ground" if lit else "surface"])
        if lit:
            thick = self._look.px(3)
            edge = QSize(rect.width(), thick) if across else QSize(thick, rect.height())
            painter.fillRect(QRect(rect.topLeft(), edge), self._look["accent"])


class ColumnHead(Head):
    """The short test, the framework's name, what was counted; underlined by where we stand."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, look, parent)

    def sizeHint(self) -> QSize:
        heights = [self.high(i, self.sectionSize(i)) for i in range(self.count())]
        return QSize(super().sizeHint().width(), max(heights, default=0) + self._look.px(4))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        self.ground(painter, rect, section)
        self.write(painter, rect, section, rect.y() + self._look.px(PAD))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._look["ink-secondary"])
        self._underline(painter, rect, self.model().headerData(section, self.orientation(), RULE) or "")
        painter.restore()

    def _underline(self, painter: QPainter, rect: QRect, state: str) -> None:
        if not state:
            return
        width = self._look.px(4 if state == "target" else 2)
        pen = QPen(self._look["accent"], width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if state == "idea":
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        y = rect.bottom() - width // 2
        painter.drawLine(rect.x() + self._look.px(PAD), y, rect.right() - self._look.px(PAD), y)


class RowHead(Head):
    """What a row is, frozen at the left; a lock stands before a row that stays as it is."""

    def __init__(self, look: Look, parent: QWidget, top: bool = False) -> None:
        super().__init__(Qt.Orientation.Vertical, look, parent)
        self._top = top
        self.wide = 0
        """The width of the head in pixels."""

    def sizeHint(self) -> QSize:
        return QSize(self.wide, super().sizeHint().height())

    def narrowest(self, section: int) -> int:
        """The width at which no word of the section is broken."""
        words = [widest_word((text,), font) for text, font, _ in self.lines(section)]
        return max(words, default=0) + self._look.px(2 * PAD) + self.inset(section) + 1

    def inset(self, section: int) -> int:
        return self._look.px(18) if self._locked(section) else 0

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        locked = self._locked(section)
        self.ground(painter, rect, section)
        needed = self.high(section, rect.width()) - self._look.px(2 * PAD)
        pad = self._look.px(PAD)
        top = rect.y() + (pad if self._top else max((rect.height() - needed) // 2, 0))
        if locked:
            self._lock(painter, rect.x() + self._look.px(PAD), rect.center().y())
        self.write(painter, rect, section, top)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._look["line"])
        painter.restore()

    def _locked(self, section: int) -> bool:
        return bool(self.model().headerData(section, self.orientation(), LOCKED))

    def _lock(self, painter: QPainter, x: int, middle: int) -> None:
        """A closed lock, 12 pixels high."""
        px, ink = self._look.px, self._look["ink-secondary"]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, self._look.scale * 1.4))
        painter.drawArc(x + px(2), middle - px(7), px(6), px(8), 0, 180 * 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(x, middle - px(2), px(10), px(8), px(1.5), px(1.5))
