"""`rondo export`: everything in a project as JSON."""

from __future__ import annotations

import argparse

from rondo.commands import projects
from rondo.commands.outputs import check_target, write_output
from rondo.commands.parser import Parser
from rondo.commands.terminal import Terminal
from rondo.words import Words


def add(parser: Parser, words: Words) -> None:
    """The command takes a project and the document to write."""
    parser.add_argument("file", metavar="FILE", type=parser.path, help=words("cli.file"))
    parser.add_argument(
        "-o", dest="out", metavar="OUT.json", type=parser.path, required=True, help=words("cli.export.out")
    )


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """The document holds everything in the project, in canonical order."""
    from rondo.exchange.json_writer import write_json

    check_target(options.out, options.file)
    project = projects.read(options.file, terminal)
    write_output(options.out, write_json(project), options.file)
    return 0
