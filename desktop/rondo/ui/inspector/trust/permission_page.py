"""The questions about one permission: why, who sees it, what comes back, what happens to those who say no."""

from __future__ import annotations

from rondo.ui.fields import ChoiceField, LineField, Option, TextField
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.pieces.options import capital, segments
from rondofile.enums import PermissionBasis, PermissionState
from rondofile.kinds import EditKind
from rondofile.records import Item, Permission


class PermissionPage(Page):
    """One stair of trust."""

    noun = Permission
    kind = EditKind.SET_PERMISSION
    room = "permission"

    def build(self) -> None:
        """Purpose and what comes back first: they decide whether anybody says yes."""
        words = self.words
        self.name = self.name_it()
        states = [Option(one, words(f"permissions.state_{one}")) for one in PermissionState]
        self.ask(ChoiceField(self.desk, words("permissions.q_state"), states, folded=True), "state")
        self.head = self.ask(TextField(self.desk, words("permissions.q_purpose")), "purpose")
        self.ask(TextField(self.desk, words("permissions.q_gives_back")), "gives_back")
        self.ask(TextField(self.desk, words("permissions.q_refusal")), "refusal")
        self.ask(TextField(self.desk, words("permissions.q_withdrawal")), "withdrawal")
        bases = [Option(one, capital(words(f"permissions.basis_{one}"))) for one in PermissionBasis]
        unknown = words("inspector.not_known")
        basis = ChoiceField(self.desk, words("permissions.q_basis"), bases, unknown, folded=True)
        self.ask(basis, "basis")
        everybody, themselves = capital(words("permissions.everybody")), words("permissions.themselves")
        self.segment = ChoiceField(self.desk, words("permissions.q_segment"), (), everybody, folded=True)
        self.ask(self.segment, "segment")
        asked = words("permissions.q_consent_by")
        self.giver = ChoiceField(self.desk, asked, (), themselves, folded=True)
        self.ask(self.giver, "consent_by")
        for field in ("seen_by", "limits", "kept_for"):
            self.ask(LineField(self.desk, words(f"permissions.q_{field}")), field)

    def describe(self) -> str:
        found = self.project.get(Permission, self.ids[0])
        return self.words(f"permissions.state_{found.state}")

    def follow(self) -> None:
        """What it is about, and the segments to choose from."""
        item = self.project.find(Item, self.project.get(Permission, self.ids[0]).item)
        self.name.setText(capital(item.name) if item and item.name else self.words("telling.unnamed.item"))
        for field in (self.segment, self.giver):
            field.set_options(segments(self.desk, self.project))
