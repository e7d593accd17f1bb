"""What differs between a window and its file, told by the names that people know."""

from __future__ import annotations

from rondo.ui.files.differences import differences, told
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Criterion, Info, Journey, Lane, Link, Mark, Score, Segment, Step


def test_differences_are_told_by_name_and_by_the_whole_that_people_know() -> None:
    base = [
        Info(id="project", title="Plan"),
        Journey(id="j", name="Today"),
        *(Step(id=f"s{n}", journey="j", title=f"Step {n}", position=n) for n in range(9)),
        Link(id="l", journey="j", source="s0", target="s1"),
        Criterion(id="c", name="Cost"),
    ]
    here = Project.of([*base, Segment(id="ours", name="<b>Ours</b>")])
    there = Project.of(
        [
            *(record for record in base if record.id not in ("s8", "l")),
            Mark(id="m", step="s0", kind="pain", text="Slow"),  # type: ignore[arg-type]
            *(Step(id=f"s{n}", journey="j", title=f"New {n}", position=n) for n in range(1, 8)),
            Lane(id="lane", journey="j", name="Desk"),
            Score(id="score", criterion="c", architecture="connected-producer", score=3.0),  # type: ignore[arg-type]
        ]
    )
    found, words = differences(here, there), Words("en")
    assert [one.noun for one in found] == ["segment", "lane", "step", "link", "criterion"]
    lines = {one.noun: list(told(one, here, there, words)) for one in found}
    assert lines["segment"] == ["Only in this window: <b>Ours</b>"]
    assert lines["lane"] == ["Only in the file: Desk"]
    assert lines["link"] == ["Only in this window: Step 0 → Step 1"]
    assert lines["criterion"] == ["Not the same in both: Cost"]
    assert len(lines["step"]) == 2 and "and 3 more" in lines["step"][0]
    assert lines["step"][1] == "Only in this window: Step 8"
    assert differences(here, here) == ()


def test_another_order_alone_is_told_as_that() -> None:
    one = Project.of([Criterion(id="a", name="A", position=0), Criterion(id="b", name="B", position=1)])
    other = Project.of([Criterion(id="a", name="A", position=1), Criterion(id="b", name="B", position=0)])
    (found,) = differences(one, other)
    assert list(told(found, one, other, Words("en"))) == ["In another order"]
