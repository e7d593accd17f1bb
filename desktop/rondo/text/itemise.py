"""Which font draws which stretch of a text. Qt must never fall back by itself: it loses count of the
letters there, and what a PDF says could no longer be found or copied."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QTextBoundaryFinder

from rondo.text.faces import Face
from rondo.text.paragraph import JOINER, Places, is_invisible
from rondo.text.scripts import script_name

FindFace = Callable[[str], Face | None]
_UNKNOWN, _UNKNOWN_WIDE, _UNKNOWN_FROM_RIGHT = "\ue000", "\u3013", "\U00010900"
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_NEUTRAL, _OPENING, _LETTER = ("P", "Z"), ("Ps", "Pi"), ("L", "M", "N")


class Item(Struct, frozen=True):
    """A stretch in one font and one span, from `start` (Python index) to the next item."""

    start: int
    face: Face
    span: int


def graphemes(text: str) -> list[int]:
    """Where each character as people count them begins (UAX 29), in Python indices."""
    if text.isascii():
        return list(range(len(text)))
    places = Places(text)
    starts: list[int] = []
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    at = 0
    while 0 <= at < places.qt(len(text)):
        start = places.python(at)
        if not starts or start > starts[-1]:
            starts.append(start)
        at = finder.toNextBoundary()
    return starts


class Cover(Struct, frozen=True):
    """The fonts along a text as (start, face); the text to lay out, as long as the source; the names of the
    scripts that have no font."""

    faces: list[tuple[int, Face]]
    text: str
    missing: frozenset[str] = frozenset()


def cover(text: str, base: Face, find: FindFace) -> Cover:
    """Every character gets a font that has it, or becomes a box of `base`.

    A character never splits between fonts; spaces and punctuation stay with their neighbours."""
    if base.has_all(set(text)):
        return Cover([(0, base)], text)
    starts = graphemes(text)
    clusters = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    chosen = [_choice(cluster, base, find) for cluster in clusters]
    lacking = {cluster for cluster, (face, _) in zip(clusters, chosen, strict=True) if face is None}
    faces = _with_neighbours(clusters, [face or base for face, _ in chosen])
    drawn = "".join(shown for _, shown in chosen)
    missing = frozenset(script_name(_first_without(cluster, base)) for cluster in lacking)
    return Cover(list(_joined(starts, faces)), drawn, missing)


def _box(cluster: str) -> str:
    """What is laid out for a character without a font: one that no shipped font has, so that Qt draws the
    box and asks no other font, of the same direction and with the same line breaks around it."""
    first = cluster[0]
    is_from_right = unicodedata.bidirectional(first) in ("R", "AL")
    is_wide = unicodedata.east_asian_width(first) in "WF" and unicodedata.category(first)[0] == "L"
    shown = _UNKNOWN_FROM_RIGHT if is_from_right else _UNKNOWN_WIDE if is_wide else _UNKNOWN
    return shown + JOINER * (len(cluster) - 1)


def _choice(cluster: str, base: Face, find: FindFace) -> tuple[Face | None, str]:
    """The face of a cluster, None when no font has it, and what is laid out for it."""
    if base.has_all(cluster):
        return base, cluster
    composed = unicodedata.normalize("NFC", cluster)
    face = find(cluster) or (find(composed) if composed != cluster else None)
    if face is None and all(is_invisible(mark) or mark in _SKIN_TONES for mark in cluster[1:]):
        face = find(cluster[0])  # the hand without its colour is better than a box
        cluster = cluster[0] + JOINER * (len(cluster) - 1) if face else cluster
    return face, cluster if face else _box(cluster)


def _first_without(cluster: str, base: Face) -> str:
    return next((character for character in cluster if not base.has(character)), cluster[0])


def _with_neighbours(clusters: Sequence[str], own: Sequence[Face]) -> list[Face]:
    """Punctuation before a word goes with the word after it, all other with the word before it."""
    kinds = [unicodedata.category(cluster[0]) for cluster in clusters]
    faces = list(own)
    before: Face | None = None
    for index, kind in enumerate(kinds):
        if kind[0] in _LETTER:
            before = own[index]
        elif kind[0] in _NEUTRAL and kind not in _OPENING and before and before.has_all(clusters[index]):
            faces[index] = before
    after: Face | None = None
    for index in range(len(kinds) - 1, -1, -1):
        if kinds[index][0] in _LETTER:
            after = own[index]
        elif kinds[index] in _OPENING and after and after.has_all(clusters[index]):
            faces[index] = after
    return faces


def _joined(starts: Sequence[int], faces: Sequence[Face]) -> Iterator[tuple[int, Face]]:
    previous: Face | None = None
    for start, face in zip(starts, faces, strict=True):
        if face is not previous:
            yield start, face
        previous = face
