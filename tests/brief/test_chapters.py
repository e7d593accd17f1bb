"""Chapters: what stands in them follows from the project, row by row."""

import pytest
from msgspec.structs import replace

from helpers import engines
from helpers.cases import case
from rondo.brief.blocks import Block, Chapter, Columns, Paragraph, Picture, Row, Table
from rondo.brief.chapters.architectures import architectures_chapter
from rondo.brief.chapters.changes import as_today, change_blocks, changes_of
from rondo.brief.chapters.endings import open_points_chapter, sources_chapter
from rondo.brief.chapters.journeys import journey_chapters
from rondo.brief.chapters.matrix import matrix_chapter
from rondo.brief.compose import compose
from rondo.brief.material import Material
from rondo.brief.sections import PRESETS, SECTIONS
from rondo.brief.setting import PAPERS, Setting
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load
from rondo.words import Words
from rondofile.enums import JourneyState, MarkKind, Phase
from rondofile.project import Project
from rondofile.records import BriefSection, Journey, Lane, Mark, Placement, Record, Step


@pytest.fixture(scope="module")
def engine():
    return engines.system_engine()


@pytest.fixture
def material(engine):
    def of(project: Project | None = None, language: str = "en") -> Material:
        setting = Setting(engine, load_theme("light"), PAPERS["a4"])
        return Material(project or case(), load(language), Words(language), setting)

    return of


def text_of(spans) -> str:
    return "".join(span.text for span in spans)


def cells(row: Row) -> list[str]:
    return [text_of(cell) for cell in row.cells]


def title_of(chapter: Chapter) -> str:
    titles = (text_of(b.spans) for b in chapter.blocks if isinstance(b, Paragraph) and b.role == "title")
    return next(titles).replace("\u00a0", " ")


def tables(blocks: tuple[Block, ...]) -> list[Table]:
    return [b for b in blocks if isinstance(b, Table)]


def with_records(*changed: Record) -> Project:
    known = {(type(r), r.id): r for r in case().records()}
    known.update({(type(r), r.id): r for r in changed})
    return Project.of(known.values())


def test_journey_title_when_strangers_are_on_the_path_then_it_counts_them(material):
    today, then = journey_chapters(material())[:2]
    assert "11 steps, 5 of our teams, a stranger 3 times" in title_of(today)
    assert title_of(then).endswith("a stranger no longer")


def test_journey_title_when_nobody_says_whether_they_are_known_then_no_claim_is_made(material):
    table = replace(case().get(Step, "n-table"), identity=None)
    then = journey_chapters(material(with_records(table)))[1]
    assert "stranger" not in title_of(then)


def test_journeys_when_one_is_a_redesign_then_it_follows_the_journey_it_is_based_on(material):
    kinds = [chapter.kind for chapter in journey_chapters(material())]
    assert kinds == ["journey-visit", "journey-visit-new", "journey-evening", "journey-evening-new"]


def test_journey_when_nothing_is_drawn_then_the_title_says_so_and_its_inbox_is_named(material):
    journey = Journey(id="j", name="Draft", state=JourneyState.AS_IS)
    waiting = Step(id="s", journey="j", title="Something somebody said")
    (chapter,) = journey_chapters(material(Project.of([journey, waiting])))
    assert "nothing is drawn yet" in title_of(chapter)
    said = [text_of(b.spans) for b in chapter.blocks if isinstance(b, Paragraph)]
    assert "Something somebody said" in said


def test_pains_when_listed_then_the_heaviest_come_first_with_where_their_cause_points(material):
    chapter = journey_chapters(material())[0]
    rows = tables(chapter.blocks)[0].rows
    weights = [int(cells(row)[2][0]) for row in rows]
    assert len(rows) == 6 and weights == sorted(weights, reverse=True)
    assert "Check in at the desk" in cells(rows[0])[0]
    assert "No cell" in cells(rows[0])[1] and "→" not in cells(rows[0])[1]
    choice = next(row for row in rows if "Compare dates" in cells(row)[0])
    assert cells(choice)[1].endswith("→ Curated offering")


