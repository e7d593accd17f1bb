"""What is done with the stairs of trust: each of these is one edit of the project."""

from __future__ import annotations

from collections.abc import Callable

from rondo.strategy.permissions import stairs, without_row
from rondo.ui.desk import Desk
from rondofile.edits import Edit
from rondofile.kinds import EditKind
from rondofile.nouns import information, permissions
from rondofile.records import Item, Journey, Permission
from rondofile.text import TITLE, clean_text


class Doing:
    """Acts on the chosen stairs. `segment`: whose stairs are shown."""

    def __init__(self, desk: Desk, segment: Callable[[], str | None]) -> None:
        self._desk, self._segment = desk, segment

    @property
    def chosen(self) -> tuple[str, ...]:
        return self._desk.selection.ids_of(Permission)

    @property
    def can_edit(self) -> bool:
        return not self._desk.session.read_only

    @property
    def can_change(self) -> bool:
        return self.can_edit and bool(self.chosen)

    def ask_for(self, item: str, before: str | None = None) -> None:
        """A stair for that piece of information: before that one, else the last; it is chosen."""
        segment = self._segment() or self._whose(item)
        order = [row.id for row in self._desk.session.project.all(Permission)]

        def add(edit: Edit) -> str:
            made = permissions.add(edit, item, segment=segment)
            if before in order:
                at = order.index(before)
                permissions.set_order(edit, [*order[:at], made.id, *order[at:]])
            return made.id

        self._desk.session.edit(EditKind.ADD_PERMISSION, add, then=self._choose)

    def ask_named(self, text: str) -> None:
        """A stair for the piece of information of that name; one of a new name is about a person."""
        segment, name = self._segment(), " ".join(clean_text(text).split())[:TITLE]
        known = {item.name.casefold(): item.id for item in self._desk.session.project.all(Item)}
        if name.casefold() in known:
            self.ask_for(known[name.casefold()])
        elif name:
            self._desk.session.edit(
                EditKind.ADD_PERMISSION,
                lambda edit: permissions.add(edit, information.named(edit, name).id, segment=segment).id,
                then=self._choose,
            )

    def move(self, by: int) -> None:
        """The chosen stair changes places with the one before or after it."""
        shown = [row.id for row in stairs(self._desk.session.project, self._segment())]
        if len(self.chosen) == 1 and self.chosen[0] in shown:
            at = shown.index(self.chosen[0]) + by
            if 0 <= at < len(shown):
                self.put(self.chosen[0], shown[at], after=by > 0)

    def put(self, key: str, at: str, after: bool) -> None:
        """That stair stands right before or after another one."""
        order = [row.id for row in self._desk.session.project.all(Permission)]
        left = [one for one in order if one != key]
        if key == at or at not in left:
            return
        place = left.index(at) + after
        wanted = [*left[:place], key, *left[place:]]
        if wanted != order:
            self._desk.session.edit(
                EditKind.ORDER_PERMISSIONS, lambda edit: permissions.set_order(edit, wanted)
            )

    def delete(self) -> None:
        """The chosen stairs are gone; the one beside them is chosen."""
        keys = self.chosen
        shown = [row.id for row in stairs(self._desk.session.project, self._segment())]
        last = max((shown.index(key) for key in keys if key in shown), default=-1)
        heirs = [key for key in [*shown[last + 1 :], *reversed(shown[:last])] if key not in keys]
        self._desk.session.edit(EditKind.DELETE_PERMISSION, lambda edit: permissions.delete(edit, *keys))
        if heirs:
            self._desk.selection.choose(Permission, heirs[0])

    def items(self) -> list[Item]:
        """What can be asked for: first what a redesign needs."""
        project = self._desk.session.project
        needed = [remark.item for remark in without_row(project, self._segment())]
        there = {row.item for row in stairs(project, self._segment())}
        rest = [item for item in project.all(Item) if item not in needed and item.id not in there]
        return [*needed, *rest]

    def _whose(self, item: str) -> str | None:
        """The segment of the first redesign that needs the item; None = everybody."""
        project = self._desk.session.project
        found = next((one for one in without_row(project) if one.item.id == item), None)
        if found is None:
            return None
        return project.get(Journey, found.steps[0].journey).segment

    def _choose(self, key: str) -> None:
        self._desk.selection.choose(Permission, key)
