"""A journey's chapter: what was found on it as the headline, the drawing, what hurts, what changes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from rondo.brief.blocks import Block, Break, Chapter, Column, Paragraph, Picture, Row, Table, bold, plain
from rondo.brief.build import height_of
from rondo.brief.chapters.changes import as_today, change_blocks, changes_of
from rondo.brief.material import Material
from rondo.brief.setting import Setting
from rondo.brief.stacks import FRAME_PAD
from rondo.figures.below.curve import curve_figure, has_curve
from rondo.figures.journeys.journey_pages import journey_pages
from rondo.figures.shapes import Figure, Group
from rondo.strategy.journeys.journey import lane_of, retold, strangers, unknown_identity
from rondo.strategy.journeys.path import main_path
from rondofile.enums import Evidence, JourneyState, LaneRole, MarkKind, PainCause
from rondofile.records import Journey, Mark, Step

SHORT = 340.0
"""Tables no higher than this, in points, are kept on the page of their journey where they fit."""
SPARE = 16.0
"""Points of white around a figure, its opening and its caption."""


def journey_chapters(material: Material) -> tuple[Chapter, ...]:
    """Every journey, a redesign after the journey it redesigns."""
    return tuple(written_journeys(material))


def written_journeys(material: Material) -> Iterator[Chapter]:
    """The same chapters, each written when it is asked for: drawing a journey takes its time."""
    project = material.project
    ordered: list[Journey] = []
    for journey in project.all(Journey):
        if project.find(Journey, journey.based_on) is None:
            ordered += [journey, *project.redesigns_of(journey.id)]
    rest = [j for j in project.all(Journey) if j not in ordered]
    return (_chapter(material, journey) for journey in [*ordered, *rest])


def _chapter(material: Material, journey: Journey) -> Chapter:
    anchor = f"journey-{journey.id}"
    title = _headline(material, journey)
    blocks: list[Block] = [Paragraph(plain(title), "title", anchor=anchor, outline=0)]
    blocks += [Paragraph(plain(text), "lead") for text in [_lead(material, journey)] if text]
    found = changes_of(material, journey)
    tables = (*_pains(material, journey), *change_blocks(material, found), *_inbox(material, journey))
    fold = as_today(found)
    figures, turned = _figures(material, journey, tuple(blocks), tables, fold)
    tables = (*_curve(material, journey, figures), *tables)
    apart = _apart(material, figures) if turned else ()
    picture = Picture(figures[: len(figures) - len(apart)], plain(_caption(material, journey)))
    blocks += [picture] if figures else []
    tables = (*([Picture(apart)] if apart else []), *tables)
    blocks += [Break(), *tables] if turned and tables else tables
    return Chapter(anchor, title, tuple(blocks), turned=turned)


def _headline(material: Material, journey: Journey) -> str:
    """Steps, teams and strangers, counted on the main path; nothing that is not there."""
    words, project = material.words, material.project
    name, state = material.journey_name(journey), material.framework.name(journey.state)
    path = main_path(project, journey.id)
    if not path:
        return words("brief.journey.empty", journey=name, state=state)
    counts = {
        "journey": name,
        "state": state,
        "steps": words.count("brief.count.steps", len(path)),
        "teams": words.count("brief.count.teams", _teams(material, path)),
    }
    lost = len(strangers(project, path))
    if lost:
        return words("brief.journey.stranger", times=words.count("brief.count.times", lost), **counts)
    if _was_stranger(material, journey) and not unknown_identity(project, path):
        return words("brief.journey.no_longer", **counts)
    return words("brief.journey.plain", **counts)


def _was_stranger(material: Material, journey: Journey) -> bool:
    """Whether they were strangers on the journey that this one redesigns."""
    project = material.project
    before = project.find(Journey, journey.based_on)
    return before is not None and bool(strangers(project, main_path(project, before.id)))


def _teams(material: Material, path: tuple[Step, ...]) -> int:
    """How many of our teams the path touches."""
    lanes = (lane_of(material.project, step) for step in path)
    return len({lane.id for lane in lanes if lane and lane.role is LaneRole.FIRM})


def _lead(material: Material, journey: Journey) -> str:
    """Where they are strangers, what they tell again: two sentences, each only with facts."""
    words, project = material.words, material.project
    path = main_path(project, journey.id)
    said = []
    at = [one.after.title for one in strangers(project, path)]
    if at:
        said.append(words("brief.journey.strangers_at", steps=words.listed(at)))
    again = list(dict.fromkeys(one.item.name for one in retold(project, path)))
    if again:
        times = words.count("brief.count.times", len(retold(project, path)))
        said.append(words("brief.journey.retold", items=words.listed(again), times=times))
    return " ".join(said)


def _figures(
    material: Material,
    journey: Journey,
    opening: tuple[Block, ...],
    tables: tuple[Block, ...],
    fold: frozenset[str],
) -> tuple[tuple[Figure, ...], bool]:
    """The drawing below its opening on one upright page, short tables below it; else without these; else
    on its side, over as many pages as it takes. Steps of a redesign that are as today are folded together."""
    below = height_of(tables, material.setting) + 2 * SPARE
    if tables and below <= SHORT:
        beside = _drawn(material, journey, material.setting, opening, fold, below)
        if len(beside) == 1 and not _lacks_curve(material, journey, beside):
            return beside, False
    upright = _drawn(material, journey, material.setting, opening, fold)
    if len(upright) <= 1:
        return upright, False
    turned = _drawn(material, journey, material.setting.turned(), opening, fold)
    return (turned, True) if len(turned) < len(upright) else (upright, False)


def _apart(material: Material, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """What stands below the map, where it is drawn by itself and may stand with the tables: on pages wider
    than that of the map."""
    if material.setting.width <= material.setting.turned().width:
        return ()
    last = figures[-1:]
    drawn = [shape.id for figure in last for shape in figure.shapes if isinstance(shape, Group)]
    return () if any(one.startswith("step-") for one in drawn) else last


def _drawn(
    material: Material,
    journey: Journey,
    setting: Setting,
    opening: tuple[Block, ...],
    fold: frozenset[str],
    below: float = 0.0,
) -> tuple[Figure, ...]:
    caption = Paragraph(plain(_caption(material, journey)), "caption")
    taken = height_of((*opening, caption), setting) + 2 * FRAME_PAD + SPARE
    return journey_pages(
        material.project,
        journey.id,
        framework=material.framework,
        words=material.words,
        theme=setting.theme,
        engine=setting.engine,
        options=replace(material.maps, fold=fold),
        max_width=setting.width - 2 * FRAME_PAD,
        max_height=max(setting.height - taken - below, setting.height / 2),
    )


def _curve(material: Material, journey: Journey, figures: tuple[Figure, ...]) -> list[Block]:
    """How it feels, apart, where feelings are known and the page of the map did not hold the curve."""
    if not figures or not _lacks_curve(material, journey, figures):
        return []
    setting = material.setting
    curve = curve_figure(
        material.project,
        journey.id,
        framework=material.framework,
        words=material.words,
        theme=setting.theme,
        engine=setting.engine,
        width=setting.width,
    )
    title = Paragraph(plain(material.words("brief.journey.feels")), "heading")
    return [title, Picture((curve,), framed=False)]


def _lacks_curve(material: Material, journey: Journey, figures: tuple[Figure, ...]) -> bool:
    """Whether feelings are known that these figures do not show."""
    drawn = (shape.id for figure in figures for shape in figure.shapes if isinstance(shape, Group))
    return "curve" not in drawn and has_curve(material.project, journey.id)


def _caption(material: Material, journey: Journey) -> str:
    """Name, state, and how many of the drawn steps were seen, said or assumed."""
    project, words = material.project, material.words
    steps = [step for step in project.steps_of(journey.id) if step.phase and step.lane]
    known = [step.evidence or Evidence.ASSUMED for step in steps]
    counts = words.listed(
        [f"{words.number(known.count(e))} {material.framework.name(e)}" for e in Evidence if e in known]
    )
    name, state = material.journey_name(journey), material.framework.name(journey.state)
    lost = strangers(project, main_path(project, journey.id))
    key = "brief.journey.caption" if lost else "brief.journey.caption_plain"
    said = words(key, journey=name, state=state, counts=counts)
    aside = len(steps) - len(main_path(project, journey.id))
    return f"{said} {words.count('brief.journey.aside', aside)}" if aside > 0 else said


def _pains(material: Material, journey: Journey) -> list[Block]:
    """What hurts, why, and where that cause points (practice 1.5)."""
    project, words = material.project, material.words
    found = [(s, m) for s in project.steps_of(journey.id) for m in project.marks_of(s.id)]
    pains = [(s, m) for s, m in found if m.kind is MarkKind.PAIN]
    if not pains:
        return []
    pains.sort(key=lambda pair: -pair[1].weight)
    title = "brief.pains.as_is" if journey.state is JourneyState.AS_IS else "brief.pains.to_be"
    columns = (
        Column(words("brief.pains.what"), 3.4),
        Column(words("brief.pains.points"), 4.2),
        Column(words("brief.pains.weight"), 1.1, "right"),
        Column(words("brief.evidence"), 1.5),
    )
    rows = tuple(_pain_row(material, step, mark) for step, mark in pains)
    return [Paragraph(plain(words(title)), "heading"), Table(columns, rows)]


def _pain_row(material: Material, step: Step, mark: Mark) -> Row:
    what = (*bold(step.title), *plain(": " + mark.text if mark.text else ""))
    unknown = material.words("brief.pains.no_cause")
    points = _points_to(material, mark.cause) if mark.cause else unknown
    weight = material.words("brief.of_three", n=material.words.number(mark.weight))
    return Row((what, plain(points), plain(weight), material.evidence(mark.evidence or step.evidence)))


def _points_to(material: Material, cause: PainCause) -> str:
    """What the cause means, and the rows or columns it points to by name."""
    target = material.framework.cause(cause)
    names = [material.framework.name(one) for one in (*target.experiences, *target.architectures)]
    return f"{target.text} → {material.words.listed(names)}" if names else target.text


def _inbox(material: Material, journey: Journey) -> list[Block]:
    """Steps that have no place on the map yet are named, never dropped."""
    waiting = [s.title for s in material.project.steps_of(journey.id) if not (s.phase and s.lane)]
    if not waiting:
        return []
    words = material.words
    heading = Paragraph(plain(words("brief.journey.inbox")), "heading")
    return [heading, Paragraph(plain(words.listed(waiting)), "body")]
