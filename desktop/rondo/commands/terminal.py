"""What a command says: results on standard output, everything else as one line on standard error."""

from __future__ import annotations

import errno
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from msgspec import Struct

from rondo.words import LANGUAGES, Words
from rondofile.errors import CannotWriteError

_BREAKING = ("Cc", "Zl", "Zp")


class Terminal(Struct, frozen=True):
    """Speaks one language. A reader that has gone away raises BrokenPipeError."""

    words: Words

    def result(self, text: str) -> None:
        """One line of what was asked for. CannotWriteError where standard output takes no more."""
        with printing():
            _write(sys.stdout, text)

    def finish(self) -> None:
        """Everything printed has left. CannotWriteError where standard output takes no more."""
        if sys.stdout is None:
            return
        with printing():
            sys.stdout.flush()

    def note(self, sentence: str) -> None:
        """One line of what is worth knowing; lost where standard error takes no more."""
        try:
            _write(sys.stderr, one_line(sentence))
        except BrokenPipeError:
            raise
        except OSError:
            let_go(sys.stderr)


@contextmanager
def printing() -> Iterator[None]:
    """What is printed inside leaves, or CannotWriteError says why not. A closed pipe stays one."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        let_go(sys.stdout)
        raise CannotWriteError(path="stdout", reason=error.strerror or str(error)) from error


def let_go(*streams: TextIO | None) -> None:
    """Nothing more is written there, also not what a stream still holds when the interpreter ends."""
    null = os.open(os.devnull, os.O_WRONLY)
    for stream in filter(None, streams):
        try:
            os.dup2(null, stream.fileno())
        except (OSError, ValueError):
            continue
    os.close(null)


def one_line(text: str) -> str:
    """The text without anything that would break or redraw a line."""
    return "".join(" " if unicodedata.category(letter) in _BREAKING else letter for letter in text)


def language_of_the_surroundings() -> str:
    """The language a person has set for programs, where we speak it; else English."""
    for name in ("RONDO_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        asked = os.environ.get(name)
        if asked:
            return asked[:2] if asked[:2] in LANGUAGES else "en"
    return "en"


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed before we began
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    stream.flush()
