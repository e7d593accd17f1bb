"""Which font draws which stretch of a text. Qt must never fall back by itself: it loses count of the
letters there, and what a PDF says could no longer be found or copied."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTextBoundaryFinder

from rondo.text.faces import Face, is_invisible
from rondo.text.paragraph import Places
from rondo.text.scripts import script_name

FindFace = Callable[[str], Face | None]
_NEUTRAL, _OPENING, _LETTER = ("P", "Z"), ("Ps", "Pi"), ("L", "M", "N")


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch in one font and one span, from `start` (Python index) to the next item."""

    start: int
    face: Face
    span: int


def graphemes(text: str) -> list[int]:
    """Where each character as people count them begins (UAX 29), in Python indices."""
    if text.isascii():
        return list(range(len(text)))
    places, starts = Places(text), []
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    at = 0
    while 0 <= at < places.qt(len(text)):
        starts.append(places.python(at))
        at = finder.toNextBoundary()
    return starts


def cover(text: str, base: Face, find: FindFace) -> tuple[list[tuple[int, Face]], frozenset[str]]:
    """The fonts along a text as (start, face), and the scripts that have none and become boxes of `base`.

    A character never splits between fonts; spaces and punctuation stay with their neighbours."""
    if base.has_all(set(text)):
        return [(0, base)], frozenset()
    starts = graphemes(text)
    clusters = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    own = [_own_face(cluster, base, find) for cluster in clusters]
    lacking = (cluster for cluster, face in zip(clusters, own, strict=True) if face is None)
    missing = frozenset(script_name(_lacking(cluster, base)) for cluster in lacking)
    faces = _with_neighbours(clusters, [face or base for face in own])
    return list(_joined(starts, faces)), missing


def _own_face(cluster: str, base: Face, find: FindFace) -> Face | None:
    if base.has_all(cluster):
        return base
    composed = unicodedata.normalize("NFC", cluster)
    return find(cluster) or (find(composed) if composed != cluster else None) or _partly(cluster, find)


def _partly(cluster: str, find: FindFace) -> Face | None:
    """Some marks have no font where their letter has: a letter is better than a box."""
    return find(cluster[0]) if len(cluster) > 1 and all(map(is_invisible, cluster[1:])) else None


def _lacking(cluster: str, base: Face) -> str:
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
