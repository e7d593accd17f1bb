"""Each script is shaped as its readers write it, by the font chosen for it."""

import io
from functools import lru_cache

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from rondo.text.qt_engine import QtTextEngine
from rondo.text.shaped import Block, GlyphRun, Style

STYLE = Style(10.0)
PIECES = (
    *("కస్టమర్", "ग्राहक", "العميل", "שלום", "ลูกค้า", "klant", "één", "e\u0301", "ж", "λ", "客户", "ক্ষি"),
    *("2026", "1", " ", " ", "(", ")", "“", "”", ",", "।", "؟", "→", "●", "≤", "✗", "👍🏽", "❤️", "😀"),
    *("\u200d", "\u200c", "\u200f", "\u00ad", "\t"),
)


def runs_of(block: Block) -> list[GlyphRun]:
    return [run for line in block.lines for run in line.runs]


@lru_cache(maxsize=32)
def glyph_numbers(program: bytes) -> dict[str, int]:
    font = TTFont(io.BytesIO(program), lazy=True)
    return {chr(code): font.getGlyphID(name) for code, name in font.getBestCmap().items()}


def test_telugu_syllables_are_whole_and_drawn_by_the_telugu_font(engine):
    (run,) = runs_of(engine.shape("స్ట్రాటజీ", STYLE))
    assert run.font == "NotoSansTelugu_400Regular"
    assert [text for text in run.texts if text] == ["స్ట్రా", "ట", "జీ"]
    assert len(run.glyphs) > 3 and 0 not in run.glyphs


def test_devanagari_vowel_sign_moves_before_its_consonant(engine):
    (run,) = runs_of(engine.shape("कि", STYLE))
    (consonant,) = runs_of(engine.shape("क", STYLE))
    assert run.font == "NotoSansDevanagari_400Regular"
    assert run.texts == ("कि", "")
    assert run.glyphs[1] == consonant.glyphs[0] != run.glyphs[0]


def test_arabic_letters_join_and_stand_from_right_to_left(engine):
    (joined,) = runs_of(engine.shape("ععع", STYLE))
    (single,) = runs_of(engine.shape("ع", STYLE))
    assert joined.right_to_left and joined.font == "NotoSansArabic_400Regular"
    assert len({*joined.glyphs, *single.glyphs}) == 4
    assert list(joined.xs) == sorted(joined.xs)


def test_hebrew_is_carried_in_drawing_order(engine):
    (run,) = runs_of(engine.shape("שלום", STYLE))
    assert run.right_to_left and "".join(run.texts) == "שלום"[::-1]


def test_thai_tone_marks_stay_with_their_letters(engine):
    (run,) = runs_of(engine.shape("ที่นี่", STYLE))
    assert run.font == "NotoSansThai_400Regular" and 0 not in run.glyphs
    assert "".join(run.texts) == "ที่นี่"


def test_a_decomposed_letter_looks_like_the_composed_one_and_keeps_its_spelling(engine):
    (composed,) = runs_of(engine.shape("é", STYLE))
    (decomposed,) = runs_of(engine.shape("e\u0301", STYLE))
    assert decomposed.glyphs == composed.glyphs
    assert decomposed.texts == ("e\u0301",)


def test_an_emoji_with_a_skin_tone_is_one_sign(engine):
    block = engine.shape("👍🏽", STYLE)
    (run,) = runs_of(block)
    assert run.font == "NotoSansSymbols2_400Regular"
    assert run.texts == ("👍🏽",) and not block.missing


def test_digits_after_telugu_are_drawn_by_the_font_that_is_recorded(engine):
    block = engine.shape("కస్టమర్ 10 → belt", STYLE)
    latin = glyph_numbers(engine.font_file("NotoSans_400Regular"))
    drawn = {
        text: glyph
        for run in runs_of(block)
        if run.font == "NotoSans_400Regular"
        for text, glyph in zip(run.texts, run.glyphs, strict=True)
    }
    assert drawn["1"] == latin["1"] and drawn["b"] == latin["b"]


def test_brackets_go_with_the_words_they_hold(engine):
    block = engine.shape("klant (తెలుగు) en „ж”", STYLE)
    telugu = [run.texts for run in runs_of(block) if run.font == "NotoSansTelugu_400Regular"]
    assert ["".join(texts) for texts in telugu] == ["(తెలుగు) "]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join),
    st.sampled_from(
        [Style(10.0), Style(7.5, weight=600), Style(12.0, "serif", 700), Style(9.0, italic=True)]
    ),
    st.sampled_from([None, 25.0]),
)
def test_every_glyph_is_of_the_font_its_run_names(engine, text, style, width):
    """A letter that shaping does not change has the glyph number that its font's own table gives it."""
    block = engine.shape(text, style, width)
    for run in runs_of(block):
        numbers = glyph_numbers(engine.font_file(run.font))
        for letter, glyph in zip(run.texts, run.glyphs, strict=True):
            is_mirrored = run.right_to_left and letter == "≤"
            if len(letter) == 1 and letter in "klanté2061жλ→●≤✗“”" and not is_mirrored:
                assert glyph in (numbers.get(letter), 0)
                assert glyph or block.missing


def test_the_same_text_gives_the_same_block_in_another_engine(engine):
    text = "".join(PIECES)
    assert QtTextEngine(system_fonts=False).shape(text, STYLE, 90.0) == engine.shape(text, STYLE, 90.0)


@pytest.mark.parametrize("text", ["", " ", "\n", "a\x00b", "\ud800", "\u202e", "\u2067abc", "\ufffe", "a\tb"])
def test_odd_characters_are_taken_as_they_come(engine, text):
    block = engine.shape(text, STYLE, 50.0)
    assert "".join(line.text + line.end for line in block.lines) == text
    assert block.height >= STYLE.size * STYLE.leading * 0.999


@pytest.mark.parametrize("width", [None, 200.0, 20.0])
def test_letters_after_a_soft_hyphen_keep_their_own_glyphs(engine, width):
    """Qt counts hidden hyphens but does not give their glyphs."""
    numbers = glyph_numbers(engine.font_file("NotoSans_400Regular"))
    block = engine.shape("ab\u00adklant\u00adreis", STYLE, width)
    drawn = [pair for run in runs_of(block) for pair in zip(run.texts, run.glyphs, strict=True)]
    assert [glyph for text, glyph in drawn if text != "\u00ad"] == [numbers[text] for text in "abklantreis"]


def test_a_soft_hyphen_is_seen_where_a_line_ends_and_nowhere_else(engine):
    hyphen = glyph_numbers(engine.font_file("NotoSans_400Regular"))["-"]
    block = engine.shape("klant\u00adreis\u00adkaart", STYLE, 50.0)
    assert [line.text for line in block.lines] == ["klant\u00adreis\u00ad", "kaart"]
    assert [run.glyphs.count(hyphen) for run in runs_of(block)] == [1, 0]
    assert runs_of(block)[0].glyphs[-1] == hyphen
