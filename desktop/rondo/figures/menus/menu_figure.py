"""The menu drawn: equal rows without a rank, offers as cards in them, rules as arrows that say when."""

from __future__ import annotations

from rondo.figures.lettering import PORTRAIT, Lettering
from rondo.figures.matrices.matrix_cards import state_stroke
from rondo.figures.matrices.matrix_entries import title_of
from rondo.figures.menus.menu_measure import PAD, TRACK, Band, Card, Measure, Texts, Way
from rondo.figures.shapes import Arrow, Figure, Group, Line, Rect, Shape, Stroke
from rondo.figures.theme import Theme
from rondo.strategy.framework.whole import Framework
from rondo.strategy.menus import remarks_of
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.enums import PlayerKind
from rondofile.project import Project
from rondofile.records import Menu

DASHES: dict[bool | None, tuple[float, ...]] = {True: (), False: (4.0, 2.5), None: (1.2, 2.0)}
"""Asked first: whole; not asked: broken; not said: dotted. It stands in words too."""


def menu_figure(
    project: Project,
    menu: str,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    width: float = PORTRAIT,
) -> Figure:
    """One menu. Rows keep the order of the matrix, which is no ladder (*domain* C35)."""
    pen = Lettering.fitting(engine, theme, PORTRAIT)
    measure = Measure(project, menu, framework, words, pen, width)
    found = project.get(Menu, menu)
    shapes: list[Shape] = []
    for at, band in enumerate(measure.bands):
        shapes += _band(measure, band, at)
    cards = [_card(measure, card) for card in measure.cards.values()]
    shapes += [*(_arrow(measure, way) for way in measure.ways), *cards]
    shapes += [_label(measure, way) for way in measure.ways]
    name = found.name or words("menus.unnamed")
    title = words("menus.title", name=name)
    return Figure(width, measure.height + 1, tuple(shapes), title, said(project, menu, words))


def said(project: Project, menu: str, words: Words) -> str:
    """The menu in a sentence, for those who cannot see it."""
    offers, open_ = project.choices_of(menu), remarks_of(project, menu)
    rules = words.number(len(project.rules_of(menu)))
    return words.count("menus.said", len(offers), rules=rules, open=words.number(len(open_)))


def rule_said(project: Project, way: Way, words: Words) -> str:
    """A rule in a sentence."""
    return words(
        "menus.said_rule",
        source=title_of(project, way.source.offer, words),
        target=title_of(project, way.target.offer, words),
        rule=way.label.text,
    )


def _band(measure: Measure, band: Band, at: int) -> tuple[Shape, ...]:
    """The name of a row with a hairline above it."""
    theme, line = measure.pen.theme, Stroke(measure.pen.theme["line"], 0.6)
    rules: list[Shape] = [Line(0.0, band.y, measure.width, band.y, line)] if at else []
    if at == len(measure.bands) - 1:
        low = band.y + band.height
        rules.append(Line(0.0, low, measure.width, low, line))
    texts = _texts(measure, band.head, 0.0, band.y + TRACK + PAD / 2)
    ground = Rect(measure.head, band.y, measure.width - measure.head, band.height, theme["paper"])
    key = f"row-{band.experience or 'none'}"
    name = measure.framework.name(band.experience)
    return (Group(key, (ground, *texts), "row", name), *rules)


def _card(measure: Measure, card: Card) -> Group:
    player = measure.project.player_of(card.offer)
    own = player is None or player.kind is PlayerKind.OWN
    colour = measure.pen.theme["accent" if own else "ink-secondary"]
    stroke = state_stroke(card.offer.state, colour)
    frame = Rect(card.x, card.y, card.width, card.height, measure.pen.theme["surface"], stroke, 5.0)
    texts = _texts(measure, card.texts, card.x + PAD, card.y + PAD)
    title = title_of(measure.project, card.offer, measure.words)
    return Group(f"placement-{card.offer.id}", (frame, *texts), "placement", title)


def _arrow(measure: Measure, way: Way) -> Arrow:
    """Out of the card, along the track of the row it leads to, into the other card."""
    source, target = way.source, way.target
    start = source.y if way.leaves == "top" else source.y + source.height
    end = target.y if way.side == "top" else target.y + target.height
    stroke = Stroke(measure.pen.theme[way.role], 1.0, DASHES[way.rule.asks_first])
    corners = ((way.x1, start), (way.x1, way.y), (way.x2, way.y), (way.x2, end))
    return Arrow(corners, stroke, radius=5.0, head=5.0)


def _label(measure: Measure, way: Way) -> Group:
    """What a rule says, on its track, between the two offers."""
    block, theme = way.label, measure.pen.theme
    wide = min(block.natural_width, block.width)
    x = min(max((way.x1 + way.x2 - wide) / 2, measure.head + PAD), measure.width - wide - PAD)
    y = way.y - block.height / 2
    ground = Rect(x - 2, y - 1, wide + 4, block.height + 2, theme["paper"], None, 2.0)
    text = measure.pen.text(block, x, y, "ink" if way.role == "accent" else "warn")
    said_so = rule_said(measure.project, way, measure.words)
    return Group(f"rule-{way.rule.id}", (ground, text), "rule", said_so)


def _texts(measure: Measure, texts: Texts, x: float, y: float) -> tuple[Shape, ...]:
    shapes = []
    for block, role in texts:
        shapes.append(measure.pen.text(block, x, y, role))
        y += block.height
    return tuple(shapes)
