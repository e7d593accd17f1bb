"""Letters without a font are boxes with a name, never silence and never another font."""

import pytest

from rondo.text.shaped import Style

STYLE = Style(10.0)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("客户旅程", {"Han"}),
        ("ক্রেতা", {"Bengali"}),
        ("ܫܠܡܐ", {"Syriac"}),
        ("한국 かな", {"Hangul", "Hiragana"}),
        ("😀", {"Emoji"}),
        ("a\ue123b", {"Symbols"}),
        ("klant ప్రధాన العميل שלום ลูกค้า ग्राहक ✓", set()),
        ("a\u200db\u2060c\u00add\u2011e\u202ff", set()),
    ],
)
def test_the_scripts_without_a_font_are_named(engine, text, names):
    assert engine.shape(text, STYLE).missing == names


@pytest.mark.parametrize("text", ["客户旅程", "ক্রেতা", "ܫܠܡܐ", "👩‍👩‍👧"])
def test_a_letter_without_a_font_is_a_box_of_the_style_s_own_font(engine, text):
    block = engine.shape(f"ab {text}", Style(10.0, weight=600))
    runs = [run for line in block.lines for run in line.runs]
    assert {run.font for run in runs} == {"NotoSans_600SemiBold"}
    assert [glyph for run in runs for glyph in run.glyphs].count(0) >= 1
    assert sorted("".join(part for run in runs for part in run.texts)) == sorted(f"ab {text}")


def test_letters_that_read_from_the_right_do_so_as_boxes_too(engine):
    (run,) = engine.shape("ܫܠܡܐ", STYLE).lines[0].runs
    assert run.right_to_left and run.texts == ("ܐ", "ܡ", "ܠ", "ܫ")
