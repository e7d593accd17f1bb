"""Fonts of the machine, for letters that no shipped font has. Only such as can be embedded in a PDF."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QRawFont

from rondo.text import sfnt
from rondo.text.faces import Face, is_shipped_family, plain_font

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
_PICTURES = ("CBDT", "sbix", "COLR", "SVG ")


class SystemFaces:
    """The faces of the machine's font families, looked at one by one, in one fixed order."""

    def __init__(self) -> None:
        found = [name for name in QFontDatabase.families() if _is_usable(name)]
        self._families = tuple(sorted(found, key=lambda name: (_rank(name), name)))
        self._faces: dict[tuple[str, str], Face | None] = {}
        self._chosen: dict[tuple[str, int], Face | None] = {}

    def find(self, cluster: str, weight: int) -> Face | None:
        """The first family that has every character of a cluster, in the style nearest to the weight."""
        asked = (cluster, weight)
        if asked not in self._chosen:
            faces = (self._face(family, _nearest_style(family, weight)) for family in self._families)
            self._chosen[asked] = next((face for face in faces if face and face.has_all(cluster)), None)
        return self._chosen[asked]

    def by_key(self, key: str) -> Face:
        """The face behind a key, also in another process. KeyError when the machine has it not."""
        kind, _, rest = key.partition(":")
        family, _, style = rest.partition(":")
        face = self._face(family, style) if kind == _KEY else None
        if face is None:
            raise KeyError(key)
        return face

    def _face(self, family: str, style: str) -> Face | None:
        if (family, style) not in self._faces:
            self._faces[family, style] = _open(family, style)
        return self._faces[family, style]


def font_program(face: Face) -> bytes:
    """A complete font file rebuilt from a face's tables; a face out of a collection comes alone."""
    parts = {tag: bytes(face.raw.fontTable(tag).data()) for tag in _TABLES}
    return sfnt.build({tag: data for tag, data in parts.items() if data})


def _open(family: str, style: str) -> Face | None:
    if family not in QFontDatabase.families():
        return None
    font = plain_font(QFontDatabase.font(family, style, 12))
    raw = QRawFont.fromFont(font)
    if not raw.isValid() or not any(raw.fontTable(tag).size() for tag in _OUTLINES):
        return None
    if any(raw.fontTable(tag).size() for tag in _PICTURES):
        return None
    raw.setPixelSize(1000.0)
    return Face(f"{_KEY}:{family}:{style}", font, raw)


def _is_usable(family: str) -> bool:
    return not is_shipped_family(family) and QFontDatabase.isSmoothlyScalable(family)


def _rank(family: str) -> int:
    return _FIRST.index(family) if family in _FIRST else len(_FIRST)


def _nearest_style(family: str, weight: int) -> str:
    """Upright before slanted, then by weight, then by name, so that the choice is always the same."""

    def distance(style: str) -> tuple[bool, int, str]:
        slanted = QFontDatabase.italic(family, style)
        return slanted, abs(int(QFontDatabase.weight(family, style)) - weight), style

    return min(QFontDatabase.styles(family), key=distance, default="")
