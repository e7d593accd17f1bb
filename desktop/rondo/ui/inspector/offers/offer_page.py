"""The questions about an offer: what we do there, for whom, why this row, why this column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from rondo.strategy.rules import can_place
from rondo.ui.fields import ChoiceField, EvidenceField, LineField, TextField
from rondo.ui.inspector.offers.demands import asked_of
from rondo.ui.inspector.offers.finder import Finder, column_finder, row_finder
from rondo.ui.inspector.offers.needed import needed_of
from rondo.ui.inspector.offers.readings import ReadingList
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.pieces.jump_list import JumpList
from rondo.ui.inspector.pieces.options import cards, evidence_names, named, players
from rondo.ui.inspector.pieces.part import Part
from rondo.ui.inspector.pieces.push import push_for
from rondo.ui.inspector.pieces.title_field import TitleField
from rondofile.edits import Edit
from rondofile.enums import CardKind, PlacementState
from rondofile.kinds import EditKind
from rondofile.nouns import placements
from rondofile.project import Project
from rondofile.records import Placement

REVENUE = ("what", "when", "who", "why", "currency")


class OfferPage(Page):
    """One offer, or several."""

    noun = Placement
    kind = EditKind.SET_OFFER
    room = "offer"

    def build(self) -> None:
        """The sentence first, then whom, when and whose; the two reasons; what the place asks."""
        words = self.words
        self.finding: list[QWidget] = []
        self.finders: dict[str, Finder] = {}
        self._found_for: tuple[str, ...] = ()
        self.readings: ReadingList | None = None
        self.behind = False
        like = words("inspector.offer.sentence_like")
        self.title(
            TitleField(self.desk, words("inspector.offer.sentence"), placeholder=like), "offer", self.kind
        )
        self.put(push_for(self.desk, "strategy.place"))
        states = named(self.framework, PlacementState)
        self.ask(ChoiceField(self.desk, words("inspector.offer.state"), states), "state")
        self.card = ChoiceField(self.desk, words("inspector.offer.card"), (), folded=True)
        self.ask_so(self.card, _card, _set_card)
        self.own_words = self.ask(LineField(self.desk, words("inspector.offer.card_text")), "card_text")
        self.player = ChoiceField(
            self.desk, words("inspector.offer.player"), (), words("inspector.own"), folded=True
        )
        self.ask(self.player, "player")
        self._reason("experience")
        self._reason("architecture")
        self.asks = self.section(
            "asks", self._asks, is_open=True, heading=words("inspector.offer.asks.heading")
        )
        self._ask_evidence()
        paid = [f"revenue_{part}" for part in REVENUE]
        self.section("revenue", self._revenue, paid)
        heading = words("inspector.readings.heading")
        self.contested = self.section("readings", self._readings, heading=heading)

    def describe(self) -> str:
        if len(self.ids) != 1:
            return self.words.count("inspector.offer.several", len(self.ids))
        offer, name = self.project.get(Placement, self.ids[0]), self.framework.name
        parts = [name(offer.experience)]
        if offer.architecture is not None:
            parts.append(self.framework.short(offer.architecture))
        return " · ".join([*parts, name(offer.state)])

    def follow(self) -> None:
        """What there is to choose from, and what the place asks of the journeys behind the offer."""
        one = len(self.ids) == 1
        self.card.set_options(cards(self.desk, self.project))
        self.player.set_options(players(self.desk, self.project))
        offers = [self.project.get(Placement, key) for key in self.present()]
        self.own_words.setVisible(all(offer.card_kind is CardKind.ACTIVITY for offer in offers))
        for widget in (self.head, self.asks, self.contested, *self.finding):
            if widget is not None:
                widget.setVisible(one)
        if one:
            self._follow_one(offers[0])

    def show_things(self, ids: Sequence[str]) -> None:
        """The finders begin anew with every offer."""
        if tuple(ids) != self._found_for:
            self._found_for = tuple(ids)
            for finder in self.finders.values():
                finder.begin(None)
        super().show_things(ids)

    def _follow_one(self, offer: Placement) -> None:
        for place, finder in self.finders.items():
            finder.stand(getattr(offer, place))
        self.contested.set_count(len(self.project.readings_of(offer.id)))
        if self.readings is not None:
            self.readings.show_offer(self.project, offer.id)
        if self.behind:
            self._follow_asked(offer)

    def _follow_asked(self, offer: Placement) -> None:
        asked = asked_of(self.desk, self.project, offer)
        self.why.setText(asked.why)
        self.why.setVisible(bool(asked.why))
        journey = asked.journeys[0].key if asked.journeys else None
        needed = needed_of(self.desk, self.project, offer, journey)
        for part, leads, lines in (
            (self.aware_part, self.aware_leads, needed.aware),
            (self.known_part, self.known_leads, needed.known),
            (self.allowed_part, self.allowed_leads, needed.allowed),
            (self.row_part, self.row_leads, asked.row),
            (self.column_part, self.column_leads, asked.column),
            (self.behind_part, self.behind_leads, asked.journeys),
        ):
            leads.show_leads(lines)
            part.setVisible(bool(lines))

    def _reason(self, place: str) -> None:
        words = self.words
        field = self.ask(TextField(self.desk, words(f"inspector.offer.reason_{place}")), f"reason_{place}")
        heading = words(f"inspector.finder.{place}")
        self.finding.append(
            self.section(f"find_{place}", lambda: self._finder(place, field), heading=heading)
        )

    def _finder(self, place: str, field: TextField) -> None:
        make = row_finder if place == "experience" else column_finder
        finder = self.finders[place] = self.put(make(self.desk))
        finder.reason_wanted.connect(lambda text: self._draft(f"reason_{place}", field, text))
        finder.move_wanted.connect(lambda target: self._move(place, target))

    def _draft(self, attribute: str, field: TextField, text: str) -> None:
        """The sentence joins what was written, once."""
        before = str(field.value())
        if self.ids and text not in before:
            ids, whole = self.ids, f"{before.rstrip()}\n{text}".strip()
            write = self.setter(attribute)
            self.edit(self.kind, lambda edit: write(edit, ids, whole))

    def _move(self, place: str, target: Any) -> None:
        offer = self.project.find(Placement, self.ids[0]) if self.ids else None
        if offer is None:
            return
        cell = (target, offer.architecture) if place == "experience" else (offer.experience, target)
        verdict = can_place(self.project, offer.card_kind, offer.card_ref, *cell)
        if not verdict.allowed:
            self.desk.notices.say(self.words(verdict.reason_key), key="inspector.offer")
            return
        key = offer.id
        self.edit(EditKind.MOVE_OFFER, lambda edit: placements.move(edit, [key], cell))

    def _asks(self) -> None:
        self.why = self.caption("", "hint")
        self.row_part, self.row_leads = self._leads("row")
        self.column_part, self.column_leads = self._leads("column")
        self.aware_part, self.aware_leads = self._leads("aware")
        self.known_part, self.known_leads = self._leads("known")
        self.allowed_part, self.allowed_leads = self._leads("allowed")
        self.behind_part, self.behind_leads = self._leads("behind")
        asking = self.row_leads, self.column_leads, self.aware_leads, self.known_leads, self.allowed_leads
        for leads in asking:
            leads.followed.connect(self.go)
        self.behind_leads.followed.connect(lambda _, key: self.desk.selection.look_at(key))
        self.behind = True

    def _leads(self, what: str) -> tuple[Part, JumpList]:
        part = self.put(Part(self.desk, self.words(f"inspector.offer.asks.{what}"), "caption"))
        return part, part.add(JumpList(self.desk))

    def _ask_evidence(self) -> None:
        field = EvidenceField(self.desk, self.words("inspector.evidence"), evidence_names(self.framework))

        def read(project: Project, key: str) -> Any:
            return project.get(Placement, key).evidence, project.get(Placement, key).source

        self.ask_so(field, read, _set_evidence)

    def _revenue(self) -> None:
        for part in REVENUE:
            self.ask(LineField(self.desk, self.words(f"inspector.offer.revenue_{part}")), f"revenue_{part}")

    def _readings(self) -> None:
        self.readings = self.put(ReadingList(self.desk))


def _card(project: Project, key: str) -> tuple[CardKind, str | None]:
    offer = project.get(Placement, key)
    return offer.card_kind, offer.card_ref


def _set_card(edit: Edit, ids: Sequence[str], card: tuple[CardKind, str | None]) -> None:
    placements.set_fields(edit, ids, card_kind=card[0], card_ref=card[1])


def _set_evidence(edit: Edit, ids: Sequence[str], value: Any) -> None:
    placements.set_fields(edit, ids, evidence=value[0], source=value[1])
