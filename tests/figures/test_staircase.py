"""The stairs of trust as a picture: each higher than the one before, nothing cut, what is missing asked."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from helpers.engines import engine
from helpers.matrices import worked_case
from rondo.figures.bounds import Box, bounds, everything
from rondo.figures.permissions.staircase import NARROWEST, RISE, staircase_figure
from rondo.figures.shapes import Arrow, Figure, Group, Line, Text
from rondo.figures.theme import load
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Permission


def drawn(project: Project, width: float = 493.0, language: str = "en", look: str = "light") -> Figure:
    return staircase_figure(project, words=Words(language), theme=load(look), engine=engine(), width=width)


def boxes(figure: Figure, begins: str) -> dict[str, Box]:
    groups = [shape for shape in everything(figure.shapes) if isinstance(shape, Group)]
    return {g.id: box for g in groups if g.id.startswith(begins) and (box := bounds(g)) is not None}


def with_stairs(count: int) -> Project:
    """The worked case with so many stairs."""
    case = worked_case()
    first = case.all(Permission)[0]
    rows = [replace(first, id=f"p{n}", position=n) for n in range(count)]
    others = [record for record in case.records() if not isinstance(record, Permission)]
    return Project.of([*others, *rows])


def test_every_stair_is_higher_than_the_one_before_and_stands_on_the_same_ground() -> None:
    found = list(boxes(drawn(worked_case()), "permission-").values())
    assert len(found) == 3
    tops, grounds = [box[1] for box in found], {round(box[3], 2) for box in found}
    assert len(grounds) == 1
    assert [round(a - b, 2) for a, b in pairwise(tops)] == [RISE, RISE]


@pytest.mark.parametrize("language", ["en", "nl", "te"])
@pytest.mark.parametrize("width", [240.0, 493.0, 900.0])
def test_no_text_leaves_its_stair_and_no_stair_the_figure(language: str, width: float) -> None:
    looked = 0
    figure = drawn(with_stairs(9), width, language)
    for group in figure.shapes:
        if not isinstance(group, Group):
            continue
        frame = bounds(group.shapes[0])
        assert frame is not None
        assert frame[0] >= -0.1 and frame[2] <= width + 0.1 and frame[3] <= figure.height + 0.1
        for text in group.shapes:
            box = bounds(text) if isinstance(text, Text) else None
            if box is not None:
                assert box[0] >= frame[0] and box[2] <= frame[2] + 0.1
                assert box[1] >= frame[1] and box[3] <= frame[3] + 0.1
                looked += 1
    assert looked > 60


def test_many_stairs_stand_in_flights_that_do_not_touch() -> None:
    found = list(boxes(drawn(with_stairs(9)), "permission-").values())
    assert len(found) == 9
    assert len({round(box[3]) for box in found}) > 1
    assert all(box[2] - box[0] >= NARROWEST for box in found)
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart


def test_what_comes_back_leads_to_what_is_asked_next_and_a_missing_answer_is_asked() -> None:
    figure = drawn(worked_case())
    assert sum(isinstance(shape, Arrow) for shape in figure.shapes) == 2
    first = worked_case().all(Permission)[0]
    poor = replace(first, gives_back="", refusal="")
    project = worked_case().replaced({"permission": {first.id: (first, poor)}})
    texts = [s.block.text for s in everything(drawn(project).shapes) if isinstance(s, Text)]
    assert "What do they get for it?" in texts
    assert "What happens to those who say no?" in texts


def test_how_far_a_permission_has_come_is_a_line_and_a_word_not_a_colour_alone() -> None:
    figure = drawn(worked_case(), look="print")
    groups = [g for g in figure.shapes if isinstance(g, Group) and g.role == "permission"]
    treads = [next(s for s in group.shapes if isinstance(s, Line)).stroke for group in groups]
    assert len({(tread.width, tread.dash) for tread in treads}) == 3
    said = [group.title for group in groups]
    assert all(word in text for word, text in zip(("given", "asked", "not asked yet"), said, strict=True))


def test_without_a_stair_there_is_a_question_and_what_the_redesign_uses() -> None:
    figure = drawn(with_stairs(0))
    texts = [s.block.text for s in everything(figure.shapes) if isinstance(s, Text)]
    assert any(text.startswith("Nothing is asked for yet") for text in texts)
    assert boxes(figure, "item-")
