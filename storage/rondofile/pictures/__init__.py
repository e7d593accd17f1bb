"""Pictures as they may come into a project: PNG or JPEG, looked at without being decoded.

What is kept shows the same picture and nothing else: where and with what it was taken, who took it and
what else was written into the file is left out.
"""

from __future__ import annotations

from msgspec import Struct

from rondofile.errors import PictureError
from rondofile.pictures import jpeg, png

MOST_BYTES = 20_000_000
MOST_PIXELS = 50_000_000
"""Limits of one picture; larger ones would not print any better."""


class Picture(Struct, frozen=True):
    """A picture that may be kept. `width`, `height`: in pixels; `content`: its bytes without the rest."""

    media_type: str
    width: int
    height: int
    content: bytes


def picture_of(data: bytes) -> Picture:
    """The picture in those bytes. PictureError: too large, damaged, or of another kind."""
    if len(data) > MOST_BYTES:
        raise PictureError(problem="picture.large")
    for kind in (png, jpeg):
        if data.startswith(kind.BEGINNING):
            try:
                width, height, content = kind.read(data)
            except (ValueError, IndexError) as error:
                raise PictureError(problem="picture.damaged") from error
            if width * height > MOST_PIXELS:
                raise PictureError(problem="picture.large")
            return Picture(kind.MEDIA_TYPE, width, height, content)
    raise PictureError(problem="picture.kind")
