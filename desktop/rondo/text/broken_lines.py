"""One paragraph broken into lines, however long it is.

Qt takes more than twice the time for a text twice as long, and has an end to how wide a line may get.
Long paragraphs are therefore broken window by window: the last line of a window may not be finished, so
the next window begins with it again.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rondo.text.faces import Face
from rondo.text.itemise import Item
from rondo.text.paragraph import SPACES, is_invisible
from rondo.text.shaped import GlyphRun
from rondo.text.window import Broken, Window

_WINDOW, _WIDE_WINDOW = 4_000, 20_000
_LONGEST_CHARACTER = 64


class BrokenParagraph:
    """The lines of one paragraph at a size and a width. `natural_width` is its width unbroken."""

    lines: tuple[Broken, ...]
    natural_width: float

    def __init__(
        self, text: str, source: str, items: Sequence[Item], size: float, width: float | None, rtl: bool
    ) -> None:
        self._text, self._source, self._items = text, source, items
        self._starts = [item.start for item in items]
        self._size, self._width, self._rtl = size, width, rtl
        if len(text) <= _WINDOW:
            whole = self._window(0, len(text))
            self.lines, self.natural_width = whole.lines, whole.natural_width
        elif width is None:
            self.lines, self.natural_width = self._one_line()
        else:
            self.natural_width = 0.0
            self.lines = tuple(self._many_lines())

    def _window(self, start: int, stop: int) -> Window:
        first = bisect_right(self._starts, start) - 1
        inside = [item for item in self._items[first:] if item.start < stop] or [self._items[first]]
        items = [replace(item, start=max(item.start - start, 0)) for item in inside] if start else inside
        return Window(
            self._text[start:stop], self._source[start:stop], items, self._size, self._width, self._rtl
        )

    def _many_lines(self) -> Iterator[Broken]:
        start, room = 0, _WINDOW
        while start < len(self._text):
            stop = _cut(self._text, start + room)
            window = self._window(start, stop)
            is_last = stop == len(self._text)
            if not is_last and len(window.lines) == 1 and self._source[start:stop].strip(SPACES):
                room *= 2
                continue
            lines = window.lines if is_last or len(window.lines) == 1 else window.lines[:-1]
            again = sum(line.width for line in window.lines[len(lines) :])
            self.natural_width += window.natural_width - again
            after = start + lines[-1].end
            spaces = _spaces(self._source, after)
            yield from (_moved(line, start) for line in lines[:-1])
            yield replace(_moved(lines[-1], start), end=spaces)
            start, room = spaces, _WINDOW

    def _one_line(self) -> tuple[tuple[Broken, ...], float]:
        parts: list[Broken] = []
        start = 0
        while start < len(self._text):
            stop = _cut(self._text, start + _WIDE_WINDOW)
            parts.append(_moved(self._window(start, stop).lines[0], start))
            start = stop
        width = sum(part.width for part in parts)
        runs: list[GlyphRun] = []
        faces: list[Face] = []
        left = 0.0
        for part in reversed(parts) if self._rtl else parts:
            runs += [replace(run, xs=tuple(x + left for x in run.xs)) for run in part.runs]
            faces += part.faces
            left += part.width
        last = parts[-1]
        return (Broken(0, last.stop, last.end, width, tuple(runs), tuple(faces)),), width


def _moved(line: Broken, by: int) -> Broken:
    return replace(line, start=line.start + by, stop=line.stop + by, end=line.end + by)


def _spaces(text: str, start: int) -> int:
    """Where white space ends that begins at `start`."""
    while start < len(text) and text[start] in SPACES:
        start += 1
    return start


def _cut(text: str, at: int) -> int:
    """A place not inside a character, near and not after `at`; or the end."""
    if at >= len(text):
        return len(text)
    for place in range(at, at - _LONGEST_CHARACTER, -1):
        mark = text[place]
        joined = unicodedata.category(mark)[0] == "M" or is_invisible(mark) or is_invisible(text[place - 1])
        if not joined:
            return place
    return at
