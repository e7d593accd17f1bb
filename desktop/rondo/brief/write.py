"""Write a brief: from a project to the bytes of a PDF."""

from __future__ import annotations

from msgspec import Struct

from rondo.brief.compose import compose
from rondo.brief.material import Material
from rondo.brief.pages import typeset
from rondo.brief.sections import DEFAULT_PRESET
from rondo.brief.setting import PAPERS, Setting
from rondo.brief.telling import Told, part_of, tell_nobody
from rondo.figures.journeys.journey_options import JourneyOptions
from rondo.figures.show.values import Show
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load as load_framework
from rondo.strategy.matrix.heat import Heat
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.project import Project

COMPOSED = 0.6
"""The share of the work that is done when every chapter is written and none is set yet."""


class BriefOptions(Struct, frozen=True):
    """What may be asked of a brief. An empty preset or language is the project's own, else the default.

    `show`: what maps show of all their steps, a value of `Show`, or nothing. `notes`: whether sticky notes
    are printed; they are internal else. `shade`: what is measured in the cells of the matrix, a value of
    `Heat`, or nothing."""

    preset: str = ""
    paper: str = "a4"
    landscape: bool = False
    language: str = ""
    theme: str = "light"
    show: str = ""
    notes: bool = False
    shade: str = ""


def brief_pdf(
    project: Project, engine: TextEngine, options: BriefOptions | None = None, told: Told = tell_nobody
) -> bytes:
    """The brief as PDF; the same project and options give the same bytes. `told` hears how far it is.

    KeyError for a paper or theme that there is none of."""
    chosen = options or BriefOptions()
    width, height = PAPERS[chosen.paper]
    page = (height, width) if chosen.landscape else (width, height)
    language = chosen.language or project.info.language
    words = Words(language)
    setting = Setting(engine, load_theme(chosen.theme), page)
    maps = JourneyOptions(show=Show(chosen.show) if chosen.show else None, notes=chosen.notes)
    heat = Heat(chosen.shade) if chosen.shade else None
    material = Material(project, load_framework(words.language), words, setting, maps, heat)
    preset = chosen.preset or project.info.brief_preset or DEFAULT_PRESET
    content = compose(material, preset, part_of(told, 0.0, COMPOSED))
    return typeset(content, setting, words, part_of(told, COMPOSED, 1.0))