def told_changes(material: Material) -> tuple[list[str], dict[str, list[str]]]:
    """The paragraphs about changes, and the rows of their table by step."""
    found = changes_of(material, material.project.get(Journey, "visit-new"))
    blocks = change_blocks(material, found)
    texts = ["".join(span.text for span in block.spans) for block in blocks if isinstance(block, Paragraph)]
    (table,) = [block for block in blocks if isinstance(block, Table)]
    return texts, {cells(row)[0]: cells(row) for row in table.rows}


def test_changes_when_told_then_each_step_has_a_row_with_what_became_of_it(material):
    texts, rows = told_changes(material())
    assert "1 as today" in texts[1]
    assert texts[2].startswith("What gets worse: Reserve rides weeks ahead: pain moved here")
    assert "dreaming together" in texts[2]
    assert "weeks before" in rows["Reserve rides weeks ahead"][1]
    walk = rows["Show paper tickets → Walk in"]
    assert "who they are: stranger → we know it is the same person" in walk[1]
    assert "takes: 20 minutes → 2 minutes" in walk[1]
    assert walk[2].endswith("said")
    assert rows["Guest desk is new"]
    assert any(name.startswith("learned at Ride, photo attached") for name in rows)


def test_changes_when_a_step_of_today_has_no_heir_then_it_falls_away(material):
    alone = [r for r in case().records() if getattr(r, "origin", "") != "v-table"]
    texts, rows = told_changes(material(Project.of(alone)))
    names = list(rows)
    assert names.index("Falls away") < names.index("Wait for a table") < names.index("New")
    assert texts[1].startswith("1 step falls away")


def test_changes_when_nothing_gets_worse_then_that_is_printed(material):
    found = changes_of(material(), case().get(Journey, "evening-new"))
    texts = [
        block.spans[0].text for block in change_blocks(material(), found) if isinstance(block, Paragraph)
    ]
    assert texts[2] == "Nothing gets worse, as far as is known."


def test_changes_when_a_journey_is_no_redesign_then_there_are_none(material):
    assert changes_of(material(), case().get(Journey, "visit")) is None
    assert change_blocks(material(), None) == []


def test_a_redesign_when_drawn_then_steps_that_are_as_today_are_folded(material):
    found = changes_of(material(), case().get(Journey, "visit-new"))
    assert as_today(found) == {"v-wish", "n-wish"}


def test_matrix_chapter_when_written_then_every_offer_has_its_reasons_and_readings(material):
    (chapter,) = matrix_chapter(material())
    (table,) = tables(chapter.blocks)
    assert len([row for row in table.rows if not row.wide]) == len(case().all(Placement))
    queue = next(row for row in table.rows if "A plan that beats the queue" in cells(row)[0])
    at = table.rows.index(queue)
    (reading,) = [row for row in table.rows[at + 1 : at + 3] if row.wide]
    assert cells(reading)[0].startswith("Another reading"), "as wide as the table, below its offer"
    assert cells(queue)[1] and cells(queue)[2]


def test_matrix_chapter_when_a_reason_is_missing_then_it_says_not_said_yet(material):
    bare = replace(case().get(Placement, "o-touch"), reason_experience="", reason_architecture="")
    (chapter,) = matrix_chapter(material(with_records(bare)))
    row = next(r for r in tables(chapter.blocks)[0].rows if "Touch once" in cells(r)[0])
    assert cells(row)[1:3] == ["not said yet", "not said yet"]


def test_architectures_chapter_when_a_part_is_named_then_its_steps_are_counted(material):
    (chapter,) = architectures_chapter(material())
    assert title_of(chapter) == "3 of 4 steps could move to others: A day in the park"
    assert sum(isinstance(b, Picture) for b in chapter.blocks) == 2


def test_architectures_chapter_when_there_is_no_journey_then_the_table_stands_alone(material):
    (chapter,) = architectures_chapter(material(Project.of([])))
    assert sum(isinstance(b, Picture) for b in chapter.blocks) == 1


