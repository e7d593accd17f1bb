"""PDFs made of shaped blocks, and what other programs read in them."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from rondo.text.pdf_fonts import LinkArea, PdfFonts
from rondo.text.shaped import Block, TextEngine

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")


def pdf_of(engine: TextEngine, blocks: Sequence[Block], colour: str = "#102030") -> bytes:
    """A document of one page, the blocks one below the other."""
    return drawn(engine, blocks, colour)[0]


def drawn(
    engine: TextEngine, blocks: Sequence[Block], colour: str = "#102030"
) -> tuple[bytes, list[LinkArea]]:
    """The document, and where its links stand."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(9000, 4000), invariant=1)
    fonts, top, areas = PdfFonts(canvas, engine), 3980.0, []
    for block in blocks:
        areas += fonts.draw(block, 40, top, colour)
        top -= block.height + 20
    canvas.showPage()
    canvas.save()
    return out.getvalue(), areas


def poppler_text(pdf: bytes, folder: Path, *options: str) -> str:
    """What pdftotext reads."""
    return _run(["pdftotext", *options, "-enc", "UTF-8"], pdf, folder, "-")


def poppler_fonts(pdf: bytes, folder: Path) -> list[dict[str, str]]:
    """The fonts by name, with the yes and no of pdffonts: embedded, subset, with Unicode."""
    lines = _run(["pdffonts"], pdf, folder).splitlines()[2:]
    rows = [line.split() for line in lines]
    return [{"name": row[0], "emb": row[-5], "sub": row[-4], "uni": row[-3]} for row in rows]


def pdfium_text(pdf: bytes) -> str:
    """What PDFium (the reader in browsers) reads on the first page."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text_page = page.get_textpage()
    text = str(text_page.get_text_range())
    text_page.close()
    page.close()
    document.close()
    return text


def words(text: str) -> str:
    """A text with every white space as one space, and without the marks of direction readers add."""
    marks = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u200e\u200f"))
    return " ".join(text.translate(marks).split())


def _run(command: list[str], pdf: bytes, folder: Path, *after: str) -> str:
    file = folder / "text.pdf"
    file.write_bytes(pdf)
    done = subprocess.run([*command, str(file), *after], capture_output=True, check=True, encoding="utf-8")
    return done.stdout
