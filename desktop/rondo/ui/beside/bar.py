"""The bar above both maps: how they are shown, and which redesign where there are several."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QWidget

from rondo.ui.beside.pair import Pair
from rondo.ui.beside.panes import Mode
from rondo.ui.desk import Desk
from rondo.ui.fields.flow import Flow
from rondo.ui.pieces.segment import Segment

MODES: tuple[Mode, ...] = ("rows", "columns", "overlay", "moments")
_KEPT = "beside/mode"


class Bar(QWidget):
    """`mode` is kept from one time to the next."""

    mode_chosen = Signal()
    redesign_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        kept = desk.settings.text(_KEPT, "rows")
        self.mode: Mode = next((mode for mode in MODES if mode == kept), "rows")
        self.modes = {mode: self._segment(mode) for mode in MODES}
        self.redesigns = QComboBox()
        self.redesigns.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.redesigns.activated.connect(lambda row: self.redesign_chosen.emit(self.redesigns.itemData(row)))
        self.chooser = QComboBox()
        self.chooser.activated.connect(lambda row: self._on_clicked(MODES[row]))
        self.chooser.hide()
        self._switch = switch = QFrame()
        switch.setProperty("kind", "switch")
        inner = QHBoxLayout(switch)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        for button in self.modes.values():
            inner.addWidget(button)
        switch.setAccessibleName(desk.words("beside.mode"))
        self._row = Flow(self)
        self._row.addWidget(switch)
        self._row.addWidget(self.chooser)
        self._row.addWidget(self.redesigns)

    def show_pair(self, pair: Pair | None) -> None:
        """The redesigns of the pair are there to choose from, where there are several."""
        words, px = self._desk.words, self._desk.look.px
        self._row.setContentsMargins(px(12), px(3), px(12), px(3))
        self._row.setSpacing(px(8))
        for mode, button in self.modes.items():
            button.setText(words(f"beside.{mode}"))
            button.setToolTip(words(f"beside.{mode}.tip"))
            button.setChecked(mode == self.mode)
        self.chooser.setAccessibleName(words("beside.mode"))
        with QSignalBlocker(self.chooser):
            self.chooser.clear()
            self.chooser.addItems([words(f"beside.{mode}") for mode in MODES])
            self.chooser.setCurrentIndex(MODES.index(self.mode))
        self._fit()
        self.redesigns.setAccessibleName(words("beside.redesign"))
        several = pair.redesigns if pair and len(pair.redesigns) > 1 else ()
        with QSignalBlocker(self.redesigns):
            self.redesigns.clear()
            for journey in several:
                self.redesigns.addItem(journey.name, journey.id)
            if pair and pair.redesign:
                self.redesigns.setCurrentIndex(self.redesigns.findData(pair.redesign.id))
        self.redesigns.setVisible(bool(several))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._desk.look.px(160), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the switch has no room, the same stands in a list."""
        narrow = self._switch.sizeHint().width() + self._desk.look.px(24) > self.width()
        self._switch.setVisible(not narrow)
        self.chooser.setVisible(narrow)

    def _segment(self, mode: Mode) -> Segment:
        button = Segment({MODES[0]: "first", MODES[-1]: "last"}.get(mode, ""))
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(lambda _=False: self._on_clicked(mode))
        return button

    def _on_clicked(self, mode: Mode) -> None:
        self.mode = mode
        self.modes[mode].setChecked(True)
        self.chooser.setCurrentIndex(MODES.index(mode))
        self._desk.settings.keep(_KEPT, mode)
        self.mode_chosen.emit()
