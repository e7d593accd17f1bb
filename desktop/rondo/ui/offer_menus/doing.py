"""What is done with menus, what is on them, and their rules: each of these is one edit of the project."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rondo.strategy.people.served import people_of
from rondo.ui.desk import Desk
from rondofile.edits import Edit
from rondofile.kinds import EditKind
from rondofile.nouns import menus
from rondofile.records import Menu, MenuRule, Placement


class Doing:
    """Acts on the menu that is shown; `show`: shows another one."""

    def __init__(self, desk: Desk, show: Callable[[str], None]) -> None:
        self._desk, self._show = desk, show
        self.menu: str | None = None

    @property
    def can_edit(self) -> bool:
        return not self._desk.session.read_only

    @property
    def has_menu(self) -> bool:
        """Whether a menu is shown that may be changed."""
        return self.can_edit and self._desk.session.project.find(Menu, self.menu) is not None

    @property
    def rule(self) -> str | None:
        """The chosen rule, where one is."""
        return next(iter(self._desk.selection.ids_of(MenuRule)), None)

    @property
    def offers(self) -> tuple[str, ...]:
        """The chosen offers that are on the menu."""
        there = {offer.id for offer in self._desk.session.project.choices_of(self.menu or "")}
        return tuple(key for key in self._desk.selection.ids_of(Placement) if key in there)

    def begin(self) -> None:
        """A new menu holds the offers that are chosen, for the people of the first."""
        project, name = self._desk.session.project, self._desk.words("menus.new_name")
        chosen = self._desk.selection.ids_of(Placement)
        who = people_of(project, project.get(Placement, chosen[0])) if chosen else None

        def add(edit: Edit) -> str:
            made = menus.add(edit, name, segment=who[0] if who else None)
            menus.add_choices(edit, made.id, chosen)
            return made.id

        self._desk.session.edit(EditKind.ADD_MENU, add, then=self._begun)

    def delete_menu(self) -> None:
        """The menu is gone with its rules; its offers stay."""
        menu = self.menu
        if menu is not None:
            self._desk.session.edit(EditKind.DELETE_MENU, lambda edit: menus.delete(edit, menu))

    def turn(self, offer: str) -> None:
        """The offer is on the menu, or no longer."""
        menu = self.menu
        if menu is None:
            return
        if any(one.id == offer for one in self._desk.session.project.choices_of(menu)):
            self._take_off((offer,))
        else:
            self._desk.session.edit(
                EditKind.SET_CHOICES, lambda edit: menus.add_choices(edit, menu, (offer,))
            )

    def lead(self, source: str, target: str) -> None:
        """Customers move from one offer to the other by a new rule, which is chosen to be written."""
        menu = self.menu
        if menu is not None and source != target:
            self._desk.session.edit(
                EditKind.SET_RULE,
                lambda edit: menus.add_rule(edit, menu, source, target).id,
                then=lambda key: self._desk.selection.choose(MenuRule, key),
            )

    def delete(self) -> None:
        """The chosen rule is gone, or the chosen offers are no longer on the menu."""
        rules = self._desk.selection.ids_of(MenuRule)
        if rules:
            self._desk.session.edit(EditKind.DELETE_RULE, lambda edit: menus.delete_rule(edit, *rules))
        elif self.offers:
            self._take_off(self.offers)

    @property
    def can_delete(self) -> bool:
        return self.has_menu and (self.rule is not None or bool(self.offers))

    def _take_off(self, offers: Sequence[str]) -> None:
        menu = self.menu
        assert menu is not None

        def take(edit: Edit) -> None:
            for offer in offers:
                menus.remove_choice(edit, menu, offer)

        self._desk.session.edit(EditKind.SET_CHOICES, take)

    def _begun(self, key: str) -> None:
        self._show(key)
        self._desk.selection.choose(Menu, key)
