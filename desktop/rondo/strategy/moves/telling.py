"""A move in words: what to think of, why, each reason with the thing it speaks of, and what it weighs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from rondo.strategy.framework.whole import Framework
from rondo.strategy.moves.candidate import Candidate, Rule
from rondo.strategy.moves.empty_cells import CellPrompt
from rondo.strategy.moves.hurting import Hurting
from rondo.strategy.moves.people import People
from rondo.strategy.moves.seats import CROWD, Cell, Seats
from rondo.strategy.sentences.telling import one_line
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Placement, Record, Segment, Situation, Step

MOST = 3
"""So many facts of one kind are named; the others are counted."""
_SIGNS = {"row": "→", "column": "↓", "organisation": "↺"}
_SURE = ((0.95, "seen"), (0.6, "said"), (0.0, "assumed"))


class Reason(Struct, frozen=True):
    """One reason: what, how it speaks for the move, and the record it is about (`noun` None: no record).
    `sign`: → for the row, ↓ for the column, or the mark of an organisation; the note says the same."""

    text: str
    note: str = ""
    sign: str = ""
    noun: type[Record] | None = None
    key: str = ""


class Told(Struct, frozen=True):
    """A move as it is read: a title, its rule in a few words, reasons, and why it stands where it stands."""

    title: str
    rule: str
    reasons: tuple[Reason, ...]
    weighed: str


class Teller:
    """Tells the moves and prompts of one project in one language."""

    def __init__(self, project: Project, framework: Framework, words: Words) -> None:
        self._project, self._framework, self._words = project, framework, words
        self._seats = Seats(project)

    def move(self, one: Candidate) -> Told:
        """The move with all its grounds."""
        words = self._words
        reasons = tuple(self._reasons(one))
        return Told(self._title(one), words(f"moves.rule.{one.rule}"), reasons, self.weighed(one))

    def prompt(self, prompt: CellPrompt, standing: bool = True) -> tuple[Reason, ...]:
        """What speaks for one cell: pains, who values its row, whether it is crowded, and unless that stands
        beside it who holds it; maybe nothing."""
        return (
            *self._pains("row", prompt.row),
            *self._pains("column", prompt.column),
            *self._wanting(prompt.wanted_by),
            *self._standing(prompt, standing),
        )

    def weighed(self, one: Candidate) -> str:
        """How much is at stake, for how many, how well it is known: the terms by which moves are ranked."""
        words = self._words
        stake = next(
            key for least, key in ((0.75, "much"), (0.5, "some"), (0.0, "little")) if one.impact >= least
        )
        sure = next(key for least, key in _SURE if one.evidence >= least)
        share = words.number(round(100 * one.reach))
        people = words("moves.people", share=share) if self._is_sized(one) else words("moves.people.unknown")
        return " · ".join((words(f"moves.stake.{stake}"), people, words(f"moves.sure.{sure}")))

    def cell(self, cell: Cell) -> str:
        """Curated offering × connected retailer."""
        row, column = cell
        return self._words("moves.cell", row=self._framework.name(row), column=self._framework.name(column))

    def people(self, people: People) -> str:
        """A segment by its name, or with its situation."""
        name = one_line(people.segment.name) or self._words("telling.unnamed.segment")
        if people.situation is None:
            return name
        return self._words("matrix_figure.situation", segment=name, situation=one_line(people.situation.name))

    def offer(self, offer: Placement) -> str:
        """An offer sentence, or a plain phrase where it has none."""
        return one_line(offer.offer) or self._words("telling.unnamed.offer")

    def _is_sized(self, one: Candidate) -> bool:
        """Whether somebody said how many people a move is for; else its share is only a stand-in."""
        found = [one.segment, *(people.segment for people in one.people)]
        if not one.people and one.segment is None:
            found = [self._project.find(Segment, offer.card_ref) for offer in one.offers]
        known = [segment for segment in found if segment is not None]
        return bool(known) and all(segment.size is not None for segment in known)

    def _title(self, one: Candidate) -> str:
        words, framework = self._words, self._framework
        who = one_line(one.segment.name) if one.segment else words("moves.everybody")
        rows = self._either([framework.name(row) for row in one.rows])
        columns = self._either([framework.short(column) for column in one.columns])
        key = f"moves.title.{one.rule}"
        if one.rule in (Rule.HELD, Rule.CROWDED):
            return words(key, cell=self.cell(one.cells[0]), n=len(self._seats.players(*one.offers)))
        if one.rule is Rule.GAP:
            return words(key, offer=self.offer(one.offers[0]))
        if one.rule is Rule.SITUATION:
            return words(key, people=self.people(one.people[0]))
        return words(key, rows=rows, columns=columns, who=who)

    def _reasons(self, one: Candidate) -> Iterator[Reason]:
        kind = "organisation" if one.rule is Rule.ORGANISATION else "row"
        yield from self._pains(kind, one.row_pains)
        yield from self._pains("column", one.column_pains)
        yield from self._wanting(one.people)
        for text, step in one.lacking[:MOST]:
            note = self._words("moves.lacks")
            yield Reason(text, note, "✗", Step if step else None, step.id if step else "")
        yield from self._more(len(one.lacking))
        if one.rule in (Rule.ONE_SIZE, Rule.SITUATION):
            yield from self._all_there(one)
        elif one.rule is Rule.BOTH:
            yield from self._others(tuple(o for cell in one.cells for o in self._seats[cell].attackers))
        elif one.rule is not Rule.GAP:
            yield from self._others(one.offers)

    def _all_there(self, one: Candidate) -> Iterator[Reason]:
        """The one cell in which all of them are served, and how."""
        if one.offers and one.cells:
            note = self._words("moves.all-there", cell=self.cell(one.cells[0]))
            yield Reason(self.offer(one.offers[0]), note, "●", Placement, one.offers[0].id)

    def _pains(self, kind: str, pains: Sequence[Hurting]) -> Iterator[Reason]:
        for pain in pains[:MOST]:
            mark, step = pain.hurt.mark, pain.hurt.step
            cause = self._framework.cause(mark.cause).name if mark.cause else ""
            title = one_line(step.title) or self._words("telling.unnamed.step")
            text = self._words("telling.quoted", text=one_line(mark.text)) if mark.text.strip() else ""
            note = self._words(f"moves.points.{kind}", step=title, cause=cause)
            yield Reason(text or self._words("moves.pain"), note, _SIGNS[kind], Step, step.id)
        yield from self._more(len(pains))

    def _wanting(self, people: Iterable[People]) -> Iterator[Reason]:
        for one in people:
            wish = one.wish(self._project)
            if wish is not None:
                note = self._words("moves.values", row=self._framework.name(wish.experience))
                kind, key = (Situation, one.situation.id) if one.situation else (Segment, one.segment.id)
                yield Reason(self.people(one), note, _SIGNS["row"], kind, key)

    def _standing(self, prompt: CellPrompt, names_holders: bool) -> Iterator[Reason]:
        """Who stands in the cell: only others, or so many that we must differ."""
        seat = prompt.seat
        if seat.is_held and names_holders:
            yield from self._others(seat.attackers)
        names = self._seats.players(*seat.decided, *seat.attackers, *seat.others)
        if seat.decided and len(names) >= CROWD:
            listed = self._words.listed([one_line(player.name) for player in names])
            yield Reason(listed, self._words("moves.crowd"))

    def _others(self, offers: Sequence[Placement]) -> Iterator[Reason]:
        for offer in offers[:MOST]:
            player = self._project.player_of(offer)
            name = one_line(player.name) if player else ""
            kind = self._framework.name(player.kind) if player else ""
            note = self._words("moves.there", name=name, kind=kind)
            sign = self._framework.mark(player.kind) if player else ""
            yield Reason(self.offer(offer), note, sign, Placement, offer.id)
        yield from self._more(len(offers))

    def _more(self, n: int) -> Iterator[Reason]:
        if n > MOST:
            yield Reason(self._words.count("moves.more", n - MOST))

    def _either(self, texts: Sequence[str]) -> str:
        """Texts of which one will do: a, b or c."""
        if len(texts) < 2:
            return "".join(texts)
        inside = [texts[0], *(text[:1].lower() + text[1:] for text in texts[1:])]
        before = self._words("list.comma").join(inside[:-1])
        return self._words("moves.or", before=before, last=inside[-1])
