"""Pictures inside the file: only ever added, known by their own content."""

from __future__ import annotations

import hashlib

from rondofile.edits import Edit
from rondofile.records import Asset


def add(edit: Edit, name: str, media_type: str, content: bytes) -> Asset:
    """The picture is in the file, once, whatever it is called; undo leaves it there."""
    asset = Asset(id=hashlib.sha256(content).hexdigest(), name=name, media_type=media_type, content=content)
    edit.insert(asset)
    return edit.get(Asset, asset.id)
