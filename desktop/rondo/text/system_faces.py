"""Fonts of the machine, for letters that no shipped font has. Only such as can be embedded in a PDF."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout

from rondo.text import sfnt
from rondo.text.faces import Face, is_registered_family, layout_font
from rondo.text.paragraph import is_invisible

_KEY = "system"
_FIRST = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC",
    "Noto Sans CJK JP", "Yu Gothic", "Hiragino Sans", "Noto Sans CJK KR", "Malgun Gothic",
    "Apple SD Gothic Neo", "Nirmala UI", "Segoe UI", "Segoe UI Symbol", "Apple Symbols", "DejaVu Sans",
)  # fmt: skip
_TABLES = (
    "CFF ", "GDEF", "GPOS", "GSUB", "OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx",
    "loca", "maxp", "name", "post", "prep", "vhea", "vmtx", "VORG",
)  # fmt: skip
_OUTLINES = ("glyf", "CFF ")
_RESTRICTED = 0x0002
_PICTURES = ("CBDT", "sbix", "COLR", "SVG ")


class SystemFaces:
    """The faces of the machine's font families, looked at one by one, in one fixed order."""

    def __init__(self) -> None:
        self._candidates: dict[tuple[str, str], _Candidate | None] = {}
        self._faces: dict[str, Face] = {}
        self._chosen: dict[tuple[str, int], Face | None] = {}

    @cached_property
    def _families(self) -> tuple[str, ...]:
        """Only a letter that no shipped font has makes it worth looking at every family of the machine."""
        found = [name for name in QFontDatabase.families() if _is_usable(name)]
        return tuple(sorted(found, key=lambda name: (_rank(name), name)))

    def find(self, cluster: str, weight: int) -> Face | None:
        """The first family that has every character of a cluster, in the style nearest to the weight."""
        asked = (cluster, weight)
        if asked not in self._chosen:
            candidates = (self._candidate(name, _nearest_style(name, weight)) for name in self._families)
            chosen = next((each for each in candidates if each and each.draws(cluster)), None)
            self._chosen[asked] = self._face(chosen) if chosen else None
        return self._chosen[asked]

    def by_key(self, key: str) -> Face:
        """The face behind a key, also in another process. KeyError when the machine has it not."""
        kind, _, rest = key.partition(":")
        family, _, style = rest.partition(":")
        candidate = self._candidate(family, style) if kind == _KEY else None
        if candidate is None:
            raise KeyError(key)
        return self._face(candidate)

    def _candidate(self, family: str, style: str) -> _Candidate | None:
        if (family, style) not in self._candidates:
            self._candidates[family, style] = _candidate(family, style)
        return self._candidates[family, style]

    def _face(self, candidate: _Candidate) -> Face:
        if candidate.key not in self._faces:
            self._faces[candidate.key] = Face.of_program(candidate.key, _program(candidate.raw))
        return self._faces[candidate.key]


class _Candidate:
    """A font of the machine before it is taken into use."""

    def __init__(self, key: str, font: QFont, raw: QRawFont) -> None:
        self.key, self.font, self.raw = key, font, raw

    def draws(self, cluster: str) -> bool:
        """Whether Qt draws the cluster with this very font: it takes another one for a script whose shaping
        rules the font lacks."""
        if not all(is_invisible(each) or self.raw.supportsCharacter(ord(each)) for each in cluster):
            return False
        layout = QTextLayout(cluster, self.font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        family = self.raw.familyName()
        return all(
            run.rawFont().familyName() == family and 0 not in run.glyphIndexes() for run in layout.glyphRuns()
        )


def _program(raw: QRawFont) -> bytes:
    """A complete font file rebuilt from a font's tables; a face out of a collection comes alone, and a
    variable one as Qt shows it, in its default form."""
    parts = {tag: bytes(raw.fontTable(tag).data()) for tag in _TABLES}
    return sfnt.build({tag: data for tag, data in parts.items() if data})


def _candidate(family: str, style: str) -> _Candidate | None:
    if family not in QFontDatabase.families():
        return None
    font = layout_font(QFontDatabase.font(family, style, 12))
    raw = QRawFont.fromFont(font)
    if not raw.isValid() or not any(raw.fontTable(tag).size() for tag in _OUTLINES):
        return None
    if any(raw.fontTable(tag).size() for tag in _PICTURES) or _may_not_be_embedded(raw):
        return None
    return _Candidate(f"{_KEY}:{family}:{style}", font, raw)


def _may_not_be_embedded(raw: QRawFont) -> bool:
    """Whether the font's licence bits (OS/2 fsType) forbid putting it into a document."""
    os2 = bytes(raw.fontTable("OS/2").data())
    return len(os2) >= 10 and int.from_bytes(os2[8:10], "big") & 0x000F == _RESTRICTED


def _is_usable(family: str) -> bool:
    return not is_registered_family(family) and QFontDatabase.isSmoothlyScalable(family)


def _rank(family: str) -> int:
    return _FIRST.index(family) if family in _FIRST else len(_FIRST)


def _nearest_style(family: str, weight: int) -> str:
    """Upright before slanted, then by weight, then by name, so that the choice is always the same."""

    def distance(style: str) -> tuple[bool, int, str]:
        slanted = QFontDatabase.italic(family, style)
        return slanted, abs(int(QFontDatabase.weight(family, style)) - weight), style

    return min(QFontDatabase.styles(family), key=distance, default="")
