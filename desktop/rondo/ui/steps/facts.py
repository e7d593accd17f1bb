"""What the cells say, read from the project, with the links by their beginning kept up to date."""

from __future__ import annotations

from msgspec.structs import replace

from rondo.strategy.journeys.journey import actor_of
from rondo.ui.desk import Desk
from rondo.ui.fields.number import say_duration
from rondo.ui.steps.columns import Column
from rondo.ui.steps.lines import Group
from rondofile.changes import ChangeSet
from rondofile.enums import LinkKind, MarkKind
from rondofile.project import Project
from rondofile.records import Lane, Link, Mark, Step

_SIGNS = {LinkKind.RETURNS: "↩ ", LinkKind.LEARNS: "↺ "}


class Facts:
    """Of one journey. Asking for a cell costs the same however many steps there are."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._words, self._framework = desk, desk.words, desk.framework
        self.journey: str | None = None
        self._out: dict[str, list[Link]] = {}

    @property
    def project(self) -> Project:
        return self._desk.session.project

    def begin(self, journey: str | None) -> None:
        """The facts are those of that journey."""
        self.journey, self._out = journey, {}
        for link in self.project.links_of(journey) if journey is not None else ():
            self._out.setdefault(link.source, []).append(link)

    def follow(self, changes: ChangeSet) -> None:
        """The links are as they are after the changes."""
        for before, after in changes.of(Link).values():
            if isinstance(before, Link):
                kept = [link for link in self._out.get(before.source, ()) if link.id != before.id]
                self._out[before.source] = kept
            if isinstance(after, Link) and after.journey == self.journey:
                there = [*self._out.get(after.source, ()), after]
                self._out[after.source] = sorted(there, key=lambda link: (link.position, link.id))

    def out_of(self, step: str) -> list[Link]:
        """The links that begin there, in their order."""
        return self._out.get(step, [])

    def pains(self, step: str) -> list[Mark]:
        """The pains of a step, in their order."""
        return [mark for mark in self.project.marks_of(step) if mark.kind is MarkKind.PAIN]

    def group_name(self, group: Group) -> str:
        """The phase, or what waits."""
        return self._framework.name(group) if group is not None else self._words("steps.waiting")

    def text(self, step: Step, column: Column) -> str:
        """What the cell shows; empty where nothing is known."""
        match column:
            case Column.TITLE:
                return step.title
            case Column.LANE:
                return self._lane(step)
            case Column.WHO:
                known = step.actor is not None or step.lane is not None
                return _capital(self._framework.name(actor_of(self.project, step))) if known else ""
            case Column.KIND:
                return _capital(self._framework.name(step.kind)) if step.kind is not None else ""
            case Column.FEELING:
                return self.feeling(step.feeling)
            case Column.WAIT:
                return say_duration(step.wait_minutes, self._words) if step.wait_minutes is not None else ""
            case Column.PAINS:
                return self._pains(step)
            case Column.GOES_TO:
                return " · ".join(filter(None, map(self.leads, self.out_of(step.id))))

    def written(self, step: Step, column: Column) -> str:
        """What stands in the editor of a cell when it opens."""
        if column is Column.PAINS:
            return next((mark.text for mark in self.pains(step.id)), "")
        return self.text(step, column)

    def said(self, step: Step, column: Column) -> str:
        """The cell for those who cannot see it: also what a sign or a colour says."""
        if column is Column.GOES_TO:
            return self._words("list.comma").join(filter(None, map(self.spoken, self.out_of(step.id))))
        text = self.text(step, column)
        if column is Column.WHO and text and self.is_usual(step):
            return self._words("steps.as_lane", actor=text)
        return text

    def feeling(self, feeling: int | None) -> str:
        """A feeling in words."""
        return _capital(self._words(f"fields.feeling.{feeling}")) if feeling is not None else ""

    def is_usual(self, step: Step) -> bool:
        """Whether who does the work only follows from the lane."""
        return step.actor is None or actor_of(self.project, replace(step, actor=None)) is step.actor

    def leads(self, link: Link) -> str:
        """Where a link leads, with a sign of what kind it is."""
        target = self.project.find(Step, link.target)
        return f"{_SIGNS.get(link.kind, '')}{target.title}" if target is not None else ""

    def spoken(self, link: Link) -> str:
        """Where a link leads, in words."""
        target = self.project.find(Step, link.target)
        if target is None:
            return ""
        known = (LinkKind.NEXT, LinkKind.RETURNS, LinkKind.LEARNS)
        kind = link.kind if link.kind in known else "gives"
        said = self._words(f"canvas_tools.voice_to_{kind}", title=target.title)
        return f"{said} ({link.label})" if link.label else said

    def _lane(self, step: Step) -> str:
        lane = self.project.find(Lane, step.lane)
        return (lane.name or self._framework.name(lane.role)) if lane is not None else ""

    def _pains(self, step: Step) -> str:
        found = self.pains(step.id)
        if not found:
            return ""
        first = found[0].text or self._words("steps.unsaid_pain")
        return first if len(found) == 1 else self._words("steps.more_pains", first=first, more=len(found) - 1)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
