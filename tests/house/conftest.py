"""What the house tests share: the syntax trees of every file, which go again with the last of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from helpers.house import tree


@pytest.fixture(scope="package", autouse=True)
def trees_go_again() -> Iterator[None]:
    """Millions of nodes would weigh on whatever the same process tests next."""
    yield
    tree.cache_clear()
