"""The slim strip above a view of the matrix: the switch between the views, then what one view adds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields.flow import Flow
from rondo.ui.matrices.matrix_views import MATRIX_VIEWS
from rondo.ui.pieces.view_switch import ViewSwitch


class MatrixStrip(QWidget):
    """Stands above every view of the matrix but the grid, whose own strip holds the switch."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.switch = ViewSwitch(desk, MATRIX_VIEWS, "menu.matrix-views")
        self._row = Flow(self)
        self._row.addWidget(self.switch)
        self.relook()

    def add(self, widget: QWidget) -> None:
        """The widget stands at the end of the strip: something of one view alone."""
        self._row.addWidget(widget)

    def relook(self) -> None:
        """Distances are those of the look."""
        px = self._desk.look.px
        self._row.setContentsMargins(px(12), px(3), px(12), px(3))
        self._row.setSpacing(px(8))
        self.switch.fit(self.width() - 2 * px(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.switch.fit(event.size().width() - 2 * self._desk.look.px(12))
