"""The sha256 of bytes, without the library that is four megabytes large where there is little to digest."""

from __future__ import annotations

import sys

try:  # what Python has of its own, as its `random` does
    from _sha2 import sha256 as _own  # type: ignore[import-not-found, unused-ignore]
except ImportError:
    try:
        from _sha256 import sha256 as _own  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        from hashlib import sha256 as _own

LARGE = 1 << 20
"""Bytes from which on a tenth of the time is worth the library."""


def sha256_of(data: bytes | bytearray) -> str:
    """The sha256 of the data, in 64 hexadecimal letters."""
    if len(data) < LARGE and "hashlib" not in sys.modules:
        own: str = _own(data).hexdigest()
        return own
    from hashlib import sha256

    return sha256(data).hexdigest()
