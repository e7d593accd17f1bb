"""The parser of arguments: headings and help from the message catalogue, no abbreviations."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from rondo.commands.terminal import printing
from rondo.words import Words


class Parser(argparse.ArgumentParser):
    """A parser whose own words come from the catalogue. Wrong usage ends with exit code 2."""

    def __init__(self, words: Words, **options: Any) -> None:
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            **options,
        )
        self._words = words
        self._positionals.title = words("cli.arguments")
        self._optionals.title = words("cli.options")
        self.add_argument("-h", "--help", action="help", help=words("cli.help"))

    def path(self, text: str) -> Path:
        """The type of an argument that names a file: an empty one is mostly a variable nobody set."""
        if text:
            return Path(text)
        raise argparse.ArgumentTypeError(self._words("cli.no-name"))

    def format_usage(self) -> str:
        formatter = self._get_formatter()
        formatter.add_usage(
            self.usage, self._actions, self._mutually_exclusive_groups, self._words("cli.usage")
        )
        return formatter.format_help()

    def format_help(self) -> str:
        """The help with its own heading for the usage."""
        formatter = self._get_formatter()
        formatter.add_usage(
            self.usage, self._actions, self._mutually_exclusive_groups, self._words("cli.usage")
        )
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _add_usage(self, formatter: argparse.HelpFormatter) -> None:
        prefix = self._words("cli.usage")
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups, prefix)

    def _print_message(self, message: str, file: Any = None) -> None:
        # argparse would swallow what goes wrong here.
        with printing():
            (file or sys.stderr).write(message)
