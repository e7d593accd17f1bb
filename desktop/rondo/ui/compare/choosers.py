"""Which journey is held against the architectures, and how much of it."""

from __future__ import annotations

from rondo.ui.compare.beside import Beside
from rondo.ui.compare.looking import Looking
from rondo.ui.desk import Desk
from rondo.ui.fields import ChoiceField, Option
from rondofile.records import Journey


class Choosers(Beside):
    """The journey that is looked at, and a part of it or the whole."""

    def __init__(self, desk: Desk, looking: Looking) -> None:
        words = desk.words
        journey = ChoiceField(desk, words("compare_view.journey"), folded=True)
        part = ChoiceField(desk, words("compare_view.part"), folded=True)
        super().__init__(journey, part, even=True)
        self.journey, self.part = journey, part
        self._desk, self._looking = desk, looking
        self.row.addStretch(0)
        self.journey.changed.connect(desk.selection.look_at)
        self.part.changed.connect(looking.look_at)
        self.relook()

    def relook(self) -> None:
        """Distances are those of the look."""
        self.row.setSpacing(self._desk.look.px(12))
        for field in (self.journey, self.part):
            field.setMaximumWidth(self._desk.look.px(320))

    def refresh(self) -> None:
        """The lists hold what the project has."""
        project, words = self._desk.session.project, self._desk.words
        chosen = self._desk.selection.journey
        self.journey.set_options(Option(one.id, self._named(one)) for one in project.all(Journey))
        self.journey.set_value(chosen)
        parts = project.stretches_of(chosen) if chosen else ()
        whole = Option(None, words("compare_view.whole"))
        unnamed = words("compare_view.part_unnamed")
        self.part.set_options([whole, *(Option(part.id, part.name or unnamed) for part in parts)])
        self.part.set_value(self._looking.part(project))
        self.part.setVisible(bool(parts))

    def _named(self, journey: Journey) -> str:
        state = self._desk.framework.name(journey.state)
        name = journey.name or self._desk.words("brief.journey.unnamed")
        return self._desk.words("compare_view.journey_state", journey=name, state=state)
