"""The questions about a customer segment: the few that come first, then what would suit them."""

from __future__ import annotations

from rondo.ui.fields import LineField, NumberField, ScoreField, TextField
from rondo.ui.inspector.fit_grid import FitGrid, scores_given
from rondo.ui.inspector.jump_list import JumpList, Lead
from rondo.ui.inspector.options import named_or
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.part import Part
from rondo.ui.inspector.push import push_for
from rondo.ui.inspector.title_field import TitleField
from rondofile.kinds import EditKind
from rondofile.records import Segment, Situation


class SegmentPage(Page):
    """One segment."""

    noun = Segment
    kind = EditKind.SET_SEGMENT
    room = "segment"

    def build(self) -> None:
        """Name, who they are, how many, how much they want to do and share; then the four experiences."""
        words = self.words
        name = words("inspector.segment.name")
        self.title(TitleField(self.desk, name, placeholder=name), "name", self.kind)
        self.ask(TextField(self.desk, words("inspector.segment.description")), "description")
        self.ask(NumberField(self.desk, words("inspector.segment.size"), unit="%", most=100.0), "size")
        like = words("inspector.segment.size_unit_like")
        unit = LineField(self.desk, words("inspector.segment.size_unit"), placeholder=like)
        self.ask(unit, "size_unit")
        self._score("desired_control")
        self._score("privacy_comfort")
        self.fits: FitGrid | None = None
        self.fits_section = self.section("fits", self._fits, heading=words("inspector.fit.heading"))
        part = self.put(Part(self.desk, words("inspector.segment.situations")))
        self.leads = part.add(JumpList(self.desk, words("inspector.segment.no_situations")))
        self.leads.followed.connect(self.go)
        self.put(push_for(self.desk, "strategy.new-situation"))

    def describe(self) -> str:
        segment = self.project.get(Segment, self.ids[0])
        if segment.size is None:
            return self.words("inspector.segment.of")
        size = self.words.number(segment.size)
        unit = segment.size_unit or self.words("telling.unit")
        return self.words("inspector.segment.sized", size=size, unit=unit)

    def follow(self) -> None:
        """What would suit them, and their situations."""
        key, project = self.ids[0], self.project
        self.fits_section.set_count(scores_given(project, key, None))
        if self.fits is not None:
            self.fits.show_fits(project, key, None)
        self.leads.show_leads(
            [
                Lead(Situation, one.id, named_or(self.desk, one, "situation"), one.description)
                for one in project.situations_of(key)
            ]
        )

    def _fits(self) -> None:
        self.fits = self.put(FitGrid(self.desk))

    def _score(self, attribute: str) -> None:
        words = self.words
        low, high = (words(f"inspector.segment.{attribute}.{end}") for end in ("low", "high"))
        self.ask(ScoreField(self.desk, words(f"inspector.segment.{attribute}"), low, high), attribute)
