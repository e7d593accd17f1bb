"""`rondo salvage`: what can still be read of a damaged file, as a new project."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from rondo.commands import projects
from rondo.commands.parser import Parser
from rondo.commands.salvaged import account, made, names
from rondo.commands.terminal import Terminal
from rondo.words import Words
from rondofile.errors import FileExistsAlreadyError, RondoFileError, SalvageError

if TYPE_CHECKING:
    from rondofile.salvage import Salvaged


class NothingLeftError(RondoFileError):
    """`path` was a project of ours, and no row of it can be read."""

    key = "cli.salvage.nothing"


def add(parser: Parser, words: Words) -> None:
    """The command takes the damaged file and the project to make of it."""
    parser.add_argument("file", metavar="FILE", type=parser.path, help=words("cli.salvage.file"))
    parser.add_argument(
        "-o", dest="out", metavar="NEW", type=parser.path, required=True, help=words("cli.salvage.out")
    )


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """The new project holds what could be read, and a line says how much that is; the file is only read."""
    from rondofile.working.opening import is_there

    if is_there(options.out):
        raise FileExistsAlreadyError(path=str(options.out))
    projects.check_folder(options.out)
    found = saved(options.file, terminal.words)
    projects.create(options.out, found.project)
    terminal.result(account(found, terminal.words))
    if found.stand_ins:
        terminal.result(made(found, terminal.words))
    return 0


def saved(path: Path, words: Words) -> Salvaged:
    """What can be read of the file. SalvageError or NothingLeftError where that is nothing."""
    from rondofile.salvage.from_files import salvage_file

    found = salvage_file(path, names(words))
    if not found.found:
        raise NothingLeftError(path=str(path))
    return found


def holds_something(path: Path) -> bool:
    """Whether there are rows of ours in a file that cannot be opened."""
    from rondofile.salvage.from_files import salvage_file

    try:
        return salvage_file(path, seconds=5.0).found > 0
    except SalvageError:
        return False
