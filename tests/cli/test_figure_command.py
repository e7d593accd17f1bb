"""`rondo figure`: the journey that was meant, in the format that was asked for."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from helpers.terminal import Rondo
from rondo.commands.draw_figure import FIGURES, SHOWN
from rondo.commands.write_brief import SHADES
from rondo.figures.show.values import Show
from rondo.strategy.matrix.heat import Heat
from rondofile.document import Document
from rondofile.enums import Architecture
from rondofile.kinds import EditKind
from rondofile.nouns import journeys, menus
from rondofile.records import Journey, Menu, Placement, Step


def ids_in(picture: Path) -> set[str]:
    return {element.get("id", "") for element in ET.fromstring(picture.read_text(encoding="utf-8")).iter()}


def cards_in(picture: Path) -> set[str]:
    """Ids of the offers whose cards are drawn."""
    found = (key for key in ids_in(picture) if key.startswith("placement-"))
    return {key.removeprefix("placement-") for key in found}


def test_a_journey_is_found_by_id_by_name_and_by_name_in_other_letters(
    rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    journey, out = Document.read(park).all(Journey)[-1], tmp_path / "out.svg"
    with Document.open(park) as document, document.edit(EditKind.SET_JOURNEY) as edit:
        edit.change(Journey, journey.id, name="A Name Of Its Own")
    steps = Document.read(park).steps_of(journey.id)
    drawn = {f"step-{step.id}" for step in steps if step.phase and step.lane}
    assert drawn
    for asked in (journey.id, "A Name Of Its Own", "a name of its own "):
        out.unlink(missing_ok=True)
        assert rondo("figure", park, "journey", "--journey", asked, "-o", out).code == 0
        assert drawn <= ids_in(out)


def test_without_a_name_the_first_journey_is_drawn(rondo: Rondo, park: Path, tmp_path: Path) -> None:
    project, out = Document.read(park), tmp_path / "out.svg"
    assert rondo("figure", park, "journey", "-o", out).code == 0
    steps = project.steps_of(project.all(Journey)[0].id)
    assert {f"step-{step.id}" for step in steps if step.phase and step.lane} <= ids_in(out)


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("ending, start", [("svg", b"<?xml"), ("pdf", b"%PDF-"), ("png", b"\x89PNG")])
def test_each_figure_is_drawn_in_each_format(
    figure: str, ending: str, start: bytes, rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    out = tmp_path / f"out.{ending.upper()}"
    rondo("figure", park, figure, "-o", out).fine()
    assert out.read_bytes().startswith(start) and out.stat().st_size > 5000


def test_the_comparison_draws_the_journey_under_every_architecture(
    rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    journey, out = Document.read(park).all(Journey)[-1], tmp_path / "out.svg"
    rondo("figure", park, "comparison", "--journey", journey.id, "-o", out)
    ids = ids_in(out)
    steps = [step for step in Document.read(park).steps_of(journey.id) if step.phase and step.lane]
    assert steps
    for architecture in Architecture:
        assert {f"{architecture}--step-{step.id}" for step in steps} <= ids


def test_a_script_without_a_font_and_steps_without_a_place_are_named(
    rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    journey = Document.read(park).all(Journey)[0]
    with Document.open(park) as document, document.edit(EditKind.ADD_STEPS) as edit:
        edit.change(Step, document.project.steps_of(journey.id)[0].id, title="\U00012000\U00012001")
        edit.insert(Step(id="waiting", journey=journey.id, title="Waits for a phase", position=999))
    done = rondo("figure", park, "journey", "-o", tmp_path / "out.svg")
    assert done.code == 0 and "Waits for a phase" in done.err and "uneiform" in done.err, done.err


def test_an_unknown_journey_is_answered_with_those_there_are(
    rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    journeys = Document.read(park).all(Journey)
    sentence = rondo("figure", park, "journey", "--journey", "nope", "-o", tmp_path / "o.svg").sentence()
    assert '"nope"' in sentence
    assert all(journey.name in sentence and journey.id in sentence for journey in journeys)
    assert not (tmp_path / "o.svg").exists()


def test_a_name_that_several_journeys_have_is_answered_with_their_ids(
    rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    one, other = Document.read(park).all(Journey)[:2]
    with Document.open(park) as document, document.edit(EditKind.SET_JOURNEY) as edit:
        edit.change(Journey, one.id, name="Same")
        edit.change(Journey, other.id, name="Same")
    sentence = rondo("figure", park, "journey", "--journey", "Same", "-o", tmp_path / "o.svg").sentence()
    assert one.id in sentence and other.id in sentence


def test_a_project_without_journeys_has_none_to_draw(rondo: Rondo, tmp_path: Path) -> None:
    path = tmp_path / "empty.rondo"
    rondo("new", path).fine()
    for figure in ("journey", "comparison"):
        assert str(path) in rondo("figure", path, figure, "-o", tmp_path / "o.svg").sentence()


@pytest.mark.parametrize("what", ["strangers", "learned"])
def test_a_journey_is_drawn_with_what_is_shown_of_its_steps(
    rondo: Rondo, park: Path, tmp_path: Path, what: str
) -> None:
    plain, out = tmp_path / "plain.svg", tmp_path / "out.svg"
    assert rondo("figure", park, "journey", "-o", plain).code == 0
    assert rondo("figure", park, "journey", "--show", what, "-o", out).code == 0
    assert f"show-{what}" in ids_in(out)
    assert ids_in(plain) <= ids_in(out)


def test_everything_the_map_shows_can_be_asked_for() -> None:
    assert tuple(Show) == SHOWN


def test_what_is_not_known_to_be_shown_is_wrong_usage(rondo: Rondo, park: Path, tmp_path: Path) -> None:
    assert rondo("figure", park, "journey", "--show", "everything", "-o", tmp_path / "out.svg").code == 2


def test_folded_steps_that_are_as_today_are_one_card(rondo: Rondo, park: Path, tmp_path: Path) -> None:
    whole, folded = tmp_path / "whole.svg", tmp_path / "folded.svg"
    with Document.open(park) as document, document.edit(EditKind.DERIVE_JOURNEY) as edit:
        fresh = journeys.derive(edit, "visit", "Still as today").id
    rondo("figure", park, "journey", "--journey", fresh, "-o", whole).fine()
    rondo("figure", park, "journey", "--journey", fresh, "--fold", "-o", folded).fine()
    cards = [{key for key in ids_in(one) if key.startswith("step-")} for one in (whole, folded)]
    assert len(cards[0]) == 11 and len(cards[1]) == 3
    assert "steps unchanged" in folded.read_text(encoding="utf-8")


def test_three_moments_are_drawn_from_either_side(rondo: Rondo, park: Path, tmp_path: Path) -> None:
    drawn = []
    for asked in ("visit", "visit-new"):
        out = tmp_path / f"{asked}.svg"
        rondo("figure", park, "moments", "--journey", asked, "-o", out).fine()
        drawn.append(ids_in(out))
    assert drawn[0] == drawn[1] and "step-v-line" in drawn[0]


def test_the_matrix_is_drawn_with_what_is_measured_in_its_cells(
    rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    outs = [tmp_path / f"{name}.svg" for name in ("plain", "size")]
    rondo("figure", park, "matrix", "-o", outs[0]).fine()
    rondo("figure", park, "matrix", "--shade", "size", "-o", outs[1]).fine()
    plain, shaded = (out.read_text(encoding="utf-8") for out in outs)
    assert ids_in(outs[0]) == ids_in(outs[1])
    assert "% of guests" in shaded and "% of guests" not in plain


def test_everything_that_is_measured_in_the_window_can_be_asked_for() -> None:
    assert tuple(Heat) == SHADES


def test_a_menu_is_found_by_id_and_by_name_and_else_the_first_is_drawn(
    rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    with Document.open(park) as document, document.edit(EditKind.ADD_MENU) as edit:
        second = menus.add(edit, "A Menu Of Its Own")
        menus.add_choices(edit, second.id, [document.project.all(Placement)[-1].id])
    project, first = Document.read(park), Document.read(park).all(Menu)[0]
    offers = {menu.id: {o.id for o in project.choices_of(menu.id)} for menu in (first, second)}
    assert offers[first.id] and offers[second.id] and offers[first.id] != offers[second.id]
    out = tmp_path / "out.svg"
    for asked in (second.id, "A Menu Of Its Own", "a menu of its own "):
        out.unlink(missing_ok=True)
        rondo("figure", park, "menu", "--menu", asked, "-o", out).fine()
        assert cards_in(out) == offers[second.id]
    rondo("figure", park, "menu", "-o", out).fine()
    assert cards_in(out) == offers[first.id]
    sentence = rondo("figure", park, "menu", "--menu", "nope", "-o", out).sentence()
    assert '"nope"' in sentence and f"A Menu Of Its Own ({second.id})" in sentence and first.id in sentence
