"""Pages that begin with no font. ReportLab sets Helvetica first on every page, and then every document names
a font that no PDF embeds."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary


def begin_without_font(canvas: Any) -> None:
    """The canvas's pages begin with no font, and the document names the initial one only once it is used."""
    document, initial = canvas._doc, canvas._initialFontName
    if initial not in document.fontMapping or "BT " not in canvas._preamble:
        return
    fonts = document.idToObject["BasicFonts"].dict
    ask, make = document.getInternalFontName, canvas._make_preamble
    internal = ask(initial).lstrip("/")
    standard = fonts.pop(internal)
    document.idToObject[internal] = PDFDictionary({})  # its number is given out already

    def name_of(font: str) -> Any:
        if font == initial:
            fonts[internal] = document.idToObject[internal] = standard
        return ask(font)

    def make_preamble() -> None:
        is_used = internal in fonts
        make()
        canvas._preamble = canvas._preamble.partition("BT ")[0]
        if not is_used:
            fonts.pop(internal, None)
            document.idToObject[internal] = PDFDictionary({})

    document.getInternalFontName, canvas._make_preamble = name_of, make_preamble
    make_preamble()
