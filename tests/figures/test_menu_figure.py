"""A menu as a picture: rows without a rank, cards and rules that do not touch, a way out asked for."""

from __future__ import annotations

import random

import pytest

from helpers.engines import engine
from helpers.matrices import worked_case
from rondo.figures.bounds import Box, bounds, everything
from rondo.figures.menus.menu_figure import menu_figure
from rondo.figures.shapes import Arrow, Figure, Group, Text
from rondo.figures.theme import load
from rondo.strategy.framework.whole import load as load_framework
from rondo.words import Words
from rondofile.enums import Architecture, Experience
from rondofile.project import Project
from rondofile.records import Menu, MenuChoice, MenuRule, Placement


def drawn(project: Project, menu: str, width: float = 493.0, language: str = "en") -> Figure:
    return menu_figure(
        project,
        menu,
        framework=load_framework(language),
        words=Words(language),
        theme=load("light"),
        engine=engine(),
        width=width,
    )


def boxes(figure: Figure, begins: str) -> dict[str, Box]:
    groups = [shape for shape in everything(figure.shapes) if isinstance(shape, Group)]
    return {g.id: box for g in groups if g.id.startswith(begins) and (box := bounds(g)) is not None}


def touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def chance(seed: int) -> Project:
    """A menu of four offers in rows by chance, with rules by chance."""
    dice = random.Random(seed)
    rows = [*Experience, None]
    offers = [
        Placement(
            id=f"o{n}",
            position=n,
            offer=dice.choice(("Plan", "A plan that fits all who come along", "We act before you ask")),
            experience=dice.choice(rows),
            architecture=Architecture.CONNECTED_PRODUCER,
        )
        for n in range(4)
    ]
    pairs = [(a.id, b.id) for a in offers for b in offers if a is not b]
    rules = [
        MenuRule(
            id=f"r{n}",
            menu="m",
            position=n,
            source=a,
            target=b,
            condition=dice.choice(("", "any time", "when they have trusted us for a whole year with this")),
            asks_first=dice.choice((True, False, None)),
        )
        for n, (a, b) in enumerate(dice.sample(pairs, 6))
    ]
    choices = [MenuChoice(id=f"c{n}", menu="m", placement=o.id, position=n) for n, o in enumerate(offers)]
    return Project.of([*offers, Menu(id="m", name="By chance"), *choices, *rules])


def test_offers_stand_in_their_rows_and_every_rule_is_an_arrow_with_its_words() -> None:
    figure = drawn(worked_case(), "m-families")
    cards, rows = boxes(figure, "placement-"), boxes(figure, "row-")
    assert len(cards) == 3
    assert len(boxes(figure, "rule-")) == 4
    assert sum(isinstance(shape, Arrow) for shape in figure.shapes) == 4
    case = worked_case()
    for key, box in cards.items():
        row = rows[f"row-{case.get(Placement, key.removeprefix('placement-')).experience}"]
        assert row[1] <= box[1] and box[3] <= row[3]
    said = [g.title for g in figure.shapes if isinstance(g, Group) and g.role == "rule"]
    assert any(text.endswith("Any time, with one tap (without asking)") for text in said)


def test_rows_are_equal_in_ground_and_letters_so_that_none_ranks_above_another() -> None:
    figure = drawn(worked_case(), "m-families")
    rows = [g for g in figure.shapes if isinstance(g, Group) and g.role == "row"]
    assert len(rows) == 4
    looks = {
        tuple((type(s).__name__, getattr(s, "fill", None), getattr(s, "colour", None)) for s in r.shapes)
        for r in rows
    }
    assert len(looks) == 1
    assert len({bounds(row.shapes[0])[0] for row in rows if bounds(row.shapes[0])}) == 1  # type: ignore[index]


@pytest.mark.parametrize("language", ["en", "te"])
@pytest.mark.parametrize("seed", range(8))
def test_no_card_covers_another_or_a_rule_and_nothing_leaves_the_figure(seed: int, language: str) -> None:
    figure = drawn(chance(seed), "m", language=language)
    cards, rules = list(boxes(figure, "placement-").values()), list(boxes(figure, "rule-").values())
    assert len(cards) == 4 and len(rules) == 6
    for at, box in enumerate(cards):
        assert box[0] >= 0 and box[2] <= figure.width and box[3] <= figure.height
        assert not any(touch(box, other) for other in cards[at + 1 :])
        assert not any(touch(box, other) for other in rules)
    for at, box in enumerate(rules):
        assert box[0] >= 0 and box[2] <= figure.width
        assert not any(touch(box, other) for other in rules[at + 1 :])


@pytest.mark.parametrize("seed", range(6))
def test_an_arrow_crosses_no_card(seed: int) -> None:
    figure = drawn(chance(seed), "m")
    cards = [(b[0] + 1, b[1] + 1, b[2] - 1, b[3] - 1) for b in boxes(figure, "placement-").values()]
    looked = 0
    for arrow in (shape for shape in figure.shapes if isinstance(shape, Arrow)):
        for (x1, y1), (x2, y2) in zip(arrow.points, arrow.points[1:], strict=False):
            line = (min(x1, x2), min(y1, y2), max(x1, x2) + 0.01, max(y1, y2) + 0.01)
            assert not any(touch(line, card) for card in cards)
            looked += 1
    assert looked == 18


def test_an_offer_that_acts_without_a_way_out_asks_for_one() -> None:
    project = Project.of(
        [
            Placement(id="o", offer="Switched for you", experience=Experience.AUTOMATIC_EXECUTION),
            Menu(id="m", name="Switch"),
            MenuChoice(id="c", menu="m", placement="o"),
        ]
    )
    texts = [s.block.text for s in everything(drawn(project, "m").shapes) if isinstance(s, Text)]
    assert "No way out yet: pause, undo, switch?" in texts
    assert "No way out yet: pause, undo, switch?" not in [
        s.block.text for s in everything(drawn(worked_case(), "m-families").shapes) if isinstance(s, Text)
    ]
