"""Lines fit, nothing is lost, and lines of any script keep clear of each other."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rondo.text.itemise import graphemes
from rondo.text.outlines import Outlines
from rondo.text.paragraph import SPACES
from rondo.text.shaped import Block, Style

STYLE = Style(10.0)
WORDS = (
    *("klantreis", "één", "Wi-Fi", "ప్రధాన", "స్ట్రాటజీ", "ग्राहक", "स्त्रियों", "العميل", "تجربة", "שלום", "ลูกค้า"),
    *("客户旅程", "Đây", "тест", "2026", "12.5%", "(", ")", "→", "👍🏽", "abc-def", "e\u0301", "ক্ষি", "ܫܠܡܐ"),
    *(" ", " ", "  ", "\u00a0", "\n", "\r\n", "\u2028", "\t", "\u200f", "\u00ad", "\u200b", "\u3000"),
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map("".join)
LETTERS = st.characters(exclude_categories=["Mn", "Mc", "Me", "Cs"])  # marks stand with letters in TEXTS
EPSILON = 0.01


def source_of(block: Block) -> str:
    return "".join(line.text + line.end for line in block.lines)


@settings(max_examples=150, deadline=None)
@given(TEXTS | st.text(LETTERS, max_size=40), st.floats(5, 200))
@example("klant  \u00a0 \u00a0 reis", 12.0)
@example("a" + " " * 5000 + "b" * 5000, 40.0)
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(engine, text, width):
    block = engine.shape(text, STYLE, width)
    assert source_of(block) == text
    for line in block.lines:
        is_one_character = len(graphemes(line.text.lstrip(SPACES))) == 1
        assert line.width <= width + EPSILON or is_one_character
        assert line.x >= -EPSILON or is_one_character
        drawn = "".join(text for run in line.runs for text in run.texts)
        assert sorted(drawn) == sorted(line.text.rstrip()) or sorted(drawn) == sorted(line.text)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_a_text_without_a_width_breaks_at_its_own_line_ends_only(engine, text):
    block = engine.shape(text, STYLE)
    ends = text.replace("\r\n", "\n").replace("\u2028", "\n").count("\n")
    assert len(block.lines) == ends + 1
    assert source_of(block) == text
    assert (
        block.width == block.natural_width == pytest.approx(max(line.width for line in block.lines), abs=0.02)
    )


@settings(max_examples=40, deadline=None)
@given(TEXTS.filter(lambda text: not set(text) & set("العميلتجربةשלוםܫܠܡܐ\u200f")), st.floats(20, 90))
def test_texts_of_a_line_read_from_the_left_follow_each_other(engine, text, width):
    block = engine.shape(text, STYLE, width)
    for line in block.lines:
        assert "".join(text for run in line.runs for text in run.texts) == line.text
        starts = [run.xs[0] for run in line.runs]
        assert starts == sorted(starts)


def test_a_word_wider_than_the_line_breaks_inside_between_characters(engine):
    block = engine.shape("స్ట్రాటజీస్ట్రాటజీస్ట్రాటజీ", STYLE, 30.0)
    characters = ["స్ట్రా", "ట", "జీ"] * 3
    assert len(block.lines) > 2
    for line in block.lines:
        taken = []
        while "".join(taken) != line.text:
            taken.append(characters.pop(0))
    assert characters == []


@pytest.mark.parametrize("text", ["x" * 30_000, "lorem " * 5_000, "ప్రధాన " * 3_000, "العميل " * 3_000])
def test_a_long_text_is_broken_like_a_short_one(engine, text):
    """Long paragraphs are laid out in windows; the breaks must not show where the windows meet."""
    long, short = engine.shape(text, STYLE, 100.0), engine.shape(text[:3_000], STYLE, 100.0)
    same = [line.text for line in short.lines[:-1]]
    assert [line.text for line in long.lines[: len(same)]] == same and len(same) > 20
    assert source_of(long) == text
    lengths = {len(line.text) for line in long.lines[:-1]}
    assert len(lengths) == 1 or len(long.lines) > 500


def test_a_long_line_is_as_wide_as_its_words(engine):
    word = engine.shape("lorem ", STYLE), engine.shape("lorem lorem", STYLE)
    step = word[1].natural_width - word[0].lines[0].width
    block = engine.shape("lorem " * 9_999 + "lorem", STYLE)
    assert len(block.lines) == 1
    assert block.width == pytest.approx(9_999 * step + word[0].lines[0].width, rel=1e-4)


@pytest.mark.parametrize(
    ("align", "text", "left"),
    [
        ("start", "klant", 0.0),
        ("start", "שלום", 1.0),
        ("left", "שלום", 0.0),
        ("right", "klant", 1.0),
        ("center", "klant", 0.5),
        ("start", "123 العميل klant", 1.0),
        ("start", "\u2067שלום\u2069 klant", 0.0),
    ],
)
def test_lines_stand_where_the_first_strong_letter_or_the_style_says(engine, align, text, left):
    block = engine.shape(text, Style(10.0, align=align), 200.0)
    (line,) = block.lines
    assert line.x == pytest.approx(left * (200 - line.width))
    assert min(x for run in line.runs for x in run.xs) >= line.x - EPSILON
    assert max(run.xs[0] + run.width for run in line.runs) == pytest.approx(line.x + line.width)


def test_latin_lines_are_exactly_the_leading_apart(engine):
    block = engine.shape("klant\nreis\nkaart", Style(10.0, leading=1.5))
    first, second, third = (line.y for line in block.lines)
    assert (second - first, third - second) == (pytest.approx(15.0), pytest.approx(15.0))
    assert block.height == pytest.approx(45.0)


@pytest.mark.parametrize(
    "text",
    ["స్ట్రాటజీ మరియు ఇన్నోవేషన్ నిపుణులు", "स्त्रियों की कक्षा हर्डुर्ग", "ที่นี่ ปู่ น้ำ ฏู้ ญู่", "لَا إِلٰهَ بِسْمِ ٱللَّٰهِ"],
)
@pytest.mark.parametrize("leading", [1.0, 1.35])
def test_tall_scripts_neither_touch_nor_leave_their_block(engine, text, leading):
    block = engine.shape(text, Style(10.0, leading=leading), 35.0)
    inks = [ink(engine, line) for line in block.lines]
    assert len(inks) > 1
    assert inks[0][0] >= 0 and inks[-1][1] <= block.height
    for (_, bottom), (top, _) in pairwise(inks):
        assert bottom < top


def ink(engine, line) -> tuple[float, float]:
    """Top and bottom of what a line draws, in its block."""
    outlines, ys = Outlines(engine), []
    for run in line.runs:
        for glyph, y in zip(run.glyphs, run.ys, strict=True):
            path = outlines.path(run.font, glyph)
            ys += [y + run.size * height for command in path for height in command[2::2]]
    return min(ys), max(ys)


def test_a_block_is_kept_and_given_again(engine):
    assert engine.shape("klant", STYLE, 50.0) is engine.shape("klant", STYLE, 50.0)
