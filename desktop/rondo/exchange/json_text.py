"""Bytes from a stranger become a plain tree of values, or one clear refusal."""

from __future__ import annotations

import codecs
import json
import math
from typing import Any

from rondo.exchange.problems import refused

LARGEST = 128 * 1024 * 1024
LONGEST_NUMBER = 400

_OTHER_FORMATS: tuple[tuple[bytes, str], ...] = (
    (b"SQLite format 3\0", "json.is-database"),
    (b"%PDF", "json.is-pdf"),
    (b"PK\x03\x04", "json.is-zip"),
    (b"\x1f\x8b", "json.is-zip"),
    (b"<", "json.is-markup"),
)
_WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Doubled(dict[str, Any]):
    """An object in which a key stood twice; kept until its place is known."""

    key: str


class NotANumber:
    """A number that is not finite, or too long to be one; kept until its place is known."""

    def __init__(self, text: str) -> None:
        self.text = text


def parsed(data: bytes) -> Any:
    """The tree in these bytes (UTF-8, with or without a byte order mark).

    Doubled keys and impossible numbers come back as `Doubled` and `NotANumber`, to be refused with their
    place. RefusedDocumentError when it is not JSON, too large, or nested beyond what any project needs.
    """
    text = _decoded(data)
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=NotANumber,
            parse_int=_integer,
            parse_float=_real,
        )
    except json.JSONDecodeError as problem:
        raise refused(_syntax_key(problem.msg), line=problem.lineno, column=problem.colno) from None
    except RecursionError:
        raise refused("json.too-deep") from None


def _decoded(data: bytes) -> str:
    if len(data) > LARGEST:
        raise refused("json.too-large", megabytes=math.ceil(len(data) / 2**20), most=LARGEST // 2**20)
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise refused("json.empty")
    if data.startswith(_WIDE_MARKS) or b"\0" in data[:4]:
        raise refused("json.wide-text")
    for start, key in _OTHER_FORMATS:
        if data.lstrip().startswith(start):
            raise refused(key)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise refused("json.not-utf-8", line=line, byte=problem.start) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entries = dict(pairs)
    if len(entries) == len(pairs):
        return entries
    seen: set[str] = set()
    doubled = Doubled(entries)
    doubled.key = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return doubled


def _integer(text: str) -> int | NotANumber:
    return int(text) if len(text) <= LONGEST_NUMBER else NotANumber(text)


def _real(text: str) -> float | NotANumber:
    value = float(text)
    return value if math.isfinite(value) else NotANumber(text)


def _syntax_key(message: str) -> str:
    if message.startswith("Extra data"):
        return "json.something-follows"
    if message.startswith("Invalid control character"):
        return "json.raw-control"
    if message.startswith("Unterminated string"):
        return "json.open-quote"
    return "json.not-json"
