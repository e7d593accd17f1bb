"""Keeping versions of an open document: which bytes stand for its present."""

from __future__ import annotations

import hashlib

from rondofile.canonical import canonical_bytes
from rondofile.errors import RondoFileError
from rondofile.place import Place
from rondofile.project import Project
from rondofile.reader import bytes_of
from rondofile.stamp import Stamp
from rondofile.versions import Version, Versions, Why


def keep_present(place: Place, project: Project, why: Why, name: str = "") -> Version:
    """The project of a place as it is now is kept; VersionNotKeptError says why not."""
    data = published_bytes(place) if not place.state.unpublished else None
    if data is None:
        state = place.state
        data, _ = canonical_bytes(project, Stamp(state.doc_id, state.rev, parent=state.base_digest))
    return Versions(place.home, place.state.doc_id).keep(data, place.state.rev, why, name)


def published_bytes(place: Place) -> bytes | None:
    """The bytes of the file as we last read or wrote it; None where it is another by now, or none."""
    if place.path is None:
        return None
    try:
        data = bytes_of(place.path, place.files)
    except RondoFileError:
        return None
    return data if hashlib.sha256(data).hexdigest() == place.state.base_sha256 else None
