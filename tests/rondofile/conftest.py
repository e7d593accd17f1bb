"""What several tests of the project file share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from helpers.killing import Nursery


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """A process that forks others; started once, when the first test asks for it."""
    with Nursery() as found:
        yield found
