"""The matrix: complete, whole, true to the project, and as small as a page needs it."""

from __future__ import annotations

from itertools import combinations

import pytest

from helpers.matrices import (
    Offers,
    assert_sound,
    box,
    cards,
    drawn,
    groups,
    holds,
    inside,
    said,
    texts,
    worked_case,
)
from rondo.figures.shapes import Arrow, Ellipse, Figure, Path, Rect, Shape, Text
from rondo.strategy.framework import whole as framework
from rondo.words import Words
from rondofile.enums import Architecture, CardKind, Experience, PlacementState, PlayerKind
from rondofile.records import Placement, Reading

OFF_GRID = "Not connected yet"


def test_worked_case_drawn_for_a_page_is_as_high_as_a_page_allows() -> None:
    figure = drawn(worked_case())
    assert_sound(figure)
    assert (figure.width, figure.height) == (487.0, pytest.approx(580, abs=20))
    assert_sound(small := drawn(worked_case(), detail="small"))
    assert 200 < small.height <= 330
    assert len(cards(small)) == len(cards(figure)) == len(worked_case().all(Placement)) > 10


@pytest.mark.parametrize("language", ["en", "nl", "te"])
@pytest.mark.parametrize("detail", ["offers", "names", "small"])
@pytest.mark.parametrize("width", [487.0, 729.0, 1100.0])
def test_worked_case_is_sound_in_every_language_and_width(language: str, detail: str, width: float) -> None:
    figure = drawn(worked_case(), language=language, detail=detail, width=width)
    assert figure.width == width
    assert_sound(figure)


def test_every_cell_is_a_group_named_by_its_row_and_column() -> None:
    found = groups(drawn(worked_case()))
    names = framework.load("en")
    for architecture in Architecture:
        column = names.name(architecture)
        for experience in Experience:
            title = f"{names.name(experience)} × {column}"
            assert found[f"cell-{experience}-{architecture}"].title == title
        assert found[f"cell-none-{architecture}"].title == f"{OFF_GRID} × {column}"
    assert found["cell-none"].title == OFF_GRID
    assert sum(key.startswith("cell-") for key in found) == 26


def test_every_offer_stands_once_in_the_cell_it_was_placed_in() -> None:
    project = worked_case()
    figure = drawn(project)
    found, places = groups(figure), cards(figure)
    assert sorted(places) == sorted(placement.id for placement in project.all(Placement))
    for placement in project.all(Placement):
        cell = found[f"cell-{placement.experience or 'none'}-{placement.architecture}"]
        card = found[f"placement-{placement.id}"]
        assert card in cell.shapes
        assert card.title == placement.offer == said([card])[0]
        assert holds(box(cell.shapes[0]), places[placement.id])


def test_offer_connected_to_nobody_nowhere_stands_in_the_band_below_the_five_places() -> None:
    offers = Offers()
    loose = [offers.add(None, None) for _ in range(7)]
    below = offers.add(None, Architecture.CONNECTED_RETAILER)
    figure = drawn(offers.project())
    assert_sound(figure)
    found, places = groups(figure), cards(figure)
    band = box(found["cell-none"].shapes[0])
    assert all(holds(band, places[key]) for key in loose)
    assert places[below][3] < band[1]
    assert len({places[key][1] for key in loose}) == 2


def test_offer_with_a_row_but_no_column_is_named_as_left_over() -> None:
    offers = Offers()
    offers.add(Experience.COACH_BEHAVIOR, None, offer="Waits for its column")
    offers.add(Experience.COACH_BEHAVIOR, Architecture.CONNECTED_PRODUCER)
    figure = drawn(offers.project())
    assert figure.left_over == ("Waits for its column",)
    assert list(cards(figure)) == ["offer-1"]


def test_counts_of_cells_and_description_are_those_of_the_project() -> None:
    project = worked_case()
    figure = drawn(project)
    counted = {
        key: int(group.shapes[-1].block.text)
        for key, group in groups(figure).items()
        if key.startswith("cell-") and group.shapes and isinstance(group.shapes[-1], Text)
    }
    wanted: dict[str, int] = {}
    for placement in project.all(Placement):
        key = f"cell-{placement.experience or 'none'}-{placement.architecture}"
        wanted[key] = wanted.get(key, 0) + 1
    assert counted == wanted
    on_grid = [p for p in project.all(Placement) if p.experience]
    cells = {(p.experience, p.architecture) for p in on_grid}
    start = f"{len(project.all(Placement))} offers; {len(on_grid)} of them in {len(cells)} cells"
    assert figure.description.startswith(start)


