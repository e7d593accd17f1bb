"""Ids: made once and never changed, so that files can be compared and merged."""

from __future__ import annotations

import os
import re

from rondofile.digests import sha256_of

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


def fresh_id() -> str:
    """A new id, different from every other: 96 random bits in 24 hexadecimal letters."""
    return os.urandom(12).hex()


def derived_id(*parts: object) -> str:
    """An id that depends on the parts alone: the same parts give the same id everywhere."""
    text = "\x1f".join(str(part) for part in parts)
    return sha256_of(text.encode("utf-8", "surrogatepass"))[:24]


def is_id(text: object) -> bool:
    """Whether that can be an id: 1-64 of A-Z a-z 0-9 _ -."""
    return isinstance(text, str) and _ID.fullmatch(text) is not None
