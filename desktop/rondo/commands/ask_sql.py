"""`rondo sql`: a question to a private copy of a project, answered as tab-separated lines."""

from __future__ import annotations

import argparse
from pathlib import Path

from rondo.commands import projects
from rondo.commands.parser import Parser
from rondo.commands.terminal import Terminal
from rondo.words import Words

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def add(parser: Parser, words: Words) -> None:
    """The command takes a project and one statement."""
    parser.add_argument("file", metavar="FILE", type=Path, help=words("cli.file"))
    parser.add_argument("statement", metavar="SELECT", help=words("cli.sql.statement"))


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """The answer is printed with its header; the project itself cannot be changed by any statement."""
    header, rows = projects.ask(options.file, options.statement, terminal)
    terminal.result("\t".join(map(field, header)))
    for row in rows:
        terminal.result("\t".join(map(field, row)))
    return 0


def field(value: object) -> str:
    """A value as one field: NULL is empty, tab, newline and backslash are escaped, bytes are hexadecimal."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.hex()
    return str(value).translate(_ESCAPES)
