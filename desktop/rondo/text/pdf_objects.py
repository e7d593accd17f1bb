"""A Type0 font as PDF objects: which dictionary says what of it. No Qt here."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from rondo.text.pdf_program import Facts

_FIXED, _SERIF, _SYMBOLIC, _ITALIC = 1, 2, 4, 64
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
_ENTRIES = 100  # as many as one section of a CMap may have


def add_type0(
    document: Any, name: str, facts: Facts, program: bytes, glyphs: Sequence[int],
    widths: Sequence[float], texts: Sequence[str],
) -> None:  # fmt: skip
    """The document has the font `name`; code n+1 draws glyphs[n], is widths[n]/1000 of the size wide and
    means texts[n]. The same input gives the same objects."""
    base = pdfdoc.PDFName(f"{_subset_tag(program)}+{facts.name}")

    def refer(kind: str, thing: Any) -> Any:
        return document.Reference(thing, f"rondo:{name}:{kind}")

    descendant = _dictionary(
        Type=pdfdoc.PDFName("Font"),
        Subtype=pdfdoc.PDFName("CIDFontType2"),
        BaseFont=base,
        CIDSystemInfo=_dictionary(
            Registry=pdfdoc.PDFString("Adobe"), Ordering=pdfdoc.PDFString("Identity"), Supplement=0
        ),
        FontDescriptor=refer("descriptor", _descriptor(base, facts, refer("program", _program(program)))),
        DW=0,
        W=pdfdoc.PDFArray([1, pdfdoc.PDFArray([_number(width) for width in widths])]),
        CIDToGIDMap=refer(
            "glyphs", _stream(b"\0\0" + b"".join(glyph.to_bytes(2, "big") for glyph in glyphs))
        ),
    )
    font = _dictionary(
        Type=pdfdoc.PDFName("Font"),
        Subtype=pdfdoc.PDFName("Type0"),
        BaseFont=base,
        Encoding=pdfdoc.PDFName("Identity-H"),
        DescendantFonts=pdfdoc.PDFArray([refer("descendant", descendant)]),
        ToUnicode=refer("texts", _stream(_to_unicode(texts).encode("ascii"))),
    )
    document.idToObject["BasicFonts"].dict[name] = refer("font", font)


def _descriptor(base: Any, facts: Facts, program: Any) -> Any:
    flags = _SYMBOLIC
    flags |= _FIXED if facts.is_fixed else 0
    flags |= _SERIF if facts.is_serif else 0
    flags |= _ITALIC if facts.italic_angle else 0
    return _dictionary(
        Type=pdfdoc.PDFName("FontDescriptor"),
        FontName=base,
        Flags=flags,
        FontBBox=pdfdoc.PDFArray([_number(edge) for edge in facts.box]),
        ItalicAngle=_number(facts.italic_angle),
        Ascent=_number(facts.ascent),
        Descent=_number(facts.descent),
        CapHeight=_number(facts.cap_height),
        StemV=round(50 + (facts.weight / 65) ** 2),
        FontFile2=program,
    )


def _program(data: bytes) -> Any:
    stream = _stream(data)
    stream.dictionary["Length1"] = len(data)
    return stream


def _stream(data: bytes) -> Any:
    stream: Any = pdfdoc.PDFStream(content=data, filters=[pdfdoc.PDFZCompress])
    return stream


def _to_unicode(texts: Sequence[str]) -> str:
    entries = [f"<{code:04X}> <{_hex(text)}>" for code, text in enumerate(texts, 1)]
    parts = [_CMAP_HEAD]
    for start in range(0, len(entries), _ENTRIES):
        section = entries[start : start + _ENTRIES]
        parts += [f"{len(section)} beginbfchar", *section, "endbfchar"]
    return "\n".join([*parts, _CMAP_TAIL])


def _hex(text: str) -> str:
    """UTF-16 as a CMap wants it. A tab reads as a space; other control characters mean nothing on paper."""
    kept = "".join(
        letter for letter in text.replace("\t", " ") if letter >= " " and not "\x7f" <= letter <= "\x9f"
    )
    return (kept or "\u200b").encode("utf-16-be", "replace").hex().upper()


def _subset_tag(program: bytes) -> str:
    """Six capitals that differ when the subset differs and never otherwise."""
    number = int.from_bytes(hashlib.sha256(program).digest()[:8], "big")
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _dictionary(**entries: Any) -> Any:
    return pdfdoc.PDFDictionary(entries)


def _number(value: float) -> float | int:
    rounded = round(value, 3)
    return int(rounded) if rounded == int(rounded) else rounded
