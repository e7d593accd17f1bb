"""The questions about a situation; what it does not say itself is as its segment says."""

from __future__ import annotations

from rondo.ui.fields import ChoiceField, LineField, Option, ScoreField, TextField
from rondo.ui.fields.score import written
from rondo.ui.inspector.fit_grid import FitGrid, scores_given
from rondo.ui.inspector.options import named, named_or
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.title_field import TitleField
from rondofile.enums import Knows
from rondofile.kinds import EditKind
from rondofile.records import Segment, Situation


class SituationPage(Page):
    """One situation."""

    noun = Situation
    kind = EditKind.SET_SITUATION
    room = "situation"

    def build(self) -> None:
        """Knows the need, knows the options, wants to choose; then what would suit them, then the rest."""
        words, unknown = self.words, self.words("inspector.not_known")
        name = words("inspector.situation.name")
        self.title(TitleField(self.desk, name, placeholder=name), "name", self.kind)
        self.description = self.ask(
            TextField(self.desk, words("inspector.situation.description")), "description"
        )
        for attribute in ("knows_need", "knows_options"):
            question = words(f"inspector.situation.{attribute}")
            self.ask(ChoiceField(self.desk, question, named(self.framework, Knows), unknown), attribute)
        self.control = self._score("desired_control", "segment")
        self.ask(LineField(self.desk, words("inspector.situation.own_goal")), "own_goal")
        self.fits: FitGrid | None = None
        self.fits_section = self.section("fits", self._fits, heading=words("inspector.fit.heading"))
        self.section("risk", self._risk, ("predictability", "mistake_cost", "undo_possible"))

    def _fits(self) -> None:
        self.fits = self.put(FitGrid(self.desk))

    def _risk(self) -> None:
        words, unknown = self.words, self.words("inspector.not_known")
        self._score("predictability", "situation")
        self._score("mistake_cost", "situation")
        yes_no = [Option(True, words("inspector.yes")), Option(False, words("inspector.no"))]
        self.ask(ChoiceField(self.desk, words("inspector.situation.undo"), yes_no, unknown), "undo_possible")

    def describe(self) -> str:
        segment = self.project.get(Segment, self.project.get(Situation, self.ids[0]).segment)
        return self.words("inspector.situation.of", segment=named_or(self.desk, segment, "segment"))

    def follow(self) -> None:
        """What the segment says stands where the situation says nothing."""
        situation = self.project.get(Situation, self.ids[0])
        segment = self.project.get(Segment, situation.segment)
        self.description.set_placeholder(segment.description)
        inherits = situation.desired_control is None and segment.desired_control is not None
        answer = written(segment.desired_control) if segment.desired_control is not None else ""
        self.control.set_hint(self.words("inspector.as_segment", answer=answer) if inherits else "")
        self.fits_section.set_count(scores_given(self.project, segment.id, situation.id))
        if self.fits is not None:
            self.fits.show_fits(self.project, segment.id, situation.id)

    def _score(self, attribute: str, noun: str) -> ScoreField:
        words = self.words
        low, high = (words(f"inspector.{noun}.{attribute}.{end}") for end in ("low", "high"))
        return self.ask(ScoreField(self.desk, words(f"inspector.{noun}.{attribute}"), low, high), attribute)
