"""The command line: `rondo COMMAND …`. Exit codes: 0 done, 1 the world's fault, 2 wrong usage.

What stands in the way from outside is one sentence on standard error. Any other exception is a bug and
keeps its traceback.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import sys
from collections.abc import Sequence
from types import ModuleType

from rondo import __version__
from rondo.commands.parser import Parser
from rondo.commands.sentence import sentence_of
from rondo.commands.terminal import Terminal, language_of_the_surroundings, let_go
from rondo.words import Words
from rondofile.errors import RondoFileError
from rondofile.library import check_library

COMMANDS: dict[str, str] = {
    "open": "open_window",
    "new": "new_project",
    "import": "import_json",
    "export": "export_json",
    "dump": "dump_text",
    "brief": "write_brief",
    "figure": "draw_figure",
    "sql": "ask_sql",
    "check": "check_file",
    "salvage": "salvage_file",
}
"""Every command with its module, which is only loaded when the command is given."""
DONE, FAILED, INTERRUPTED = 0, 1, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Carries out one command and answers with its exit code."""
    terminal = Terminal(Words(language_of_the_surroundings()))
    try:
        code = _carried_out(list(sys.argv[1:] if arguments is None else arguments), terminal)
        terminal.finish()
        return code
    except RondoFileError as problem:
        terminal.note(sentence_of(problem, terminal.words))
        return FAILED
    except MemoryError:
        terminal.note(terminal.words("cli.no-memory"))
        return FAILED
    except BrokenPipeError:
        let_go(sys.stdout, sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _carried_out(arguments: list[str], terminal: Terminal) -> int:
    try:
        given = _with_command(arguments)
        options = parser(terminal.words, given[0]).parse_args(given)
        check_library()
        if options.command == "open":
            return _window(options, terminal)
        code: int = _module(options.command).run(options, terminal)
    except SystemExit as stop:  # how argparse ends: help and version well, wrong usage with 2
        return stop.code if isinstance(stop.code, int) else DONE
    return code


def _window(options: argparse.Namespace, terminal: Terminal) -> int:
    """The window is open until the person closes it."""
    from rondo.commands.open_window import check
    from rondo.ui.plain_imports import import_plainly

    check(options)
    gc.disable()  # nothing that is read in for the first window is garbage; it is looked for once that stands
    import_plainly()
    from rondo.ui.app import run

    return run(terminal.words, options.file, options.case)


def _with_command(arguments: list[str]) -> list[str]:
    """The arguments with the command that `rondo` and `rondo FILE` leave out."""
    if not arguments:
        return ["open"]
    first = arguments[0]
    if first in COMMANDS or (first.startswith("-") and first != "--"):
        return arguments
    return ["open", *arguments]


def parser(words: Words, given: str = "") -> Parser:
    """The parser of all commands by name, and of everything that the given one takes."""
    whole = Parser(words, prog="rondo", description=words("cli.description"), epilog=words("cli.epilog"))
    whole.add_argument(
        "--version", action="version", version=f"rondo {__version__}", help=words("cli.version")
    )
    commands = whole.add_subparsers(
        title=words("cli.commands"), dest="command", metavar="COMMAND", required=True, parser_class=Parser
    )
    for name in COMMANDS:
        short = words(f"cli.{name}.short")
        example = words("cli.example", example=words(f"cli.{name}.example"))
        part = commands.add_parser(name, words=words, help=short, description=short, epilog=example)
        if name == given:
            _module(name).add(part, words)
    return whole


def _module(command: str) -> ModuleType:
    return importlib.import_module(f"rondo.commands.{COMMANDS[command]}")
