"""The power goes at any moment of putting a file in place: there is the old file or the new one, whole."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.disk_log import DiskLog
from helpers.storage import memory_folder
from rondofile.fsops import Files
from rondofile.writing.inplace import after_of, before_of, mend
from rondofile.writing.placing import Ways
from rondofile.writing.publish import put_in_place

SEED = 20_261_122
OLD = bytes(random.Random(1).randbytes(9_000))
NEW = bytes(random.Random(2).randbytes(12_345))
SHORT = NEW[:3_000]
KNOWN: set[str | None] = {hashlib.sha256(OLD).hexdigest()}


def cut(
    put: Callable[[DiskLog, Path, Path], object],
    files: DiskLog,
    there: bytes | None = OLD,
    new: bytes = NEW,
    torn: int = 12,
    after: Callable[[Path, Path], None] = lambda *_: None,
) -> tuple[int, int]:
    """How many different images there are, and how many hold neither the old file nor the new one.

    `after`: what the next start does with the image before anybody looks.
    """
    images = wrong = 0
    with memory_folder() as folder, memory_folder() as scratch:
        place, kept = folder / "place", folder / "kept"
        place.mkdir()
        kept.mkdir()
        target = place / "plan.rondo"
        if there is not None:
            target.write_bytes(there)
            files.watch(target)
            files.written_over(target)
        put(files, target, kept)
        assert target.read_bytes() == new
        chance = random.Random(SEED)
        seen: set[tuple[int, bytes]] = set()
        for point, names in files.images(chance, torn):
            state = hashlib.sha256(repr(sorted(names.items())).encode()).digest()
            if (point == len(files.log), state) in seen:
                continue
            seen.add((point == len(files.log), state))
            images += 1
            found = names.get(str(target))
            if found not in (there, new):
                found = restored(names, target, scratch, after)
            if found not in (there, new) or (point == len(files.log) and found != new):
                wrong += 1
    return images, wrong


def restored(
    names: dict[str, bytes], target: Path, scratch: Path, after: Callable[[Path, Path], None]
) -> bytes | None:
    """What is in the place once the next start has looked at the image."""
    place, kept = scratch / "place", scratch / "kept"
    for folder in (place, kept):
        folder.mkdir(exist_ok=True)
        for path in folder.iterdir():
            path.unlink()
    for name, data in names.items():
        (scratch / Path(name).parent.name / Path(name).name).write_bytes(data)
    after(place / target.name, kept)
    path = place / target.name
    return path.read_bytes() if path.exists() else None


def exchanged(files: DiskLog, target: Path, _: Path) -> object:
    return put_in_place(NEW, target, KNOWN, ways=Ways(files))


def begun(files: DiskLog, target: Path, _: Path) -> object:
    return put_in_place(NEW, target, {None}, ways=Ways(files))


def whatever(files: DiskLog, target: Path, _: Path) -> object:
    return put_in_place(NEW, target, None, ways=Ways(files))


def test_the_power_goes_while_a_file_is_exchanged_then_there_is_the_old_or_the_new() -> None:
    images = 0
    for put, there in ((exchanged, OLD), (begun, None), (whatever, OLD)):
        for plain in (False, True):
            found, wrong = cut(put, DiskLog(plain=plain), there, torn=1_900)
            assert wrong == 0
            images += found
    assert images >= 10_000


def mended(path: Path, kept: Path) -> None:
    """What the next start does; the image stands in another place than the file did, so its copies move."""
    for copy in kept.iterdir():
        named = {"before": before_of, "after": after_of}.get(copy.name.partition("-")[0])
        if named is not None:
            copy.rename(kept / named(path))
    mend(path, kept, Files())


def test_the_power_goes_while_a_file_is_written_over_then_the_next_start_puts_it_right() -> None:
    class NoNewFiles(DiskLog):
        def open_new(self, path: Path, mode: int | None) -> int:
            if path.parent.name == "place":
                raise PermissionError(13, "no new files")
            return super().open_new(path, mode)

    images = 0
    for new in (NEW, SHORT):

        def put(files: DiskLog, target: Path, kept: Path, new: bytes = new) -> object:
            return put_in_place(new, target, KNOWN, ways=Ways(files, kept_in=kept))

        found, wrong = cut(put, NoNewFiles(), OLD, new, 150, mended)
        assert wrong == 0
        images += found
    assert images >= 500


def test_without_a_sync_before_the_exchange_then_the_model_finds_broken_files() -> None:
    images, wrong = cut(exchanged, DiskLog(lazy=True), torn=40)
    assert images >= 100 and wrong >= 50


def test_without_a_new_file_beside_it_then_the_model_finds_broken_files() -> None:
    def straight(files: DiskLog, target: Path, _: Path) -> None:
        descriptor = files.open_old(target)
        files.write(descriptor, NEW)
        files.truncate(descriptor, len(NEW))
        files.fsync(descriptor)
        files.close(descriptor)

    images, wrong = cut(straight, DiskLog(), torn=60)
    assert images >= 30 and wrong >= 10


@pytest.mark.long
def test_the_power_goes_in_a_hundred_thousand_ways_then_there_is_the_old_or_the_new() -> None:
    images = 0
    for put, there in ((exchanged, OLD), (begun, None), (whatever, OLD)):
        for plain in (False, True):
            found, wrong = cut(put, DiskLog(plain=plain), there, torn=17_000)
            assert wrong == 0
            images += found
    assert images >= 100_000
