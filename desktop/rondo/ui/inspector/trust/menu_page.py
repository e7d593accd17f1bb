"""The questions about a menu, and about one of its rules: when they move, and whether they are asked."""

from __future__ import annotations

from rondo.figures.matrices.matrix_entries import title_of
from rondo.ui.fields import ChoiceField, Option, TextField
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.pieces.jump_list import JumpList, Lead
from rondo.ui.inspector.pieces.options import capital, segments
from rondo.ui.inspector.pieces.title_field import TitleField
from rondofile.kinds import EditKind
from rondofile.records import Menu, MenuRule, Placement


class MenuPage(Page):
    """One menu."""

    noun = Menu
    kind = EditKind.SET_MENU
    room = "menu"

    def build(self) -> None:
        """Its name, for whom, and the offers on it."""
        words, name = self.words, self.words("menus.q_name")
        self.title(TitleField(self.desk, name, placeholder=name), "name", self.kind)
        anybody = capital(words("menus.anybody"))
        self.segment = ChoiceField(self.desk, words("menus.q_segment"), (), anybody, folded=True)
        self.ask(self.segment, "segment")
        self.leads = self.put(JumpList(self.desk))
        self.leads.followed.connect(self.go)

    def follow(self) -> None:
        self.segment.set_options(segments(self.desk, self.project))
        offers = self.project.choices_of(self.ids[0])
        self.leads.show_leads(
            [Lead(Placement, one.id, title_of(self.project, one, self.words)) for one in offers]
        )


class MenuRulePage(Page):
    """One rule of a menu."""

    noun = MenuRule
    kind = EditKind.SET_RULE
    room = "menu_rule"

    def build(self) -> None:
        """From where to where; when; asked or not."""
        words = self.words
        self.name = self.name_it()
        like = words("menus.q_condition_like")
        field = TextField(self.desk, words("menus.q_condition"), placeholder=like)
        self.head = self.ask(field, "condition")
        answers = [Option(True, words("menus.yes")), Option(False, words("menus.no"))]
        unknown = words("inspector.not_known")
        self.ask(ChoiceField(self.desk, words("menus.q_asks"), answers, unknown), "asks_first")

    def follow(self) -> None:
        """Which two offers it joins."""
        found = self.project.get(MenuRule, self.ids[0])
        ends = (self.project.get(Placement, key) for key in (found.source, found.target))
        self.name.setText(" → ".join(title_of(self.project, end, self.words) for end in ends))
