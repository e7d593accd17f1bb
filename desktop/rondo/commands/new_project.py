"""`rondo new`: an empty project, or a copy of a shipped case."""

from __future__ import annotations

import argparse
from collections.abc import Callable

import rondo_resources
from rondo.commands import projects
from rondo.commands.parser import Parser
from rondo.commands.terminal import Terminal
from rondo.words import Words
from rondofile.project import Project

FOLDER, ENDING, FIRST = "samples", ".json", "theme-park"


def add(parser: Parser, words: Words) -> None:
    """The command takes a file that is not there yet, or --list."""

    case = case_name(words)
    parser.add_argument("file", metavar="FILE", nargs="?", type=parser.path, help=words("cli.new.file"))
    parser.add_argument("--from", dest="case", metavar="CASE", type=case, help=words("cli.new.from"))
    parser.add_argument("--list", action="store_true", help=words("cli.new.list"))
    parser.set_defaults(refuse=parser.error)


def case_name(words: Words) -> Callable[[str], str]:
    """Takes the name of a shipped case from the command line; any other is wrong usage."""

    def taken(name: str) -> str:
        if name in cases():
            return name
        raise argparse.ArgumentTypeError(words("cli.new.no-case", name=name, names=", ".join(cases())))

    return taken


def cases() -> tuple[str, ...]:
    """The names of the shipped cases, the one to begin with first."""
    files = rondo_resources.names(FOLDER, ENDING)
    names = (file.removeprefix(f"{FOLDER}/").removesuffix(ENDING) for file in files)
    return tuple(sorted(names, key=lambda name: (name != FIRST, name)))


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """The new project stands in the file, or the cases are listed."""
    if options.list == (options.file is not None):
        options.refuse(terminal.words("cli.new.file-or-list"))
    if options.list:
        for name in cases():
            terminal.result(f"{name}\t{read_case(name).info.title}")
    else:
        projects.create(options.file, read_case(options.case) if options.case else Project({}))
    return 0


def read_case(name: str) -> Project:
    """The shipped case of that name."""
    from rondo.exchange.json_reader import read_json

    return read_json(rondo_resources.read_bytes(f"{FOLDER}/{name}{ENDING}")).project
