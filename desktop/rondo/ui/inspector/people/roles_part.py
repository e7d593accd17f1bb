"""Who uses it, chooses, pays and consents: they themselves, another segment, or one that is made here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.strategy.people.roles import holder, played_by
from rondo.ui.desk import Desk
from rondo.ui.fields import ChoiceField, Option
from rondo.ui.fields.add_line import AddLine
from rondo.ui.fields.field import said
from rondo.ui.inspector.people.link_button import LinkButton
from rondo.ui.inspector.pieces.jump_list import JumpList, Lead
from rondo.ui.inspector.pieces.options import named_or
from rondo.words import Words
from rondofile.edits import Edit
from rondofile.enums import RoleKind
from rondofile.kinds import EditKind
from rondofile.nouns import segments
from rondofile.project import Project
from rondofile.records import Segment

THEMSELVES = "they themselves"
"""An answer that is no id of a segment: ids never hold a blank."""


def parts_said(project: Project, segment: str) -> int:
    """For how many parts it was said who plays them."""
    return len(project.roles_of(segment))


class RolesPart(QWidget):
    """One choice for each part that is shown, with its reason; below, for whom these people play one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._segment = desk, ""
        self.choices = {kind: RoleChoice(desk, kind) for kind in RoleKind}
        self.played = JumpList(desk)
        self.played.followed.connect(lambda noun, key: desk.selection.choose(noun, key))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.look.px(12))
        for choice in self.choices.values():
            column.addWidget(choice)
        column.addWidget(self.played)

    @staticmethod
    def reasons(words: Words, without: set[RoleKind]) -> Iterator[tuple[RoleKind, str]]:
        """Why each part is asked, but for those that are asked elsewhere."""
        return ((kind, words(f"asking.people.{kind}")) for kind in RoleKind if kind not in without)

    def show_segment(self, segment: str, reasons: Mapping[RoleKind, str]) -> None:
        """Those parts of that segment are asked about."""
        project = self._desk.session.project
        for kind, choice in self.choices.items():
            choice.setVisible(kind in reasons)
            if kind in reasons:
                choice.show_segment(project, segment, reasons[kind])
        self.played.show_leads(
            [
                Lead(Segment, other.id, self._said(kind, other), sign="→", role="ink-tertiary")
                for kind, other in played_by(project, segment)
            ]
        )

    def _said(self, kind: RoleKind, other: Segment) -> str:
        name = named_or(self._desk, other, "segment")
        return self._desk.words(f"inspector.role.{kind}.for", segment=name)


class RoleChoice(QWidget):
    """Who plays one part."""

    def __init__(self, desk: Desk, kind: RoleKind) -> None:
        super().__init__()
        self._desk, self._kind, self._segment = desk, kind, ""
        words = desk.words
        self.field = ChoiceField(
            desk, words(f"inspector.role.{kind}"), (), words("inspector.not_known"), folded=True
        )
        self.field.changed.connect(self._on_changed)
        self.why = said("", "hint")
        asked = words("inspector.role.new")
        self.line = AddLine(desk.look, asked, asked)
        self.line.added.connect(self._on_named)
        self.line.box.left.connect(self._end)
        self.line.hide()
        self.another = LinkButton(desk.look)
        self.another.say(words("inspector.role.another"))
        self.another.clicked.connect(lambda: self._begin())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.look.px(4))
        for widget in (self.field, self.why, self.another, self.line):
            column.addWidget(widget)

    def show_segment(self, project: Project, segment: str, why: str) -> None:
        """That segment is asked about."""
        again, self._segment = segment != self._segment, segment
        if again:
            self._end()
        self.field.set_options(self._options(project, segment))
        known, other = holder(project, segment, self._kind)
        value = other.id if other is not None else THEMSELVES if known else None
        (self.field.begin if again else self.field.set_value)(value)
        self.why.setText(why)
        self.why.setVisible(bool(why))

    def _options(self, project: Project, segment: str) -> list[Option]:
        words = self._desk.words
        others = [one for one in project.all(Segment) if one.id != segment]
        named = [Option(one.id, named_or(self._desk, one, "segment")) for one in others]
        themselves = Option(THEMSELVES, words("inspector.role.themselves"))
        return [themselves, *named]

    def _on_changed(self, value: str | None) -> None:
        segment, kind = self._segment, self._kind
        if value is None:
            self._desk.session.edit(
                EditKind.SET_SEGMENT_ROLE, lambda edit: segments.clear_role(edit, segment, kind)
            )
            return
        other = None if value == THEMSELVES else value
        self._desk.session.edit(
            EditKind.SET_SEGMENT_ROLE, lambda edit: segments.set_role(edit, segment, kind, other)
        )

    def _begin(self) -> None:
        """Another segment can be named; nothing is kept before."""
        self.another.hide()
        self.line.show()
        self.line.box.setFocus()

    def _end(self) -> None:
        self.line.hide()
        self.another.setVisible(not self._desk.session.read_only)

    def _on_named(self, name: str) -> None:
        """The segment is made, and plays the part, in one edit; one that is there is taken."""
        self._end()
        segment, kind = self._segment, self._kind
        there = [one for one in self._desk.session.project.all(Segment) if one.id != segment]
        known = next((one.id for one in there if one.name.strip().casefold() == name.casefold()), None)

        def made(edit: Edit) -> None:
            segments.set_role(edit, segment, kind, known or segments.add(edit, name).id)

        self._desk.session.edit(EditKind.SET_SEGMENT_ROLE, made)
