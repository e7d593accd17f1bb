"""Which addresses a page or picture may lead to."""

from __future__ import annotations

import re

_SAFE = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+|#[A-Za-z0-9_.:-]{1,200}", re.IGNORECASE)


def safe_link(address: str | None) -> str | None:
    """The address when it is http, https, mailto or a place in the same document ("#name"); else None.

    Anything else (javascript:, file:, data:) is drawn as plain text: a printed map must not run a thing."""
    return address if address is not None and _SAFE.fullmatch(address) else None
