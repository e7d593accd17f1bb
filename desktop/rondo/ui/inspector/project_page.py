"""Nothing is chosen: the journey that is looked at, and under a fold the project itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLabel

from rondo.ui.fields import Field
from rondo.ui.inspector.journey_page import JourneyPage
from rondo.ui.inspector.page import Page, Write
from rondo.words import LANGUAGES
from rondofile.edits import Edit
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions
from rondofile.records import Info, Journey, Placement, Segment


class ProjectPage(Page):
    """`ids` holds the journey that is looked at; an empty id where there is none."""

    noun = Info
    kind = EditKind.SET_PROJECT
    room = "project"

    @staticmethod
    def ids_of(journey: str | None) -> tuple[str, ...]:
        """What the page is about while that journey is looked at."""
        return (journey or "",)

    def build(self) -> None:
        """The journey first, then the project."""
        self.journey = self.put(JourneyPage(self.desk, self))
        self.journey.column.setContentsMargins(0, 0, 0, 0)
        self.nothing = self.caption(self.words("inspector.project.no_journey"), "hint")
        self.facts: QLabel | None = None
        self.section("project", self._project_fields, heading=self.words("inspector.project.heading"))

    def _project_fields(self) -> None:
        from rondo.ui.fields import ChoiceField, DateField, LineField, Option, TextField

        self.facts = self.caption()
        for attribute in ("title", "subtitle", "organisation", "audience", "author"):
            self._ask(LineField(self.desk, self.words(f"inspector.project.{attribute}")), attribute)
        self._ask(TextField(self.desk, self.words("inspector.project.purpose")), "purpose")
        self._ask(DateField(self.desk, self.words("inspector.project.date")), "date")
        languages = [Option(one, self.words(f"inspector.language.{one}")) for one in LANGUAGES]
        question, unknown = self.words("inspector.project.language"), self.words("inspector.not_said")
        choice = ChoiceField(self.desk, question, [*languages, Option("", unknown)])
        self._ask(choice, "language")

    def is_there(self, key: str) -> bool:
        """The project always is."""
        return True

    def show_things(self, ids: Sequence[str]) -> None:
        """The journey is shown with it."""
        super().show_things(ids)
        if ids[0]:
            self.journey.show_things(ids)

    def show_change(self) -> None:
        """The journey follows too."""
        super().show_change()
        if self.ids[0]:
            self.journey.show_change()

    def leave(self) -> None:
        """Also what was typed about the journey is kept."""
        super().leave()
        self.journey.leave()

    def forget(self) -> None:
        """Nothing is shown."""
        super().forget()
        self.journey.forget()

    def follow(self) -> None:
        """How much the project holds."""
        there = bool(self.ids[0])
        self.journey.setVisible(there)
        self.nothing.setVisible(not there)
        self.head = self.journey.head if there else None
        words, project = self.words, self.project
        counts = (
            words.count("inspector.project.journeys", len(project.all(Journey))),
            words.count("inspector.project.segments", len(project.all(Segment))),
            words.count("inspector.project.offers", len(project.all(Placement))),
        )
        if self.facts is not None:
            self.facts.setText(" · ".join(counts))

    def _ask(self, field: Field, attribute: str) -> None:
        self.ask_so(field, lambda project, _: getattr(project.info, attribute), _setter(attribute))


def _setter(attribute: str) -> Write:
    def write(edit: Edit, _: Sequence[str], value: Any) -> None:
        conclusions.set_cover(edit, **{attribute: value})

    return write
