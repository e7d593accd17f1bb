"""Pictures inside the file: only ever added, known by their own content."""

from __future__ import annotations

from rondofile.digests import sha256_of
from rondofile.edits import Edit
from rondofile.pictures import picture_of
from rondofile.records import Asset


def add(edit: Edit, name: str, data: bytes) -> Asset:
    """The picture is in the file, once, whatever it is called; undo leaves it there.

    The name is a text to be read, never a path. PictureError where the bytes are no picture that may be kept.
    """
    picture = picture_of(data)
    key = sha256_of(picture.content)
    edit.insert(Asset(id=key, name=name, media_type=picture.media_type, content=picture.content))
    return edit.get(Asset, key)
