"""The questions about a step, the few that matter first; about several steps, what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rondo.strategy.journeys.journey import actor_of
from rondo.ui.fields import (
    ChoiceField,
    DurationField,
    EvidenceField,
    LineField,
    Option,
    ScoreField,
    TextField,
    TickField,
)
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.pieces.jump_list import JumpList
from rondo.ui.inspector.pieces.options import evidence_names, named
from rondo.ui.inspector.pieces.title_field import TitleField
from rondo.ui.inspector.steps.found_list import FoundList
from rondo.ui.inspector.steps.link_list import link_leads
from rondo.ui.inspector.steps.mark_list import MarkList
from rondo.ui.inspector.steps.origin_list import OriginList
from rondo.ui.inspector.steps.step_feelings import StepFeelings, others
from rondo.ui.inspector.steps.step_information import InformationLists
from rondofile.edits import Edit
from rondofile.enums import Actor, AwareFirst, Identity, MarkKind, Phase, StepKind, Trigger
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.records import Lane, Step


class StepPage(Page):
    """One step or several."""

    noun = Step
    kind = EditKind.SET_STEPS
    room = "step"

    def build(self) -> None:
        """The open questions, then the parts that fold."""
        words = self.words
        self.lane: ChoiceField | None = None
        self.lists: InformationLists | None = None
        self.link_list: JumpList | None = None
        self.mark_lists: list[MarkList] = []
        self.feelings: StepFeelings | None = None
        self.title(
            TitleField(self.desk, words("inspector.step.title"), needed=True), "title", EditKind.RENAME_STEP
        )
        self._ask_first()
        self.pains = self._marks(MarkKind.PAIN, "pains", "add_pain")
        names = named(self.framework, Identity)
        self.ask(self._choice("identity", names, words("inspector.not_known")), "identity")
        self._ask_evidence()
        self.found = self.put(FoundList(self.desk))
        self.found.followed.connect(lambda key: self.go(Step, key))
        self._fold()

    def _fold(self) -> None:
        """The parts that fold, in the order in which they are asked for."""
        self.section("place", self._place, ("phase", "kind", "lane"))
        self.section("time", self._time, ("minutes", "wait_minutes"))
        self.loved = self.section("loved", self._loved)
        self.felt = self.section("felt", self._felt)
        self.information = self.section("information", self._known)
        self.section("begins", self._begins, ("aware_first", "trigger", "channel"))
        self.section("ours", self._ours, ("our_cost", "must_stay"))
        self.section("note", self._note, ("note",), heading=self.words("inspector.note"))
        self.links = self.section("links", self._links)
        self.origins = OriginList(self.desk)
        self.stack(self.origins)

    def describe(self) -> str:
        step = self.project.find(Step, self.ids[0]) if len(self.ids) == 1 else None
        if step is None:
            return self.words.count("inspector.step.several", len(self.ids))
        lane = self.project.find(Lane, step.lane)
        if step.phase is None and lane is None:
            return self.words("inspector.step.inbox")
        parts = [self.framework.name(part) for part in (step.phase, step.kind) if part is not None]
        if lane is not None:
            name = lane.name or self.words("telling.unnamed.lane")
            parts.append(self.words("inspector.step.at_lane", lane=name))
        return " · ".join(parts)

    def follow(self) -> None:
        """Lists and findings of the step; several steps have none in common."""
        one = len(self.ids) == 1
        for widget in (
            self.head,
            self.pains,
            self.found,
            self.loved,
            self.felt,
            self.links,
            self.information,
        ):
            if widget is not None:
                widget.setVisible(one)
        step = self.project.find(Step, self.ids[0]) if one else None
        if step is None:
            self.actor.set_hint("")
        self.origins.setVisible(step is not None and self.origins.show_step(self.project, step))
        self._offer_lanes()
        if step is not None:
            self._follow_one(step)

    def _follow_one(self, step: Step) -> None:
        self.actor.set_hint(self._usual_actor(step))
        for marks in self.mark_lists:
            marks.show_step(self.project, step.id)
        all_marks = self.project.marks_of(step.id)
        self.loved.set_count(sum(mark.kind is not MarkKind.PAIN for mark in all_marks))
        self.felt.setVisible(bool(others(self.project, step)))
        self.felt.set_count(len(self.project.feelings_of(step.id)))
        if self.feelings is not None:
            self.feelings.show_step(self.project, step)
        leads = link_leads(self.desk, self.project, step)
        self.links.set_count(len(leads))
        if self.link_list is not None:
            self.link_list.show_leads(leads)
        if self.lists is not None:
            self.lists.show_step(self.project, step.id)
        self.information.set_count(len(self.project.information_of(step.id)))
        self.found.show_step(step.id)

    def leave(self) -> None:
        """Also what was typed about pains and delights is kept."""
        super().leave()
        if len(self.ids) == 1 and self.is_there(self.ids[0]):
            for marks in self.mark_lists:
                marks.leave()

    def _ask_first(self) -> None:
        words, names = self.words, named(self.framework, Actor)
        self.actor = self.ask(self._choice("actor", names, words("inspector.as_lane")), "actor")
        self.ask(ScoreField(self.desk, words("inspector.step.feeling"), faces=True), "feeling")

    def _ask_evidence(self) -> None:
        field = EvidenceField(self.desk, self.words("inspector.evidence"), evidence_names(self.framework))
        self.ask_so(
            field,
            lambda project, key: (project.get(Step, key).evidence, project.get(Step, key).source),
            _set_evidence,
        )

    def _place(self) -> None:
        words, names = self.words, self.framework
        unknown = words("inspector.not_known")
        moved = EditKind.MOVE_STEPS
        phase = self._choice("phase", named(names, Phase), words("inspector.step.no_phase"))
        self.ask_so(phase, lambda project, key: project.get(Step, key).phase, _set_phase, moved)
        self.ask(self._choice("kind", named(names, StepKind), unknown), "kind")
        self.lane = self._choice("lane", [], words("inspector.step.no_lane"))
        self.ask_so(self.lane, lambda project, key: project.get(Step, key).lane, _set_lane, moved)
        self.ask(TickField(self.desk, words("inspector.step.locked")), "locked")

    def _time(self) -> None:
        self.ask(DurationField(self.desk, self.words("inspector.step.minutes")), "minutes")
        self.ask(DurationField(self.desk, self.words("inspector.step.wait_minutes")), "wait_minutes")

    def _loved(self) -> None:
        self._marks(MarkKind.DELIGHT, "delights", "add_delight")
        self._marks(MarkKind.DRIVER, "drivers", "add_driver")

    def _felt(self) -> None:
        self.feelings = self.put(StepFeelings(self.desk))

    def _marks(self, kind: MarkKind, question: str, add: str) -> MarkList:
        asked, added = self.words(f"inspector.step.{question}"), self.words(f"inspector.step.{add}")
        marks = self.put(MarkList(self.desk, kind, asked, added))
        self.mark_lists.append(marks)
        return marks

    def _known(self) -> None:
        self.lists = self.put(InformationLists(self.desk))

    def _begins(self) -> None:
        words, unknown = self.words, self.words("inspector.not_known")
        self.ask(self._choice("aware_first", named(self.framework, AwareFirst), unknown), "aware_first")
        self.ask(self._choice("trigger", named(self.framework, Trigger), unknown), "trigger")
        self.ask(LineField(self.desk, words("inspector.step.channel")), "channel")
        self.ask(TickField(self.desk, words("inspector.step.same_for_everyone")), "same_for_everyone")

    def _ours(self) -> None:
        words = self.words
        low, high = words("inspector.step.cost_low"), words("inspector.step.cost_high")
        self.ask(ScoreField(self.desk, words("inspector.step.our_cost"), low, high), "our_cost")
        self.ask(TickField(self.desk, words("inspector.step.must_stay")), "must_stay")
        self.ask(LineField(self.desk, words("inspector.step.must_stay_reason")), "must_stay_reason")

    def _note(self) -> None:
        self.ask(TextField(self.desk, self.words("inspector.note_question")), "note")

    def _links(self) -> None:
        self.link_list = self.put(JumpList(self.desk, self.words("inspector.step.no_links")))
        self.link_list.followed.connect(self.desk.selection.choose)

    def _choice(self, attribute: str, options: Sequence[Any], unknown: str) -> ChoiceField:
        question = self.words(f"inspector.step.{attribute}")
        return ChoiceField(self.desk, question, options, unknown, folded=True)

    def _offer_lanes(self) -> None:
        """The lanes to choose from: those of the journey of the steps."""
        step = self.project.find(Step, self.ids[0]) if self.ids else None
        lanes = self.project.lanes_of(step.journey) if step is not None else ()
        unnamed = self.words("telling.unnamed.lane")
        if self.lane is not None:
            self.lane.set_options([Option(lane.id, lane.name or unnamed) for lane in lanes])

    def _usual_actor(self, step: Step) -> str:
        """Who works where nobody is said to: as the lane's role says."""
        if step.actor is not None or step.lane is None:
            return ""
        return self.words("inspector.actor_of_lane", actor=self.framework.name(actor_of(self.project, step)))


def _set_evidence(edit: Edit, ids: Sequence[str], value: Any) -> None:
    evidence, source = value
    steps.set_fields(edit, ids, evidence=evidence, source=source)


def _set_phase(edit: Edit, ids: Sequence[str], phase: Phase | None) -> None:
    steps.set_fields(edit, ids, phase=phase, x=None, y=None)


def _set_lane(edit: Edit, ids: Sequence[str], lane: str | None) -> None:
    steps.set_fields(edit, ids, lane=lane, x=None, y=None)
