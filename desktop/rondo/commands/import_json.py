"""`rondo import`: a project from JSON."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from rondo.commands import projects
from rondo.commands.parser import Parser
from rondo.commands.terminal import Terminal
from rondo.words import Words
from rondofile.errors import FileExistsAlreadyError, RondoFileError
from rondofile.reading.reader import bytes_of
from rondofile.working.opening import is_there

if TYPE_CHECKING:
    from rondo.exchange.json_reader import Report

MOST_NOTES = 10


class NotImportedError(RondoFileError):
    """`path` cannot be imported, for the `problem`; nothing was made or changed."""

    key = "cli.import.refused"


class TakenError(FileExistsAlreadyError):
    """There is something at `path`, and nobody said to replace it."""

    key = "cli.import.exists"


def add(parser: Parser, words: Words) -> None:
    """The command takes the document and the project to make of it."""
    parser.add_argument("source", metavar="IN.json", type=parser.path, help=words("cli.import.source"))
    parser.add_argument(
        "-o", dest="out", metavar="FILE", type=parser.path, required=True, help=words("cli.import.out")
    )
    parser.add_argument("--replace", action="store_true", help=words("cli.import.replace"))


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """The project holds what the document says; refused whole where anything is wrong with it."""
    from rondo.exchange.json_reader import read_json
    from rondo.exchange.problems import RefusedDocumentError

    words = terminal.words
    data = bytes_of(options.source)
    try:
        imported = read_json(data)
    except RefusedDocumentError as refused:
        raise NotImportedError(path=str(options.source), problem=refused.sentence(words)) from refused
    if options.replace and is_there(options.out):
        projects.replace(options.out, imported.project, terminal)
    elif is_there(options.out):
        raise TakenError(path=str(options.out))
    else:
        projects.create(options.out, imported.project)
    _say(imported.report, terminal)
    nouns = ("journey", "step", "link", "placement")
    counts = {f"{noun}s": imported.report.counts.get(noun, 0) for noun in nouns}
    terminal.result(words("cli.import.took", path=options.out, **counts))
    return 0


def _say(report: Report, terminal: Terminal) -> None:
    """What was changed on the way in."""
    words = terminal.words
    for note in report.notes[:MOST_NOTES]:
        terminal.note(note.sentence(words))
    more = len(report.notes) - MOST_NOTES
    if more > 0:
        terminal.note(words.count("cli.import.more-notes", more))
