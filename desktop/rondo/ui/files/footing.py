"""Where this process keeps live work: in the usual place, or in a shelter, which every window says."""

from __future__ import annotations

import os
import threading
from concurrent.futures import Future
from pathlib import Path

from rondo.ui.settings import Settings
from rondo.words import Words
from rondofile.apart.expecting import expect
from rondofile.working.home import Home
from rondofile.working.shelter import Footing, footing


def look_ahead(path: Path | None) -> Future[Footing]:
    """While Qt comes up the disk is asked where work can be kept, and who may read the file to be opened."""
    if path is not None:
        expect(path, Home())
    looked: Future[Footing] = Future()

    def look() -> None:
        try:
            looked.set_result(footing(Home()))
        except BaseException as error:
            looked.set_exception(error)

    threading.Thread(target=look, name="rondo-footing").start()
    return looked


def found_footing(looked: Future[Footing] | None = None) -> tuple[Footing, Settings]:
    """Work can be kept where everything in this process looks for it, as far as that is possible at all.

    Settings stay where they are, unless they would stand in a folder that cannot be used.
    """
    before = None if os.environ.get("RONDO_HOME") else Settings()
    found = (looked or look_ahead(None)).result()
    if found.sheltered:
        os.environ["RONDO_HOME"] = str(found.home.root)
    return found, before or Settings()


def warning_of(found: Footing, words: Words) -> str:
    """What a person must know about where work is kept; empty where it is kept as usual."""
    if found.problem is None:
        return ""
    facts = {"path": found.problem.facts["path"], "reason": found.problem.facts["reason"]}
    if found.sheltered:
        return words("app.sheltered", shelter=found.home.root, **facts)
    return words("app.no-footing", **facts)
