"""The container of TrueType and OpenType fonts: tables by tag, read and written byte for byte."""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterator, Mapping
from types import MappingProxyType

_TRUETYPE, _CFF = b"\x00\x01\x00\x00", b"OTTO"
_WINDOWS_UNICODE_ENGLISH = (3, 1, 0x409)
_REGULAR_WEIGHT, _REGULAR_STYLE = 400, 0x0040  # OS/2 usWeightClass and fsSelection
_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6


def tables(font: bytes) -> dict[str, bytes]:
    """The tables of a font of one face, by tag. ValueError when it is no such font."""
    return {tag: font[start : start + length] for tag, _, start, length in _directory(font)}


def _directory(font: bytes) -> Iterator[tuple[str, int, int, int]]:
    """The tag of every table, its sum, and where it stands."""
    if font[:4] not in (_TRUETYPE, _CFF, b"true"):
        raise ValueError("not a font of one face")
    for index in range(struct.unpack_from(">H", font, 4)[0]):
        tag, total, start, length = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        yield tag.decode("latin-1"), total, start, length


def build(parts: Mapping[str, bytes], known: Mapping[str, int] = MappingProxyType({})) -> bytes:
    """A complete font of these tables; the same tables give the same bytes. `known`: sums of some of them."""
    parts = {tag: _without_checksum(tag, data) for tag, data in sorted(parts.items())}
    power = max(len(parts).bit_length() - 1, 0)
    search = 16 << power
    kind = _CFF if "CFF " in parts else _TRUETYPE
    directory = [struct.pack(">4sHHHH", kind, len(parts), search, power, 16 * len(parts) - search)]
    body: list[bytes] = []
    start, whole, head = 12 + 16 * len(parts), 0, 0
    for tag, data in parts.items():
        total = known[tag] if tag in known else _checksum(data)
        directory.append(struct.pack(">4sLLL", tag.encode("latin-1"), total, start, len(data)))
        head = len(body) if tag == "head" else head
        body += [data, bytes(-len(data) % 4)]
        start += len(data) + -len(data) % 4
        whole += total
    before = b"".join(directory)
    if "head" in parts:
        body[head] = _with_checksum(body[head], whole + _checksum(before))
    return b"".join((before, *body))


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
    sums = {tag: total for tag, total, _, _ in _directory(font) if tag not in changed}
    return build(parts | changed, sums)  # an interface waits for this: half a megabyte is not summed again


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


def _with_checksum(head: bytes, total: int) -> bytes:
    """The head table with what makes the font's sum the one that every font has; `total`: without it."""
    return head[:8] + struct.pack(">L", (0xB1B0AFBA - total) & 0xFFFFFFFF) + head[12:]


def _checksum(data: bytes) -> int:
    words = array("I", data + bytes(-len(data) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
