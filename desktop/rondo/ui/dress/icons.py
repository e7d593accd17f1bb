"""Icons of the window: one drawing each, in a role of the theme, sharp at every pixel ratio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImageReader, QPainter, QPixmap

from rondo.ui.dress.icon_files import coloured, icon_names

if TYPE_CHECKING:
    from rondo.ui.dress.look import Look


class Icons:
    """Keeps the icons of one theme. Each is drawn when it is first seen, at the size that is seen."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._made: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, role: str) -> QIcon:
        """The icon in that role of the theme in use. FileNotFoundError when none of that name ships."""
        if (name, role) not in self._made:
            self._made[name, role] = self._new(name, role)
        return self._made[name, role]

    def forget(self) -> None:
        """Icons are made anew: the theme is another."""
        self._made.clear()

    def _new(self, name: str, role: str) -> QIcon:
        look = self._look
        if name not in icon_names():
            raise FileNotFoundError(name)
        return QIcon(_Drawing(name, *(look[one].name() for one in (role, "on-chosen", "disabled"))))


class _Drawing(QIconEngine):
    """An icon that costs nothing before it is seen."""

    def __init__(self, name: str, usual: str, on: str, disabled: str) -> None:
        super().__init__()
        self._name, self._colours = name, (usual, on, disabled)
        self._seen: dict[tuple[int, int, str], QPixmap] = {}

    def clone(self) -> QIconEngine:
        return _Drawing(self._name, *self._colours)

    def key(self) -> str:
        return self._name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.pixmap(rect.size() * ratio, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        usual, on, disabled = self._colours
        colour = disabled if mode == QIcon.Mode.Disabled else on if state == QIcon.State.On else usual
        key = (size.width(), size.height(), colour)
        if key not in self._seen:
            self._seen[key] = _drawn(coloured(self._name, colour), size)
        return self._seen[key]

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self.pixmap(size * scale, mode, state)


def _drawn(svg: bytes, size: QSize) -> QPixmap:
    """The drawing as large as it can be in the middle of so many pixels of the device."""
    side = min(size.width(), size.height())
    source = QBuffer()
    source.setData(svg)
    reader = QImageReader(source, b"svg")
    reader.setScaledSize(QSize(side, side))
    drawing = QPixmap.fromImage(reader.read())
    if drawing.size() == size or size.isEmpty():
        return drawing  # where a window is so small that a button has no room at all, there is nothing
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.drawPixmap((size.width() - side) // 2, (size.height() - side) // 2, drawing)
    painter.end()
    return picture
