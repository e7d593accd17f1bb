"""Steps that are taken out of a chain leave a chain behind; at a fork nobody guesses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park
from rondo.ui.canvas.editing.bridging import bridges
from rondofile.enums import LinkKind
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Journey, Link, Step


def drawn(ways: str, kind: LinkKind = LinkKind.NEXT) -> Project:
    """A journey of steps with letters for names: "ab bc" leads from a to b and from b to c."""
    letters = sorted(set(ways.replace(" ", "")))
    return Project.of(
        [
            Journey(id="j", name="J"),
            *(Step(id=one, journey="j", title=one, position=at) for at, one in enumerate(letters)),
            *(
                Link(id=f"{a}-{b}", journey="j", source=a, target=b, position=at, kind=kind)
                for at, (a, b) in enumerate(ways.split())
            ),
        ]
    )


@pytest.mark.parametrize(
    ("ways", "gone", "joined"),
    [
        ("ab bc cd", "b", {"a": "c"}),
        ("ab bc cd", "bc", {"a": "d"}),
        ("ab bc cd de", "bd", {"a": "c", "c": "e"}),
        ("ab bc", "a", {}),
        ("ab bc", "c", {}),
        ("ab bc ac", "b", {}),
        ("ab cb bd", "b", {}),
        ("ab bc bd", "b", {}),
        ("ab ba", "b", {}),
        ("ab bc cb", "bc", {}),
        ("ab bc cd ec", "bc", {}),
    ],
)
def test_a_gap_is_closed_where_one_way_led_in_and_one_led_out(
    ways: str, gone: str, joined: dict[str, str]
) -> None:
    assert bridges(drawn(ways), "j", list(gone)) == joined


def test_only_what_happens_next_makes_a_way() -> None:
    assert bridges(drawn("ab bc", LinkKind.INFORMATION), "j", ["b"]) == {}


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


WISH, NOTICE, COMPARE = (
    "Wish for a holiday together",
    "Notice that good dates are going",
    "Compare dates, hotels and rides",
)


def test_deleting_a_step_keeps_the_way_whole_in_one_step_of_history(canvas: Canvas) -> None:
    before = canvas.project
    canvas.click(canvas.steps()[NOTICE].id)
    canvas.key(Qt.Key.Key_Delete)
    assert (WISH, COMPARE, "next") in canvas.links() and NOTICE not in canvas.steps()
    assert canvas.next_undo is EditKind.DELETE_STEPS
    assert WISH in canvas.notices[-1] and COMPARE in canvas.notices[-1]
    assert [canvas.step(key).title for key in canvas.chosen()] == [WISH]
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before


def test_whoever_wants_the_gap_can_have_it(canvas: Canvas) -> None:
    offered = []
    canvas.desk.notices.said.connect(lambda notice: offered.append(dict(notice.actions)))
    canvas.click(canvas.steps()[NOTICE].id)
    canvas.key(Qt.Key.Key_Delete)
    offered[-1]["Leave the gap"]()
    canvas.settle()
    assert (WISH, COMPARE, "next") not in canvas.links()
    offered[-1]["Leave the gap"]()
    canvas.settle()
