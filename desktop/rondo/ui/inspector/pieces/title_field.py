"""The name of what is chosen, as a heading that can be typed in."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QFont

from rondo.ui.desk import Desk
from rondo.ui.fields import LineField


class TitleField(LineField):
    """A heading: its box shows under the mouse and while it has the focus."""

    def __init__(self, desk: Desk, label: str, needed: bool = False, **more: Any) -> None:
        super().__init__(desk, label, needed=needed, quiet=True, **more)
        self._ground.calm = True

    def relook(self) -> None:
        super().relook()
        self.box.setFont(self.look.font(15, QFont.Weight.DemiBold))
        row = self._ground.layout()
        if row is not None:
            row.setContentsMargins(self.look.px(3), self.look.px(3), self.look.px(3), self.look.px(3))
