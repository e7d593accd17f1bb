"""A quiet box for what was found: a bar at its side, a bold line, a sentence, and where it leads."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.fields.field import said
from rondo.ui.inspector.pieces.jump import Jump

_ROLES = {"found": "accent", "gap": "warn", "contradiction": "bad"}


class Finding(Struct, frozen=True):
    """`kind`: found, gap or contradiction. `leads`: a step to go to, by its id and what the link says."""

    kind: str
    title: str
    text: str
    leads: tuple[tuple[str, str], ...] = ()


class QuietBox(QWidget):
    """Shows one finding; `go` is called with the id where it leads."""

    def __init__(self, look: Look, finding: Finding, go: Callable[[str], None]) -> None:
        super().__init__()
        self._look, self._role = look, _ROLES[finding.kind]
        self.setAccessibleName(f"{finding.title}. {finding.text}")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(11), look.px(8), look.px(8), look.px(8))
        column.setSpacing(look.px(2))
        title, text = said(finding.title), said(finding.text)
        title.setStyleSheet("font-weight: 600;")
        column.addWidget(title)
        column.addWidget(text)
        for key, label in finding.leads:
            jump = Jump(look, label)
            jump.clicked.connect(lambda _=False, key=key: go(key))
            column.addWidget(jump)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look[f"{self._role}-ground"])
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setBrush(self._look[self._role])
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.drawRect(self.width() - 3 if mirrored else 0, 0, 3, self.height())
        painter.end()
