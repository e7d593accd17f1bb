"""The questions about a link: what it means, how many take it, how long it takes, what is learned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rondo.strategy.journeys.path import main_path
from rondo.strategy.rules import can_connect
from rondo.ui.fields import ChoiceField, DurationField, LineField, NumberField, Option
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.pieces.jump import Jump
from rondo.ui.inspector.pieces.options import capital, named
from rondofile.edits import Edit
from rondofile.enums import About, LinkKind
from rondofile.kinds import EditKind
from rondofile.nouns import links
from rondofile.project import Project
from rondofile.records import Link, Step

MOST = 300
"""So many steps are offered as those that use what is learned."""


class LinkPage(Page):
    """One link or several."""

    noun = Link
    kind = EditKind.SET_LINK
    room = "link"

    def build(self) -> None:
        """From, to, kind, and what goes with the kind."""
        words = self.words
        self.heading = self.name_it()
        self.ends = [self._end("source"), self._end("target")]
        self.sort = ChoiceField(
            self.desk, words("inspector.link.kind"), [self._option(kind) for kind in LinkKind]
        )
        self.mirror(self.sort, "kind")
        self.sort.changed.connect(self._on_sort_changed)
        self.label = self.ask(LineField(self.desk, words("inspector.link.label")), "label")
        self.learned = self.ask(LineField(self.desk, words("inspector.link.learned")), "label")
        self.ask(NumberField(self.desk, words("inspector.link.share"), unit="%", most=100.0), "share")
        self.ask(DurationField(self.desk, words("inspector.link.wait_minutes")), "wait_minutes")
        self._ask_learning()

    def describe(self) -> str:
        if len(self.ids) != 1:
            return ""
        return self.framework.meaning(self.project.get(Link, self.ids[0]).kind) or self.words(
            f"inspector.link.meaning.{self.project.get(Link, self.ids[0]).kind.value}"
        )

    def follow(self) -> None:
        """The ends, and the questions that only a link that learns has."""
        found = [self.project.get(Link, key) for key in self.ids if self.is_there(key)]
        one = len(found) == 1
        self.heading.setText(
            capital(self.framework.name(found[0].kind))
            if one
            else self.words.count("inspector.link.several", len(found))
        )
        learning = all(link.kind is LinkKind.LEARNS for link in found)
        self.user.setVisible(learning and one)
        if learning and one:
            self.user.set_options(self._users(found[0]))
        self.label.setVisible(not learning)
        self.learned.setVisible(learning)
        self.about.setVisible(learning)
        self.level.setVisible(learning)
        self._name_ends(found[0] if one else None)
        level = found[0].level if one else None
        self.level.set_hint(self.framework.level(level).meaning if level is not None else "")

    def _name_ends(self, link: Link | None) -> None:
        for jump, attribute in zip(self.ends, ("source", "target"), strict=True):
            jump.setVisible(link is not None)
            if link is not None:
                step = self.project.get(Step, getattr(link, attribute))
                jump.say(step.title or self.words("telling.unnamed.step"))

    def _option(self, kind: LinkKind) -> Option:
        meaning = self.framework.meaning(kind) or self.words(f"inspector.link.meaning.{kind.value}")
        return Option(kind, self.framework.name(kind), meaning)

    def _end(self, way: str) -> Jump:
        sign = "←" if way == "source" else "→"
        jump = self.put(Jump(self.desk.look, "", self.words(f"inspector.link.{way}"), sign, "ink-tertiary"))
        jump.clicked.connect(lambda: self._follow_end(way))
        return jump

    def _follow_end(self, way: str) -> None:
        link = self.project.find(Link, self.ids[0]) if self.ids else None
        if link is not None:
            self.go(Step, getattr(link, way))

    def _ask_learning(self) -> None:
        words, unknown = self.words, self.words("inspector.not_known")
        self.user = self.mirror(ChoiceField(self.desk, words("inspector.link.user"), folded=True), "target")
        self.user.changed.connect(self._on_user_changed)
        about = named(self.framework, tuple(About))
        self.about = self.ask(ChoiceField(self.desk, words("inspector.link.about"), about, unknown), "about")
        levels = [
            Option(level.number, f"{level.number} {level.name}", level.meaning)
            for level in self.framework.levels
        ]
        self.level = self.ask(
            ChoiceField(self.desk, words("inspector.link.level"), levels, unknown, folded=True), "level"
        )

    def _users(self, link: Link) -> list[Option]:
        """The steps that may use what is learned: those of the main path first, in their order."""
        path = main_path(self.project, link.journey)
        target = self.project.get(Step, link.target)
        steps = dict.fromkeys([*path[:MOST], *self.project.steps_of(link.journey)[:MOST], target])
        unnamed = self.words("telling.unnamed.step")
        return [Option(step.id, step.title or unnamed) for step in steps]

    def _on_user_changed(self, step: str) -> None:
        """Another step uses what is learned, where the rules allow it; else the person hears why not."""
        link = self.project.find(Link, self.ids[0]) if self.ids else None
        if link is None or step == link.target:
            return
        verdict = can_connect(self.project, link.source, step, LinkKind.LEARNS)
        if not verdict.allowed:
            self.desk.notices.say(self.words(verdict.reason_key), key="inspector.link")
            self.user.begin(link.target)
            return
        key = link.id
        self.edit(self.kind, lambda edit: links.set_fields(edit, [key], target=step))

    def _on_sort_changed(self, kind: LinkKind) -> None:
        """The kind is changed where the rules allow it; else the person hears why not."""
        refused = _refusal(self.project, self.ids, kind)
        if refused:
            self.desk.notices.say(self.words(refused), key="inspector.link")
            self.sort.begin(self.project.get(Link, self.ids[0]).kind)
            return
        ids = self.ids
        self.edit(self.kind, lambda edit: _set_kind(edit, ids, kind))


def _refusal(project: Project, ids: Sequence[str], kind: LinkKind) -> str:
    for key in ids:
        link = project.find(Link, key)
        if link is not None and link.kind is not kind:
            verdict = can_connect(project, link.source, link.target, kind)
            if not verdict.allowed:
                return verdict.reason_key
    return ""


def _set_kind(edit: Edit, ids: Sequence[str], kind: LinkKind) -> None:
    """What only a link that learns has goes when it no longer does."""
    more: dict[str, Any] = {} if kind is LinkKind.LEARNS else {"about": None, "level": None}
    links.set_fields(edit, ids, kind=kind, **more)
