"""`rondo sql`: a question to a private copy of a project, answered as tab-separated lines."""

from __future__ import annotations

import argparse
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from rondo.commands import projects
from rondo.commands.parser import Parser
from rondo.commands.terminal import Terminal
from rondo.words import Words
from rondofile.errors import QueryError
from rondofile.project import Project
from rondofile.records import Journey

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def add(parser: Parser, words: Words) -> None:
    """The command takes a project and one statement."""
    parser.add_argument("file", metavar="FILE", type=parser.path, help=words("cli.file"))
    parser.add_argument("statement", metavar="SELECT", help=words("cli.sql.statement"))


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """The answer is printed with its header; the project itself cannot be changed by any statement."""
    from rondofile.query import query_project

    project = projects.read(options.file, terminal)
    with _interruptible():
        header, rows = query_project(project, options.statement, {"main_path": main_paths(project)})
    terminal.result("\t".join(map(field, header)))
    for row in rows:
        terminal.result("\t".join(map(field, row)))
    return 0


def main_paths(project: Project) -> tuple[tuple[str, ...], list[tuple[str, int, str]]]:
    """Columns and rows of `main_path`: for every journey (`path`) the way along which the brief counts."""
    from rondo.strategy.journeys.path import main_path

    journeys = project.all(Journey)
    paths = ((journey.id, main_path(project, journey.id)) for journey in journeys)
    rows = [(journey, place, step.id) for journey, path in paths for place, step in enumerate(path)]
    return ("path", "place", "step"), rows


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl+C inside is a KeyboardInterrupt, also where the database would make an error of it."""
    pressed = []

    def note(number: int, frame: FrameType | None) -> None:
        pressed.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    except QueryError:
        if pressed:
            raise KeyboardInterrupt from None
        raise
    finally:
        signal.signal(signal.SIGINT, before)


def field(value: object) -> str:
    """A value as one field: NULL is empty, tab, newline and backslash are escaped, bytes are hexadecimal."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.hex()
    return str(value).translate(_ESCAPES)
