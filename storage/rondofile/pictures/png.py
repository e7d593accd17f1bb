"""PNG: its chunks, those that make the picture and no others."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

MEDIA_TYPE = "image/png"
BEGINNING = b"\x89PNG\r\n\x1a\n"

_KEPT = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs"))
_MOST_PROFILE = 1_000_000


def read(data: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the bytes with only what makes the picture. ValueError where it is not whole."""
    chunks = [*_chunks(data)]
    kinds = [kind for kind, _, _ in chunks]
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds or kinds.count(b"IHDR") > 1:
        raise ValueError("not whole")
    width, height = struct.unpack(">II", chunks[0][1][:8])
    if not 0 < width < 2**31 or not 0 < height < 2**31 or len(chunks[0][1]) != 13:
        raise ValueError("size")
    kept = (whole for kind, body, whole in chunks if kind in _KEPT and len(body) <= _limit(kind))
    return width, height, BEGINNING + b"".join(kept)


def _limit(kind: bytes) -> int:
    return 2**31 if kind == b"IDAT" else _MOST_PROFILE


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Kind, body and all bytes of each chunk up to the end of the picture."""
    at = len(BEGINNING)
    kind = b""
    while kind != b"IEND":
        length, kind = struct.unpack(">I4s", _exactly(data, at, 8))
        whole = _exactly(data, at, length + 12)
        if zlib.crc32(whole[4:-4]) != int.from_bytes(whole[-4:], "big"):
            raise ValueError("checksum")
        yield kind, whole[8:-4], whole
        at += length + 12


def _exactly(data: bytes, at: int, length: int) -> bytes:
    part = data[at : at + length]
    if len(part) != length:
        raise ValueError("cut off")
    return part
