"""`rondo figure`: one figure as SVG, PDF or PNG."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rondo.commands import cell_sheets, projects, whole_figures
from rondo.commands.asked_for import meant, named
from rondo.commands.lettering import NotingEngine, engine
from rondo.commands.outputs import check_target, write_output
from rondo.commands.parser import Parser
from rondo.commands.terminal import Terminal
from rondo.words import Words
from rondofile.errors import RondoFileError
from rondofile.project import Project
from rondofile.records import Journey

if TYPE_CHECKING:
    from rondo.figures.shapes import Figure
    from rondo.text.shaped import TextEngine

SHOWN = ("work", "known", "strangers", "waits", "learned", "evidence")
FIGURES = (
    *("journey", "matrix", "coverage", "comparison", "responses", "experiences", "moments"),
    *("cell-sheet", "menu", "permissions"),
)
OF_ALL = ("cell-sheet", *whole_figures.KINDS)
"""Figures of the whole project, not of one journey."""
PAGE = 482.0
"""How wide three moments are drawn, in points: a page of A4 without its margins."""
ENDINGS = (".svg", ".pdf", ".png")


class NoJourneyError(RondoFileError):
    """`path` holds no journey at all."""

    key = "cli.figure.no-journeys"


class UnknownJourneyError(RondoFileError):
    """No journey has the id or name `asked`; `names` are those there are."""

    key = "cli.figure.unknown-journey"


class SeveralJourneysError(RondoFileError):
    """Several journeys have the name `asked`; `ids` tell them apart."""

    key = "cli.figure.several-journeys"


class NoMomentsError(RondoFileError):
    """Nothing is known to hurt on the journey `asked`, nor on its redesign."""

    key = "cli.figure.no-moments"


def add(parser: Parser, words: Words) -> None:
    """The command takes a project, a kind of figure and the picture to write."""

    def picture(text: str) -> Path:
        path = parser.path(text)
        if path.suffix.lower() in ENDINGS:
            return path
        raise argparse.ArgumentTypeError(words("cli.figure.ending", out=text, endings=", ".join(ENDINGS)))

    parser.add_argument("file", metavar="FILE", type=parser.path, help=words("cli.file"))
    parser.add_argument("figure", choices=FIGURES, help=words("cli.figure.figure"))
    parser.add_argument("--journey", metavar="ID-OR-NAME", help=words("cli.figure.journey"))
    parser.add_argument("--fold", action="store_true", help=words("cli.figure.fold"))
    parser.add_argument("--blank", action="store_true", help=words("cli.figure.blank"))
    cell_sheets.add(parser, words)
    parser.add_argument("--show", choices=SHOWN, help=words("cli.figure.show"))
    parser.add_argument("--notes", action="store_true", help=words("cli.figure.notes"))
    whole_figures.add(parser, words)
    parser.add_argument(
        "-o", dest="out", metavar="OUT", type=picture, required=True, help=words("cli.figure.out")
    )


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """The figure stands in the picture; what it could not show is named on standard error."""
    check_target(options.out, options.file)
    project = projects.read(options.file, terminal)
    journey, letters = chosen(project, options), engine()
    if options.figure == "cell-sheet":
        return _cell_sheets(options, project, letters, terminal)
    figure = drawn(options, project, journey, letters)
    letters.say(terminal)
    if figure.left_over:
        terminal.note(terminal.words("cli.left-over", names=", ".join(figure.left_over)))
    write_output(options.out, painted(figure, options.out.suffix.lower(), project, letters), options.file)
    return 0


def _cell_sheets(
    options: argparse.Namespace, project: Project, letters: NotingEngine, terminal: Terminal
) -> int:
    ending = options.out.suffix.lower()
    if ending == ".pdf" and options.cell is None:
        made = cell_sheets.pages(project, letters, options.blank)
    else:
        figure = cell_sheets.figure(project, letters, options.cell, options.blank)
        made = painted(figure, ending, project, letters)
    letters.say(terminal)
    write_output(options.out, made, options.file)
    return 0


def chosen(project: Project, options: argparse.Namespace) -> Journey | None:
    """The journey that was asked for by id or name, or the first; None for a figure of the whole project."""
    if options.figure in OF_ALL:
        return None
    journeys = project.all(Journey)
    if not journeys:
        raise NoJourneyError(path=str(options.file))
    if options.journey is None:
        return journeys[0]
    return meant(journeys, options.journey, UnknownJourneyError, SeveralJourneysError)


def painted(figure: Figure, ending: str, project: Project, letters: TextEngine) -> bytes:
    """The bytes of the picture in the format of that ending."""
    from rondo.figures.painters.to_pdf import figure_pdf
    from rondo.figures.painters.to_png import figure_png
    from rondo.figures.painters.to_svg import figure_svg

    language = Words(project.info.language).language
    if ending == ".svg":
        return figure_svg(figure, letters, language=language).encode("utf-8")
    if ending == ".pdf":
        return figure_pdf(figure, letters, author=project.info.author, language=language)
    return figure_png(figure, letters)


def drawn(
    options: argparse.Namespace, project: Project, journey: Journey | None, letters: TextEngine
) -> Figure:
    """The display list of that figure, in the language of the project."""
    from rondo.figures.theme import load as load_theme
    from rondo.strategy.framework.whole import load as load_framework

    words, theme = Words(project.info.language), load_theme("light")
    framework = load_framework(words.language)
    pen = {"framework": framework, "words": words, "theme": theme, "engine": letters}
    if journey is None:
        return whole_figures.drawer(options, project)(project, **pen)
    return _drawer(options, project, journey)(project, journey.id, **pen)


def _drawer(options: argparse.Namespace, project: Project, journey: Journey) -> Callable[..., Figure]:
    """What draws that kind of figure of a journey."""
    kind = options.figure
    if kind == "journey":
        from rondo.figures.journeys.journey import JourneyOptions, journey_figure
        from rondo.figures.show.values import Show

        same = _as_today(project, journey) if options.fold else frozenset()
        show = Show(options.show) if options.show else None
        return partial(journey_figure, options=JourneyOptions(show=show, fold=same, notes=options.notes))
    if kind == "moments":
        return partial(_moments, asked=journey)
    if kind == "responses":
        from rondo.figures.responses import responses_figure

        return partial(responses_figure, blank=options.blank)
    if kind == "experiences":
        from rondo.figures.experiences import journey_experiences

        return journey_experiences
    from rondo.figures.comparison import comparison_figure

    return comparison_figure


def _as_today(project: Project, journey: Journey) -> frozenset[str]:
    from rondo.strategy.changes.counterparts import as_today

    return as_today(project, journey)


def _moments(project: Project, _: str, *, asked: Journey, **pen: Any) -> Figure:
    """Today and the redesign of the journey that was asked for, whichever of both that is."""
    from rondo.figures.three_moments.moments import moments_figure
    from rondo.strategy.changes.counterparts import both_of

    today, redesign = both_of(project, asked)
    figure = moments_figure(project, today.id, redesign.id if redesign else None, width=PAGE, **pen)
    if figure is None:
        raise NoMomentsError(asked=named(asked))
    return figure
