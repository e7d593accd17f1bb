"""The feeling curve in the brief: under the map where its page holds it, else right behind it."""

from __future__ import annotations

from itertools import pairwise

from helpers import engines
from helpers.cases import case
from rondo.brief.blocks import Paragraph, Picture
from rondo.brief.chapters.journeys import journey_chapters
from rondo.brief.material import Material
from rondo.brief.setting import PAPERS, Setting
from rondo.figures.shapes import Group
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load
from rondo.words import Words


def test_every_journey_with_feelings_prints_its_curve_and_its_rhythm_once() -> None:
    setting = Setting(engines.system_engine(), load_theme("light"), PAPERS["a4"])
    chapters = journey_chapters(Material(case(), load("en"), Words("en"), setting))
    assert len(chapters) == 4
    for chapter in chapters:
        figures = [
            figure for block in chapter.blocks if isinstance(block, Picture) for figure in block.figures
        ]
        drawn = [shape.id for figure in figures for shape in figure.shapes if isinstance(shape, Group)]
        assert drawn.count("curve") == 1 and drawn.count("rhythm") == 1, chapter.kind


def test_a_curve_that_the_page_of_its_map_does_not_hold_stands_below_a_heading() -> None:
    setting = Setting(engines.system_engine(), load_theme("light"), PAPERS["a4"])
    apart = 0
    for chapter in journey_chapters(Material(case(), load("en"), Words("en"), setting)):
        for above, block in pairwise(chapter.blocks):
            ids = [s.id for f in getattr(block, "figures", ()) for s in f.shapes if isinstance(s, Group)]
            if "curve" in ids and "rhythm" not in ids:
                assert isinstance(above, Paragraph) and above.role == "heading"
                apart += 1
    assert apart == 2