def test_filters_show_what_they_name_and_nothing_else() -> None:
    project = worked_case()
    ours = {p.id for p in project.all(Placement) if project.player_of(p) == project.own}
    targets = {p.id for p in project.all(Placement) if p.state is PlacementState.TARGET}
    assert project.own is not None and ours and targets
    assert set(cards(drawn(project, players=frozenset({project.own.id})))) == ours
    assert set(cards(drawn(project, states=frozenset({PlacementState.TARGET})))) == targets
    families = set(cards(drawn(project, segment="families")))
    assert {"o-now", "o-touch", "o-three", "o-rain", "o-parents"} == families


def test_no_row_is_drawn_larger_or_darker_than_another() -> None:
    figure = drawn(Offers().project())
    found = groups(figure)
    rows = [found[f"row-{experience}"] for experience in Experience]
    assert len({tuple((t.block.style, t.colour) for t in inside(row, Text)) for row in rows}) == 1
    grounds = [found[f"cell-{e}-{a}"].shapes[0] for e in Experience for a in Architecture]
    looks = {(g.width, g.height, g.fill, g.stroke) for g in grounds if isinstance(g, Rect)}
    assert len(looks) == 1
    assert [box(row)[1] for row in rows] == sorted(box(row)[1] for row in rows)


def test_row_without_offers_stays_low() -> None:
    figure = drawn(worked_case())
    found = groups(figure)
    heights = {e: box(found[f"cell-{e}-connected-producer"].shapes[0]) for e in Experience}
    empty = heights[Experience.COACH_BEHAVIOR]
    full = heights[Experience.CURATED_OFFERING]
    assert empty[3] - empty[1] < 20 < full[3] - full[1]


def test_state_is_said_by_the_legend_or_else_in_words() -> None:
    project = worked_case()
    state = framework.load("en").name(PlacementState.TARGET)
    with_legend, without = drawn(project), drawn(project, legend=False)
    assert said([groups(with_legend)["legend"]]).count(state) == 1
    assert not [line for line in said([groups(with_legend)["placement-o-touch"]]) if state in line]
    assert "legend" not in groups(without)
    assert [line for line in said([groups(without)["placement-o-touch"]]) if line.endswith(state)]


def test_legend_names_what_occurs_and_nothing_else() -> None:
    offers = Offers()
    offers.add(Experience.COACH_BEHAVIOR, Architecture.CONNECTED_PRODUCER, player=PlayerKind.CROWD.value)
    names = framework.load("en")
    legend = groups(drawn(offers.project()))["legend"]
    assert said([legend]) == [names.name(PlacementState.NOW), names.name(PlayerKind.CROWD)]


@pytest.mark.parametrize("detail", ["offers", "small"])
def test_offers_move_from_where_they_stand_today_to_their_target(detail: str) -> None:
    figure = drawn(worked_case(), detail=detail)
    found, places = groups(figure), cards(figure)
    moves = {key: group for key, group in found.items() if key.startswith("move-")}
    assert sorted(moves) == ["move-o-now-o-touch", "move-o-pass-now-o-tonight"]
    for key, group in moves.items():
        now, target = (places[name] for name in _ends(key))
        (arrow,) = inside(group, Arrow)
        assert _on_side(arrow.points[0], now) and _on_side(arrow.points[-1], target)
    assert not [key for key in groups(drawn(worked_case(), movements=False)) if key.startswith("move-")]


def _ends(key: str) -> tuple[str, str]:
    now, target = key.removeprefix("move-o-").split("-o-")
    return f"o-{now}", f"o-{target}"


