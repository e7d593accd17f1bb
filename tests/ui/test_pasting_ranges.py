"""A range of a spreadsheet becomes steps: headings in three languages, messy cells, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park
from rondo.strategy.framework.whole import load
from rondo.ui.canvas.pasting import meaning
from rondo.ui.canvas.pasting.headings import headings_of
from rondo.ui.canvas.pasting.said import said_of
from rondo.ui.canvas.pasting.table import read_table
from rondo.ui.ranges.cells import rows_of
from rondo.words import LANGUAGES, Words
from rondofile.enums import Actor, LaneRole, MarkKind, Phase, StepKind
from rondofile.kinds import EditKind
from rondofile.records import Step

HEADED = (
    "Journey of a visit\t\t\t\t\t\t\t\n"
    "Phase\tStep\tTeam\tWho\tFeeling\tDuration (h)\tPain points\tColour\n"
    'Awareness\t"See the poster\non the bus"\tStreet\tcustomer\tokay-ish\t1,5\t"too far\n- no price"\tred\n'
    "\tAsk a friend\t\tClient\t😀\t2\t\t\n"
    "\t\t\t\t\t\t\t\n"
    "Purchase\tBook\tDesk\tus\t-2\tca. 3\t\t\n"
    "Moon\tGive up\tDesk\tboth\t+1\t1:30\t\t\n"
)


def test_rows_with_headings_are_steps_with_their_fields() -> None:
    table = read_table(HEADED)
    assert table is not None and len(table.rows) == 4
    poster, friend, book, moon = table.rows
    assert (poster.title, poster.phase, poster.lane) == (
        "See the poster on the bus",
        Phase.RECOGNIZE,
        "Street",
    )
    assert (poster.actor, poster.feeling, poster.minutes) == (Actor.CUSTOMER, None, 90)
    assert poster.pains == ("too far", "no price")
    assert (friend.phase, friend.lane, friend.feeling) == (Phase.RECOGNIZE, "Street", 1), "as merged cells"
    assert (book.phase, book.lane, book.actor, book.minutes) == (Phase.REQUEST, "Desk", Actor.FIRM, 180)
    assert (moon.phase, moon.actor, moon.minutes) == (None, Actor.BOTH, 90)
    assert [(one.row, one.heading, one.text) for one in table.strange] == [
        (3, "Feeling", "okay-ish"),
        (7, "Phase", "Moon"),
    ]
    assert table.left == ("Colour",) and not table.linked


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (["Stap", "Fase", "Baan", "Wie", "Gevoel", "Minuten"], "title phase lane actor feeling minutes"),
        (["అడుగు", "దశ", "వరుస", "ఎవరు", "భావన", "నిమిషాలు"], "title phase lane actor feeling minutes"),
        (["#", "", "Customer Action", "STAGE:", "Touchpoint channel"], "number title phase channel"),
        (["What it is", "Phase", "Emotion"], "title phase feeling"),
        (["Step", "Waiting time [min]", "Next step"], "title wait next"),
    ],
)
def test_headings_are_known_in_three_languages(row: list[str], fields: str) -> None:
    found = headings_of(row)
    assert found is not None and [one.field.value for one in found.values()] == fields.split()


@pytest.mark.parametrize(
    "text",
    [
        "Ask a friend\nThink it over",
        "Search, compare, note\nBook",
        "one\tmore\n\ttwo\tmore",
        "Step\nBook\nPay",
        "",
        "\t\n\t",
        "Step\tPhase\n\t\n",
    ],
)
def test_what_has_no_headings_or_no_steps_is_no_table(text: str) -> None:
    assert read_table(text) is None


@pytest.mark.parametrize("mark", ["\t", ",", ";"])
def test_next_is_found_by_title_by_number_and_by_place(mark: str) -> None:
    rows = [
        ["id", "step", "next"],
        ["a1", "Look", '"b7, Pay"' if mark != "\t" else "b7, Pay"],
        ["b7", "Book", "3"],
        ["c", "Pay", "nowhere"],
    ]
    table = read_table("# a remark\n" * (mark != "\t") + "\n".join(mark.join(row) for row in rows))
    assert table is not None and table.linked
    assert [row.after for row in table.rows] == [(1, 2), (2,), ()]
    assert [one.text for one in table.strange] == ["nowhere"]


def test_cells_come_apart_as_spreadsheets_mean_them() -> None:
    assert rows_of('a\t"b\nc ""d"""\r\ne\tf\x0bg\r\n') == [["a", 'b\nc "d"'], ["e", "f\x0bg"]]
    assert rows_of('a\t"open\nc\td') == [["a", '"open'], ["c", "d"]], "nobody closed it"


