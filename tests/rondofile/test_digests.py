"""One sha256, whichever way it is worked out."""

from __future__ import annotations

import hashlib
import sys

import pytest

from rondofile import digests
from rondofile.digests import sha256_of

TEXTS = [b"", b"a", bytes(range(256)) * 100, bytearray(b"bytes")]


@pytest.mark.parametrize("data", TEXTS)
@pytest.mark.parametrize("own", [True, False])
def test_data_when_digested_with_or_without_the_library_then_gives_the_same(
    data: bytes, own: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = hashlib.sha256(data).hexdigest()
    if own:
        monkeypatch.delitem(sys.modules, "hashlib")
    else:
        monkeypatch.setattr(digests, "_OWN", None)
    assert sha256_of(data) == known
    assert not own or "hashlib" not in sys.modules


def test_much_data_when_digested_then_is_left_to_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytes(digests.LARGE)
    known = hashlib.sha256(data).hexdigest()
    monkeypatch.setattr(digests, "_OWN", lambda _: pytest.fail("that would take ten times as long"))
    monkeypatch.delitem(sys.modules, "hashlib")
    assert sha256_of(data) == known
