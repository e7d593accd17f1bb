"""Builders for brief tests: a setting, a content, and what is written on the pages of a PDF."""

from __future__ import annotations

import io
import re

import pypdfium2

from helpers import engines
from rondo.brief.blocks import Block, Chapter, Content, Paragraph, plain
from rondo.brief.setting import PAPERS, Setting
from rondo.figures.theme import load as load_theme
from rondo.text.shaped import TextEngine

SENTENCE = "Booking does not tell the hotel who is coming, and gains nothing by telling it. "


def setting(engine: TextEngine | None = None, paper: str = "a4") -> Setting:
    return Setting(engine or engines.system_engine(), load_theme("light"), PAPERS[paper])


def content(*chapters: tuple[Block, ...]) -> Content:
    made = tuple(Chapter(f"c{i}", f"Chapter {i}", blocks) for i, blocks in enumerate(chapters))
    return Content(made, "A title", "A head", "en")


def title(text: str, anchor: str) -> Paragraph:
    return Paragraph(plain(text), "title", anchor=anchor, outline=0)


def page_texts(pdf: bytes) -> list[str]:
    """The text of every page with runs of white space made one space."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    texts = []
    for page in document:
        text = page.get_textpage()
        texts.append(re.sub(r"\s+", " ", text.get_text_bounded()))
        text.close()
        page.close()
    document.close()
    return texts
