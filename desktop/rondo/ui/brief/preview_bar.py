"""The bar above the pages: which page of how many, how large, and whether new pages are on their way."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rondo.ui.desk import Desk
from rondo.ui.fields.field import said
from rondo.ui.pieces.elided import Elided
from rondo.ui.pieces.segment import Segment

QUIET = 250
"""Milliseconds of work after which it is said that there is work."""
ZOOMS = {"width": "move-horizontal", "page": "file-text"}
"""The zooms that have a button, with their icons."""


class PreviewBar(QWidget):
    """Says and asks; it decides nothing."""

    zoom_wanted = Signal(str)
    contents_wanted = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.contents = self._contents()
        self.count, self.status, self.trouble = QLabel(), Elided("caption"), said("", "bad")
        self.count.setProperty("kind", "section")
        self.progress = QProgressBar(minimum=0, maximum=1000, textVisible=False)
        self.progress.setProperty("kind", "line")
        self.progress.setAccessibleName(desk.words("brief_view.making"))
        self._buttons = {zoom: self._button(zoom) for zoom in ZOOMS}
        self._soon = QTimer(self, singleShot=True, interval=QUIET)
        self._soon.timeout.connect(lambda: self._show_work(True))
        self._row, self._column = QHBoxLayout(), QVBoxLayout()
        for widget in (self.contents, self.count, self.status, self._switch()):
            self._row.addWidget(widget, 1 if widget is self.status else 0)
        # What comes and goes moves nothing else, and never makes the window wider.
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(1)
        self._column.addLayout(self._row)
        self._column.addWidget(self.trouble)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._column)
        whole.addWidget(self.progress)
        self.trouble.hide()
        self._show_work(False)
        self.relook()

    def say_page(self, page: int, total: int) -> None:
        """It says "3 of 14"; nothing without pages."""
        self.count.setText(self._desk.words("brief.page", page=page, total=total) if total else "")

    def say_contents(self, shown: bool) -> None:
        """The button is down while one can see what goes into the brief."""
        self.contents.setChecked(shown)

    def say_zoom(self, zoom: str) -> None:
        """The button of that zoom is down, if it has one."""
        for key, button in self._buttons.items():
            button.setChecked(key == zoom)

    def begin(self) -> None:
        """Pages are being made; if that takes a moment, it is said."""
        self.progress.setValue(0)
        if not self.status.text():
            self._soon.start()

    def advance(self, done: float) -> None:
        """So much of it is done, 0 to 1."""
        self.progress.setValue(round(done * 1000))

    def end(self, trouble: str = "", kind: str = "bad") -> None:
        """Nothing is being made any more; what stood in the way is said, or what to know about the pages."""
        self._soon.stop()
        self._show_work(False)
        self.trouble.setProperty("kind", kind)
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.trouble.style().polish(self.trouble)

    def relook(self) -> None:
        px = self._desk.look.px
        self._column.setContentsMargins(px(16), px(6), px(12), px(6))
        self._column.setSpacing(px(4))
        self._row.setSpacing(px(12))
        self.contents.setIcon(self._desk.look.icon("panel-left"))
        for zoom, button in self._buttons.items():
            button.setIcon(self._desk.look.icon(ZOOMS[zoom]))
        self._fit()
        self.setMinimumHeight(px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The zooms say their names; where there is no room for them they show icons."""
        style, names = Qt.ToolButtonStyle, sum(button.named().width() for button in self._buttons.values())
        margins = self._column.contentsMargins()
        beside = (self.contents, self.count)
        rest = sum(widget.sizeHint().width() + self._row.spacing() for widget in beside)
        narrow = self.width() < names + rest + 2 * self._row.spacing() + margins.left() + margins.right()
        for button in self._buttons.values():
            button.setToolButtonStyle(style.ToolButtonIconOnly if narrow else style.ToolButtonTextOnly)

    def _show_work(self, works: bool) -> None:
        self.status.say(self._desk.words("brief_view.making") if works else "")
        if not works:
            self.progress.setValue(0)

    def _switch(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "switch")
        row = QHBoxLayout(frame)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for button in self._buttons.values():
            row.addWidget(button)
        return frame

    def _contents(self) -> QToolButton:
        button, name = QToolButton(), self._desk.words("brief_view.contents")
        button.setProperty("kind", "tool")
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(self.contents_wanted)
        return button

    def _button(self, zoom: str) -> Segment:
        button = Segment("first" if zoom == next(iter(ZOOMS)) else "last")
        button.setText(self._desk.words(f"brief_view.zoom.{zoom}"))
        button.setCheckable(True)
        button.setAccessibleName(button.text())
        button.setToolTip(button.text())
        button.clicked.connect(lambda: self.zoom_wanted.emit(zoom))
        return button
