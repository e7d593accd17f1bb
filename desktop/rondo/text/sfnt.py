"""The container of TrueType and OpenType fonts: tables by tag, read and written byte for byte."""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Mapping

_TRUETYPE, _CFF = b"\x00\x01\x00\x00", b"OTTO"
_WINDOWS_UNICODE_ENGLISH = (3, 1, 0x409)
_REGULAR_WEIGHT, _REGULAR_STYLE = 400, 0x0040  # OS/2 usWeightClass and fsSelection
_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6


def tables(font: bytes) -> dict[str, bytes]:
    """The tables of a font of one face, by tag. ValueError when it is no such font."""
    if font[:4] not in (_TRUETYPE, _CFF, b"true"):
        raise ValueError("not a font of one face")
    found = {}
    for index in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, start, length = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        found[tag.decode("latin-1")] = font[start : start + length]
    return found


def build(parts: Mapping[str, bytes]) -> bytes:
    """A complete font of these tables; the same tables give the same bytes."""
    parts = {tag: _without_checksum(tag, data) for tag, data in sorted(parts.items())}
    power = max(len(parts).bit_length() - 1, 0)
    search = 16 << power
    kind = _CFF if "CFF " in parts else _TRUETYPE
    head = struct.pack(">4sHHHH", kind, len(parts), search, power, 16 * len(parts) - search)
    directory, body, start = [], [], 12 + 16 * len(parts)
    for tag, data in parts.items():
        padded = data + bytes(-len(data) % 4)
        directory.append(struct.pack(">4sLLL", tag.encode("latin-1"), _checksum(padded), start, len(data)))
        body.append(padded)
        start += len(padded)
    font = head + b"".join(directory) + b"".join(body)
    return _with_checksum(font, parts)


def alias(font: bytes, family: str) -> bytes:
    """The same glyphs and shaping under a family name of their own, regular and upright.

    A font registered so cannot be mixed up with another of the machine, is never made bolder or slanted, and
    is used for whatever it is asked for: the empty `mort` table keeps Qt from putting another font in its
    place where a digit or sign follows a script whose shaping rules the font lacks."""
    parts = tables(font)
    changed = {"name": _names(family), "mort": bytes(4)}
    if "OS/2" in parts:
        os2 = bytearray(parts["OS/2"])
        struct.pack_into(">H", os2, 4, _REGULAR_WEIGHT)
        struct.pack_into(">H", os2, 62, _REGULAR_STYLE)
        changed["OS/2"] = bytes(os2)
    if "head" in parts:
        changed["head"] = parts["head"][:44] + bytes(2) + parts["head"][46:]
    return build(parts | changed)


def _names(family: str) -> bytes:
    entries = {
        _FAMILY: family,
        _STYLE: "Regular",
        _UNIQUE: family,
        _FULL: family,
        _POSTSCRIPT: family.replace(" ", ""),
    }
    strings = {number: text.encode("utf-16-be") for number, text in entries.items()}
    records, start = [], 0
    for number, data in strings.items():
        records.append(struct.pack(">6H", *_WINDOWS_UNICODE_ENGLISH, number, len(data), start))
        start += len(data)
    header = struct.pack(">3H", 0, len(records), 6 + 12 * len(records))
    return header + b"".join(records) + b"".join(strings.values())


def _without_checksum(tag: str, data: bytes) -> bytes:
    """The head table holds a sum over the whole font, which must count as nought while summing."""
    return data[:8] + bytes(4) + data[12:] if tag == "head" and len(data) >= 12 else data


def _with_checksum(font: bytes, parts: Mapping[str, bytes]) -> bytes:
    place = 12 + 16 * list(parts).index("head") + 8 if "head" in parts else None
    if place is None:
        return font
    start = struct.unpack_from(">L", font, place)[0] + 8
    whole = (0xB1B0AFBA - _checksum(font)) & 0xFFFFFFFF
    return font[:start] + struct.pack(">L", whole) + font[start + 4 :]


def _checksum(data: bytes) -> int:
    words = array("I", data)
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
