"""What stands in the PDF is found and copied as it was written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.pdf_text import needs_poppler, pdf_of, pdfium_text, poppler_text, words
from rondo.text.shaped import Style

STYLE = Style(11.0)
LEFT_TO_RIGHT = (
    "ప్రధాన వినూత్న పోటీ ప్రయోజనం కోసం నాలుగు రకాల కస్టమర్ అనుభవాలు. స్ట్రాటజీ మరియు 2026 లో (mixed) నిపుణులు",
    "ग्राहक अनुभव के चार प्रकार — स्त्रियों की कक्षा, 12 → 15 दिन।",
    "Vier soorten klantervaringen — één continuüm, e\u0301e\u0301n; Wi-Fi AVAT office ≤ 5 × 3 ● klaar ✓",
    "ภาษาไทย ลูกค้า การเดินทาง ที่นี่ ปู่ น้ำ",
    "Đây là tiếng Việt: ẤỖ ỹ; Ελληνικά κείμενα; Русский текст",
)
RIGHT_TO_LEFT = ("تجربة العميل لا إله السلام عليكم والأعمال", "הלקוח מחכה לתשובה של החברה")
LONG_WORDS = sorted({word for text in LEFT_TO_RIGHT for word in text.split() if len(word) > 3})
NO_FONT = "ক্রেতা অপেক্ষা করছে"
MODES = ((), ("-raw",), ("-layout",))


@needs_poppler
@pytest.mark.parametrize("options", MODES, ids=str)
@pytest.mark.parametrize("text", [*LEFT_TO_RIGHT, NO_FONT])
@pytest.mark.parametrize("width", [None, 150.0])
def test_poppler_reads_every_text_as_it_was_written(engine, tmp_path, text, options, width):
    pdf = pdf_of(engine, [engine.shape(text, STYLE, width)])
    assert words(poppler_text(pdf, tmp_path, *options)) == text


@pytest.mark.parametrize("text", [*LEFT_TO_RIGHT, *RIGHT_TO_LEFT, NO_FONT])
@pytest.mark.parametrize("width", [None, 150.0])
def test_pdfium_reads_every_text_as_it_was_written(engine, text, width):
    assert words(pdfium_text(pdf_of(engine, [engine.shape(text, STYLE, width)]))) == text


@needs_poppler
@pytest.mark.parametrize("options", MODES, ids=str)
def test_mixed_directions_keep_every_word(engine, tmp_path, options):
    """Poppler may move a space or turn the words of a direction around, but letters and words stay."""
    text = "English with שלום עולם two words and تجربة العميل in 2026 لا إله"
    read = words(poppler_text(pdf_of(engine, [engine.shape(text, STYLE)]), tmp_path, *options))
    assert [word for word in text.split() if word not in read] == []
    assert sorted(read.replace(" ", "")) == sorted(text.replace(" ", ""))


@needs_poppler
@pytest.mark.parametrize("options", [(), ("-layout",)], ids=str)
@pytest.mark.parametrize("text", RIGHT_TO_LEFT)
@pytest.mark.parametrize("width", [None, 150.0])
def test_poppler_reads_texts_from_the_right_as_they_were_written(engine, tmp_path, text, options, width):
    pdf = pdf_of(engine, [engine.shape(text, STYLE, width)])
    assert words(poppler_text(pdf, tmp_path, *options)) == text


@needs_poppler
@pytest.mark.parametrize("options", MODES, ids=str)
def test_long_paragraphs_come_back_in_reading_order(engine, tmp_path, options):
    paragraphs = [
        " ".join(f"{start}{number} klant wacht op het antwoord" for number in range(60)) for start in "abc"
    ]
    pdf = pdf_of(engine, [engine.shape(text, STYLE, 300.0) for text in paragraphs])
    assert words(poppler_text(pdf, tmp_path, *options)) == " ".join(paragraphs)
    assert words(pdfium_text(pdf)) == " ".join(paragraphs)


@needs_poppler
@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.sampled_from(LONG_WORDS), min_size=3, max_size=30).map(" ".join),
    st.sampled_from([None, 90.0, 200.0]),
)
def test_any_order_of_words_comes_back(engine, tmp_path_factory, text, width):
    # words wider than the line are broken inside, and then read as two
    block = engine.shape(text, STYLE, width)
    shown = " ".join(line.text for line in block.lines)
    read = words(poppler_text(pdf_of(engine, [block]), tmp_path_factory.mktemp("pdf"), "-raw"))
    assert read == words(shown)
