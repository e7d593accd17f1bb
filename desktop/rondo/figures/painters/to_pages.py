"""Figures as the pages of one PDF: each on a sheet of paper of its own, smaller where it would not fit."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rondo.figures.bounds import Box, everything
from rondo.figures.painters.to_pdf import draw
from rondo.figures.shapes import Figure, Group
from rondo.text.shaped import TextEngine

A4 = (595.276, 841.89)
MARGIN = 54.0
"""Points."""


def pages_pdf(
    figures: Sequence[Figure],
    engine: TextEngine,
    *,
    title: str,
    author: str = "",
    language: str = "en",
    page: tuple[float, float] = A4,
) -> bytes:
    """One page a figure, with an entry in the outline; the same figures give the same bytes."""
    from reportlab.pdfgen.canvas import Canvas

    from rondo.text.pdf_fonts import PdfFonts

    target = io.BytesIO()
    canvas = Canvas(target, pagesize=page, invariant=1, pageCompression=1, lang=language)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("Rondo")
    fonts = PdfFonts(canvas, engine)
    shapes = (shape for figure in figures for shape in everything(figure.shapes))
    names = frozenset(shape.id for shape in shapes if isinstance(shape, Group) and shape.id)

    def place(group: Group, box: Box) -> None:
        if group.id:
            canvas.bookmarkHorizontalAbsolute(group.id, box[3])

    for at, figure in enumerate(figures):
        scale = min(1.0, (page[0] - 2 * MARGIN) / figure.width, (page[1] - 2 * MARGIN) / figure.height)
        canvas.bookmarkPage(f"page-{at}")
        canvas.addOutlineEntry(figure.title, f"page-{at}")
        x = (page[0] - figure.width * scale) / 2
        draw(figure, canvas, fonts, x, page[1] - MARGIN, scale, place, names)
        canvas.showPage()
    canvas.save()
    return target.getvalue()
