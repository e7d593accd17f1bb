"""Words: numbers, times, dates and lists as people of each language write them."""

import pytest

from rondo.words import LANGUAGES, Words


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 minutes"),
        (1, "1 minute"),
        (35, "35 minutes"),
        (90, "90 minutes"),
        (150, "2.5 hours"),
        (1_440 * 3, "3 days"),
        (10_080 * 17, "17 weeks"),
        (525_600 * 3, "3 years"),
        (float("inf"), "1,000,000 years"),
    ],
)
def test_duration_when_told_then_it_is_in_the_unit_people_say(minutes, said):
    assert Words("en").duration(minutes) == said


@pytest.mark.parametrize(
    ("language", "said"), [("en", "1,234,567.5"), ("nl", "1.234.567,5"), ("te", "12,34,567.5")]
)
def test_number_when_written_then_it_is_grouped_as_in_its_language(language, said):
    assert Words(language).number(1_234_567.5) == said
    assert Words(language).number(-1234) in ("-1,234", "-1.234")


def test_date_when_iso_then_it_is_written_out_and_other_text_stays():
    words = Words("en")
    assert words.date("2026-11-22") == "22 November 2026"
    assert words.date("2026-11") == "November 2026"
    for text in ("2026", "spring", "2026-13", "2026-11-40", "", "22-11-2026"):
        assert words.date(text) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_when_joined_then_the_last_is_joined_by_a_word(language):
    words = Words(language)
    assert words.listed([]) == "" and words.listed(["a"]) == "a"
    assert words.listed(["a", "b", "c"]).startswith("a, b ") and words.listed(["a", "b", "c"]).endswith("c")


def test_message_when_no_language_has_it_then_it_is_an_error_and_never_its_key():
    with pytest.raises(KeyError):
        Words("nl")("no.such.message")


def test_language_when_unknown_then_it_is_english():
    assert Words("tlh").language == "en"
