"""`rondo`, `rondo FILE`, `rondo open FILE`: the window. What opens it stands above the commands, in `cli`."""

from __future__ import annotations

import argparse
import os
import sys

from rondo.commands import new_project
from rondo.commands.parser import Parser
from rondo.words import Words
from rondofile.errors import RondoFileError
from rondofile.working.opening import is_there

UNSEEN = ("offscreen", "minimal", "minimalegl", "vnc")
"""Platforms of Qt that draw where nobody looks."""


class NoDisplayError(RondoFileError):
    """There is no display to open a window on."""

    key = "cli.no-display"


class NoSuchProjectError(RondoFileError):
    """`path` is neither a command nor a file."""

    key = "cli.no-such"


def add(parser: Parser, words: Words) -> None:
    """The command takes at most one project, or the name of a worked case."""
    case = new_project.case_name(words)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("file", metavar="FILE", nargs="?", type=parser.path, help=words("cli.open.file"))
    which.add_argument("--from", dest="case", metavar="CASE", type=case, help=words("cli.open.from"))


def check(options: argparse.Namespace) -> None:
    """A window can open on what was asked for. NoSuchProjectError, NoDisplayError."""
    if options.file is not None and not is_there(options.file):
        raise NoSuchProjectError(path=str(options.file))
    if not has_display():
        raise NoDisplayError


def has_display() -> bool:
    """Whether a window that is opened here could be seen."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.split(":")[0] not in UNSEEN
    return sys.platform != "linux" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
