"""Figures of the whole project: the matrix, what it covers, a menu of offers, the stairs of trust."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from rondo.commands.asked_for import meant
from rondo.commands.parser import Parser
from rondo.commands.write_brief import SHADES
from rondo.words import Words
from rondofile.errors import RondoFileError
from rondofile.project import Project
from rondofile.records import Menu

if TYPE_CHECKING:
    from rondo.figures.shapes import Figure

KINDS = ("matrix", "coverage", "menu", "permissions")


class NoMenuError(RondoFileError):
    """There is no menu to draw."""

    key = "cli.figure.no-menu"


class UnknownMenuError(RondoFileError):
    """No menu has the id or name `asked`; `names` are those there are."""

    key = "cli.figure.unknown-menu"


class SeveralMenusError(RondoFileError):
    """Several menus have the name `asked`; `ids` tell them apart."""

    key = "cli.figure.several-menus"


def add(parser: Parser, words: Words) -> None:
    """The options that choose a menu, and what is measured in the cells of the matrix."""
    parser.add_argument("--menu", metavar="ID-OR-NAME", help=words("cli.figure.menu"))
    parser.add_argument("--shade", choices=SHADES, help=words("cli.figure.shade"))


def drawer(options: argparse.Namespace, project: Project) -> Callable[..., Figure]:
    """What draws that figure of a project."""
    if options.figure == "matrix":
        return _matrix(options.shade)
    if options.figure == "coverage":
        from rondo.figures.coverage.coverage import coverage_figure

        return coverage_figure
    if options.figure == "menu":
        from rondo.figures.menus.menu_figure import menu_figure

        return partial(menu_figure, menu=_menu(project, options.menu))
    from rondo.figures.permissions.staircase import staircase_figure

    return lambda project, *, framework, **pen: staircase_figure(project, **pen)


def _matrix(shade: str | None) -> Callable[..., Figure]:
    from rondo.figures.matrices.matrix import MatrixOptions, matrix_figure
    from rondo.strategy.matrix.heat import Heat

    return partial(matrix_figure, options=MatrixOptions(heat=Heat(shade) if shade else None))


def _menu(project: Project, asked: str | None) -> str:
    """The id of the menu that was asked for, or of the first."""
    menus = project.all(Menu)
    if not menus:
        raise NoMenuError()
    return meant(menus, asked, UnknownMenuError, SeveralMenusError).id if asked else menus[0].id
