"""Putting a complete file in the user's place: new file, on the medium, one atomic exchange, read back.

The place holds the old file or the new one at every moment, whatever fails. What was there comes out of it
by the exchange and is looked at before it goes: only bytes that were known are ever removed. A file with
several names gets the new content under this name alone, as it does from every program that saves safely.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from rondofile.digests import sha256_of
from rondofile.errors import (
    ChangedOutsideError,
    FileExistsAlreadyError,
    FileGoneError,
    FileMissingError,
    WrittenWrongError,
)
from rondofile.fsops import FILES, Files
from rondofile.reading.reader import bytes_of
from rondofile.writing.inplace import write_in_place
from rondofile.writing.leftovers import other_name, temporary_name
from rondofile.writing.placing import NoNewFilesError, Placing, Ways, sync_folder
from rondofile.writing.refusals import named, refusal

_TRIES = 2
"""A medium that gives back other bytes is given another file to try."""


def digest_at(target: Path, files: Files = FILES) -> str | None:
    """The sha256 of what is there now, None where nothing is."""
    try:
        return sha256_of(bytes_of(target, files))
    except FileMissingError:
        return None


def check_target(target: Path, known: Collection[str | None] | None, files: Files = FILES) -> str | None:
    """What is there is what we know, and its digest is the answer; otherwise an error says what happened."""
    if known is None:
        return None
    found = digest_at(target, files)
    if found in known:
        return found
    if found is None:
        raise FileGoneError(path=str(target))
    if all(digest is None for digest in known):
        raise FileExistsAlreadyError(path=str(target))
    raise ChangedOutsideError(path=str(target))


def confirmed(target: Path, pending: str, files: Files = FILES) -> str | None:
    """The digest of what is there; where it is the pending one, that is on the medium too."""
    there = digest_at(target, files)
    if there == pending:
        with named(target, 0, files):
            files.sync(target)
            sync_folder(target.parent, files)
    return there


def put_in_place(
    data: bytes,
    target: Path,
    known: Collection[str | None] | None,
    name: str = "",
    files: Files = FILES,
    ways: Ways | None = None,
) -> bool:
    """The target holds the data, on the medium and read back. False where something is left beside it.

    `known`: the digests that may stand there now, None among them for nothing; None for whatever there is.
    `name`: of the new file until it takes its place. On any error the target is as it was, as far as the
    system lets us put it back.
    """
    ways, target = ways or Ways(files), Path(os.path.realpath(target))
    with named(target, len(data), ways.files):
        there = check_target(target, known, ways.files)
        with Placing(data, target, ways) as placing:
            try:
                _place(placing, name or temporary_name(), there, known is None)
            except NoNewFilesError as error:
                if ways.kept_in is None or there is None or not ways.files.writable(target):
                    raise refusal(target, error.cause, len(data), ways.files) from error.cause
                ways.last_word()
                write_in_place(data, target, there, ways.kept_in, ways.files)
        return placing.left_nothing


def _place(placing: Placing, name: str, there: str | None, whatever: bool) -> None:
    """The file is written and exchanged; where the medium gave back other bytes, once more with another."""
    for left in reversed(range(_TRIES)):
        try:
            temporary = placing.write(name if left == _TRIES - 1 else other_name(name))
            if whatever:
                placing.replace(temporary)
            elif there is None:
                placing.begin(temporary)
            else:
                placing.exchange(temporary, there)
            return
        except WrittenWrongError:
            if not left:
                raise
