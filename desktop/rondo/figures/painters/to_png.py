"""A display list as pixels: the real PDF, rasterised, so that the picture equals the page."""

from __future__ import annotations

import io
from math import sqrt
from typing import Any

from rondo.figures.painters.to_pdf import figure_pdf
from rondo.figures.shapes import Figure
from rondo.text.shaped import TextEngine

MOST_PIXELS = 80_000_000
"""A picture beyond this is drawn coarser instead of eating the memory of a laptop."""


def figure_png(figure: Figure, engine: TextEngine, scale: float = 2.0) -> bytes:
    """The figure on white, `scale` pixels a point. The same figure gives the same bytes."""
    return page_png(figure_pdf(figure, engine), scale)


def page_png(pdf: bytes, scale: float = 2.0, page: int = 0) -> bytes:
    """One page of a finished PDF as a PNG."""
    import pypdfium2

    reader: Any = pypdfium2.PdfDocument

    document = reader(pdf)
    try:
        leaf = document[page]
        width, height = leaf.get_size()
        fitting = min(scale, sqrt(MOST_PIXELS / (width * height)))
        picture = leaf.render(scale=fitting, fill_color=(255, 255, 255, 255)).to_pil().convert("RGB")
    finally:
        document.close()
    target = io.BytesIO()
    picture.save(target, "PNG", dpi=(72 * fitting, 72 * fitting))
    return target.getvalue()
