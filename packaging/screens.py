"""What a real window needs on Linux: Qt's libraries for a display, and a virtual screen for the tests."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

from surroundings import alone, need_packages, say

WINDOW_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""Libraries that Qt loads for a window on X, and the Debian packages that bring them."""

SCREEN_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi": "python3-pyatspi",
}
"""Programs of the window tests: a screen, a window manager, a hand, an ear. A path is looked at as it is."""

NEEDED = "RONDO_SCREEN"
"""Set to "needed" where everything is there: a window test that cannot run then fails, it is not skipped."""


def missing_libraries() -> list[str]:
    """The Debian packages of the libraries that a window lacks here."""
    return [package for library, package in WINDOW_LIBRARIES.items() if not _loads(library)]


def missing_programs() -> list[str]:
    """The Debian packages of the programs that the window tests lack here."""
    return [package for program, package in SCREEN_PROGRAMS.items() if not _is_there(program)]


def need_window() -> None:
    """Qt finds what it needs for a window on X; otherwise exits 1 with the command that brings it."""
    if sys.platform == "linux" and os.environ.get("DISPLAY") and missing_libraries():
        with alone():
            if missing := missing_libraries():
                need_packages(*missing, why="A window misses system libraries.")


def need_screen() -> str:
    """The window tests can run, installed as root where that is possible; else why they will be skipped."""
    missing = missing_programs() + missing_libraries() if sys.platform == "linux" else ["Linux"]
    if missing and sys.platform == "linux" and _may_install():
        with alone():
            if missing := missing_programs() + missing_libraries():
                need_packages(*missing, why="The window tests need a virtual screen.")
        missing = []
    if not missing:
        os.environ[NEEDED] = "needed"
        return ""
    if sys.platform != "linux":
        return "The window tests were skipped: they need a virtual screen, which is built for Linux."
    by_hand = "sudo apt-get install " + " ".join(missing)
    return f"The window tests were skipped. To run them too, run this once:\n  {by_hand}"


def tell(note: str) -> None:
    """The note stands in the last lines."""
    if note:
        say(note)


def _may_install() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def _is_there(program: str) -> bool:
    return Path(program).exists() if program.startswith("/") else shutil.which(program) is not None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
