"""`rondo dump`: everything in a project as plain text, for reading and for version control."""

from __future__ import annotations

import argparse

from rondo.commands import projects
from rondo.commands.parser import Parser
from rondo.commands.terminal import Terminal
from rondo.words import Words


def add(parser: Parser, words: Words) -> None:
    """The command takes a project."""
    parser.add_argument("file", metavar="FILE", type=parser.path, help=words("cli.file"))


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """The text is printed; the same content gives the same lines."""
    from rondofile.dump import dump

    for line in dump(projects.read(options.file, terminal)):
        terminal.result(line)
    return 0
