"""Every operation of putting a file in place fails, once and for good: the place holds the old or the new."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct

from helpers.faulty_folder import FaultyFolder, failing
from helpers.storage import memory_folder
from rondofile.errors import CannotReadError, CannotWriteError, ReadOnlyError, RondoFileError
from rondofile.writing.inplace import after_of, before_of, mend
from rondofile.writing.placing import Ways
from rondofile.writing.publish import put_in_place

OLD, NEW = b"old " * 900, b"new and longer " * 700
OLD_DIGEST = hashlib.sha256(OLD).hexdigest()
CODES = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.ENXIO, errno.ESTALE)
LEAST = {"known": 300, "plain": 300, "nothing": 200, "plain nothing": 200, "whatever": 200, "in place": 200}


class Case(Struct, frozen=True, dict=True):
    """A way to put a file in place. `known`: as for `put_in_place`; `there`: what stands there before."""

    known: set[str | None] | None
    there: bytes | None
    plain: bool = False
    forbidden: bool = False


CASES = {
    "known": Case({OLD_DIGEST}, OLD),
    "plain": Case({OLD_DIGEST}, OLD, plain=True),
    "nothing": Case({None}, None),
    "plain nothing": Case({None}, None, plain=True),
    "whatever": Case(None, OLD),
    "in place": Case({OLD_DIGEST}, OLD, forbidden=True),
}


def content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def refusing_new_files(meet: Callable[[str, int], None]) -> Callable[[str, int], None]:
    """The folder takes no new files, whatever else happens."""

    def both(name: str, number: int) -> None:
        meet(name, number)
        if name == "open_new":
            raise PermissionError(errno.EACCES, "no new files")

    return both


def trial(case: Case, folder: Path, meet: Callable[[str, int], None]) -> tuple[FaultyFolder, Path, object]:
    """One try in a fresh folder: the files with their calls, the target, and the result or the error."""
    place, kept = folder / "place", folder / "kept"
    for each in (place, kept):
        each.mkdir(exist_ok=True)
        for path in each.iterdir():
            path.unlink()
    target = place / "plan.rondo"
    if case.there is not None:
        target.write_bytes(case.there)
    files = FaultyFolder(place, refusing_new_files(meet) if case.forbidden else meet, case.plain)
    try:
        result: object = put_in_place(NEW, target, case.known, ways=Ways(files, kept_in=kept))
    except RondoFileError as error:
        result = error
    return files, target, result


@pytest.mark.parametrize("name", CASES)
def test_an_operation_that_fails_then_the_place_holds_the_old_or_the_new(name: str) -> None:
    case, points = CASES[name], 0
    with memory_folder() as folder:
        files, target, result = trial(case, folder, lambda *_: None)
        assert result is True and content(target) == NEW
        calls = len(files.calls)
        for once in (True, False):
            for code in CODES:
                for at in range(calls):
                    met, target, result = trial(case, folder, failing(code, at, once))
                    check(case, met, target, result, once, (name, code, once, at, files.calls[at]))
                    points += 1
    print(f"{name}: {points} points")
    assert points >= LEAST[name]


def check(case: Case, files: FaultyFolder, target: Path, result: object, once: bool, said: object) -> None:
    """What stands in the place, and that what was said about it is true."""
    kept, found = target.parent.parent / "kept", content(target)
    if result is True or result is False:
        assert found == NEW, said
    else:
        assert isinstance(result, CannotWriteError | CannotReadError | ReadOnlyError), (said, result)
        if once and not case.plain:
            assert found == case.there, (said, result)
    if found not in (case.there, NEW):
        assert case.forbidden and (kept / before_of(target)).read_bytes() == OLD, said
        mend(target, kept, FaultyFolder(target.parent))
        assert content(target) == OLD, said
        assert not list(kept.iterdir()), said
    others = [path for path in target.parent.iterdir() if path != target]
    if once and "remove" not in str(said):
        assert not others and result is not False, (said, others)
    for path in others:
        assert path.read_bytes() in (OLD, NEW, NEW[: len(NEW) // 2], b""), said


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_folder_that_takes_no_new_files_then_the_file_is_written_over(code: int) -> None:
    def meet(name: str, _: int) -> None:
        if name == "open_new":
            raise OSError(code, "no")

    with memory_folder() as folder:
        files, target, result = trial(CASES["known"], folder, meet)
        inode = target.stat().st_ino
        assert result is True and content(target) == NEW
        assert files.calls.index("open_old") > files.calls.index("open_new")
        assert list(target.parent.iterdir()) == [target] and not list((folder / "kept").iterdir())
        assert target.stat().st_ino == inode


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EMFILE, errno.ENAMETOOLONG])
def test_any_other_refusal_then_never_writes_over_the_file(code: int) -> None:
    def meet(name: str, _: int) -> None:
        if name == "open_new":
            raise OSError(code, "no")

    with memory_folder() as folder:
        files, target, result = trial(CASES["known"], folder, meet)
        assert isinstance(result, CannotWriteError)
        assert "open_old" not in files.calls and content(target) == OLD


def test_a_writer_killed_while_writing_over_a_file_then_the_next_one_puts_it_back() -> None:
    class KilledError(BaseException):
        pass

    points = 0
    with memory_folder() as folder:
        files, _, _ = trial(CASES["in place"], folder, lambda *_: None)
        for at in range(files.calls.index("open_old"), len(files.calls)):
            done = [False]

            def meet(_: str, number: int, at: int = at, done: list[bool] = done) -> None:
                if done[0] or number == at:
                    done[0] = True
                    raise KilledError

            with pytest.raises(KilledError):
                trial(CASES["in place"], folder, meet)
            target, kept = folder / "place" / "plan.rondo", folder / "kept"
            mend(target, kept, FaultyFolder(target.parent))
            assert content(target) in (OLD, NEW)
            assert not (kept / before_of(target)).exists()
            points += 1
    assert points >= 6


@pytest.mark.parametrize("other", [b"somebody else's", b"x" * len(NEW), None])
def test_what_somebody_put_there_after_the_kill_then_is_left_alone(other: bytes | None) -> None:
    with memory_folder() as folder:
        target, kept = folder / "plan.rondo", folder / "kept"
        kept.mkdir()
        (kept / before_of(target)).write_bytes(OLD)
        (kept / after_of(target)).write_bytes(NEW)
        if other is not None:
            target.write_bytes(other)
        mend(target, kept, FaultyFolder(folder))
        assert content(target) == other
        assert not list(kept.iterdir())


@pytest.mark.parametrize(
    "half",
    [
        b"",
        NEW[:512],
        NEW[:1024] + OLD[1024:],
        OLD[:512] + NEW[512:1024] + bytes(512) + OLD[1536:],
        bytes(2000),
    ],
)
def test_any_mixture_of_sectors_then_is_put_back(half: bytes) -> None:
    with memory_folder() as folder:
        target, kept = folder / "plan.rondo", folder / "kept"
        kept.mkdir()
        (kept / before_of(target)).write_bytes(OLD)
        (kept / after_of(target)).write_bytes(NEW)
        target.write_bytes(half)
        mend(target, kept, FaultyFolder(folder))
        assert content(target) == OLD
