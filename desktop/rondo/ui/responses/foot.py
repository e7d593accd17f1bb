"""Below the response grid: what its signs mean, and what can be made of the idea that the keys are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields.flow import Flow

if TYPE_CHECKING:
    from rondo.ui.responses.view import ResponsesView

SIGNS_FROM, BUTTONS_FROM = 380, 300
"""Pixels of the view at 100 % text from which there is room for the signs, and for the buttons: what these
do stands in the menus too."""
BUTTONS = ("responses.make-step", "responses.make-offer", "responses.vote")


class Foot(QWidget):
    """Buttons for the cell, and one line about signs and keys."""

    def __init__(self, desk: Desk, view: ResponsesView) -> None:
        super().__init__()
        self._desk, self._view = desk, view
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons = {key: self._button(key) for key in BUTTONS}
        self._signs = QLabel()
        self._signs.setTextFormat(Qt.TextFormat.PlainText)
        self._signs.setWordWrap(True)
        self._signs.setProperty("kind", "hint")
        self._row = QWidget()
        self._flow = Flow(self._row)
        for button in self._buttons.values():
            self._flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._row.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._row)
        self._column.addWidget(self._signs)
        self._has_steps = False
        self.relook()

    def relook(self) -> None:
        """Distances are those of the look."""
        px = self._desk.look.px
        self._column.setContentsMargins(px(12), px(8), px(12), px(8))
        self._column.setSpacing(px(6))
        self._flow.setSpacing(px(8))

    def refresh(self, has_steps: bool) -> None:
        """The buttons say what they would do in the cell that the keys are in."""
        words, doing = self._desk.words, self._view.doing
        deeds = self._view.deeds()
        self._signs.setText(words("responses.signs" if has_steps else "responses.no_steps"))
        self._has_steps = has_steps
        self.fit(self._view.height())
        for key, button in self._buttons.items():
            made = key.removeprefix("responses.make-")
            seen = made in ("step", "offer") and doing.became(made)
            button.setText(words(f"responses.go_{made}") if seen else self._desk.actions[key].text())
            button.setEnabled(deeds[key].possible())

    def fit(self, high: int) -> None:
        """Where the view is not higher than that, the grid comes first."""
        px = self._desk.look.px
        signs = not self._has_steps or high >= px(SIGNS_FROM)
        buttons = self._has_steps and high >= px(BUTTONS_FROM)
        self._signs.setVisible(signs)
        self._row.setVisible(buttons)
        self.setVisible(signs or buttons)

    def _button(self, key: str) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self._desk.actions[key].toolTip())
        button.clicked.connect(lambda _=False: self._carry_out(key))
        return button

    def _carry_out(self, key: str) -> None:
        self._view.grid.close_editor()
        self._view.deeds()[key].do()
        self._view.grid.setFocus(Qt.FocusReason.OtherFocusReason)