def _on_side(point: tuple[float, float], card: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = card
    return min(abs(point[0] - left), abs(point[0] - right)) <= 0.9 and top < point[1] < bottom


@pytest.mark.parametrize("detail", ["offers", "small"])
@pytest.mark.parametrize("width", [487.0, 729.0])
def test_arrow_from_any_cell_to_any_other_crosses_no_word(detail: str, width: float) -> None:
    ends = [
        (e, a)
        for e in (Experience.RESPOND_TO_DESIRE, Experience.AUTOMATIC_EXECUTION, None)
        for a in Architecture
    ]
    arrows = 0
    for start, end in combinations(ends, 2):
        for first, second in ((start, end), (end, start)):
            offers = Offers()
            more = {"card_kind": CardKind.SEGMENT, "card_ref": "segment-0"}
            offers.add(*first, **more)
            offers.add(*second, state=PlacementState.TARGET, **more)
            figure = drawn(offers.project(), detail=detail, width=width)
            assert_sound(figure)
            arrows += sum(key.startswith("move-") for key in groups(figure))
    assert arrows == 15 * 14


def test_disputed_offer_is_marked_and_every_other_reading_told() -> None:
    offers = Offers()
    key = offers.add(Experience.RESPOND_TO_DESIRE, Architecture.CONNECTED_MARKET_MAKER, offer="A car now")
    for number, architecture in enumerate((Architecture.CROWD_ORCHESTRATOR, Architecture.CONNECTED_PRODUCER)):
        offers.records.append(
            Reading(
                id=f"reading-{number}",
                position=number,
                placement=key,
                experience=Experience.RESPOND_TO_DESIRE,
                architecture=architecture,
                source=f"Source {number}",
            )
        )
    found = groups(drawn(offers.project()))
    words = Words("en")
    assert said([found[f"placement-{key}"]])[-1] == "?! " + words("matrix_figure.disputed", n="1")
    (note,) = said([found[f"note-{key}"]])
    assert note.startswith("1  A car now")
    assert "Crowd orchestrator (Source 0)" in note and "Connected producer (Source 1)" in note
    small = groups(drawn(offers.project(), detail="small"))
    assert said([small[f"placement-{key}"]])[0] == "A car now ?!"
    assert words("matrix_figure.disputes") in said([small["legend"]])


def test_small_matrix_tells_the_segment_of_our_own_offers_alone() -> None:
    found = groups(drawn(worked_case(), detail="small"))
    assert said([found["placement-o-rain"]]) == ["Dry, near and open now", "First-visit families"]
    assert said([found["placement-o-florida"]]) == ["A band opens room, gate and ride"]


def test_print_tells_states_by_line_and_players_by_sign_without_colour() -> None:
    offers = Offers()
    keys = [
        offers.add(e, Architecture.CONNECTED_PRODUCER, state=s)
        for e, s in zip(Experience, PlacementState, strict=False)
    ]
    kinds = {
        kind: offers.add(Experience.AUTOMATIC_EXECUTION, Architecture.CONNECTED_RETAILER, player=kind.value)
        for kind in PlayerKind
    }
    figure = drawn(offers.project(), look="print")
    found = groups(figure)
    strokes = [inside(found[f"placement-{key}"], Rect)[0].stroke for key in keys]
    assert len({(stroke.width, stroke.dash) for stroke in strokes}) == len(PlacementState) == 3
    signs = {
        kind: _sign(found[f"placement-{key}"].shapes[1], found[f"placement-{key}"])
        for kind, key in kinds.items()
    }
    assert len(set(signs.values())) == len(PlayerKind) == 7
    assert all(_is_grey(colour) for colour in _colours(figure))


def _sign(mark: Shape, card: Shape) -> tuple[object, ...]:
    """The form of a sign, apart from its colour and place."""
    assert isinstance(mark, (Ellipse, Rect, Path))
    left, top, _, _ = box(mark)
    form: tuple[object, ...] = ()
    if isinstance(mark, Path):
        form = tuple(
            (name, *(round(float(n) - (top if i % 2 else left), 1) for i, n in enumerate(numbers)))
            for name, *numbers in mark.commands
        )
    return type(mark).__name__, mark.fill is None, form


def _colours(figure: Figure) -> set[str]:
    colours = {text.colour for text in texts(figure)}
    for shape in (s for group in groups(figure).values() for s in group.shapes):
        fill, stroke = getattr(shape, "fill", None), getattr(shape, "stroke", None)
        colours |= {value for value in (fill, stroke and stroke.colour) if value}
    return colours


def _is_grey(colour: str) -> bool:
    return colour[1:3] == colour[3:5] == colour[5:7]


def test_same_project_gives_the_same_figure() -> None:
    assert drawn(worked_case()) == drawn(worked_case())
