"""The ledger of what this person published: kept small, whole after damage, and never in the way."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from rondofile.fsops import Files
from rondofile.reading import ledger
from rondofile.reading.ledger import NAME, Ledger
from rondofile.working.home import Home


def digest(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_what_is_remembered_then_is_known_to_everybody_and_nothing_else(home: Home) -> None:
    assert not Ledger(home).knows(digest(1))
    assert not home.root.exists()
    for number in range(50):
        Ledger(home).remember(digest(number))
        Ledger(home).remember(digest(number))
    assert all(Ledger(home).knows(digest(number)) for number in range(50))
    assert not Ledger(home).knows(digest(50))
    assert len((home.root / NAME).read_bytes()) == 50 * 66


@pytest.mark.parametrize("word", ["", "\n", digest(1)[:-1], digest(1).upper(), "\n" * 64, "z" * 64])
def test_what_is_no_digest_then_is_not_known(home: Home, word: str) -> None:
    Ledger(home).remember(digest(1))
    Ledger(home).remember("")
    assert not Ledger(home).knows(word)


def test_the_ledger_when_it_is_long_then_keeps_the_newest(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "KEPT", 10)
    sizes = []
    for number in range(100):
        Ledger(home).remember(digest(number))
        sizes.append((home.root / NAME).stat().st_size)
    assert max(sizes) <= 21 * 66
    assert [number for number in range(100) if Ledger(home).knows(digest(number))][-10:] == [*range(90, 100)]
    assert [path.name for path in home.root.iterdir()] == [NAME]


def test_a_damaged_ledger_then_knows_what_is_whole_and_goes_on(home: Home) -> None:
    for number in range(3):
        Ledger(home).remember(digest(number))
    place = home.root / NAME
    whole = place.read_bytes()
    for cut in range(len(whole)):
        place.write_bytes(b"\xff\x00junk" + whole[:cut])
        Ledger(home).remember(digest(9))
        known = [number for number in (0, 1, 2, 9) if Ledger(home).knows(digest(number))]
        assert 9 in known and known[:-1] == [*range((cut + 1) // 66)]
    place.unlink()
    place.mkdir()
    Ledger(home).remember(digest(1))
    assert not Ledger(home).knows(digest(1))


class Refusing(Files):
    def append(self, path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    def read(self, path: Path, limit: int = -1) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_ledger_that_cannot_be_written_or_read_then_nothing_is_known_and_nothing_stops(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path / "home", Refusing())
    Ledger(home).remember(digest(1))
    assert not Ledger(home).knows(digest(1))
    (tmp_path / "file").write_bytes(b"")
    below = Ledger(Home(tmp_path / "file" / "home"))
    below.remember(digest(1))
    assert not below.knows(digest(1))
