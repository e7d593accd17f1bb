"""Where in a document something stands: keys and indexes from the root, as people write them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Place: TypeAlias = tuple[str | int, ...]


def written(place: Iterable[str | int]) -> str:
    """The place as text: journeys[1].steps[3].title; an empty text for the whole document."""
    text = ""
    for part in place:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text
