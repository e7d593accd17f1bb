"""Material: everything a chapter is written from, passed as one value."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct, field

from rondo.brief.blocks import Spans, plain
from rondo.brief.setting import Setting
from rondo.figures.journeys.journey_options import JourneyOptions
from rondo.strategy.framework.whole import Framework
from rondo.strategy.matrix.heat import Heat
from rondo.strategy.sentences import Sentence, Summary, summary
from rondo.text.shaped import Span
from rondo.words import Words
from rondofile.enums import Architecture, CardKind, Evidence, Experience
from rondofile.project import Project
from rondofile.records import Journey, Placement, Segment, Situation, Stretch

EVIDENCE_SIGNS = {Evidence.SEEN: "●", Evidence.SAID: "◐", Evidence.ASSUMED: "○"}


class Material(Struct, frozen=True, dict=True):
    """A project with what is concluded from it, and how it will be set."""

    project: Project
    framework: Framework
    words: Words
    setting: Setting
    maps: JourneyOptions = field(default_factory=JourneyOptions)
    """How journeys are drawn."""
    heat: Heat | None = None
    """What is measured in the cells of the matrix."""

    @cached_property
    def summary(self) -> Summary:
        return summary(self.project, self.framework, self.words)

    def evidence(self, evidence: Evidence | None) -> Spans:
        """The sign and the word of how we know; nothing said counts as assumed."""
        known = evidence or Evidence.ASSUMED
        return plain(f"{EVIDENCE_SIGNS[known]} {self.framework.name(known)}")

    def sentence(self, sentence: Sentence) -> Spans:
        """A sentence with its step titles in bold: they are what a reader looks up on the map."""
        return tuple(
            Span(part.text, weight=600 if part.fact and part.fact.noun == "step" and part.strong else None)
            for part in sentence.parts
            if part.text
        )

    def journey_name(self, journey: Journey) -> str:
        """Its name, or whose journey it is where nobody named it."""
        owner = self.project.find(Segment, journey.segment)
        return journey.name or (owner.name if owner else "") or self.words("brief.journey.unnamed")

    def cell(self, experience: Experience | None, architecture: Architecture | None) -> str:
        """A cell in words: Curated offering × connected producer."""
        row = self.framework.name(experience)
        return f"{row} × {self.framework.name(architecture)}" if architecture else row

    def for_whom(self, placement: Placement) -> str:
        """What an offer is for: a segment, a situation of it, a part of a journey, an activity."""
        kind, ref = placement.card_kind, placement.card_ref
        if kind is CardKind.SITUATION:
            situation = self.project.find(Situation, ref)
            return self.situation_name(situation) if situation else placement.card_text
        found = self.project.find(Segment, ref) if kind is CardKind.SEGMENT else None
        stretch = self.project.find(Stretch, ref) if kind is CardKind.STRETCH else None
        named = found or stretch
        return named.name if named else placement.card_text

    def situation_name(self, situation: Situation) -> str:
        segment = self.project.find(Segment, situation.segment)
        return f"{segment.name} – {situation.name}" if segment else situation.name
