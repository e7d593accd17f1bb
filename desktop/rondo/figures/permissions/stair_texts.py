"""What is written on a stair, measured: the item, why, for whom, what comes back, and what stands open."""

from __future__ import annotations

from msgspec import Struct

from rondo.figures.lettering import Lettering
from rondo.strategy.permissions import Open, giver_of, remarks_of
from rondo.text.shaped import Block, Span
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Item, Permission, Segment

ASKED = ("purpose", "seen_by", "limits", "kept_for", "withdrawal", "refusal")
"""The fields that stand on a stair below each other."""
MISSING = {"withdrawal": Open.NOT_WITHDRAWN, "refusal": Open.NO_REFUSAL}


class Stair(Struct, frozen=True):
    """A permission as it is drawn: blocks with the role of their ink; `gives` stands apart."""

    permission: Permission
    title: str
    texts: tuple[tuple[Block, str], ...]
    gives: Block
    gives_role: str

    @property
    def height(self) -> float:
        """How high the texts are."""
        return sum(block.height for block, _ in self.texts)


class StairTexts:
    """Measures stairs of one width."""

    def __init__(self, project: Project, words: Words, pen: Lettering, room: float) -> None:
        self._project, self._words, self._pen, self._room = project, words, pen, room

    def stair(self, permission: Permission, number: int) -> Stair:
        """The stair of a permission; `number` counts from 1."""
        words, pen = self._words, self._pen
        item = self._project.get(Item, permission.item)
        name = item.name or words("telling.unnamed.item")
        title = words("permissions.stair", number=words.number(number), item=name)
        open_ = {remark.about for remark in remarks_of(self._project, permission)}
        texts = [(pen.block(title, "title", self._room), "ink"), (self._facts(permission), "ink-secondary")]
        for field in ASKED:
            text = str(getattr(permission, field)).strip()
            if text:
                texts.append((self._labelled(field, text), "ink"))
            elif MISSING.get(field) in open_:
                texts.append((pen.block(words(f"permissions.missing_{field}"), "body", self._room), "warn"))
        asking = (Open.ASKS_FIRST, Open.OTHER_CONSENTS, Open.GIVER_ABSENT)
        short = [words(f"permissions.short_{about}") for about in asking if about in open_]
        texts += [(pen.block(text, "body", self._room), "warn") for text in short]
        back = permission.gives_back.strip()
        gives = self._labelled("gives_back", back) if back else None
        asked = pen.block(words("permissions.missing_gives_back"), "body", self._room)
        return Stair(permission, title, tuple(texts), gives or asked, "ink" if gives else "warn")

    def _facts(self, permission: Permission) -> Block:
        """How far it has come, on which basis, for whom, who consents."""
        words, project = self._words, self._project
        parts = [words(f"permissions.state_{permission.state}")]
        if permission.basis is not None:
            parts.append(words(f"permissions.basis_{permission.basis}"))
        segment = project.find(Segment, permission.segment)
        parts.append(segment.name if segment is not None else words("permissions.everybody"))
        user, giver = giver_of(project, permission)
        if giver is not None and (user is None or giver.id != user.id):
            parts.append(words("permissions.consents", who=giver.name))
        return self._pen.block(" · ".join(parts), "small", self._room)

    def _labelled(self, field: str, text: str) -> Block:
        colour = self._pen.theme["ink-tertiary"]
        label = Span(f"{self._words(f'permissions.{field}')} ", colour=colour)
        return self._pen.block((label, Span(text)), "body", self._room)
