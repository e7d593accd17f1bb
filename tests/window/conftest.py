"""A real screen for every window test; skipped visibly where the machine has none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.screen import Screen, missing
from helpers.screen import screen as open_screen


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen of 1280 x 800. Where it must be there and is not, the test fails."""
    lacking = missing()
    if lacking and os.environ.get("RONDO_SCREEN") != "needed":
        pytest.skip(f"no virtual screen here: {', '.join(lacking)} missing")
    assert not lacking, f"a virtual screen was promised, but {', '.join(lacking)} is missing"
    with open_screen(tmp_path) as made:
        yield made
