"""Looking at the file of an open document: who put what there. Nothing is changed by it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from rondofile.apart.door import read_apart
from rondofile.digests import sha256_of
from rondofile.errors import FileMissingError, RondoFileError
from rondofile.others.outside import Outside
from rondofile.place import Place
from rondofile.project import Project
from rondofile.reading.reader import Published, bytes_of
from rondofile.stamp import content_digest
from rondofile.writing.publish import confirmed


class Finding(Struct, frozen=True):
    """What stands in the place of the file.

    `data`: its bytes, None where they could not be read; `found`: what they hold, None where that is no
    project; `at`: when it was last written, as its folder says, in seconds since 1970, to be shown and
    never to be judged by; `error`: why it could not be read; `ours`: the revision that is here.
    """

    outside: Outside
    path: Path | None = None
    data: bytes | None = None
    found: Published | None = None
    at: float | None = None
    error: RondoFileError | None = None
    ours: int = 0


def look(place: Place, project: Project) -> Finding:
    """What stands there now, beside the project as it is here."""
    path = place.path
    if path is None:
        return Finding(Outside.SAME)
    try:
        data = bytes_of(path, place.files)
    except FileMissingError as error:
        place.settle(None)
        was_there = bool(place.state.base_sha256)
        return Finding(Outside.GONE if was_there else Outside.SAME, path, error=error if was_there else None)
    except RondoFileError as error:
        return Finding(Outside.UNREADABLE, path, at=_time(place, path), error=error)
    sha256 = sha256_of(data)
    try:
        if sha256 == place.state.pending_sha256:
            confirmed(path, sha256, place.files)
    except RondoFileError as error:
        return Finding(Outside.UNREADABLE, path, data, at=_time(place, path), error=error)
    place.settle(sha256)
    if sha256 == place.state.base_sha256:
        return Finding(Outside.SAME, path, data)
    try:
        found = read_apart(data, place.home, path)
    except RondoFileError as error:
        return Finding(Outside.UNREADABLE, path, data, at=_time(place, path), error=error)
    return Finding(_kind(place, project, found), path, data, found, _time(place, path), ours=place.state.rev)


def _kind(place: Place, project: Project, found: Published) -> Outside:
    """Other bytes with the content that we put there, or that is here, are no change: they were written anew.

    With the very revision of ours they are our file, damaged where its pages do not show it.
    """
    state = place.state
    if found.stamp.doc_id != state.doc_id:
        return Outside.OTHER
    anew = found.stamp.rev not in (state.base_rev, state.rev)
    if anew and found.report.clean and not found.newer:
        digest = content_digest(found.project)
        if digest in (state.base_digest, content_digest(project)):
            return Outside.SAME
    return Outside.OLDER if found.stamp.rev < state.base_rev else Outside.REPLACED


def _time(place: Place, path: Path) -> float | None:
    try:
        return place.files.stat(path).st_mtime
    except OSError:
        return None
