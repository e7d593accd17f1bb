"""The ledger: which files this person published. Their bytes are ours; every other file is a stranger's.

Nothing depends on it but speed: a file that is not in it, or no more, is read apart, as it would have been
had it come from somebody else.
"""

from __future__ import annotations

from contextlib import suppress

from rondofile.errors import WorkAreaError
from rondofile.working.home import Home, write_whole

NAME = "published.txt"
"""The file in the working area: a digest a line, the newest last."""

KEPT = 4_000
"""Digests that stay when there are twice as many: 260 kB."""

_LINE = 66
_WORDS = frozenset("0123456789abcdef")


class Ledger:
    """The sha256 of everything that was published from here. A damaged line is as if it were not there."""

    def __init__(self, home: Home) -> None:
        self._files, self._path = home.files, home.root / NAME

    def knows(self, sha256: str) -> bool:
        """Whether a file with that digest was published from here."""
        return _is_digest(sha256) and _line(sha256) in self._held()

    def remember(self, sha256: str) -> None:
        """The file with that digest is one of ours. Where that cannot be written it stays a stranger's."""
        with suppress(OSError, WorkAreaError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            held = self._held()
            if _line(sha256) in held:
                return
            if len(held) >= 2 * KEPT * _LINE:
                write_whole(self._path, held[-KEPT * _LINE :] + _line(sha256), self._files)
            else:
                self._files.append(self._path, _line(sha256))

    def _held(self) -> bytes:
        try:
            return self._files.read(self._path, 4 * KEPT * _LINE)
        except OSError:
            return b""


def _line(sha256: str) -> bytes:
    """Begun anew as well as ended, so that a line that was cut off takes no other with it."""
    return f"\n{sha256}\n".encode()


def _is_digest(word: str) -> bool:
    return len(word) == 64 and _WORDS.issuperset(word)
