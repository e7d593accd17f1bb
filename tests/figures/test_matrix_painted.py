"""The matrix as SVG, PDF and PNG: well-formed, literal, safe, the same bytes twice; and of any project."""

from __future__ import annotations

import io
from xml.etree import ElementTree

import pypdf
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from helpers.engines import PlainLetters, engine
from helpers.matrices import Offers, assert_sound, cards, drawn, groups, paged, said, worked_case
from helpers.projects import projects
from rondo.figures.painters.to_pdf import figure_pdf
from rondo.figures.painters.to_png import figure_png
from rondo.figures.painters.to_svg import figure_svg
from rondo.strategy.matrix.heat import Heat
from rondofile.enums import Architecture, Experience, PlacementState
from rondofile.project import Project
from rondofile.records import Placement, Reading

SVG = "{http://www.w3.org/2000/svg}"
QUICKLY = (Phase.explicit, Phase.generate)
"""A failing project is large, and making it smaller takes minutes."""
HOSTILE = (
    "<script>alert(1)</script>",
    "a & b &amp; c",
    "</text></svg><svg onload=alert(1)>",
    "]]> <![CDATA[",
    "{offer} %s {0}",
    "javascript:alert(1)",
)


def hostile() -> Project:
    offers = Offers()
    for number, text in enumerate(HOSTILE):
        key = offers.add(
            Experience.CURATED_OFFERING, Architecture.CONNECTED_PRODUCER, offer=text, card_text=text
        )
        offers.records.append(
            Reading(
                id=f"reading-{number}",
                placement=key,
                experience=Experience.COACH_BEHAVIOR,
                architecture=Architecture.CONNECTED_PRODUCER,
                source=text,
            )
        )
    return offers.project()


def test_svg_of_the_worked_case_has_a_titled_group_for_every_cell_and_offer() -> None:
    root = ElementTree.fromstring(figure_svg(drawn(worked_case()), engine()))
    titles = {g.get("id"): g.findtext(f"{SVG}title") for g in root.iter(f"{SVG}g")}
    wanted = {f"cell-{e or 'none'}-{a}" for e in (*Experience, None) for a in Architecture} | {"cell-none"}
    wanted |= {f"placement-{placement.id}" for placement in worked_case().all(Placement)}
    assert wanted <= set(titles)
    assert all(titles[key] for key in wanted)
    assert titles["placement-o-touch"] == "Touch once: door, gate, till"


def test_hostile_offers_stand_in_the_svg_as_they_were_written() -> None:
    svg = figure_svg(drawn(hostile(), width=1100), engine())
    root = ElementTree.fromstring(svg)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "g", "text", "tspan", "rect", "ellipse", "path", "line"}
    assert not [
        name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name
    ]
    for number, text in enumerate(HOSTILE):
        (group,) = [g for g in root.iter(f"{SVG}g") if g.get("id") == f"placement-offer-{number}"]
        assert group.findtext(f"{SVG}title") == text
        lines = "".join("".join(line.itertext()) for line in group.iter(f"{SVG}text"))
        assert lines.replace(" ", "").startswith(text.replace(" ", ""))


def test_hostile_offers_make_no_link_and_stay_text_in_the_pdf() -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(figure_pdf(drawn(hostile(), width=1100), engine()))).pages
    assert "/Annots" not in page
    text = "".join(page.extract_text().split())
    for hostile_text in HOSTILE:
        assert "".join(hostile_text.split()) in text


def test_painted_twice_the_bytes_are_the_same() -> None:
    figure = drawn(worked_case(), detail="small")
    assert figure_svg(figure, engine()) == figure_svg(drawn(worked_case(), detail="small"), engine())
    assert figure_pdf(figure, engine()) == figure_pdf(figure, engine())
    assert figure_png(figure, engine()) == figure_png(figure, engine())


@settings(max_examples=25, deadline=None, phases=QUICKLY)
@given(
    project=projects(most=4),
    detail=st.sampled_from(["offers", "names", "small"]),
    width=st.sampled_from([487.0, 729.0]),
    legend=st.booleans(),
    heat=st.sampled_from([None, *Heat]),
)
def test_matrix_of_any_project_is_sound_and_well_formed(
    project: Project, detail: str, width: float, legend: bool, heat: Heat | None
) -> None:
    figure = drawn(project, detail=detail, width=width, legend=legend, heat=heat)
    assert_sound(figure)
    placed = {p.id for p in project.all(Placement) if p.experience is None or p.architecture is not None}
    assert set(cards(figure)) == placed
    assert len(figure.left_over) == len(project.all(Placement)) - len(placed)
    ElementTree.fromstring(figure_svg(figure, PlainLetters()))


@settings(max_examples=10, deadline=None, phases=QUICKLY)
@given(project=projects(most=4))
def test_any_project_over_pages_keeps_every_offer(project: Project) -> None:
    pages = paged(project, 300)
    placed = [p.id for p in project.all(Placement) if p.experience is None or p.architecture is not None]
    assert sorted(key for page in pages for key in cards(page)) == sorted(placed)


@pytest.mark.parametrize("text", ["ప్రధాన వినూత్న పోటీ", "استراتيجية العميل", "x" * 200, "長い列"])
@pytest.mark.parametrize("detail", ["offers", "small"])
def test_offers_of_any_script_or_length_are_never_cut(text: str, detail: str) -> None:
    offers = Offers()
    key = offers.add(Experience.COACH_BEHAVIOR, Architecture.CONNECTED_RETAILER, offer=text)
    offers.add(Experience.COACH_BEHAVIOR, Architecture.CONNECTED_RETAILER, state=PlacementState.IDEA)
    figure = drawn(offers.project(), detail=detail)
    assert_sound(figure)
    assert said([groups(figure)[f"placement-{key}"]])[0] == text
