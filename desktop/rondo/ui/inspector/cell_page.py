"""A cell of the matrix: why to think of it, our own idea, who is there, sourced examples, what it needs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from rondo.strategy.framework.cell_parts import Example
from rondo.strategy.moves.borrow import Model, model_of, model_of_offer
from rondo.strategy.sentences.focus import is_own
from rondo.ui.cells.borrowing import ask_for_whom, borrow, show_borrowed
from rondo.ui.cells.ideas import Spot, make_offer, sheet_of
from rondo.ui.cells.reasons import Reasons
from rondo.ui.fields import TextField
from rondo.ui.fields.field import said
from rondo.ui.inspector.borrowable import Borrowable
from rondo.ui.inspector.offers.behind_part import BehindPart
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.pieces.jump_list import JumpList, Lead
from rondo.ui.inspector.pieces.part import Part, TextPart
from rondo.ui.inspector.pieces.push import push, push_for
from rondo.ui.selection import Cell
from rondofile.edits import Edit
from rondofile.enums import Architecture, Experience, PlayerKind
from rondofile.kinds import EditKind
from rondofile.nouns import cell_sheets
from rondofile.project import Project
from rondofile.records import Placement


class CellPage(Page):
    """`ids` holds the keys of row and column; an empty key where there is none."""

    noun = Placement
    kind = EditKind.WRITE_CELL
    room = "cell"

    @staticmethod
    def ids_of(cell: Cell) -> tuple[str, ...]:
        """What the page is about while that cell is chosen."""
        return tuple(part.value if part is not None else "" for part in cell)

    def build(self) -> None:
        """Headings with their texts, filled for each cell."""
        words = self.words
        self.told = Reasons(self.desk)
        self.heading = self.name_it()
        self.meaning = self.caption("", "")
        self.question = self._part("inspector.cell.ask")
        self.idea = self._own("idea", words("inspector.cell.idea"), words("inspector.cell.idea_like"))
        self.make = self.put(push(self.desk.look, words("inspector.cell.make"), self._make))
        self.put(push_for(self.desk, "strategy.new-offer"))
        self.why = self.put(Part(self.desk, words("inspector.cell.why")))
        self.reasons = self.why.add(JumpList(self.desk))
        self.reasons.followed.connect(self.go)
        there = self.put(Part(self.desk, words("inspector.cell.there")))
        self.there = there.add(JumpList(self.desk, words("inspector.cell.nobody")))
        self.there.followed.connect(self.go)
        self.only_others = there.add(said(words("inspector.cell.only_others"), "hint"))
        self.theirs = there.add(push(self.desk.look, words("borrow.theirs"), self._ask_whose))
        self.behind = self.put(BehindPart(self.desk))
        self.behind.leads.followed.connect(self.go)
        self.others = self.put(Part(self.desk, words("inspector.cell.examples")))
        self.examples = [self.others.add(Borrowable(self.desk)) for _ in range(self._most_examples())]
        for example in self.examples:
            example.wanted.connect(self._borrow)
        self.information = self._part("inspector.cell.information")
        self.own_information = self._own("information", words("inspector.cell.information"), quiet=True)
        self.incentives = self._part("inspector.cell.incentives")
        self.own_incentives = self._own("incentives", words("inspector.cell.incentives"), quiet=True)
        self.needs = self._part("inspector.cell.needs")
        self.works = self._part("inspector.cell.works")

    @property
    def cell(self) -> Cell:
        """The cell that is explained."""
        experience, architecture = self.ids
        return (
            Experience(experience) if experience else None,
            Architecture(architecture) if architecture else None,
        )

    def is_there(self, key: str) -> bool:
        """A cell always is."""
        return True

    def show_things(self, ids: Sequence[str]) -> None:
        """The texts of the cell stand there."""
        super().show_things(ids)
        experience, architecture = self.cell
        column = self.framework.architecture(architecture) if architecture is not None else None
        row = self.framework.name(experience)
        cross = self.words("inspector.cell.cross", row=row, column=column.name) if column else row
        self.heading.setText(cross)
        if experience is None:
            off = self.framework.off_grid
            self._fill_texts(off.meaning, off.ask, "", "", "", off.works, ())
        elif architecture is not None:
            cell, text = self.framework.cell(experience, architecture), self.framework.experience(experience)
            self._fill_texts(
                f"{cell.line} {cell.meaning}",
                cell.question,
                text.needs,
                cell.information,
                cell.incentives,
                text.works,
                cell.examples,
            )

    def describe(self) -> str:
        experience, architecture = self.cell
        parts = [self.framework.short(experience)]
        if architecture is not None:
            parts.append(self.framework.short(architecture))
        return " · ".join(parts)

    @property
    def spot(self) -> Spot | None:
        """The cell, where it is one of the twenty."""
        row, column = self.cell
        return (row, column) if row is not None and column is not None else None

    def follow(self) -> None:
        """Who is there now, and what speaks for the cell."""
        offers = [
            one for one in self.project.all(Placement) if (one.experience, one.architecture) == self.cell
        ]
        self.there.show_leads([self._lead(offer) for offer in offers])
        self.behind.show_offers(self.project, offers)
        spot, writes = self.spot, not self.desk.session.read_only
        theirs = self._theirs()
        self.theirs.setVisible(spot is not None and writes and bool(theirs))
        either = any(map(self._is_afar, theirs))
        self.theirs.say(self.words("borrow.theirs_either" if either else "borrow.theirs"))
        for field in (self.idea, self.own_information, self.own_incentives):
            field.setVisible(spot is not None)
        sheet = sheet_of(self.project, spot) if spot is not None else None
        self.make.setVisible(writes and sheet is not None and bool(sheet.idea.strip()))
        self.only_others.setVisible(spot is not None and self.told.prompts()[spot].seat.is_held)
        reasons = self._reasons(spot) if spot is not None else []
        self.reasons.show_leads(reasons)
        self.why.setVisible(bool(reasons))

    def _reasons(self, spot: Spot) -> list[Lead]:
        """Why the cell is worth a thought, each reason with what it speaks of."""
        told = self.told.of(spot, standing=False)
        return [Lead(one.noun or Placement, one.key, one.text, one.note, one.sign) for one in told]

    def _theirs(self) -> list[Placement]:
        """What other organisations of the project do in this cell."""
        return [
            one
            for one in self.project.all(Placement)
            if (one.experience, one.architecture) == self.cell and not is_own(self.project, one)
        ]

    def _ask_whose(self) -> None:
        """Whose offer is borrowed. One of another industry may be a threat too, once somebody does the same
        for our customers; a rival's is one already."""
        theirs = self._theirs()
        models = [model_of_offer(self.project, offer, self.words) for offer in theirs]
        afar = [model for offer, model in zip(theirs, models, strict=True) if self._is_afar(offer)]
        if len(models) == 1 and not afar:
            self._borrow(models[0], False)
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for model, threat in (*((one, False) for one in models), *((one, True) for one in afar)):
            text = self.words("borrow.reason", name=model.name, does=model.does)
            if afar:
                how = self.words("borrow.as-threat" if threat else "borrow.as-idea")
                text = self.words("borrow.either", how=how, what=text)
            menu.addAction(text.replace("&", "&&")).triggered.connect(
                partial(self._borrow_chosen, model, threat)
            )
        menu.popup(QCursor.pos())

    def _is_afar(self, offer: Placement) -> bool:
        player = self.project.player_of(offer)
        return player is not None and player.kind is PlayerKind.OTHER_INDUSTRY

    def _borrow_chosen(self, model: Model, threat: bool, _checked: bool = False) -> None:
        self._borrow(model, threat)

    def _borrow(self, model: Model, threat: bool) -> None:
        """The example stands in this cell, for the customers that are asked for."""
        desk, spot = self.desk, self.spot
        if spot is not None and not desk.session.read_only:
            ask_for_whom(
                desk,
                self,
                QCursor.pos(),
                lambda who: borrow(desk, model, spot, who, threat, lambda key: show_borrowed(desk, key)),
            )

    def _make(self) -> None:
        """Our idea stands in the cell as an offer."""
        self.idea.commit()
        spot = self.spot
        if spot is not None and (text := str(self.idea.value()).strip()):
            ask_for_whom(
                self.desk,
                self,
                QCursor.pos(),
                lambda who: make_offer(
                    self.desk, spot, text, who, lambda key: self.desk.selection.choose(Placement, key)
                ),
            )

    def _own(self, attribute: str, label: str, like: str = "", quiet: bool = False) -> TextField:
        """Our own words on the cell."""
        like = like or self.words("inspector.cell.own_like")

        def read(project: Project, _: str) -> str:
            sheet = sheet_of(project, self.spot) if self.spot is not None else None
            return str(getattr(sheet, attribute)) if sheet is not None else ""

        def write(edit: Edit, ids: Sequence[str], value: str) -> None:
            cell_sheets.write(edit, Experience(ids[0]), Architecture(ids[1]), **{attribute: value})

        field = TextField(self.desk, label, placeholder=like, quiet=quiet)
        return self.ask_so(field, read, write)

    def _lead(self, offer: Placement) -> Lead:
        player = self.project.player_of(offer)
        sign = self.framework.mark(player.kind) if player is not None else ""
        name = player.name if player is not None else ""
        note = " · ".join(part for part in (name, self.framework.name(offer.state)) if part)
        text = offer.offer or self.words("telling.unnamed.offer")
        return Lead(Placement, offer.id, text, note, sign, "ink-secondary")

    def _fill_texts(
        self,
        meaning: str,
        question: str,
        needs: str,
        information: str,
        incentives: str,
        works: str,
        examples: Sequence[Example],
    ) -> None:
        self.meaning.setText(meaning)
        for part, text in (
            (self.question, question),
            (self.needs, needs),
            (self.information, information),
            (self.incentives, incentives),
            (self.works, works),
        ):
            part.say(text)
        self.others.setVisible(bool(examples))
        for place, shown in enumerate(self.examples):
            shown.setVisible(place < len(examples))
            if place < len(examples):
                shown.say(model_of(examples[place], self.framework))

    def _part(self, key: str) -> TextPart:
        return self.put(TextPart(self.desk, self.words(key)))

    def _most_examples(self) -> int:
        return max(len(cell.examples) for cell in self.framework.cells)
