"""What every test stands on: Qt without a window, folders of its own, and no exception that goes unseen."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from helpers.foreign import Watch

os.environ["QT_QPA_PLATFORM"] = "offscreen"

# A submission is judged by the same examples every time; everywhere else each run looks at new ones.
settings.register_profile("same-examples", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("same-examples")

_APPLICATION = pytest.StashKey[Any]()
_WATCH = pytest.StashKey[Watch]()
TOLD_BY_PYTEST = "PYTEST_CURRENT_TEST"
HOMES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")

SLOW_ROOMS = ("window", "brief")
SLOW_NAMES = re.compile(r"kill|power_cut|cut_short|faults|property|random|_any|soak|never_waits|busy|leaks")
"""Tests that take their time, by their folder or by what their file is named for; others mark themselves."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run the tests marked long")
    parser.addoption("--quick", action="store_true", help="leave out the tests marked slow")


def pytest_configure(config: pytest.Config) -> None:
    watch = config.stash[_WATCH] = Watch()
    watch.install()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent.name in SLOW_ROOMS or SLOW_NAMES.search(item.path.stem):
            item.add_marker("slow")
    left_out = [] if config.getoption("--long") else ["long"]
    left_out += ["slow"] if config.getoption("--quick") else []
    gone = {item for item in items if any(map(item.get_closest_marker, left_out))}
    if gone:
        config.hook.pytest_deselected(items=[item for item in items if item in gone])
        items[:] = [item for item in items if item not in gone]
    if hasattr(config, "workerinput"):  # among several workers none is left alone with a long one at the end
        items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_sessionstart(session: pytest.Session) -> None:
    """The application is made before a test sets a text and makes one that cannot have windows."""
    from PySide6.QtWidgets import QApplication

    session.config.stash[_APPLICATION] = QApplication.instance() or QApplication(["rondo"])


@pytest.fixture(autouse=True)
def no_foreign_files(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that opens a file which is none of its business fails: one of the person who runs it, say."""
    watch = request.config.stash[_WATCH]
    watch.begin()
    yield
    found = watch.end()
    assert not found, f"opened outside the allowed places: {', '.join(found)}"


@pytest.fixture(autouse=True)
def no_other_surroundings() -> Iterator[None]:
    """A test that leaves another environment behind fails: the next would begin in it."""
    before = dict(os.environ)
    yield
    after = dict(os.environ)
    changed = {key for key in {*before, *after} if before.get(key) != after.get(key)} - {TOLD_BY_PYTEST}
    for key in changed:
        os.environ.pop(key, None)
        if key in before:
            os.environ[key] = before[key]
    assert not changed, f"left in the environment: {', '.join(sorted(changed))}"


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application that windows need; it serves the fonts too, whichever test is the first to ask."""
    from PySide6.QtWidgets import QApplication

    return QApplication


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Nothing of the person who runs the tests is read or written: application data lives in a new folder."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in HOMES:
            patch.setenv(name, str(home / name.lower()))
        patch.delenv("RONDO_HOME", raising=False)
        patch.setenv("HOME", str(home))
        patch.setenv("USERPROFILE", str(home))
        yield home
