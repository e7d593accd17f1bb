"""Projects with bytes that chance changed, through the process that reads them: all are answered, soon."""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from helpers.storage import one_of_everything
from rondofile.apart import lines
from rondofile.apart.door import read_apart
from rondofile.apart.line import Line
from rondofile.apart.lines import Lines
from rondofile.errors import RondoFileError, UnsafeToReadError
from rondofile.project import Project
from rondofile.records import Step
from rondofile.stamp import Stamp
from rondofile.working.home import Home
from rondofile.writing.canonical import canonical_bytes

SECONDS = 2.0
INTERESTING = (0, 1, 0x7F, 0x80, 0xFF, 0x0D, 0x0A, 0x05, 0x02)


def mutated(data: bytes, random: Random) -> bytes:
    """The bytes with one to eight changes of the kinds that files meet."""
    image = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8))):
        place = random.choice((random.randrange(len(image)), random.randrange(min(len(image), 1024))))
        kind = random.randrange(7)
        if kind == 0:
            image[place] ^= 1 << random.randrange(8)
        elif kind == 1:
            image[place] = random.choice(INTERESTING)
        elif kind == 2:
            image[place : place + 4] = random.randbytes(4)
        elif kind == 3:
            end = place + random.randrange(1, 2048)
            image[place:end] = bytes(len(image[place:end]))
        elif kind == 4:
            source = random.randrange(len(image))
            length = random.randrange(1, 1024)
            image[place : place + length] = image[source : source + length][: len(image) - place]
        elif kind == 5:
            page = place // 1024 * 1024
            other = random.randrange(len(image)) // 1024 * 1024
            image[page : page + 8] = image[other : other + 8]
        elif random.random() < 0.2:
            del image[place:]
            image.extend(b"\0")
    return bytes(image)


class Counted(Lines):
    """Lines that count how many rooms they had to start."""

    def __init__(self) -> None:
        super().__init__(self._begun)
        self.rooms = 0

    def _begun(self) -> Line:
        self.rooms += 1
        return Line()


def fuzzed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, count: int) -> Counter[str]:
    """What became of that many mutations; every one is an answer of ours, and none takes long."""
    print("seed", seed)
    rooms = Counted()
    monkeypatch.setattr(lines, "_lines_of", lambda _: rooms)
    home, random, found = Home(tmp_path / "home"), Random(seed), Counter[str]()
    notes = [Step(id=f"s{n}", journey="now", title=f"Step {n}", note=f"Note {n}. " * 40) for n in range(60)]
    data = canonical_bytes(Project.of([*one_of_everything(), *notes]), Stamp("document", rev=3))[0]
    for number in range(count):
        image = mutated(data, random)
        begun = time.monotonic()
        try:
            report = read_apart(image, home).report
            outcome = "opened" if report.clean else "remarked"
        except UnsafeToReadError as error:
            (tmp_path / f"{number}.rondo").write_bytes(image)
            outcome = f"unsafe: {error.facts['reason']}"
        except RondoFileError as error:
            outcome = type(error).__name__
        assert time.monotonic() - begun < 10 * SECONDS, (seed, number)
        found[outcome] += 1
    rooms.close()
    assert rooms.rooms <= 1 + sum(times for name, times in found.items() if name.startswith("unsafe"))
    assert sum(found.values()) == count
    print(dict(found))
    return found


def test_a_few_hundred_mutations_then_every_one_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = fuzzed(tmp_path, monkeypatch, 11, 400)
    assert found["DamagedFileError"] > 100 and found["remarked"] > 5 and found["opened"] > 50
    assert not [name for name in found if name.startswith("unsafe")]


@pytest.mark.long
def test_twenty_thousand_mutations_then_every_one_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed = int(os.environ.get("RONDO_SEED", "0")) or 2026
    found = fuzzed(tmp_path, monkeypatch, seed, 20_000)
    assert found["DamagedFileError"] > 2_000 and found["remarked"] > 300
