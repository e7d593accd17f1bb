"""Pages of a finished PDF as pictures, drawn on a thread of their own so that the window never waits.

The PDF library leaves Python alone while it draws; it is not made for two threads, so there is one at a time.
"""

from __future__ import annotations

import sys
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from math import sqrt
from pathlib import Path
from threading import Lock
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

MOST_PIXELS = 24_000_000
"""A page beyond this is drawn coarser instead of eating the memory of a laptop."""

_ONE_AT_A_TIME = Lock()


class Picture(Struct, frozen=True):
    """A page of the PDF number `pdf`, `scale` pixels a point: four bytes a pixel, and the words on it."""

    pdf: int
    page: int
    scale: float
    width: int
    height: int
    stride: int
    pixels: bytes
    text: str


class Raster(QObject):
    """Draws pages of one PDF after the other; a page that is not wanted any more is not drawn."""

    drawn = Signal(object)
    """A Picture."""
    _news = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pages")
        self._pdf = 0
        self._document: tuple[int, Any] | None = None
        self._path: Path | None = None
        self._asked: dict[int, tuple[float, Future[Picture]]] = {}
        self._news.connect(lambda tell: tell())

    def open(self, pdf: Path) -> int:
        """Pages come from that file now, which is gone once it was read. Answers with its number."""
        for page in list(self._asked):
            self.forget(page)
        self._pdf += 1
        self._thread.submit(self._read, self._pdf, pdf)
        return self._pdf

    def ask(self, page: int, scale: float) -> None:
        """That page will be drawn, unless it is already being drawn like this."""
        if page in self._asked and self._asked[page][0] == scale:
            return
        self.forget(page)
        future = self._thread.submit(self._draw, self._pdf, page, scale)
        self._asked[page] = (scale, future)
        future.add_done_callback(self._on_thread_done)

    def forget(self, page: int) -> None:
        """The page is not wanted any more."""
        if page in self._asked:
            self._asked.pop(page)[1].cancel()

    def asked(self) -> tuple[int, ...]:
        """The pages that are being drawn or wait for it."""
        return tuple(self._asked)

    def close(self) -> None:
        """Nothing more is drawn."""
        self._asked.clear()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _read(self, pdf: int, path: Path) -> None:
        """On the thread."""
        import pypdfium2

        reader: Any = pypdfium2.PdfDocument
        try:
            data = path.read_bytes()
            path.unlink()
        except FileNotFoundError:  # its maker was closed and took it along
            data = b""
        with _ONE_AT_A_TIME:
            if self._document is not None:
                self._document[1].close()
            self._document = (pdf, reader(data)) if data else None

    def _draw(self, pdf: int, page: int, scale: float) -> Picture:
        """On the thread."""
        if self._document is None:
            raise CancelledError
        with _ONE_AT_A_TIME:
            leaf = self._document[1][page]
            width, height = leaf.get_size()
            scale = min(scale, sqrt(MOST_PIXELS / (width * height)))
            made = leaf.render(scale=scale, fill_color=(255, 255, 255, 255), prefer_bgrx=True)
            words = leaf.get_textpage().get_text_range()
            pixels = bytes(made.buffer)
            text = " ".join(words.split())
            return Picture(pdf, page, scale, made.width, made.height, made.stride, pixels, text)

    def _on_thread_done(self, future: Future[Picture]) -> None:
        """On the thread, or here where it was cancelled."""
        with suppress(RuntimeError):  # the window went away meanwhile
            self._news.emit(lambda: self._take(future))

    def _take(self, future: Future[Picture]) -> None:
        try:
            picture = future.result()
        except CancelledError:
            return
        except Exception as mistake:
            sys.excepthook(type(mistake), mistake, mistake.__traceback__)
            return
        if picture.pdf == self._pdf and self._asked.get(picture.page, (0.0, None))[1] is future:
            del self._asked[picture.page]
            self.drawn.emit(picture)
