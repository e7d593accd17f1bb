"""One page of the brief on the screen: white paper, the last good picture of it, a hairline around it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from rondo.figures.theme import load as load_theme
from rondo.ui.brief.raster import Picture
from rondo.ui.dress.look import Look


class Sheet(QLabel):
    """Shows the page as it was last drawn, at whatever size it has, until a sharper picture comes."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.size_in_points = (1.0, 1.0)
        self.current = False
        """Whether it is the page that keys scroll from: its edge says so."""
        self._look = look
        self._paper = load_theme("light")["surface"]  # of the printed page, in every look
        self._drawn: tuple[int, float] = (0, 0.0)
        self._image: QImage | None = None
        self._pixels = b""

    def wants(self, pdf: int, scale: float) -> bool:
        """Whether its picture is of another PDF, or of another size."""
        return self._drawn != (pdf, scale)

    def show_picture(self, picture: Picture, scale: float) -> None:
        """The picture that was asked for at that scale is shown; screen readers get its words."""
        self._pixels = picture.pixels  # the image only points to them
        self._image = QImage(
            self._pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32
        )
        self._drawn = (picture.pdf, scale)
        self.setAccessibleDescription(picture.text)
        self.update()

    def drop_picture(self) -> None:
        """The memory of the picture is free."""
        self._image, self._pixels, self._drawn = None, b"", (0, 0.0)

    def set_current(self, current: bool) -> None:
        if current != self.current:
            self.current = current
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._paper)
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._image, QRectF(self._image.rect()))
        edge, width = ("accent", 2.0) if self.current else ("edge", 1.0)
        painter.setPen(QPen(self._look[edge], width))
        half = width / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
        painter.end()
