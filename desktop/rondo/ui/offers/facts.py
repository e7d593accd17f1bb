"""What the cells of the table of offers say, read from the project."""

from __future__ import annotations

from rondo.figures.matrices.matrix_entries import sentence_case, subject_of
from rondo.strategy.people.served import people_of
from rondo.ui.desk import Desk
from rondo.ui.offers.columns import FIELDS, Column
from rondofile.enums import Architecture, Evidence, Experience, PlacementState, PlayerKind
from rondofile.project import Project
from rondofile.records import NOUN_OF, Journey, Placement, Player, Reading, Segment, Situation, Stretch

AROUND = frozenset(NOUN_OF[kind] for kind in (Journey, Player, Reading, Segment, Situation, Stretch))
"""Nouns besides the offer of which something is said in its line."""
_ORDER = {
    kind: {member: at for at, member in enumerate(kind)}
    for kind in (Experience, Architecture, PlacementState, Evidence)
}
_LAST = 99
BREAK = " ↵ "
"""Stands for the end of a line where a text has only one."""


class Facts:
    """Texts are kept until what they say changes, so that sorting and filtering ask for each once."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._words, self._framework = desk, desk.words, desk.framework
        self._kept: dict[str, tuple[Placement, dict[Column, str], list[str]]] = {}

    @property
    def project(self) -> Project:
        return self._desk.session.project

    def forget(self) -> None:
        """Names of segments, organisations or parts are others."""
        self._kept.clear()

    def text(self, offer: Placement, column: Column) -> str:
        """What the cell shows; empty where nothing is known."""
        texts = self._of(offer)[1]
        found = texts.get(column)
        if found is None:
            found = texts[column] = self._text(offer, column)
        return found

    def written(self, offer: Placement, column: Column) -> str:
        """What stands in the editor of a cell when it opens: on one line, with a sign for each break."""
        return self.text(offer, column).replace("\n", BREAK)

    def said(self, offer: Placement, column: Column) -> str:
        """The cell for those who cannot see it: also what a sign says."""
        text = self.text(offer, column)
        if column is Column.OFFER and not text:
            return self._words("matrix_figure.no_offer")
        if column is Column.PLAYER:
            return self._words("offers.said_player", name=text, kind=self._framework.name(self.kind(offer)))
        if column is Column.ARCHITECTURE and offer.architecture is not None:
            name = self._framework.name(offer.architecture)
            return self._words("offers.said_architecture", short=text, name=name)
        return text

    def whole(self, offer: Placement) -> str:
        """Everything that is said of an offer, in small letters, to be searched."""
        found = self._of(offer)[2]
        if not found:
            found.append("\n".join(self.text(offer, column) for column in Column).casefold())
        return found[0]

    def rank(self, offer: Placement, column: Column) -> tuple[object, ...]:
        """Where the offer stands when the table is sorted by a column; what is not known comes last."""
        value = getattr(offer, FIELDS.get(column, ""), None)
        match column:
            case Column.CELL:
                return self._place(offer)
            case Column.EXPERIENCE | Column.ARCHITECTURE | Column.STATE | Column.EVIDENCE:
                return (_ORDER[type(value)][value] if value is not None else _LAST,)
            case Column.PLAYER:
                return (self.kind(offer) is not PlayerKind.OWN, self.text(offer, column).casefold())
            case _:
                text = self.text(offer, column).casefold()
                return (not text, text)

    def kind(self, offer: Placement) -> PlayerKind:
        """What the organisation of an offer is to us."""
        player = self.project.player_of(offer)
        return PlayerKind(player.kind) if player is not None else PlayerKind.OWN

    def segment(self, offer: Placement) -> str | None:
        """The segment an offer is for: named itself, by a situation of it, or by a part of its journey."""
        who = people_of(self.project, offer)
        return who[0] if who is not None else None

    def code(self, offer: Placement) -> str:
        """The cell in short, such as C3; off the grid a line and the column."""
        if offer.experience is not None and offer.architecture is not None:
            return self._framework.cell(offer.experience, offer.architecture).code
        if offer.experience is None and offer.architecture is not None:
            return f"–{_ORDER[Architecture][offer.architecture] + 1}"
        return "" if offer.experience is None else f"{self._framework.name(offer.experience)[:1]}–"

    def _of(self, offer: Placement) -> tuple[Placement, dict[Column, str], list[str]]:
        """What was read of this offer as it is now."""
        found = self._kept.get(offer.id)
        if found is None or found[0] is not offer:
            found = self._kept[offer.id] = (offer, {}, [])
        return found

    def _place(self, offer: Placement) -> tuple[object, ...]:
        row = _ORDER[Experience].get(offer.experience, _LAST) if offer.experience else _LAST
        column = _ORDER[Architecture].get(offer.architecture, _LAST) if offer.architecture else _LAST
        return (row, column)

    def _text(self, offer: Placement, column: Column) -> str:
        framework = self._framework
        match column:
            case Column.FOR:
                return subject_of(self.project, offer, self._words)
            case Column.CELL:
                return self.code(offer)
            case Column.EXPERIENCE:
                return sentence_case(framework.name(offer.experience))
            case Column.ARCHITECTURE:
                return sentence_case(framework.short(offer.architecture)) if offer.architecture else ""
            case Column.STATE:
                return sentence_case(framework.name(offer.state))
            case Column.PLAYER:
                player = self.project.player_of(offer)
                return player.name if player is not None else self._words("offers.own")
            case Column.EVIDENCE:
                return sentence_case(framework.name(offer.evidence)) if offer.evidence else ""
            case _:
                return str(getattr(offer, FIELDS[column]))
