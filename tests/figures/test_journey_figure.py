"""The journey figure on real maps: complete, inside its bounds, readable, with ids that scripts rely on."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from helpers.journey_figures import MAPS, assert_sound, draw, groups, ids, said, texts
from helpers.journeys import Drawing, hospital, park
from rondo.figures import theme
from rondo.figures.bounds import bounds
from rondo.figures.shapes import Text
from rondo.strategy.framework.whole import load
from rondofile.enums import Actor, Identity, JourneyState, LinkKind, Phase
from rondofile.project import Project
from rondofile.records import Step


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("width", [493.0, 730.0, None])
def test_every_map_is_whole_and_readable(name: str, width: float | None) -> None:
    project, journey = MAPS[name]
    figure = draw(project, journey, width=width)
    assert_sound(figure)
    assert width is None or figure.width <= width + 0.01
    for step in project.steps_of(journey):
        assert step.title in said(figure)


@pytest.mark.parametrize("look", ["light", "dark", "print", "high-contrast"])
def test_every_theme_draws_the_same_words(look: str) -> None:
    assert said(draw(park(), "park", look=look)) == said(draw(park(), "park"))


@pytest.mark.parametrize("language", ["nl", "te"])
def test_other_languages_fit_their_map(language: str) -> None:
    assert_sound(draw(park(), "band", language=language))


def test_every_phase_lane_step_and_link_is_a_group_with_a_title() -> None:
    project = park()
    found = groups(draw(project, "band"))
    wanted = {f"phase-{phase.value}" for phase in Phase}
    wanted |= {f"lane-{lane.id}" for lane in project.lanes_of("band")}
    wanted |= {f"step-{step.id}" for step in project.steps_of("band")} | ids(project, "band")
    assert wanted <= set(found)
    assert all(found[key].title for key in wanted)


def test_the_prefix_stands_before_every_id() -> None:
    found = groups(draw(park(), "park", id_prefix="crowd-orchestrator--"))
    assert found and all(key.startswith("crowd-orchestrator--") for key in found)


def test_a_lane_that_is_named_for_whose_it_is_says_it_once() -> None:
    project = park()
    first = project.lanes_of("band")[0]
    twins = [replace(first, name="Customer"), replace(first, name="Guest"), first]
    counts = []
    for lane in twins:
        records = [lane if record == first else record for record in project.records()]
        found = groups(draw(Project.of(records), "band"))
        lines = [text.block.text for text in found[f"lane-{first.id}"].shapes if isinstance(text, Text)]
        counts.append(len(lines))
        assert lines[0] == lane.name and found[f"lane-{first.id}"].title.count("ustomer") > 0
    assert counts[0] == 1 and counts[1] == counts[2] == 2


def test_the_same_journey_gives_the_same_figure() -> None:
    assert draw(park(), "band") == draw(park(), "band")


def test_a_stranger_is_marked_where_identity_is_lost_and_nowhere_else() -> None:
    project = park()
    assert said(draw(project, "park")).split("\n").count("stranger") == 2
    assert "stranger · 17 weeks" in said(draw(project, "park"))
    known = [record if not isinstance(record, Step) else _known(record) for record in project.records()]
    assert "stranger" not in said(draw(Project.of(known), "park"))


def _known(step: Step) -> Step:
    return replace(step, identity=Identity.CARRIED)


def test_an_item_told_again_is_named_on_the_card() -> None:
    assert "told again: name, ages" in said(draw(park(), "park"))
    assert "told again" not in said(draw(park(), "band"))


def test_the_rail_says_that_nothing_is_learned_only_when_nothing_lands() -> None:
    assert "nothing learned" in said(draw(park(), "park"))
    redesigned = said(draw(park(), "band"))
    assert "nothing learned" not in redesigned
    assert "learns: must-dos and pace" in redesigned and "level 2" in redesigned


def test_a_learned_thing_points_at_the_step_that_uses_it() -> None:
    project = park()
    figure = draw(project, "band")
    for link in project.links_of("band"):
        if link.kind is LinkKind.LEARNS:
            arrow = groups(figure)[f"link-{link.id}"].shapes[0]
            card = bounds(groups(figure)[f"step-{link.target}"].shapes[0])
            tip = arrow.points[-1]  # type: ignore[union-attr]
            assert card is not None
            assert card[0] - 0.1 <= tip[0] <= card[2] + 0.1 and card[1] - 0.1 <= tip[1] <= card[3] + 0.1


def test_the_rail_is_away_when_nothing_comes_again_or_is_learned() -> None:
    assert "phase-repeat" not in groups(draw(hospital(), "hip"))


def test_the_frequency_of_an_episode_stands_on_the_rail() -> None:
    assert "comes again: about once in 3 years" in said(draw(park(), "park"))


def test_the_rhythm_shows_today_above_the_redesign_and_names_the_silence() -> None:
    figure = draw(park(), "band")
    words = said(figure)
    assert "today" in words and "redesigned" in words and "silent for" in words
    rows = {t.block.text: t.y for t in texts(figure) if t.block.text in ("today", "redesigned")}
    assert rows["today"] < rows["redesigned"]
    assert "rhythm" in groups(figure)


@pytest.mark.parametrize("language", ["en", "nl", "te"])
def test_the_names_of_the_rulers_stand_whole_on_a_narrow_page(language: str) -> None:
    names = [load(language).name(state) for state in JourneyState]
    blocks = {t.block.text: t.block for t in texts(draw(park(), "band", language=language, width=460.0))}
    assert [len(blocks[name].lines) for name in names] == [1, 1]


def test_a_journey_without_contacts_has_no_rhythm() -> None:
    d = Drawing("d", "Alone", [("Customer", "customer")])
    d.step("1", "Think", "rec", "Customer")
    d.step("2", "Do", "res", "Customer")
    d.chain("1", "2")
    assert "rhythm" not in groups(draw(Project.of(d.records), "d"))


def test_the_curve_needs_two_feelings_and_gives_way_to_the_height() -> None:
    assert "curve" in groups(draw(park(), "park"))
    assert "curve" not in groups(draw(hospital(), "hip"))
    assert "curve" not in groups(draw(park(), "park", curve=False))
    whole = draw(park(), "park", curve=True).height
    assert "curve" not in groups(draw(park(), "park", height=whole - 1))


def test_the_legend_counts_who_does_the_work() -> None:
    assert "the customer does the work (6 of 11)" in said(draw(park(), "park"))
    assert "both (5 of 11)" in said(draw(park(), "park"))


def test_a_compact_map_has_neither_rail_nor_rulers_nor_legend() -> None:
    found = groups(draw(park(), "band", compact=True))
    assert not {"phase-repeat", "rhythm", "curve", "legend"} & set(found)
    assert "step-band-3" in found


def test_another_actor_is_drawn_and_counted_where_roles_say_so() -> None:
    figure = draw(park(), "park", roles={"park-5": Actor.PARTNER}, role_texts={"park-5": "travel agent"})
    assert "travel agent" in said(figure)
    assert "a partner (1 of 11)" in said(figure)
    assert "somebody else would do it" in said(figure)


def test_folded_steps_become_one_card_that_counts_them() -> None:
    project = park()
    folded = frozenset(f"park-{n}" for n in (6, 7, 8, 9))
    figure = draw(project, "park", fold=folded)
    assert "… 4 steps unchanged …" in said(figure)
    assert "Show paper tickets" not in said(figure)
    assert "Wait for a table" in said(figure)
    assert_sound(figure)


def test_a_title_of_five_hundred_characters_is_shown_whole() -> None:
    title = ("A very long title that says everything twice " * 12)[:500].strip()
    d = Drawing("d", "Long", [("Customer", "customer")])
    d.step("1", title, "rec", "Customer")
    figure = draw(Project.of(d.records), "d")
    block = next(text.block for text in texts(figure) if text.block.text == title)
    assert " ".join(line.text.strip() for line in block.lines) == title
    assert_sound(figure)


def test_steps_without_phase_or_lane_are_named_not_drawn() -> None:
    d = Drawing("d", "Half sorted", [("Customer", "customer")])
    d.step("1", "Sorted", "rec", "Customer")
    d.step("2", "No phase", None, "Customer")
    d.step("3", "No lane", "req", None)
    d.step("4", "Our learning", "rep", None)
    figure = draw(Project.of(d.records), "d")
    assert figure.left_over == ("No phase", "No lane")
    assert "step-d-4" in groups(figure) and "step-d-2" not in groups(figure)
    assert_sound(figure)


def test_an_empty_journey_is_a_frame() -> None:
    d = Drawing("d", "Empty", [])
    figure = draw(Project.of(d.records), "d")
    assert {"phase-recognize", "phase-request", "phase-respond"} <= set(groups(figure))
    assert_sound(figure)


def test_stored_places_move_a_card_on_the_map() -> None:
    project = park()
    moved = [
        replace(r, x=60, y=90) if isinstance(r, Step) and r.id == "park-1" else r for r in project.records()
    ]
    before, after = draw(project, "park", width=None), draw(Project.of(moved), "park", width=None)
    one, two = (bounds(groups(f)["step-park-1"].shapes[0]) for f in (before, after))
    assert one is not None and two is not None and (two[0] > one[0] + 20 and two[1] > one[1] + 20)
    assert_sound(draw(Project.of(moved), "park"))


def test_the_ground_lies_under_everything_with_a_margin() -> None:
    figure = draw(park(), "park", ground=True, look="dark")
    assert getattr(figure.shapes[0], "fill", None) == theme.load("dark")["paper"]
    assert figure.width <= 493.01
    assert min(box[0] for shape in figure.shapes[1:] if (box := bounds(shape))) > 5
    assert_sound(figure)


def test_cards_are_wide_enough_for_their_words_where_the_page_allows() -> None:
    figure = draw(hospital(), "hip", width=730)
    block = next(text.block for text in texts(figure) if text.block.text == "Find a physiotherapist")
    assert [line.text.strip() for line in block.lines][-1] == "physiotherapist"