@pytest.mark.parametrize(
    ("text", "unit", "minutes"),
    [
        ("35", "", 35),
        ("1,5", "hours", 90),
        ("2 uur", "", 120),
        ("3 రోజులు", "", 4320),
        ("~10 min", "", 10),
        ("0:45", "", 45),
        ("1 h 30 min", "", 90),
        ("a while", "", None),
        ("5-10 min", "", None),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, unit: str, minutes: float | None) -> None:
    assert meaning.minutes_of(text, unit) == minutes


def test_every_name_of_the_framework_is_understood_in_every_language() -> None:
    for language in LANGUAGES:
        framework = load(language)
        assert [meaning.phase_of(framework.name(one)) for one in Phase] == list(Phase)
        assert [meaning.actor_of(framework.name(one)) for one in Actor] == list(Actor)
        assert [meaning.kind_of(framework.name(one)) for one in StepKind] == list(StepKind)
        assert meaning.role_of(framework.name(LaneRole.CUSTOMER)) is LaneRole.CUSTOMER
        feelings = [Words(language)(f"fields.feeling.{one}") for one in range(-2, 3)]
        assert [meaning.feeling_of(one, False) for one in feelings] == [-2, -1, 0, 1, 2]
    assert meaning.phase_of("2. Consideration") is Phase.REQUEST and meaning.phase_of("3") is Phase.RESPOND
    assert meaning.role_of("Rides") is LaneRole.FIRM


def test_feelings_from_one_to_five_are_read_as_such() -> None:
    table = read_table("Step\tMood\nA\t1\nB\t3\nC\t5\nD\t\n")
    assert table is not None and [row.feeling for row in table.rows] == [-2, 0, 2, None]
    assert table.one_to_five and "1 to 5" in said_of(table, 0, 0, Words("en"))
    plain = read_table("Step\tMood\nA\t-1\nB\t2\nC\t7\n")
    assert plain is not None and [row.feeling for row in plain.rows] == [-1, 2, None]


def test_what_is_said_names_steps_lanes_and_what_was_not_understood() -> None:
    table = read_table(HEADED)
    assert table is not None
    assert said_of(table, 2, 1, Words("en")) == (
        "Pasted: 4 steps and 2 new lanes. 1 of them waits in the inbox. "
        "2 cells were not understood: row 3 Feeling “okay-ish” and row 7 Phase “Moon”. "
        "The column “Colour” was left out."
    )
    for language in LANGUAGES:
        assert "{" not in said_of(table, 1, 2, Words(language))


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def paste(canvas: Canvas, text: str) -> None:
    QApplication.clipboard().setText(text)
    canvas.desk.actions["edit.paste"].trigger()
    canvas.settle()


def test_a_pasted_range_is_one_step_of_history_with_lanes_and_pains(canvas: Canvas) -> None:
    before = canvas.project
    paste(canvas, HEADED)
    named = canvas.steps()
    poster, book = named["See the poster on the bus"], named["Book"]
    lanes = {lane.name: lane for lane in canvas.project.lanes_of(canvas.scene.journey or "")}
    assert (poster.lane, book.lane) == (lanes["Street"].id, lanes["Desk"].id)
    assert (poster.minutes, book.feeling, book.actor) == (90, -2, Actor.FIRM)
    pains = [mark.text for mark in canvas.project.marks_of(poster.id) if mark.kind is MarkKind.PAIN]
    assert pains == ["too far", "no price"]
    assert len(canvas.chosen()) == 4 and canvas.next_undo is EditKind.PASTE
    assert len(canvas.links()) == len(before.links_of(canvas.scene.journey or "")), "nobody said what follows"
    assert "2 new lanes" in canvas.notices[-1]
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before


def test_the_notice_offers_to_connect_what_was_pasted(canvas: Canvas) -> None:
    offered = []
    canvas.desk.notices.said.connect(lambda notice: offered.append(dict(notice.actions)))
    paste(canvas, "Step\tPhase\nA1\tRequest\nB1\tRequest\nC1\tRespond\n")
    offered[-1]["Connect them in this order"]()
    canvas.settle()
    assert {("A1", "B1", "next"), ("B1", "C1", "next")} <= canvas.links()
    paste(canvas, "Step\tNext\nA2\tB2\nB2\t\n")
    assert ("A2", "B2", "next") in canvas.links() and offered[-1] == {}


def test_a_range_stands_behind_the_chosen_step_and_in_its_cell_where_it_says_nothing(canvas: Canvas) -> None:
    choose = canvas.steps()["Choose"]
    canvas.desk.selection.choose(Step, choose.id)
    paste(canvas, "Step\tFeeling\nA1\tgood\nB1\tbad\n")
    titles = [step.title for step in canvas.project.steps_of(canvas.scene.journey or "")]
    at = titles.index("Choose")
    assert titles[at : at + 3] == ["Choose", "A1", "B1"]
    made = canvas.steps()["B1"]
    assert (made.phase, made.lane, made.feeling) == (choose.phase, choose.lane, -1)


def test_a_range_without_headings_gives_titles_and_says_how_the_rest_comes_too(canvas: Canvas) -> None:
    paste(canvas, "Look\tsomewhere\nBook\telsewhere\n")
    assert {"Look", "Book"} <= set(canvas.steps())
    assert "heading" in canvas.notices[-1]


def test_two_thousand_rows_are_taken_whole(canvas: Canvas) -> None:
    rows = [f"Step {n}\t{n % 3 + 1}\tTeam {n % 5}\t{n % 5 - 2}\tpain {n}" for n in range(2000)]
    paste(canvas, "\n".join(["Step\tPhase\tLane\tFeeling\tPain", *rows]))
    steps = canvas.project.steps_of(canvas.scene.journey or "")
    assert sum(step.title.startswith("Step ") for step in steps) == 2000
    assert "2,000 steps and 5 new lanes" in canvas.notices[-1]
    assert canvas.next_undo is EditKind.PASTE
