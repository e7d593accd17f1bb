"""Icons of the window: one drawing each, in a role of the theme, sharp at every pixel ratio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from rondo.ui.dress.icon_files import coloured, icon_file

if TYPE_CHECKING:
    from rondo.ui.dress.look import Look

SIZES = (16, 24, 32, 48)
"""Pixels of the device, for where drawings cannot be handed over as files."""


class Icons:
    """Keeps the icons of one theme. Qt draws them when they are first seen, at the size that is seen."""

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
        icon = QIcon()
        for mode, state, in_role in (
            (QIcon.Mode.Normal, QIcon.State.Off, role),
            (QIcon.Mode.Normal, QIcon.State.On, "on-chosen"),
            (QIcon.Mode.Disabled, QIcon.State.Off, "disabled"),
        ):
            colour = self._look[in_role].name()
            path = icon_file(self._look.folder, name, colour)
            if path is not None:
                icon.addFile(str(path), QSize(), mode, state)
            else:
                for size in SIZES:
                    icon.addPixmap(_drawn(name, colour, size), mode, state)
        return icon


def _drawn(name: str, colour: str, size: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(coloured(name, colour)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