def test_sources_chapter_when_written_then_each_source_stands_once_with_what_rests_on_it(material):
    (chapter,) = sources_chapter(material())
    rows = [cells(row) for row in tables(chapter.blocks)[0].rows]
    named = [r.source for r in case().records() if getattr(r, "source", "") and hasattr(r, "evidence")]
    assert sorted(row[0] for row in rows) == sorted(set(named))
    assert sum(int(row[2]) for row in rows) == len(named)


def test_open_points_when_nothing_is_open_then_there_is_no_chapter(material):
    assert open_points_chapter(material(Project.of([]))) == () or tables(
        open_points_chapter(material())[0].blocks
    )


def test_board_when_composed_then_it_has_the_page_and_its_pictures_and_no_cover(material):
    made = compose(material(), "board")
    assert [chapter.kind for chapter in made.chapters] == ["summary", "pictures"]
    assert all(chapter.one_page for chapter in made.chapters)


def test_working_paper_when_composed_then_the_cover_says_the_finding_and_what_is_inside(material):
    made = compose(material(), "working-paper")
    front = made.chapters[0]
    assert front.cover
    said = [text_of(b.spans) for b in front.blocks if isinstance(b, Paragraph)]
    assert any("strangers" in text for text in said)
    anchors = [b.page_of for b in front.blocks if isinstance(b, Paragraph) and b.page_of]
    assert anchors == ["summary", *anchors[1:-1], "sources"] and len(anchors) == len(made.chapters) - 1


def test_sections_when_the_user_chose_and_named_them_then_their_order_and_words_stand(material):
    chosen = [
        BriefSection(id="a", position=0, kind="sources", title="Our sources", note="Read by two of us."),
        BriefSection(id="b", position=1, kind="matrix", included=False),
        BriefSection(id="c", position=2, kind="summary"),
        BriefSection(id="d", position=3, kind="from-a-later-version"),
    ]
    made = compose(material(with_records(*chosen)), "working-paper")
    assert [chapter.kind for chapter in made.chapters] == ["sources", "summary"]
    said = [text_of(b.spans) for b in made.chapters[0].blocks if isinstance(b, Paragraph)]
    assert said[:2] == ["Our sources", "Read by two of us."]


def test_presets_and_sections_when_listed_then_all_of_them_can_be_composed(material):
    assert set(PRESETS) == {"board", "working-paper"}
    for kind in SECTIONS:
        made = compose(material(with_records(BriefSection(id="x", kind=kind))), "working-paper")
        assert made.chapters, kind


@pytest.mark.parametrize("language", ["en", "nl", "te"])
def test_any_language_when_composed_then_no_message_is_missing(material, language):
    for preset in PRESETS:
        made = compose(material(language=language), preset)
        assert made.language == language
        assert all(title_of(chapter) for chapter in made.chapters if not chapter.cover)


def test_columns_when_texts_differ_much_in_length_then_the_longer_stands_wider(material):
    (page,) = [c for c in compose(material(), "board").chapters if c.kind == "summary"]
    (columns,) = [b for b in page.blocks if isinstance(b, Columns)]
    assert 1.0 < columns.shares[0] <= 1.5 and columns.shares[1] == 1


def test_lead_when_no_lane_is_ours_then_no_stranger_is_told(material):
    lanes = [Lane(id="l", journey="j", name="Customer")]
    steps = [Step(id=f"s{i}", journey="j", title=f"S{i}", phase=Phase.REQUEST, lane="l") for i in range(2)]
    marks = [Mark(id="m", step="s0", kind=MarkKind.PAIN, text="why")]
    (chapter,) = journey_chapters(material(Project.of([Journey(id="j", name="J"), *lanes, *steps, *marks])))
    assert "stranger" not in title_of(chapter)
    assert "No cause is noted yet." in cells(tables(chapter.blocks)[0].rows[0])[1]
