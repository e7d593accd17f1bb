"""The questions about a customer segment: three first, then what offers need, then what else can be said."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rondo.strategy.people.asking import Needed
from rondo.ui.fields import LineField, TextField
from rondo.ui.inspector.people.person_page import PersonPage
from rondo.ui.inspector.people.question import Question, size_field
from rondo.ui.inspector.people.roles_part import RolesPart, parts_said
from rondo.ui.inspector.pieces.jump_list import JumpList, Lead
from rondo.ui.inspector.pieces.options import named_or
from rondo.ui.inspector.pieces.part import Part
from rondo.ui.inspector.pieces.push import push_for
from rondo.ui.inspector.pieces.title_field import TitleField
from rondofile.kinds import EditKind
from rondofile.records import Segment, Situation


class SegmentPage(PersonPage):
    """One segment."""

    noun = Segment
    kind = EditKind.SET_SEGMENT
    room = "segment"

    def build(self) -> None:
        """Name, three questions, what is needed now, then who they are, who plays which part, the rest."""
        words = self.words
        name = words("inspector.segment.name")
        self.title(TitleField(self.desk, name, placeholder=name), "name", self.kind)
        self.ask_first()
        self.ask_now()
        self.now_size: list[Question] = []
        self.now_parts: RolesPart | None = None
        self.roles: RolesPart | None = None
        self.later_size: list[Question] = []
        self.about = self.section("about", self._about, ("description", "size", "size_unit"))
        self.roles_section = self.section("roles", self._roles)
        self.ask_rest()
        self.inside = self.put(Part(self.desk, words("inspector.segment.situations")))
        self.leads = self.inside.add(JumpList(self.desk, words("inspector.segment.no_situations")))
        self.leads.followed.connect(self.go)
        self.put(push_for(self.desk, "strategy.new-situation"))

    @property
    def scored(self) -> tuple[str, str | None]:
        return self.ids[0], None

    def of_one(self) -> tuple[QWidget, ...]:
        return *super().of_one(), self.roles_section, self.inside

    def said_of_one(self) -> str:
        segment = self.project.get(Segment, self.ids[0])
        if segment.size is None:
            return self.words("inspector.segment.of")
        size = self.words.number(segment.size)
        unit = segment.size_unit or self.words("telling.unit")
        return self.words("inspector.segment.sized", size=size, unit=unit)

    def show_more(self, wanted: Needed) -> None:
        """Size and parts, where an offer needs them; the situations."""
        key = self.ids[0]
        self._show_size(wanted)
        self._show_parts(wanted)
        self.roles_section.set_count(parts_said(self.project, key))
        self.leads.show_leads(
            [
                Lead(Situation, one.id, named_or(self.desk, one, "situation"), one.description)
                for one in self.project.situations_of(key)
            ]
        )

    def _show_size(self, wanted: Needed) -> None:
        if wanted.size is not None and not self.now_size:
            before, self._section = self._section, None
            self.now_size = self._ask_size()
            self._section = before
            for question in self.now_size:
                self.now.column.addWidget(question)
        for question in self.now_size:
            question.setVisible(wanted.size is not None)
        if self.now_size and wanted.size is not None:
            self.now_size[0].say_why(self.because(self.words("asking.people.size"), wanted.size))
        for question in self.later_size:
            question.setVisible(wanted.size is None)

    def _show_parts(self, wanted: Needed) -> None:
        """Whose part an offer makes important is asked now; the others wait."""
        if wanted.parts and self.now_parts is None:
            self.now_parts = RolesPart(self.desk)
            self.now.column.addWidget(self.now_parts)
        if self.now_parts is not None:
            self.now_parts.show_segment(
                self.ids[0],
                {
                    kind: self.because(self.words(f"asking.people.{kind}"), offer)
                    for kind, offer in wanted.parts.items()
                },
            )
            self.now_parts.setVisible(bool(wanted.parts))
        if self.roles is not None:
            self.roles.show_segment(self.ids[0], dict(RolesPart.reasons(self.words, set(wanted.parts))))

    def _about(self) -> None:
        self.ask(TextField(self.desk, self.words("inspector.segment.description")), "description")
        self.later_size = self._ask_size()
        self.later_size[0].say_why(self.words("asking.people.size"))

    def _ask_size(self) -> list[Question]:
        """How many of them there are, and of what that is a part."""
        words = self.words
        like = words("inspector.segment.size_unit_like")
        unit = LineField(self.desk, words("inspector.segment.size_unit"), placeholder=like)
        first = len(self.bound)
        found = []
        for field, attribute in ((size_field(self.desk), "size"), (unit, "size_unit")):
            found.append(self.put(Question(self.desk, field)))
            self._bind(field, self.reader(attribute), self.setter(attribute), self.kind)
        if self.ids:
            self._show_values(self.bound[first:], again=True)
        return found

    def _roles(self) -> None:
        self.roles = self.put(RolesPart(self.desk))
