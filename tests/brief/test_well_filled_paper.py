"""Paper well filled: short chapters share a page, covers and summaries stay on theirs, on any paper."""

import pytest
from msgspec.structs import replace

from helpers import engines
from helpers.briefs import SENTENCE, content, page_texts, setting, title
from helpers.cases import case
from rondo.brief.blocks import Break, Chapter, Column, Columns, Content, Paragraph, Picture, Row, Table, plain
from rondo.brief.build import chapter_flowables
from rondo.brief.chapters.board import pictures_page
from rondo.brief.chapters.cover import cover
from rondo.brief.chapters.journeys import journey_chapters
from rondo.brief.chapters.summary import summary_page
from rondo.brief.material import Material
from rondo.brief.pages import typeset
from rondo.brief.setting import PAPERS, Setting
from rondo.brief.stacks import Stack
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load
from rondo.words import Words

LONG, SHORT = (Paragraph(plain(SENTENCE * 9)),) * 30, (Paragraph(plain(SENTENCE * 3)),)
ENTRIES = tuple(
    (f"chapter-{n}", f"A finding about one part of the journey that the park offers, number {n}")
    for n in range(13)
)


def material(paper: str, language: str = "en", *, landscape: bool = False) -> Material:
    page = PAPERS[paper][::-1] if landscape else PAPERS[paper]
    of = Setting(engines.system_engine(), load_theme("light"), page)
    return Material(case(), load(language), Words(language), of)


def pages(told: Material, *chapters: Chapter) -> list[str]:
    """What the text of every page is."""
    return page_texts(typeset(Content(chapters, "A title", "A head", "en"), told.setting, told.words))


@pytest.mark.parametrize(("middle", "count"), [(SHORT, 1), (LONG, 3)])
def test_a_chapter_when_it_fits_below_the_one_before_then_they_share_a_page(middle, count):
    chapters = (title("One", "a"), *SHORT), (title("Two", "b"), *middle), (title("Three", "c"), *SHORT)
    texts = page_texts(typeset(content(*chapters), setting(), Words()))
    first = {
        name: next(at for at, text in enumerate(texts) if name in text) for name in ("One", "Two", "Three")
    }
    if count == 1:
        assert len(texts) == 1
    else:
        assert len(texts) >= count and first["One"] < first["Two"] < first["Three"]


@pytest.mark.parametrize("apart", [{"cover": True}, {"one_page": True}, {"turned": True}])
def test_a_chapter_when_the_one_before_keeps_its_pages_then_it_begins_a_new_one(apart):
    first, second = content((title("One", "a"), *SHORT), (title("Two", "b"), *SHORT)).chapters
    told = replace(content(), chapters=(replace(first, **apart), second))
    assert len(page_texts(typeset(told, setting(), Words()))) == 2


def test_a_row_that_heads_others_when_the_page_ends_there_then_it_goes_with_them():
    columns = (Column("Left", 1), Column("Right", 1))
    heads = 0
    for above in range(20, 40):
        rows = [Row((plain(f"row{i}"), plain("text"))) for i in range(above)]
        rows += [Row((plain("Heading"), ()), wide=True, heads=True)]
        rows += [Row((plain(f"below{i}"), plain("text"))) for i in range(8)]
        texts = page_texts(typeset(content((Table(columns, tuple(rows)),)), setting(), Words()))
        page = next(text for text in texts if "Heading" in text)
        assert "below0" in page
        heads += len(texts) > 1 and page is texts[1] and "row" not in page
    assert heads


@pytest.mark.parametrize(("paper", "landscape"), [("letter", False), ("letter", True), ("a4", True)])
def test_the_cover_when_many_chapters_follow_then_all_are_named_on_it(paper, landscape):
    told = material(paper, landscape=landscape)
    texts = pages(told, cover(told, ENTRIES))
    assert len(texts) == 1
    assert all(f"number {n}" in texts[0] for n in range(13))


@pytest.mark.parametrize(
    ("paper", "language"), [("letter", "en"), ("letter", "nl"), ("letter", "te"), ("a4", "te")]
)
def test_the_summary_when_the_page_lies_on_its_side_then_it_is_one_page(paper, language):
    told = material(paper, language, landscape=True)
    chapter = summary_page(told)
    assert len(pages(told, chapter)) == 1
    columns = [block.shares for block in chapter.blocks if isinstance(block, Columns)]
    assert len(columns) == 2 and len(set(columns)) == 1


def test_the_pictures_of_the_board_when_one_page_is_not_enough_then_the_rhythm_stands_there_again():
    told = material("a4", landscape=True)
    chapter = pictures_page(told)
    whole = Stack(chapter_flowables(replace(chapter, one_page=False), told.setting)).height(
        told.setting.width
    )
    assert whole > told.setting.height
    set_now = chapter_flowables(chapter, told.setting)
    assert Stack(set_now).height(told.setting.width) == pytest.approx(whole)


def test_what_stands_below_a_map_when_the_map_is_turned_upright_then_it_stands_with_the_tables():
    chapter = journey_chapters(material("letter", "nl", landscape=True))[0]
    kinds = [type(block) for block in chapter.blocks if isinstance(block, Break | Picture | Table)]
    assert chapter.turned
    assert kinds[:4] == [Picture, Break, Picture, Table]
