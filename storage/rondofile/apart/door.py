"""The one door by which a file comes in: ours is read here, a stranger's apart."""

from __future__ import annotations

from pathlib import Path

from rondofile.apart.answer import unpacked
from rondofile.apart.frames import LineBrokenError, Message, Parts
from rondofile.apart.sides import JOURNAL, LOG, remark_sides, side_of, sides_of
from rondofile.digests import sha256_of
from rondofile.errors import RondoFileError, UnsafeToReadError
from rondofile.reading.intake import Intake
from rondofile.reading.ledger import Ledger
from rondofile.reading.quarantine import check_header
from rondofile.reading.reader import Published, bytes_of, published, read_bytes
from rondofile.working.home import Home, real


def read_file(path: Path, home: Home | None = None) -> Published:
    """The project in a file. The file and everything beside it stay as they are."""
    home = home or Home()
    found = read_apart(bytes_of(path, home.files), home, path)
    remark_sides(real(path), found.report, home.files)
    return found


def read_with_sides(path: Path, home: Home) -> Published:
    """The project as it comes out of a file together with what another program left beside it.

    Only copies are worked on. NothingUnfinishedError where nothing beside it belongs to it.
    """
    path = real(path)
    endings = [side.name.removeprefix(path.name) for side in sides_of(path, home.files)]
    endings = [ending for ending in endings if ending in (JOURNAL, LOG)]
    parts = [bytes_of(place, home.files) for place in (path, *(side_of(path, one) for one in endings))]
    return _taken(parts[0], {"task": "include", "sides": endings}, parts, {"path": str(path)})


def read_apart(data: bytes, home: Home, path: Path | None = None) -> Published:
    """The project in the bytes of a file; only bytes that were published from here are read in this process.

    UnsafeToReadError where reading them ended the other process; the typed errors of reading otherwise.
    """
    facts: dict[str, object] = {"path": str(path)} if path is not None else {}
    if Ledger(home).knows(sha256_of(data)):
        return read_bytes(data, **facts)
    check_header(data, facts)
    return _taken(data, {"task": "read"}, (data,), facts)


def _taken(data: bytes, request: Message, parts: Parts, facts: dict[str, object]) -> Published:
    try:
        return published(data, _intake(request, parts))
    except RondoFileError as problem:
        problem.facts.update(facts)
        raise


def _intake(request: Message, parts: Parts) -> Intake:
    from rondofile.apart.lines import ask

    answer, found = ask(request, parts)
    try:
        return unpacked(answer, found)
    except LineBrokenError as error:
        raise UnsafeToReadError(reason=str(error)) from error
