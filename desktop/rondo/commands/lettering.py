"""The text engine as commands use it: it notes the scripts that no font here can write."""

from __future__ import annotations

import locale
import os
from typing import TYPE_CHECKING

from rondo.commands.terminal import Terminal
from rondofile.errors import RondoFileError

if TYPE_CHECKING:
    from rondo.text.shaped import Block, Span, Style, TextEngine


class NoLettersError(RondoFileError):
    """Qt cannot be loaded, for `reason`: without it no text can be set."""

    key = "cli.no-qt"


class NotingEngine:
    """A `TextEngine` that passes everything on and keeps what was missing."""

    def __init__(self, engine: TextEngine) -> None:
        self._engine = engine
        self.missing: set[str] = set()

    def shape(self, text: str | tuple[Span, ...], style: Style, width: float | None = None) -> Block:
        """The block of the engine behind."""
        block = self._engine.shape(text, style, width)
        self.missing |= block.missing
        return block

    def font_file(self, font: str) -> bytes:
        """The font program of the engine behind."""
        return self._engine.font_file(font)

    def say(self, terminal: Terminal) -> None:
        """Scripts of which some letter stands as a box are named."""
        if self.missing:
            terminal.note(terminal.words("cli.no-font", scripts=", ".join(sorted(self.missing))))


def _speak_utf_8() -> None:
    """Qt writes four lines of complaint where the locale is another; nothing of ours depends on it."""
    if os.name == "posix" and locale.nl_langinfo(locale.CODESET).upper() != "UTF-8":
        os.environ["LC_ALL"] = "C.UTF-8"


def engine() -> NotingEngine:
    """A text engine without a screen. NoLettersError where the system lacks what Qt needs."""
    _speak_utf_8()
    try:
        from rondo.text.qt_engine import QtTextEngine
    except ImportError as problem:
        if (problem.name or "").startswith("rondo"):
            raise
        raise NoLettersError(reason=str(problem)) from problem
    return NotingEngine(QtTextEngine())
