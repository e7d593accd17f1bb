"""`rondo check`: is a project file whole?"""

from __future__ import annotations

import argparse

from rondo.commands import projects
from rondo.commands.parser import Parser
from rondo.commands.salvage_file import holds_something
from rondo.commands.terminal import Terminal
from rondo.words import Words
from rondofile.errors import DamagedFileError, NotAProjectError


class DamagedError(DamagedFileError):
    """`path` cannot be opened, and there is something in it that can be saved."""

    key = "cli.check.damaged"


def add(parser: Parser, words: Words) -> None:
    """The command takes a file."""
    parser.add_argument("file", metavar="FILE", type=parser.path, help=words("cli.check.file"))
    parser.add_argument("--report", action="store_true", help=words("cli.check.report"))


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """One line says whether the file is whole, with exit code 0 or 1; the file is only read.

    With `--report` every single thing that was not taken is listed before that.
    """
    try:
        if options.report:
            projects.report(options.file, terminal)
        projects.check(options.file, terminal)
    except (DamagedFileError, NotAProjectError) as problem:
        if isinstance(problem, DamagedFileError) or holds_something(options.file):
            raise DamagedError(path=str(options.file)) from problem
        raise
    terminal.result(terminal.words("cli.check.whole", path=options.file))
    return 0
