"""The sha256 of bytes, without the library that is four megabytes large where there is little to digest."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any

LARGE = 1 << 20
"""Bytes from which on a tenth of the time is worth the library."""


def sha256_of(data: bytes | bytearray) -> str:
    """The sha256 of the data, in 64 hexadecimal letters."""
    if _OWN is not None and len(data) < LARGE and "hashlib" not in sys.modules:
        own: str = _OWN(data).hexdigest()
        return own
    from hashlib import sha256

    return sha256(data).hexdigest()


def _own() -> Callable[[bytes | bytearray], Any] | None:
    """What Python has of its own, under the name of its version; None where it has none."""
    for name in ("_sha2", "_sha256"):
        with suppress(ImportError, AttributeError):
            made: Callable[[bytes | bytearray], Any] = import_module(name).sha256
            return made
    return None


_OWN = _own()
