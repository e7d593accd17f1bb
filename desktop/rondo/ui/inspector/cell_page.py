"""What a cell of the matrix means: sourced examples, questions to ask, who is there, what it needs."""

from __future__ import annotations

from collections.abc import Sequence

from rondo.strategy.framework_cell_parts import Example
from rondo.ui.inspector.jump_list import JumpList, Lead
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.part import ExamplePart, Part, TextPart
from rondo.ui.inspector.push import push_for
from rondo.ui.selection import Cell
from rondofile.enums import Architecture, Experience
from rondofile.kinds import EditKind
from rondofile.records import Placement


class CellPage(Page):
    """`ids` holds the keys of row and column; an empty key where there is none."""

    noun = Placement
    kind = EditKind.SET_OFFER
    room = "cell"

    @staticmethod
    def ids_of(cell: Cell) -> tuple[str, ...]:
        """What the page is about while that cell is chosen."""
        return tuple(part.value if part is not None else "" for part in cell)

    def build(self) -> None:
        """Headings with their texts, filled for each cell."""
        words = self.words
        self.heading = self.name_it()
        self.meaning = self.caption("", "")
        self.put(push_for(self.desk, "strategy.new-offer"))
        self.question = self._part("inspector.cell.ask")
        there = self.put(Part(self.desk, words("inspector.cell.there")))
        self.there = there.add(JumpList(self.desk, words("inspector.cell.nobody")))
        self.there.followed.connect(self.go)
        self.needs = self._part("inspector.cell.needs")
        self.information = self._part("inspector.cell.information")
        self.incentives = self._part("inspector.cell.incentives")
        self.works = self._part("inspector.cell.works")
        self.others = self.put(Part(self.desk, words("inspector.cell.examples")))
        self.examples = [self.others.add(ExamplePart(self.desk)) for _ in range(self._most_examples())]

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

    def follow(self) -> None:
        """Who is there now."""
        found = [
            one for one in self.project.all(Placement) if (one.experience, one.architecture) == self.cell
        ]
        self.there.show_leads([self._lead(offer) for offer in found])

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
                shown.say(examples[place].name, examples[place].does, self._sources(examples[place]))

    def _sources(self, example: Example) -> str:
        cited = (*example.row_source, *example.column_source)
        return "; ".join(dict.fromkeys(self.framework.cite(citation) for citation in cited))

    def _part(self, key: str) -> TextPart:
        return self.put(TextPart(self.desk, self.words(key)))

    def _most_examples(self) -> int:
        return max(len(cell.examples) for cell in self.framework.cells)
