"""The pages of the worked case as a reader has them: large enough, within margins, readable in grey."""

import io

import pypdfium2
import pytest

from helpers import engines
from helpers.cases import case
from helpers.page_objects import overlapping, page_objects
from helpers.pdf_text import pdf_of
from rondo.brief.setting import BOTTOM, HEAD, SIDE
from rondo.brief.write import BriefOptions, brief_pdf
from rondo.figures.theme import load as load_theme
from rondo.text.shaped import Style

ENGINE = engines.system_engine()
LEAST = 7.0
LOOKS = [
    (preset, paper, language, theme, landscape)
    for preset in ("board", "working-paper")
    for paper, language, theme, landscape in (
        ("a4", "en", "light", False),
        ("a4", "nl", "print", False),
        ("letter", "te", "light", False),
        ("a4", "te", "print", True),
        ("a3", "nl", "light", True),
    )
]


@pytest.mark.parametrize(("preset", "paper", "language", "theme", "landscape"), LOOKS)
def test_worked_case_when_written_then_no_text_is_small_outside_or_over_another(
    preset, paper, language, theme, landscape
):
    pdf = brief_pdf(case(), ENGINE, BriefOptions(preset, paper, landscape, language, theme))
    drawn = [text for text in page_objects(pdf) if text.is_drawn]
    assert len(drawn) > 150
    for text in drawn:
        left, bottom, right, top = text.box
        width, height = text.paper
        assert text.size >= LEAST - 0.01, text
        assert left >= SIDE - 2 and right <= width - SIDE + 2, text
        assert bottom >= BOTTOM - 3 and top <= height - HEAD + 12, text
    assert overlapping(drawn) == []


def test_overlap_when_a_text_stands_over_another_then_it_is_found():
    block = ENGINE.shape("Two words", Style(12))
    apart = list(page_objects(pdf_of(ENGINE, [block, block])))
    assert len(apart) == 2 and overlapping(apart) == []
    moved = [apart[0], apart[0]]
    assert len(overlapping(moved)) == 1


def test_small_text_when_drawn_smaller_by_the_page_then_its_size_on_paper_is_told():
    (text,) = page_objects(pdf_of(ENGINE, [ENGINE.shape("Eleven", Style(11))]))
    assert text.size == pytest.approx(11) and text.text.strip() == "Eleven"


@pytest.mark.parametrize("preset", ["board", "working-paper"])
def test_print_theme_when_seen_in_grey_then_text_is_dark_and_its_ground_is_light(preset):
    """Every page has ink that is nearly black, and most of it stays nearly white."""
    pdf = brief_pdf(case(), ENGINE, BriefOptions(preset, theme="print"))
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    seen = 0
    for page in document:
        grey = page.render(scale=0.7, grayscale=True).to_pil()
        shades = grey.histogram()
        total = sum(shades)
        assert sum(shades[:110]) > 0.001 * total
        assert sum(shades[235:]) > 0.7 * total
        seen += 1
    assert seen == len(document) >= 2
    document.close()


@pytest.mark.parametrize("theme", ["light", "print"])
def test_inks_when_turned_grey_then_they_stand_off_white(theme):
    """Contrast of every ink a text has, seen in grey, is at least 4.5 to 1 on white."""
    colours = load_theme(theme)
    for role in ("ink", "ink-secondary"):
        assert contrast_with_white(colours[role]) >= 4.5, role


def contrast_with_white(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)
