"""Whether the texts of a window can be read: none is cut by its own widget, by one around it, or covered."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

SLACK = 1
"""Pixels that rounding may take."""
SIDE = 16
"""Pixels of a placeholder's own margins, and more."""


def cut_texts(top: QWidget) -> tuple[list[str], int]:
    """What cannot be read whole, one line each, and how many texts were looked at.

    Shortened on purpose counts as whole where the tool tip has more than the widget shows. What a picture
    draws (maps, grids, tables) lies in areas that may scroll sideways and is not looked at here."""
    found: list[str] = []
    seen: list[tuple[QWidget, QRect]] = []
    for widget in top.findChildren(QWidget):
        if not widget.isVisibleTo(top) or widget.window() is not top.window():
            continue
        if isinstance(widget, QScrollArea) and _is_column(widget) and _sideways(widget):
            found.append(f"{_name(widget)} scrolls sideways: {_sideways(widget)} pixels do not fit")
        if not (text := _text(widget)):
            continue
        fault = _fault(widget, text) or _outside(widget, top)
        if fault:
            found.append(f"{_name(widget)} {text[:60]!r} {fault}")
        if not widget.visibleRegion().isEmpty():
            around = widget.visibleRegion().boundingRect()
            seen.append((widget, QRect(widget.mapTo(top, around.topLeft()), around.size())))
        else:
            seen.append((widget, QRect()))
    return found + _covered(seen), len(seen)


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return "" if widget.pixmap() and not widget.pixmap().isNull() else widget.text()
    if isinstance(widget, QToolButton):
        icon_only = widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        return "" if icon_only and not widget.icon().isNull() else widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText() or widget.placeholderText()
    if isinstance(widget, QLineEdit):
        return "" if widget.text() else widget.placeholderText()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _fault(widget: QWidget, text: str) -> str:
    """Why the widget does not show its text whole; "" if it does."""
    needed, room = _needed(widget, text), widget.size()
    if needed.width() <= room.width() + SLACK and needed.height() <= room.height() + SLACK:
        return ""
    if isinstance(widget, QLabel | QLineEdit | QComboBox) and len(widget.toolTip()) >= len(text):
        return ""
    return f"needs {needed.width()}x{needed.height()} in {room.width()}x{room.height()}"


def _needed(widget: QWidget, text: str) -> QSize:
    metrics = widget.fontMetrics()
    if isinstance(widget, QLineEdit):
        return QSize(metrics.horizontalAdvance(text) + SIDE, metrics.height())
    if isinstance(widget, QComboBox) and not widget.hasHeightForWidth():
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget
        )
        return QSize(metrics.horizontalAdvance(text) + widget.width() - field.width(), metrics.height())
    if widget.hasHeightForWidth():
        longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
        wish = widget.sizeHint()
        narrow = widget.width() < wish.width()
        return QSize(longest, widget.heightForWidth(widget.width()) if narrow else metrics.height())
    if isinstance(widget, QLabel):
        lines = text.split("\n")
        return QSize(max(map(metrics.horizontalAdvance, lines)), metrics.height() * len(lines))
    if widget.property("kind") == "segment":
        return QSize(_heavy(widget, text) + SIDE, metrics.height())
    wish = widget.minimumSizeHint() if isinstance(widget, QPushButton) else widget.sizeHint()
    return QSize(wish.width(), metrics.height())


def _heavy(widget: QWidget, text: str) -> int:
    """How wide the label of a switch is when its button is the chosen one."""
    font = QFont(widget.font())
    font.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(font).horizontalAdvance(text)


def _outside(widget: QWidget, top: QWidget) -> str:
    """Why the widget is cut by one around it, up to one that scrolls; "" if it is not."""
    box = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())
    around = widget.parentWidget()
    while around is not None and around is not top:
        frame = QRect(around.mapTo(top, QPoint(0, 0)), around.size()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
        area = around.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is around:
            fits = frame.left() <= box.left() and box.right() <= frame.right()
            return "" if fits or not _is_column(area) else "is cut at the side of what scrolls"
        if not frame.contains(box):
            return f"sticks out of {_name(around)} around it"
        around = around.parentWidget()
    return ""


def _is_column(area: QAbstractScrollArea) -> bool:
    """Whether it is a column of words, which scrolls downwards alone. Pictures say that they are larger."""
    return isinstance(area, QScrollArea) and area.widgetResizable()


def _sideways(area: QScrollArea) -> int:
    inside = area.widget()
    return max(inside.width() - area.viewport().width() - SLACK, 0) if inside is not None else 0


def _covered(seen: list[tuple[QWidget, QRect]]) -> list[str]:
    """Texts that lie over each other."""
    found = []
    for (one, box), (other, its) in combinations(seen, 2):
        common = box.intersected(its)
        apart = not one.isAncestorOf(other) and not other.isAncestorOf(one)
        if apart and common.width() > 2 and common.height() > 2:
            found.append(f"{_name(one)} {_text(one)[:40]!r} and {_name(other)} {_text(other)[:40]!r} overlap")
    return found


def _name(widget: QWidget) -> str:
    """The widget and the one of our own that it stands in."""
    around = widget.parentWidget()
    while around is not None and type(around).__module__.startswith("PySide6"):
        around = around.parentWidget()
    return f"{type(widget).__name__} {widget.objectName()} of {type(around).__name__}".replace("  ", " ")
