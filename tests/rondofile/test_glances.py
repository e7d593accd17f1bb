"""Whoever looks at kept work for a moment stands in nobody's way."""

from __future__ import annotations

import threading
from pathlib import Path

from helpers.storage import written
from rondofile.document import Document
from rondofile.working.home import Home, path_key
from rondofile.working.locks import bare_lock, is_held


def test_a_lock_held_for_a_glance_then_is_waited_for(tmp_path: Path) -> None:
    """One that only looks signs nothing, and is gone in a moment."""
    plan, home = tmp_path / "plan.rondo", tmp_path / "home"
    written(plan)
    Document.open(plan, root=home).close()
    glance = bare_lock(Home(home), path_key(plan))
    glance.acquire(timeout=0)
    ending = threading.Timer(0.2, glance.release)
    ending.start()
    assert is_held(Home(home), path_key(plan))
    Document.open(plan, root=home).close()
    ending.join()
