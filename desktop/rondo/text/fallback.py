"""The order in which fonts are asked for a letter: the style's own, the shipped ones, the machine's."""

from __future__ import annotations

from rondo.text.faces import Face
from rondo.text.itemise import FindFace
from rondo.text.shipped import ShippedFont, fallback_order, shipped_fonts
from rondo.text.system_faces import SystemFaces


class Fallback:
    """Opens faces when they are first needed and keeps them. Without `system`, only the shipped fonts."""

    def __init__(self, system: bool) -> None:
        self._shipped: dict[str, Face] = {}
        self._files = {font.key: font for font in shipped_fonts()}
        self._asks_system = system
        self._system: SystemFaces | None = SystemFaces() if system else None
        self._orders: dict[tuple[str, int, bool], tuple[ShippedFont, ...]] = {}

    def base(self, family: str, weight: int, italic: bool) -> Face:
        """The face a style names by itself."""
        return self._open(self._order(family, weight, italic)[0])

    def finder(self, base: Face) -> FindFace:
        """What finds the face for a cluster that the base face has not."""
        font = self._files[base.key]
        order = self._order(font.base, font.weight, font.italic)[1:]

        def find(cluster: str) -> Face | None:
            for other in order:
                face = self._open(other)
                if face.has_all(cluster):
                    return face
            if self._system is None or not self._asks_system:
                return None
            return self._system.find(cluster, font.weight)

        return find

    def face(self, key: str) -> Face:
        """The face behind a key. KeyError when there is none on this machine."""
        if key in self._files:
            return self._open(self._files[key])
        if self._system is None:
            self._system = SystemFaces()
        return self._system.by_key(key)

    def _open(self, font: ShippedFont) -> Face:
        if font.key not in self._shipped:
            self._shipped[font.key] = Face.shipped(font)
        return self._shipped[font.key]

    def _order(self, family: str, weight: int, italic: bool) -> tuple[ShippedFont, ...]:
        style = (family, weight, italic)
        if style not in self._orders:
            self._orders[style] = fallback_order(*style)
        return self._orders[style]
