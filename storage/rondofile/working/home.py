"""The working area: where live work, locks and what was set aside are kept on this computer.

`root` is a parameter, else the environment variable RONDO_HOME, else the user's local data folder.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from rondofile.digests import sha256_of
from rondofile.errors import WorkAreaError
from rondofile.fsops import FILES, Files
from rondofile.working.connection import Connect, connect
from rondofile.writing.leftovers import sweep, temporary_name

KEEP_DAYS = 30
"""How long what was set aside stays."""

DAYS_OF_WORK = 3
"""Days on which something was set aside that must have passed as well."""

DAYS = "trash-days.json"

_DAY = 86_400 * 10**9


class Days(Struct):
    """How many days of work there were, the last by the clock, and at which count what came to the trash."""

    count: int
    last: int
    came: dict[str, int]


class Home:
    """The folders of the working area; each is made when it is first needed.

    `files`, `connect`: how files and working databases are reached from here; tests make them fail.
    """

    def __init__(
        self, root: Path | str | None = None, files: Files = FILES, open_database: Connect = connect
    ) -> None:
        self.root = Path(root or os.environ.get("RONDO_HOME") or _user_folder()).absolute()
        self.files, self.connect = files, open_database

    @classmethod
    def at(cls, root: Home | Path | str | None, files: Files = FILES) -> Home:
        """The working area itself, or the one in that folder."""
        return root if isinstance(root, Home) else cls(root, files)

    def work_folder(self, doc_id: str, key: str) -> Path:
        """Where the live work on one document under one path is kept."""
        return self.made("work") / f"{doc_id}-{key}"

    def works(self, key: str = "") -> Iterator[Path]:
        """The folders of live work, of one path or of all. WorkAreaError where they cannot be looked for."""
        try:
            folders = sorted((self.root / "work").iterdir())
        except FileNotFoundError:
            return
        except OSError as error:
            raise WorkAreaError(path=str(self.root), reason=error.strerror or str(error)) from error
        for folder in folders:
            if folder.is_dir() and folder.name.endswith(f"-{key}" if key else ""):
                yield folder

    def locks(self) -> Path:
        """The folder of the locks."""
        return self.made("locks")

    def set_aside(self, folder: Path) -> Path | None:
        """The folder is in the trash, from which it goes after 30 days. None where there was none.

        WorkAreaError where it cannot be moved there; it is then where it was.
        """
        trash = self.made("trash")
        try:
            days = self._a_day_of_work()
            self._empty_trash(days)
            place = folder.rename(trash / f"{time.time_ns()}-{folder.name}")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise WorkAreaError(path=str(folder), reason=error.strerror or str(error)) from error
        days.came[place.name] = days.count
        with suppress(WorkAreaError):
            write_note(trash.with_name(DAYS), asdict(days), self.files)
        return place

    def _empty_trash(self, days: Days) -> None:
        """By the time in the name, and only after a few days of work: a clock that jumps empties nothing."""
        for folder in self.made("trash").iterdir():
            stamp = folder.name.split("-")[0]
            if not stamp.isdigit():
                continue
            worked = days.count - days.came.get(folder.name, 0)
            if days.last - int(stamp) // _DAY > KEEP_DAYS and worked >= DAYS_OF_WORK:
                shutil.rmtree(folder, ignore_errors=True)
                days.came.pop(folder.name, None)

    def _a_day_of_work(self) -> Days:
        """The days on which something was set aside, today among them."""
        noted = read_note(self.root / DAYS)
        came = noted.get("came")
        came = came if isinstance(came, dict) else {}
        count, last = noted.get("count"), noted.get("last")
        days = Days(
            count if type(count) is int else 0,
            last if type(last) is int else -1,
            {str(name): day for name, day in came.items() if type(day) is int},
        )
        today = time.time_ns() // _DAY
        return days if today == days.last else Days(days.count + 1, today, days.came)

    def made(self, *names: str) -> Path:
        """The folder of that name, which is there from now on. WorkAreaError where it cannot be made."""
        place = self.root.joinpath(*names)
        try:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise WorkAreaError(path=str(place), reason=error.strerror or str(error)) from error
        return place


def path_key(path: Path) -> str:
    """One word for a path: the same for every way to write it, links followed."""
    return sha256_of(os.path.normcase(real(path)).__str__().encode("utf-8", "surrogateescape"))[:16]


def real(path: Path | str) -> Path:
    """The path with links followed and dots gone, whether or not there is anything."""
    return Path(os.path.realpath(path))


def write_whole(path: Path, data: bytes, files: Files = FILES) -> None:
    """The file holds the data, at once and on the medium. What killed processes left beside it is gone."""
    temporary = path.with_name(temporary_name())
    try:
        descriptor = files.open_new(temporary, 0o600)
        try:
            files.write(descriptor, data)
            files.fsync(descriptor)
        finally:
            files.close(descriptor)
        files.replace(temporary, path)
    except OSError as error:
        with suppress(OSError):
            files.remove(temporary)
        raise WorkAreaError(path=str(path), reason=error.strerror or str(error)) from error
    sweep(path.parent, files=files)


def write_note(path: Path, note: Mapping[str, object], files: Files = FILES) -> None:
    """The file holds the note, at once."""
    write_whole(path, json.dumps(note, ensure_ascii=False).encode("utf-8", "surrogatepass"), files)


def read_note(path: Path) -> dict[str, object]:
    """The note in a file; empty where there is none or it makes no sense."""
    try:
        note = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
    except (OSError, ValueError, RecursionError):
        return {}
    return note if isinstance(note, dict) else {}


def keep_damaged_note(path: Path) -> None:
    """A note that makes no sense stands beside its place, for whoever wants to know what was in it."""
    with suppress(OSError):
        if path.stat().st_size and not read_note(path):
            path.replace(path.with_name(f"{path.stem}-damaged{path.suffix}"))


def _user_folder() -> str:
    from platformdirs import user_data_dir

    return user_data_dir("rondo", appauthor=False)
