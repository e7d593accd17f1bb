"""What stands on the pages of a PDF: every text with its size and box, as readers in browsers see them."""

from __future__ import annotations

import ctypes
import io
import math
from collections.abc import Iterator, Sequence

import pypdfium2
from msgspec import Struct
from pypdfium2 import raw

Box = tuple[float, float, float, float]


class PageText(Struct, frozen=True, dict=True):
    """One text object; its size on paper and its box (left, bottom, right, top) in points."""

    page: int
    text: str
    size: float
    box: Box
    paper: tuple[float, float]

    @property
    def is_drawn(self) -> bool:
        """Whether any ink stands there (white space and marks of direction have no box)."""
        left, bottom, right, top = self.box
        return right > left and top > bottom


def page_objects(pdf: bytes) -> Iterator[PageText]:
    """Every text object of every page, also those inside forms, in drawing order."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    for number, page in enumerate(document, 1):
        words = page.get_textpage()
        for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=3):
            yield PageText(number, _text(thing, words), _size(thing), _box(thing), page.get_size())
        words.close()
        page.close()
    document.close()


def _size(thing: pypdfium2.PdfObject) -> float:
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(thing, size)
    matrix = thing.get_matrix()
    if thing.container is not None:
        matrix = matrix.multiply(thing.container.get_matrix())
    return size.value * math.hypot(matrix.c, matrix.d)


def _box(thing: pypdfium2.PdfObject) -> Box:
    left, bottom, right, top = thing.get_bounds()
    if thing.container is None:
        return left, bottom, right, top
    moved = thing.container.get_matrix()
    return (*moved.on_point(left, bottom), *moved.on_point(right, top))


def _text(thing: pypdfium2.PdfObject, words: pypdfium2.PdfTextPage) -> str:
    length = raw.FPDFTextObj_GetText(thing, words, None, 0)
    room = ctypes.create_string_buffer(length)
    raw.FPDFTextObj_GetText(thing, words, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), length)
    return room.raw[: length - 2].decode("utf-16-le", "replace")


def overlapping(texts: Sequence[PageText], most: float = 1.0) -> list[tuple[PageText, PageText]]:
    """Pairs of texts on one page whose ink boxes share more than `most` points in both directions."""
    found = []
    ordered = sorted((text for text in texts if text.is_drawn), key=lambda text: (text.page, text.box[0]))
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.page != one.page or other.box[0] >= one.box[2] - most:
                break
            if min(one.box[3], other.box[3]) - max(one.box[1], other.box[1]) > most:
                wide = min(one.box[2], other.box[2]) - other.box[0]
                found += [(one, other)] if wide > most else []
    return found
