"""A part of a page that folds under a short heading and remembers whether it was open."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.dress.look import Look
from rondo.ui.fields.ground import paint_ground


class Section(QWidget):
    """`body` takes what folds; `first_opened` comes before it is seen for the first time. `key` names the
    section in the settings."""

    first_opened = Signal()

    def __init__(self, desk: Desk, key: str, heading: str, is_open: bool = False) -> None:
        super().__init__()
        self._settings, self._key = desk.settings, f"inspector/{key}"
        self.heading = _Heading(desk.look, heading)
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, desk.look.px(4), 0, desk.look.px(8))
        self.body.setSpacing(desk.look.px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.content)
        self._seen, self._margin = False, desk.look.px(8)
        self.heading.setChecked(desk.settings.yes(self._key, is_open))
        self.content.setVisible(self.heading.isChecked())
        self.heading.toggled.connect(self._on_heading_toggled)
        self.heading.clicked.connect(self._on_heading_clicked)

    @property
    def is_open(self) -> bool:
        """Whether what folds is seen."""
        return self.heading.isChecked()

    def see(self) -> None:
        """What folds is wanted: `first_opened` comes, once."""
        if not self._seen:
            self._seen = True
            self.first_opened.emit()

    def set_count(self, filled: int) -> None:
        """The heading says how much there is inside."""
        self.heading.set_count(filled)

    def _on_heading_toggled(self, on: bool) -> None:
        if on:
            self.see()
        self.content.setVisible(on)
        self._settings.keep(self._key, on)

    def _on_heading_clicked(self, on: bool) -> None:
        if on:
            QTimer.singleShot(0, self, self._bring)

    def _bring(self) -> None:
        """What was opened is in sight, its heading before all."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self.content, 0, self._margin)
            area.ensureWidgetVisible(self.heading, 0, self._margin)


class _Heading(QPushButton):
    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look, self._words, self._count = look, text, 0
        self.setCheckable(True)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setProperty("kind", "bare")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(look.font(12, QFont.Weight.DemiBold))

    def set_count(self, count: int) -> None:
        """The number stands behind the heading; none for 0."""
        if count != self._count:
            self._count = count
            self.setAccessibleDescription(str(count) if count else "")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(28))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self.rect().adjusted(0, 0, 0, 0)
        room.setRect(0, 0, max(width - self._look.px(40), 1), 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        text = self.fontMetrics().boundingRect(room, flags, self._words).height()
        return int(max(text + self._look.px(8), self._look.px(28)))

    def paintEvent(self, event: object) -> None:
        look = self._look
        if self.hasFocus() or self.underMouse():
            paint_ground(self, look, self.hasFocus(), "paper", "paper")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - look.px(8) if mirrored else look.px(8)
        self._paint_arrow(painter, x, mirrored)
        room = self.rect().adjusted(look.px(20), 0, -look.px(20), 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        painter.setFont(self.font())
        painter.setPen(look["ink" if self.isChecked() else "ink-secondary"])
        painter.drawText(room, int(flags), self._words)
        if self._count:
            painter.setFont(look.font(11))
            painter.setPen(look["ink-tertiary"])
            end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
            painter.drawText(self.rect().adjusted(look.px(6), 0, -look.px(6), 0), int(end), str(self._count))
        painter.end()

    def _paint_arrow(self, painter: QPainter, x: float, mirrored: bool) -> None:
        arm, y = self._look.px(3.5), self.height() / 2
        if self.isChecked():
            path = QPainterPath(QPointF(x - arm, y - arm / 2))
            path.lineTo(x, y + arm / 2)
            path.lineTo(x + arm, y - arm / 2)
        else:
            side = -1 if mirrored else 1
            path = QPainterPath(QPointF(x - side * arm / 2, y - arm))
            path.lineTo(x + side * arm / 2, y)
            path.lineTo(x - side * arm / 2, y + arm)
        painter.setPen(QPen(self._look["ink-tertiary"], max(self._look.px(1.4), 1)))
        painter.drawPath(path)
