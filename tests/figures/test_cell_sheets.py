"""The sheets of the cells: one page each, legible, with who is there and why the cell is worth a thought."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from helpers import engines
from helpers.desks import park
from rondo.figures.bounds import bounds, everything, require_whole
from rondo.figures.cell_sheets.content import MOST_ENTRIES
from rondo.figures.cell_sheets.sheet import WIDTH, CellSheets
from rondo.figures.shapes import Figure, Group, Text
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load
from rondo.strategy.moves.seats import CELLS
from rondo.words import LANGUAGES, Words
from rondofile.enums import Architecture, Experience
from rondofile.project import Project
from rondofile.records import CellSheet, Placement

pytestmark = pytest.mark.usefixtures("qapp")
PAGE = 734.0
"""The height of A4 without its margins, in points."""
FULL = (Experience.RESPOND_TO_DESIRE, Architecture.CONNECTED_PRODUCER)


def sheets(project: Project, language: str = "en", blank: bool = False) -> CellSheets:
    return CellSheets(
        project,
        framework=load(language),
        words=Words(language),
        theme=load_theme("light"),
        engine=engines.engine(),
        blank=blank,
    )


def texts(figure: Figure) -> list[Text]:
    return [shape for shape in everything(figure.shapes) if isinstance(shape, Text)]


def said(figure: Figure) -> str:
    return "\n".join(text.block.text for text in texts(figure))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("blank", [False, True])
def test_every_sheet_is_one_legible_page(language: str, blank: bool) -> None:
    looked = 0
    for figure in sheets(park(), language, blank).sheets():
        require_whole(figure)
        assert figure.width == WIDTH and figure.height < PAGE
        for text in texts(figure):
            box = bounds(text)
            assert text.block.style.size >= 7.0
            assert box is not None and box[0] >= -0.5 and box[2] <= WIDTH + 0.5 and box[3] <= figure.height
            looked += 1
    assert looked > 20 * 15


def test_texts_never_lie_over_each_other() -> None:
    looked = 0
    for figure in sheets(park()).sheets():
        boxes = [box for text in texts(figure) if (box := bounds(text)) is not None]
        for at, one in enumerate(boxes):
            for other in boxes[at + 1 :]:
                apart = one[2] <= other[0] or other[2] <= one[0]
                assert apart or one[3] <= other[1] + 1.5 or other[3] <= one[1] + 1.5
                looked += 1
    assert looked > 1000


def test_a_sheet_says_who_is_there_why_and_what_we_wrote() -> None:
    spot = (Experience.CURATED_OFFERING, Architecture.CONNECTED_MARKET_MAKER)
    own = CellSheet(
        id="s", experience=spot[0], architecture=spot[1], idea="Our list", incentives="Fewer calls"
    )
    drawn = sheets(Project.of([*park().records(), own]))
    told = said(drawn.sheet(spot))
    for text in ("A plan that beats the queue", "too much to compare", "Artsy", "Our list", "Fewer calls"):
        assert text in told
    assert spot in drawn.filled() and spot not in sheets(park()).filled()
    bare = said(sheets(Project.of([*park().records(), own]), blank=True).sheet(spot))
    assert "Artsy" in bare and not any(text in bare for text in ("beats the queue", "Our list", "compare”"))


def test_offers_beyond_those_named_are_counted_and_none_is_drawn_twice() -> None:
    project = park()
    model = project.get(Placement, "o-touch")
    more = [replace(model, id=f"o-{at}", position=100 + at, offer=f"Offer {at}") for at in range(20)]
    figure = sheets(Project.of([*project.records(), *more])).sheet(FULL)
    groups = [s.id for s in everything(figure.shapes) if isinstance(s, Group) and s.role == "placement"]
    assert len(groups) == len(set(groups)) == MOST_ENTRIES
    assert "and 16 more" in said(figure) and figure.height < PAGE
    assert len(CELLS) == 20
