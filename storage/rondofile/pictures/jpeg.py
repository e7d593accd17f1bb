"""JPEG: its segments, those that make the picture, and which way up it is."""

from __future__ import annotations

import struct
from collections.abc import Iterator

MEDIA_TYPE = "image/jpeg"
BEGINNING = b"\xff\xd8\xff"

_FRAMES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
_END, _SCAN, _COMMENT = 0xD9, 0xDA, 0xFE
_PROFILE = b"ICC_PROFILE\0"
_EXIF = b"Exif\0\0"
_ORIENTATION = 0x0112


def read(data: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the bytes with only what makes the picture. ValueError where it is not whole."""
    size, kept, ended = (0, 0), [b"\xff\xd8"], False
    for marker, segment in _segments(data):
        body = segment[4:]
        if marker in _FRAMES and len(body) >= 5:
            size = struct.unpack(">HH", body[1:5])[::-1]
        if marker == 0xE1:
            segment = _upright(body)
        elif marker == _COMMENT or (0xE0 <= marker <= 0xEF and not _is_needed(marker, body)):
            segment = b""
        kept.append(segment)
        ended = marker == _END
    if not ended or not all(size):
        raise ValueError("not whole")
    return size[0], size[1], b"".join(kept)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and all bytes of each segment up to the end; what follows the head of a scan belongs to it."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _END:
            yield marker, data[at : at + 2]
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker < 0xC0 or 0xD0 <= marker <= 0xD8 or not at + 4 <= end <= len(data):
            raise ValueError("segment")
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        yield marker, data[at:end]
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker stands that is no part of the coded picture."""
    while True:
        at = data.index(b"\xff", at)
        follower = data[at + 1]
        if follower != 0 and not 0xD0 <= follower <= 0xD7:
            return at
        at += 2


def _is_needed(marker: int, body: bytes) -> bool:
    """Whether colours would be others without it."""
    return marker in (0xE0, 0xEE) or (marker == 0xE2 and body.startswith(_PROFILE))


def _upright(body: bytes) -> bytes:
    """A segment that says which way up the picture is and nothing else; empty where it lies as it is."""
    turn = _turn(body)
    if not 2 <= turn <= 8:
        return b""
    tiff = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, 3, 1, turn, 0, 0)
    said = _EXIF + tiff
    return b"\xff\xe1" + struct.pack(">H", len(said) + 2) + said


def _turn(body: bytes) -> int:
    """The turn that a camera wrote down, 1 where it wrote none."""
    if not body.startswith(_EXIF) or len(body) < 16:
        return 1
    tiff = body[len(_EXIF) :]
    order = ">" if tiff[:2] == b"MM" else "<"
    try:
        first = struct.unpack(f"{order}I", tiff[4:8])[0]
        count = struct.unpack(f"{order}H", tiff[first : first + 2])[0]
        for number in range(min(count, 200)):
            tag, _, _, turn = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * number)
            if tag == _ORIENTATION:
                return int(turn)
    except struct.error:
        return 1
    return 1
