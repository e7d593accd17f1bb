"""Beginning a redesign with one experience: which one, what of its template, and the one edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from rondo.strategy.journeys.experiences import stretch_in
from rondo.ui.desk import Desk
from rondo.ui.experiences.making import Plan, make_redesign
from rondo.ui.experiences.sheet import Chosen, TemplateSheet
from rondo.ui.journeys.new_journey import lane_name, redesign_name
from rondofile.enums import Experience, LaneRole
from rondofile.kinds import EditKind
from rondofile.records import Journey


class Beginning:
    """Acts on the journey that is looked at; a redesign stands for the journey it was made from."""

    def __init__(self, desk: Desk, parent: QWidget, made: Callable[[], None]) -> None:
        self._desk, self._parent, self._made = desk, parent, made
        self.sheet: TemplateSheet | None = None

    def today(self) -> Journey | None:
        """The journey of today that is looked at, itself or through a redesign of it."""
        project = self._desk.session.project
        journey = project.find(Journey, self._desk.selection.journey)
        return (project.find(Journey, journey.based_on) or journey) if journey else None

    def can_begin(self) -> bool:
        """Whether there is a journey that may be redesigned."""
        return self.today() is not None and not self._desk.session.read_only

    def menu(self) -> QMenu:
        """The four experiences, each with its plain line."""
        desk, menu = self._desk, QMenu(self._parent)
        for experience in Experience:
            short, name = desk.framework.short(experience), desk.framework.name(experience)
            said = desk.words("responses.column", short=short[:1].upper() + short[1:], name=name)
            action = menu.addAction(said.replace("&", "&&"))
            action.triggered.connect(lambda _=False, one=experience: self.open(one))
        return menu

    def open(self, experience: Experience, part: str | None = None) -> None:
        """The template of that experience is open, for that part of the journey."""
        today = self.today()
        if today is None or not self.can_begin():
            return
        sheet = TemplateSheet(
            self._desk, experience, today, part, lambda chosen: self._make(experience, chosen), self._parent
        )
        self.sheet = sheet
        sheet.destroyed.connect(self._forget)
        sheet.open()

    def _forget(self) -> None:
        self.sheet = None

    def _make(self, experience: Experience, chosen: Chosen) -> None:
        desk, today = self._desk, self.today()
        if today is None:
            return
        project = desk.session.project
        part = stretch_in(project, chosen.course or today.id, chosen.part) if chosen.part else None
        name = redesign_name(desk, today.id, desk.framework.name(experience))
        roles = (LaneRole.CUSTOMER, LaneRole.FIRM)
        lanes = {role: lane_name(desk, role) for role in roles}
        plan = Plan(today.id, name, chosen.planned, lanes, chosen.course, part)
        kind = EditKind.ADD_STEPS if chosen.course else EditKind.DERIVE_JOURNEY
        desk.session.edit(kind, lambda edit: make_redesign(edit, plan), then=self._on_made)

    def _on_made(self, journey: Journey) -> None:
        desk = self._desk
        desk.selection.clear()
        desk.selection.look_at(journey.id)
        show = (desk.words("experiences.show_map"), desk.actions["journey.show-map"].trigger)
        desk.notices.say(
            desk.words("experiences.made", name=journey.name),
            "good",
            show,
            key="experiences.made",
            lasts=False,
        )
        self._made()
