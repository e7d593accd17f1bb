"""An earlier version of a file that is damaged, where this computer kept one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from rondofile.errors import RondoFileError
from rondofile.ids import is_id
from rondofile.kept.versions import Version, Versions
from rondofile.reading.reader import bytes_of
from rondofile.salvage.carving import Carver
from rondofile.salvage.pages import Pages
from rondofile.working.home import Home, path_key, read_note, real
from rondofile.working.workspace import BINDING

_TRIED = 5


def earlier_version(path: Path, home: Home) -> tuple[str, Version] | None:
    """The newest version of that file that can be read, and the project it is of; None where there is none.

    Whose file it is, it says itself; where that is gone, work that is kept for its path says so.
    """
    for doc_id in _owners(path, home):
        versions = Versions(home, doc_id)
        with suppress(RondoFileError):
            for version in versions.all()[:_TRIED]:
                with suppress(RondoFileError):
                    versions.read(version)
                    return doc_id, version
    return None


def _owners(path: Path, home: Home) -> list[str]:
    found: list[object] = []
    with suppress(RondoFileError):
        found.append(Carver(Pages.of(bytes_of(path, home.files))).about().get("doc_id"))
    found += [read_note(folder / BINDING).get("doc_id") for folder in home.works(path_key(real(path)))]
    return [str(doc_id) for doc_id in found if is_id(doc_id)]
