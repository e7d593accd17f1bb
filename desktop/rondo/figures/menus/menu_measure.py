"""A menu measured: a column for each offer, a band for each row, a track for each rule; nothing is cut."""

from __future__ import annotations

from msgspec import Struct, field

from rondo.figures.lettering import Lettering
from rondo.figures.matrices.matrix_entries import sentence_case, subject_of, title_of
from rondo.strategy.framework.whole import Framework
from rondo.strategy.menus import lacks_way_out
from rondo.text.shaped import Block
from rondo.words import Words
from rondofile.enums import Experience
from rondofile.project import Project
from rondofile.records import MenuRule, Placement

HEAD, SIDE, PAD, TRACK = 96.0, 10.0, 6.0, 5.0
"""Points: the names of the rows, the room beside a card, inside it, and around a track."""
WIDEST, READABLE, LEAST = 190.0, 104.0, 40.0
"""How wide a card is at most; how wide its column and how high a band are at least."""
CORNER, NARROWEST = 9.0, 52.0
"""The room that a rule leaves for the corners of its way, and how wide it is at least."""
Texts = tuple[tuple[Block, str], ...]


def least_width(project: Project, menu: str) -> float:
    """Points below which the words on the cards would break letter by letter."""
    return HEAD + READABLE * max(len(project.choices_of(menu)), 2)


class Card(Struct):
    """An offer of the menu."""

    offer: Placement
    texts: Texts
    x: float
    width: float
    height: float
    y: float = 0.0


class Way(Struct):
    """A rule: from which edge it leaves, on which side of the cards it arrives, and where on both."""

    rule: MenuRule
    source: Card
    target: Card
    leaves: str
    side: str
    label: Block
    x1: float = 0.0
    x2: float = 0.0
    y: float = 0.0

    @property
    def role(self) -> str:
        """The role of its line; a rule that does not say when is a question."""
        return "accent" if self.rule.condition.strip() else "warn"


class Band(Struct):
    """One of the rows, with what stands in it."""

    experience: Experience | None
    head: Texts
    cards: list[Card] = field(default_factory=list)
    above: list[Way] = field(default_factory=list)
    below: list[Way] = field(default_factory=list)
    y: float = 0.0
    height: float = 0.0


class Measure:
    """Bands with their cards and ways, in their places."""

    def __init__(
        self, project: Project, menu: str, framework: Framework, words: Words, pen: Lettering, width: float
    ) -> None:
        self.project, self.menu, self.framework, self.words = project, menu, framework, words
        self.pen, self.width = pen, width
        self.head = min(HEAD, width * 0.3)
        offers = project.choices_of(menu)
        self.column = (width - self.head) / max(len(offers), 2)
        self.cards = {offer.id: self._card(offer, at) for at, offer in enumerate(offers)}
        self.bands = self._bands()
        self.ways = self._ways()
        self.height = self._stand()

    def _card(self, offer: Placement, at: int) -> Card:
        words, pen, framework = self.words, self.pen, self.framework
        wide = min(self.column - 2 * SIDE, WIDEST)
        room = wide - 2 * PAD
        place = framework.short(offer.architecture) if offer.architecture is not None else ""
        subject = subject_of(self.project, offer, words)
        facts = [fact for fact in (subject, place, framework.name(offer.state)) if fact]
        texts = [
            (pen.block(title_of(self.project, offer, words), "title", room), "ink"),
            (pen.block(" · ".join(facts), "small", room), "ink-secondary"),
        ]
        if lacks_way_out(self.project, self.menu, offer):
            texts.append((pen.block(words("menus.short_no-way-out"), "body", room), "warn"))
        high = sum(block.height for block, _ in texts) + 2 * PAD
        x = self.head + at * self.column + (self.column - wide) / 2
        return Card(offer, tuple(texts), x, wide, high)

    def _bands(self) -> list[Band]:
        """The four rows, and the place off the grid where an offer of the menu stands there."""
        rows: list[Experience | None] = list(Experience)
        if any(card.offer.experience is None for card in self.cards.values()):
            rows.append(None)
        bands = [Band(row, self._head(row)) for row in rows]
        for card in self.cards.values():
            bands[rows.index(card.offer.experience)].cards.append(card)
        return bands

    def _head(self, row: Experience | None) -> Texts:
        framework, room = self.framework, self.head - PAD
        name = self.pen.block(sentence_case(framework.name(row)), "title", room)
        short = self.pen.block(framework.short(row), "small", room)
        return (name, "ink"), (short, "ink-secondary")

    def _ways(self) -> list[Way]:
        found: list[Way] = []
        order = {card.offer.id: at for at, band in enumerate(self.bands) for card in band.cards}
        for rule in self.project.rules_of(self.menu):
            source, target = self.cards.get(rule.source), self.cards.get(rule.target)
            if source is None or target is None or source is target:
                continue
            up = order[rule.target] < order[rule.source]
            leaves = "top" if order[rule.target] <= order[rule.source] else "bottom"
            side = "bottom" if up else "top"
            found.append(Way(rule, source, target, leaves, side, self.pen.block("", "small")))
        self._dock(found)
        for way in found:
            way.label = self._label(way.rule, abs(way.x2 - way.x1))
            band = self.bands[order[way.rule.target]]
            (band.below if way.side == "bottom" else band.above).append(way)
        return found

    def _dock(self, ways: list[Way]) -> None:
        """Where ways leave and arrive: along each edge in the order of where they come from or go to."""
        for card in self.cards.values():
            for edge in ("top", "bottom"):
                out = [(way.target.x, 0, way) for way in ways if way.source is card and way.leaves == edge]
                into = [(way.source.x, 1, way) for way in ways if way.target is card and way.side == edge]
                ends = sorted([*out, *into], key=lambda end: end[:2])
                for at, (_, arrives, way) in enumerate(ends, 1):
                    x = card.x + card.width * at / (len(ends) + 1)
                    way.x1, way.x2 = (way.x1, x) if arrives else (x, way.x2)

    def _label(self, rule: MenuRule, across: float) -> Block:
        words = self.words
        asked = {True: "menus.asks", False: "menus.asks_not", None: "menus.asks_unknown"}[rule.asks_first]
        condition = rule.condition.strip() or words("menus.no_condition")
        text = words("menus.rule", condition=condition, asked=words(asked))
        room = max(across - 2 * CORNER, NARROWEST)
        wide = max(line.width for line in self.pen.block(text, "small", room).lines)
        return self.pen.block(text, "small", min(wide + 0.5, room), "center")

    def _stand(self) -> float:
        """Everything has its height; answers that of the whole."""
        y = 0.0
        for band in self.bands:
            band.y, at = y, y + TRACK
            for way in band.above:
                way.y = at + way.label.height / 2
                at += way.label.height + TRACK
            high = max([*(card.height for card in band.cards), LEAST - 2 * TRACK])
            for card in band.cards:
                card.y = at + (high - card.height if band.below and not band.above else 0.0)
            at += high + TRACK
            for way in band.below:
                way.y = at + way.label.height / 2
                at += way.label.height + TRACK
            head = sum(block.height for block, _ in band.head) + 2 * TRACK
            band.height = max(at - y, head, LEAST)
            y += band.height
        return y
