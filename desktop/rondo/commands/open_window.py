"""`rondo`, `rondo FILE`, `rondo open FILE`: the window."""

from __future__ import annotations

import argparse

from rondo.commands.parser import Parser
from rondo.commands.terminal import Terminal
from rondo.words import Words
from rondofile.errors import RondoFileError
from rondofile.opening import is_there


class NoWindowError(RondoFileError):
    """There is no window to open."""

    key = "cli.no-window"


class NoSuchProjectError(RondoFileError):
    """`path` is neither a command nor a file."""

    key = "cli.no-such"


def add(parser: Parser, words: Words) -> None:
    """The command takes at most one project."""
    parser.add_argument("file", metavar="FILE", nargs="?", type=parser.path, help=words("cli.open.file"))


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """The window is open. NoWindowError as long as there is none in this build."""
    if options.file is not None and not is_there(options.file):
        raise NoSuchProjectError(path=str(options.file))
    raise NoWindowError
