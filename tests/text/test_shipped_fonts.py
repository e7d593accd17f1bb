"""The shipped fonts are the files their list says, each with its licence."""

import hashlib
import io
import struct
import unicodedata

import pytest
from fontTools.ttLib import TTFont

import rondo_resources
from rondo.text import sfnt
from rondo.text.shipped import fallback_order, shipped_fonts

ON_MAPS = "●○◐△□→←↑↓↔✓✗⇢★⚠•…–—−×≤≥≠≈∑€₹“”‘’"


@pytest.mark.parametrize("font", shipped_fonts(), ids=lambda font: font.key)
def test_a_shipped_file_is_what_the_list_says(font):
    data = font.read()
    opened = TTFont(io.BytesIO(data), checkChecksums=2)
    assert hashlib.sha256(data).hexdigest() == font.sha256
    assert opened["OS/2"].usWeightClass == font.weight
    assert bool(opened["OS/2"].fsSelection & 1) == font.italic
    measured = opened["hhea"].ascent, -opened["hhea"].descent, opened["head"].unitsPerEm
    assert measured == (font.ascent * measured[2], font.descent * measured[2], measured[2])
    assert opened["name"].getDebugName(5).startswith(f"Version {font.version}")
    assert "fvar" not in opened and "glyf" in opened
    assert "SIL OPEN FONT LICENSE" in rondo_resources.read_text(f"fonts/{font.licence}")


def test_nothing_unlisted_is_shipped_and_all_is_small_enough():
    listed = {f"fonts/{font.file}" for font in shipped_fonts()}
    assert listed == set(rondo_resources.names("fonts", ".ttf"))
    assert sum(len(font.read()) for font in shipped_fonts()) < 7 * 2**20


def test_every_sign_that_figures_use_has_a_shipped_font():
    covered = set()
    for font in shipped_fonts():
        covered |= set(TTFont(io.BytesIO(font.read()), lazy=True).getBestCmap())
    lacking = [unicodedata.name(sign) for sign in ON_MAPS if ord(sign) not in covered]
    assert lacking == []


@pytest.mark.parametrize(
    ("family", "weight", "italic", "key"),
    [
        ("sans", 400, False, "NotoSans_400Regular"),
        ("sans", 400, True, "NotoSans_400Regular_Italic"),
        ("sans", 600, False, "NotoSans_600SemiBold"),
        ("sans", 900, False, "NotoSans_700Bold"),
        ("sans", 700, True, "NotoSans_700Bold"),
        ("serif", 600, False, "NotoSerif_600SemiBold"),
        ("serif", 300, False, "NotoSerif_400Regular"),
    ],
)
def test_the_nearest_font_of_the_family_comes_first(family, weight, italic, key):
    order = fallback_order(family, weight, italic)
    assert order[0].key == key
    assert len({font.family for font in order}) == len(order) == len({f.family for f in shipped_fonts()})


def test_a_font_taken_apart_and_built_again_is_whole():
    data = shipped_fonts()[0].read()
    built = sfnt.build(sfnt.tables(data))
    before, after = sfnt.tables(data), sfnt.tables(built)
    assert {tag: after[tag] for tag in after if tag != "head"} == {
        tag: before[tag] for tag in before if tag != "head"
    }
    assert sum(struct.unpack(f">{len(built) // 4}L", built)) & 0xFFFFFFFF == 0xB1B0AFBA
    TTFont(io.BytesIO(built), checkChecksums=2).getBestCmap()


def test_an_alias_has_the_same_glyphs_under_another_name():
    font = next(font for font in shipped_fonts() if font.italic)
    alias = TTFont(io.BytesIO(sfnt.alias(font.read(), "Another Name")))
    original = TTFont(io.BytesIO(font.read()))
    assert alias["name"].getBestFamilyName() == "Another Name"
    assert (alias["OS/2"].usWeightClass, alias["head"].macStyle) == (400, 0)
    assert alias.getBestCmap() == original.getBestCmap()
    assert alias.reader["glyf"] == original.reader["glyf"]
    assert alias.reader["GSUB"] == original.reader["GSUB"]


def test_what_is_no_font_is_refused():
    with pytest.raises(ValueError, match="one face"):
        sfnt.tables(b"ttcf" + bytes(40))
