"""Pages: what runs over goes on, links lead somewhere, page numbers are true, the same bytes come twice."""

import io

import pypdf
import pytest

from helpers.briefs import SENTENCE, content, page_texts, setting, title
from rondo.brief.blocks import Column, Columns, Paragraph, Row, Table, plain
from rondo.brief.pages import typeset
from rondo.text.shaped import Span
from rondo.words import Words


def made(*chapters, paper="a4"):
    return typeset(content(*chapters), setting(paper=paper), Words())


def test_page_numbers_when_a_brief_has_many_pages_then_every_page_says_which_of_how_many():
    texts = page_texts(made((title("One", "a"), *[Paragraph(plain(SENTENCE * 12))] * 30)))
    assert len(texts) > 3
    for number, text in enumerate(texts, 1):
        assert f"{number} of {len(texts)}" in text
        assert "A head" in text


def test_paragraph_when_it_runs_over_a_page_then_no_word_is_lost_and_two_lines_stay_together():
    words = " ".join(f"word{i}" for i in range(1500))
    texts = page_texts(made((title("One", "a"), Paragraph(plain(words)))))
    assert len(texts) >= 3
    found = [w for text in texts for w in text.split() if w.startswith("word")]
    assert found == words.split()


def test_table_when_it_runs_over_a_page_then_every_row_stands_once_under_a_head():
    columns = (Column("Name of the row", 3), Column("Count", 1, "right"))
    rows = tuple(Row((plain(f"row{i}"), plain(f"count {i}"))) for i in range(120))
    texts = page_texts(made((title("One", "a"), Table(columns, rows))))
    assert len(texts) >= 3
    found = [w for text in texts for w in text.split() if w.startswith("row") and w != "row"]
    assert found == [f"row{i}" for i in range(120)]
    assert all("Name of the row" in text for text in texts)


def test_table_when_one_row_is_higher_than_a_page_then_it_is_split_and_whole():
    words = " ".join(f"word{i}" for i in range(2500))
    columns = (Column("Left", 1), Column("Right", 1))
    row = Row((plain("short"), plain(words)))
    texts = page_texts(made((title("One", "a"), Table(columns, (row, Row((plain("last"), plain("row"))))))))
    assert len(texts) >= 3
    found = [w for text in texts for w in text.split() if w.startswith("word")]
    assert found == words.split()
    assert "last" in texts[-1]


@pytest.mark.parametrize("lines", [1, 25, 45, 70, 130])
def test_heading_when_it_opens_a_table_then_it_never_stands_alone(lines):
    columns = (Column("Left", 1), Column("Right", 1))
    texts = ["short", *(["\n".join(["line"] * lines)] * 2), *["short"] * 6]
    rows = tuple(Row((plain(text), plain("text"))) for text in texts)
    seen = 0
    for above in range(8, 44, 4):
        blocks = [Paragraph(plain(f"above {i}")) for i in range(above)]
        heading = Paragraph(plain("Reasons"), "heading", anchor="reasons")
        pages = page_texts(made((title("One", "a"), *blocks, heading, Table(columns, rows))))
        (page,) = [text for text in pages if "Reasons" in text]
        assert "Left" in page.split("Reasons")[1], above
        seen += 1
    assert seen == 9


@pytest.mark.parametrize("small", [1, 2, 3])
def test_table_when_a_huge_row_follows_small_ones_then_nothing_is_lost(small):
    words = " ".join(f"word{i}" for i in range(1500))
    columns = (Column("Left", 1), Column("Right", 1))
    rows = [Row((plain(f"small{i}"), plain("text"))) for i in range(small)]
    table = Table(columns, (*rows, Row((plain("huge"), plain(words)))))
    texts = page_texts(made((title("One", "a"), *[Paragraph(plain(SENTENCE * 8))] * 4, table)))
    found = [w for text in texts for w in text.split() if w.startswith("word")]
    assert found == words.split()


def test_table_when_it_is_small_then_it_stands_whole_on_one_page():
    columns = (Column("Left", 1), Column("Right", 1))
    rows = tuple(Row((plain(f"left{i}"), plain(f"right{i}"))) for i in range(5))
    for filler in range(20, 50):
        texts = page_texts(made((*[Paragraph(plain("filler"), "small")] * filler, Table(columns, rows))))
        assert sum("left0" in text or "left4" in text for text in texts) == 1, filler


def test_columns_when_higher_than_a_page_then_they_follow_each_other_and_no_word_is_lost():
    words = " ".join(f"word{i}" for i in range(1600))
    side = (Paragraph(plain(words)),)
    texts = page_texts(made((title("One", "a"), Columns((side, (Paragraph(plain("beside")),)), (1, 1)))))
    found = [w for text in texts for w in text.split() if w.startswith("word")]
    assert found == words.split()
    assert "beside" in texts[-1]


def test_heading_when_only_it_would_fit_then_it_moves_with_what_it_opens():
    for filler in range(1, 60):
        blocks = [*[Paragraph(plain("filler"), "small")] * filler]
        blocks += [Paragraph(plain("Lonely heading"), "heading"), Paragraph(plain(SENTENCE * 4))]
        texts = page_texts(made(tuple(blocks)))
        home = next(text for text in texts if "Lonely heading" in text)
        assert "Booking does not tell" in home, filler


def test_links_when_they_lead_inside_or_to_the_web_then_they_are_live_and_nothing_else_is():
    blocks = (
        title("One", "a"),
        Paragraph((Span("in", link="#b"), Span(" web", link="https://example.org/x"))),
        Paragraph((Span("nowhere", link="#missing"), Span(" bad", link="javascript:alert(1)"))),
    )
    long = [Paragraph(plain(SENTENCE * 9))] * 30
    reader = pypdf.PdfReader(io.BytesIO(made(blocks, (title("Two", "b"), *long))))
    links = [a.get_object() for a in reader.pages[0]["/Annots"]]
    assert len(links) == 2
    assert links[1]["/A"]["/URI"] == "https://example.org/x"
    assert links[0]["/Dest"][0].get_object() == reader.pages[1]
    assert [entry.title for entry in reader.outline] == ["One", "Two"]


def test_contents_when_a_page_is_named_before_it_is_known_then_its_number_stands_there():
    first = (
        title("One", "a"),
        Paragraph(plain("Second part"), page_of="b"),
        *[Paragraph(plain(SENTENCE * 9))] * 30,
    )
    texts = page_texts(made(first, (title("Two", "b"),)))
    assert f"Second part {len(texts)}" in texts[0]


@pytest.mark.parametrize("paper", ["a4", "letter", "a3"])
def test_typesetting_when_done_twice_then_gives_the_same_bytes(paper):
    blocks = (title("One", "a"), Paragraph(plain("తెలుగు and العربية and 中文")))
    assert made(blocks, paper=paper) == made(blocks, paper=paper)
