"""A single change in words: a phrase below the step it is about, and the same phrase with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rondo.strategy.changes.change import Change, ChangeKind, is_worse
from rondo.strategy.framework.whole import Framework
from rondo.words import Words
from rondofile.enums import Actor, Identity, Phase
from rondofile.project import Project
from rondofile.records import Link, Step

if TYPE_CHECKING:
    from rondo.strategy.changes.change_list import Detail

_NAMES = {ChangeKind.MOVED_PHASE: Phase, ChangeKind.ACTOR: Actor, ChangeKind.IDENTITY: Identity}
_TIMES = (ChangeKind.WAIT, ChangeKind.GAP, ChangeKind.MINUTES)
_LINKED = ("way-", "returns-", "learns-")


class Phrases:
    """Says changes of one project."""

    def __init__(self, project: Project, framework: Framework, words: Words) -> None:
        self._project, self._framework, self._words = project, framework, words

    def detail(self, change: Change) -> Detail:
        """The change as a line of the list."""
        from rondo.strategy.changes.change_list import Detail

        text = self.said(change)
        steps = self.title((change.after or change.before)[0]) if change.after or change.before else ""
        worse = is_worse(change) or change.kind is ChangeKind.ADDED
        if change.kind is ChangeKind.ADDED:
            text = self._words("changes.sad")
        alone = self._words("changes.at", step=steps, change=text) if steps else text
        return Detail(change, text, alone, worse)

    def named(self, before: tuple[Step, ...], after: tuple[Step, ...]) -> str:
        """The steps of both sides by their titles, once where they are called alike."""
        if len(before) == len(after) == 1:
            was, now = self.title(before[0]), self.title(after[0])
        else:
            was, now = (self._words.listed([self.title(step) for step in side]) for side in (before, after))
        if not (was and now) or was == now:
            return was or now
        return self._words("changes.becomes", was=was, now=now)

    def title(self, step: Step) -> str:
        """What a step is called."""
        return step.title.strip() or self._words("telling.unnamed.step")

    def said(self, change: Change) -> str:
        """The change as a phrase."""
        kind = change.kind
        if kind.value.startswith(_LINKED):
            return self._link(change)
        if change.marks:
            return self._mark(change)
        if kind is ChangeKind.REORDERED:
            later = isinstance(change.was, int) and isinstance(change.now, int) and change.now > change.was
            return self._words("changes.later" if later else "changes.earlier")
        if kind is ChangeKind.COST:
            return self._cost(change)
        return self._words(f"changes.{kind}", was=self._value(change, 0), now=self._value(change, 1))

    def _value(self, change: Change, side: int) -> str:
        value, kind = (change.was, change.now)[side], change.kind
        if value is None:
            return self._words("changes.unknown")
        if kind in _TIMES and isinstance(value, int | float):
            return self._words.duration(value)
        if kind is ChangeKind.FEELING:
            return self._words(f"fields.feeling.{value}")
        if kind in _NAMES:
            return self._framework.name(_NAMES[kind](str(value)))
        return str(value)

    def _cost(self, change: Change) -> str:
        if not isinstance(change.was, int) or not isinstance(change.now, int):
            return self._words("changes.cost-known" if change.was is None else "changes.cost-unknown")
        return self._words("changes.cost-more" if change.now > change.was else "changes.cost-less")

    def _mark(self, change: Change) -> str:
        mark, key = change.marks[-1], f"changes.{change.kind}"
        if change.kind is ChangeKind.PAIN_WEIGHT:
            key = "changes.pain-heavier" if is_worse(change) else "changes.pain-lighter"
        text = mark.text.strip()
        step = self.title(change.before[0]) if change.kind is ChangeKind.PAIN_MOVED else ""
        return self._words(key, text=text, step=step) if text else self._words(f"{key}.unnamed", step=step)

    def _link(self, change: Change) -> str:
        link = change.links[-1]
        ends = {"a": self._end(link.source), "b": self._end(link.target)}
        said = self._words(f"changes.{change.kind}", **ends)
        was, now = (self._about(one) for one in (change.links[0], link))
        if len(change.links) > 1 and was != now:
            unknown = self._words("changes.unknown")
            return self._words("changes.link-was", link=said, was=was or unknown, now=now or unknown)
        return self._words("changes.link-about", link=said, about=now) if now else said

    def _end(self, key: str) -> str:
        step = self._project.find(Step, key)
        return self.title(step) if step else ""

    def _about(self, link: Link) -> str:
        """What is said of a link: its words, whom it is about, its level, its share."""
        parts = [link.label.strip()]
        if link.about is not None:
            parts.append(self._framework.name(link.about))
        if link.level is not None:
            parts.append(self._words("changes.level", n=self._words.number(link.level)))
        if link.share is not None:
            parts.append(self._words("changes.share", n=self._words.number(link.share)))
        return self._words("list.comma").join(part for part in parts if part)
