"""`rondo brief`: the PDF brief."""

from __future__ import annotations

import argparse
from pathlib import Path

from rondo.commands import projects
from rondo.commands.lettering import engine
from rondo.commands.outputs import check_target, write_output
from rondo.commands.parser import Parser
from rondo.commands.terminal import Terminal
from rondo.words import LANGUAGES, Words

# Spelled out here, since the brief itself is too heavy to load for a --help; a test holds them together.
PRESETS = ("board", "working-paper")
PAPERS = ("a4", "letter", "a3")
SHOWN = ("work", "known", "strangers", "waits", "learned", "evidence")
SHADES = ("count", "size", "pain", "evidence")
OTHER_ENDINGS = (".doc", ".docx", ".odt", ".ppt", ".pptx", ".odp", ".html", ".json", ".png", ".svg")


def add(parser: Parser, words: Words) -> None:
    """The command takes a project, the PDF to write, and how it is to look."""

    def pdf(text: str) -> Path:
        path = parser.path(text)
        if path.suffix.lower() in OTHER_ENDINGS:
            raise argparse.ArgumentTypeError(words("cli.brief.ending", out=text))
        return path

    parser.add_argument("file", metavar="FILE", type=parser.path, help=words("cli.file"))
    parser.add_argument(
        "-o", dest="out", metavar="OUT.pdf", type=pdf, required=True, help=words("cli.brief.out")
    )
    parser.add_argument("--preset", choices=PRESETS, default="", help=words("cli.brief.preset"))
    parser.add_argument("--paper", choices=PAPERS, default="a4", help=words("cli.brief.paper"))
    parser.add_argument("--landscape", action="store_true", help=words("cli.brief.landscape"))
    parser.add_argument("--show", choices=SHOWN, default="", help=words("cli.brief.show"))
    parser.add_argument("--notes", action="store_true", help=words("cli.brief.notes"))
    parser.add_argument("--shade", choices=SHADES, default="", help=words("cli.brief.shade"))
    parser.add_argument("--language", choices=LANGUAGES, default="", help=words("cli.brief.language"))


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """The brief stands in the PDF."""
    check_target(options.out, options.file)
    project = projects.read(options.file, terminal)
    from rondo.brief.write import BriefOptions, brief_pdf

    asked = BriefOptions(
        preset=options.preset,
        paper=options.paper,
        landscape=options.landscape,
        language=options.language,
        show=options.show,
        notes=options.notes,
        shade=options.shade,
    )
    letters = engine()
    pdf = brief_pdf(project, letters, asked)
    letters.say(terminal)
    write_output(options.out, pdf, options.file)
    return 0
