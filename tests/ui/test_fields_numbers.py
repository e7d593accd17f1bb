"""Numbers, times and dates: read as people write them, kept only where they can be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.answering import leave, shown, type_in
from helpers.desks import open_desk
from rondo.ui.fields import DateField, DurationField, NumberField
from rondo.ui.fields.number import read_duration, say_duration
from rondo.ui.fields.typed import TypedField
from rondo.words import LANGUAGES, Words

pytestmark = pytest.mark.usefixtures("qapp")


def heard(field: TypedField) -> list[Any]:
    """What the field says from now on."""
    said: list[Any] = []
    field.changed.connect(said.append)
    return said


@pytest.mark.parametrize(
    ("language", "typed", "value"),
    [
        ("en", "1,234.5", 1234.5),
        ("en", "12,5", 12.5),
        ("en", "62 %", 62.0),
        ("nl", "1.234,5", 1234.5),
        ("nl", "2.5", 2.5),
        ("nl", "1.000", 1000.0),
        ("te", "12,34,567", 1234567.0),
        ("en", "", None),
    ],
)
def test_a_number_is_read_as_people_of_the_language_write_it(
    tmp_path: Path, language: str, typed: str, value: float | None
) -> None:
    with open_desk(tmp_path, words=Words(language)) as desk:
        assert NumberField(desk, "Size", most=1e9).read(typed) == value


@pytest.mark.parametrize("typed", ["many", "101", "-1", "nan", "1e5"])
def test_what_is_no_number_is_not_kept_and_said_so(tmp_path: Path, typed: str) -> None:
    with open_desk(tmp_path) as desk, shown(field := NumberField(desk, "Share", most=100)) as window:
        field.set_value(20.0)
        said = heard(field)
        type_in(field, typed)
        leave(window)
        assert said == [] and field.value() == 20.0
        assert field.hint == desk.words("fields.number_between", least="0", most="100")


@pytest.mark.parametrize(
    ("language", "typed", "minutes"),
    [
        ("en", "35 min", 35.0),
        ("en", "35", 35.0),
        ("en", "2 h", 120.0),
        ("en", "1 h 30 min", 90.0),
        ("en", "2h30", 150.0),
        ("en", "6 weeks", 60_480.0),
        ("en", "1.5 days", 2_160.0),
        ("nl", "2,5 uur", 150.0),
        ("nl", "6 weken", 60_480.0),
        ("nl", "6 weeks", 60_480.0),
        ("te", "2 గం.", 120.0),
        ("te", "6 వారాలు", 60_480.0),
    ],
)
def test_a_time_is_read_as_people_say_it(language: str, typed: str, minutes: float) -> None:
    assert read_duration(typed, Words(language)) == minutes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "minutes", [0.0, 1.0, 35.0, 95.0, 155.0, 1441.0, 2_880.0, 25_000.0, 60_480.0, 0.25, 1e9]
)
def test_a_time_that_is_written_is_read_back_as_it_was(language: str, minutes: float) -> None:
    words = Words(language)
    assert read_duration(say_duration(minutes, words), words) == pytest.approx(minutes, abs=1e-6)


def test_a_duration_is_kept_in_minutes_and_written_out_when_left(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := DurationField(desk, "How long?")) as window:
        said = heard(field)
        type_in(field, "1,5 h")
        leave(window)
        assert said == [90.0] and field.box.said() == "90 min"
        type_in(field, "soon")
        leave(window)
        assert said == [90.0] and field.hint == desk.words("fields.not_a_duration")
        type_in(field, "")
        leave(window)
        assert said == [90.0, None] and not field.hint


def test_a_date_says_how_it_will_be_written(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := DateField(desk, "Date")) as window:
        said = heard(field)
        type_in(field, "2026-11")
        leave(window)
        assert said == ["2026-11"] and field.hint == "November 2026"
        type_in(field, "in spring")
        leave(window)
        assert said == ["2026-11", "in spring"] and not field.hint
