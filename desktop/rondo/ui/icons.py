"""Icons of the window: one drawing each, in a role of the theme, sharp at every pixel ratio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from rondo.ui.icon_files import coloured, icon_source

if TYPE_CHECKING:
    from rondo.ui.look import Look


class Icons:
    """Draws icons when they are first seen, and keeps the pictures until the theme changes."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._made: dict[tuple[str, str], QIcon] = {}
        self._pictures: dict[tuple[str, str, int, int], QPixmap] = {}

    def icon(self, name: str, role: str) -> QIcon:
        """The icon in that role; it follows the theme. FileNotFoundError when none of that name ships."""
        if (name, role) not in self._made:
            icon_source(name)
            self._made[name, role] = QIcon(_Engine(self, name, role))
        return self._made[name, role]

    def forget(self) -> None:
        """The pictures are drawn anew when they are next seen."""
        self._pictures.clear()

    def picture(self, name: str, role: str, size: QSize, ratio: float = 1.0) -> QPixmap:
        """The icon in that many pixels of the device."""
        key = (name, self._look[role].name(), size.width(), size.height())
        found = self._pictures.get(key)
        if found is None:
            found = self._pictures[key] = _drawn(name, key[1], size)
        picture = QPixmap(found)
        picture.setDevicePixelRatio(ratio)
        return picture


class _Engine(QIconEngine):
    """Qt asks for pictures at sizes and states; disabled and checked ones have roles of their own."""

    def __init__(self, icons: Icons, name: str, role: str) -> None:
        super().__init__()
        self._icons, self._name, self._role = icons, name, role

    def clone(self) -> QIconEngine:
        return _Engine(self._icons, self._name, self._role)

    def key(self) -> str:
        return f"{self._name}/{self._role}"

    def isNull(self) -> bool:
        return False

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._icons.picture(self._name, self._role_in(mode, state), size)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self._icons.picture(self._name, self._role_in(mode, state), size, scale)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        picture = self._icons.picture(self._name, self._role_in(mode, state), rect.size() * ratio, ratio)
        painter.drawPixmap(rect.topLeft(), picture)

    def _role_in(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "disabled"
        return "on-chosen" if state == QIcon.State.On else self._role


def _drawn(name: str, colour: str, size: QSize) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.transparent)
    side = min(size.width(), size.height())
    corner = QPoint((size.width() - side) // 2, (size.height() - side) // 2)
    painter = QPainter(picture)
    QSvgRenderer(coloured(name, colour)).render(painter, QRectF(QRect(corner, QSize(side, side))))
    painter.end()
    return picture
