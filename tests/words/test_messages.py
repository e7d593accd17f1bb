"""Words: messages by key, plural forms, numbers, durations and dates as people of a language write them."""

from __future__ import annotations

import polib
import pytest

import rondo_resources
from rondo.words import LANGUAGES, Words, messages

PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "one.form"
msgstr "Good {time}"

msgid "two.forms"
msgid_plural "two.forms"
msgstr[0] "{n} step in {place}"
msgstr[1] "{n} steps in {place}"
"""


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> Words:
    made = Words()
    monkeypatch.setattr(made, "_catalogue", messages(PO))
    return made


def test_a_message_is_found_by_its_key_and_its_places_are_filled(words: Words) -> None:
    assert words("one.form", time="morning") == "Good morning"
    assert words.places("one.form") == ("time",)


def test_a_message_with_two_forms_follows_the_number(words: Words) -> None:
    assert words.count("two.forms", 1, place="A") == "1 step in A"
    assert [words.count("two.forms", n, place="A") for n in (0, 2, 1.5)] == [
        "0 steps in A",
        "2 steps in A",
        "1.5 steps in A",
    ]


def test_a_message_with_two_forms_is_known_without_a_number(words: Words) -> None:
    assert "two.forms" in words
    assert words.places("two.forms") == ("n", "place")
    assert words("two.forms", n=1, place="A") == "1 step in A"


def test_an_unknown_key_is_an_error_with_and_without_a_number(words: Words) -> None:
    assert "no.such" not in words
    with pytest.raises(KeyError, match=r"no\.such"):
        words("no.such")
    with pytest.raises(KeyError, match=r"no\.such"):
        words.count("no.such", 2)


def test_an_unknown_language_is_english() -> None:
    assert Words("xx").language == "en"
    assert Words("xx")("month.1") == "January"


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("en", 1234567.25, "1,234,567.2"),
        ("nl", 1234567.25, "1.234.567,2"),
        ("te", 1234567.25, "12,34,567.2"),
        ("en", 3.0, "3"),
        ("nl", -0.5, "-0,5"),
        ("te", -100000, "-1,00,000"),
        ("te", 999, "999"),
    ],
)
def test_numbers_are_grouped_as_the_language_groups_them(language: str, value: float, written: str) -> None:
    assert Words(language).number(value) == written


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0.5, "0.5 minutes"),
        (1, "1 minute"),
        (35, "35 minutes"),
        (90, "90 minutes"),
        (150, "2.5 hours"),
        (360, "6 hours"),
        (12 * 1440, "12 days"),
        (60_480, "6 weeks"),
        (2 * 525_600, "2 years"),
    ],
)
def test_a_duration_is_said_in_the_unit_that_people_use(minutes: float, said: str) -> None:
    assert Words().duration(minutes) == said


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026-11-22", "22 November 2026"),
        ("2026-11", "November 2026"),
        ("2026", "2026"),
        ("2026-13", "2026-13"),
        ("2026-11-32", "2026-11-32"),
        ("next spring", "next spring"),
        ("", ""),
    ],
)
def test_a_date_is_written_out_and_any_other_text_is_left_alone(text: str, written: str) -> None:
    assert Words().date(text) == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_and_unit_is_there_in_every_language(language: str) -> None:
    words = Words(language)
    assert len({words.date(f"2026-{month:02}") for month in range(1, 13)}) == 12
    assert len({words.duration(minutes) for minutes in (1, 120, 2880, 60480, 1051200)}) == 5


def test_a_file_says_what_others_read_in_it() -> None:
    hard = (
        PO
        + """
# a remark with "quotes"
msgid "long."
"key"
msgid_plural "long."
"key"
msgstr[0] ""
"One \\"word\\",\\n"
"two lines\\\\"
msgstr[1] "many"

msgid "not.yet"
msgstr ""
"""
    )
    shipped = [name for language in LANGUAGES for name in rondo_resources.names(f"words/{language}", ".po")]
    texts = [hard, *(rondo_resources.read_text(name) for name in shipped)]
    assert len(texts) > 60
    for text in texts:
        entries = [entry for entry in polib.pofile(text) if entry.translated()]
        forms = {e.msgid: tuple(e.msgstr_plural.values()) if e.msgid_plural else (e.msgstr,) for e in entries}
        assert messages(text) == forms
    assert messages(hard)["long.key"] == ('One "word",\ntwo lines\\', "many")
