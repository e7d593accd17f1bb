"""What a screen reader reads of a journey: its steps in their order, where they stand and lead, its notes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QRect, QRectF

from rondo.figures.cards.card_words import fact_words
from rondo.strategy.journeys.journey import actor_of
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.speaking.speaker import NOTE
from rondo.ui.canvas.speaking.spoken_acts import SpokenActs
from rondo.ui.pieces.accessible import WHOLE, Act, Role, Said
from rondofile.enums import LinkKind, MarkKind
from rondofile.project import Project
from rondofile.records import Journey, Lane, Link, Note, Segment, Step

LINK = "link "
"""How the key of a link begins; that of a step is its id."""


class JourneyTeller:
    """Tells the steps of the journey on the canvas, made from the records; rail and inbox included."""

    def __init__(self, hands: Hands) -> None:
        self._hands, self._acts = hands, SpokenActs(hands)
        self._words, self._framework = hands.desk.words, hands.desk.framework
        self._read: Project | None = None
        self._number: dict[str, int] = {}
        self._out: dict[str, list[Link]] = {}
        self._notes: dict[str, list[str]] = {}
        """The keys of the notes of every step, and under "" of those that follow none."""
        self._order: tuple[str, ...] = ()

    def said(self, key: str) -> Said | None:
        """The list is the journey; an item is a step, and inside it are the links that begin there."""
        project = self._hands.project
        if key == WHOLE:
            journey = project.find(Journey, self._hands.journey)
            name = journey.name if journey else ""
            return Said(self._words("canvas_tools.voice_journey", name=name), "", Role.List)
        if key.startswith(LINK):
            return self._said_link(project.find(Link, key.removeprefix(LINK)))
        if key.startswith(NOTE):
            return self._said_note(project.find(Note, key.removeprefix(NOTE)))
        step = project.find(Step, key)
        if step is None or step.journey != self._hands.journey:
            return None
        title = self._words("canvas_tools.voice_step", title=step.title)
        return Said(title, self._description(step), chosen=key in self._hands.desk.selection.ids_of(Step))

    def parts(self, key: str) -> Sequence[str]:
        """The steps in their order, then notes of no step; of a step, where it leads, and its notes."""
        self._refresh()
        if key == WHOLE:
            return (*self._order, *self._notes.get("", ()))
        links = (f"{LINK}{link.id}" for link in self._out.get(key, ()))
        return (*links, *self._notes.get(key, ()))

    def whole(self, key: str) -> str:
        link = self._hands.project.find(Link, key.removeprefix(LINK)) if key.startswith(LINK) else None
        note = self._hands.project.find(Note, key.removeprefix(NOTE)) if key.startswith(NOTE) else None
        return link.source if link else (note.step if note else None) or WHOLE

    def acts(self, key: str) -> Sequence[Act]:
        """What can be done with a step or a link besides choosing it."""
        if key.startswith(LINK):
            return self._acts.of_link(key.removeprefix(LINK))
        if key.startswith(NOTE):
            return self._acts.of_note(key.removeprefix(NOTE))
        return self._acts.of_step(key) if key != WHOLE else ()

    def chosen(self) -> Sequence[str]:
        return self._hands.chosen

    def choose(self, keys: Sequence[str]) -> None:
        """Exactly these steps are chosen."""
        self._acts.choose(Step, keys)

    def place(self, key: str) -> QRect:
        """Where its card is on the screen; nowhere while it waits in the inbox."""
        surface = self._hands.surface
        hands = self._hands
        if key.startswith(LINK):
            box: QRectF | None = hands.link_area(key.removeprefix(LINK))
        elif key.startswith(NOTE):
            box = hands.scene.picture.notes.box(key.removeprefix(NOTE))
        else:
            box = hands.box(key)
        if box is None:
            return QRect()
        corner = surface.viewport().mapToGlobal(surface.mapFromScene(box.topLeft()))
        scale = surface.transform().m11()
        return QRect(corner.x(), corner.y(), round(box.width() * scale), round(box.height() * scale))

    def current(self) -> str:
        return self._hands.current or ""

    def activate(self, key: str) -> None:
        if key.startswith(LINK):
            self._acts.choose(Link, [key.removeprefix(LINK)])
        elif key.startswith(NOTE):
            self._acts.choose(Note, [key.removeprefix(NOTE)])
        else:
            self._hands.choose(key)

    def _said_link(self, link: Link | None) -> Said | None:
        """A link by where it leads; what is inside a step begins there."""
        if link is None or link.journey != self._hands.journey:
            return None
        name = self._words("canvas_tools.voice_link", leads=self._leads(link))
        chosen = link.id in self._hands.desk.selection.ids_of(Link)
        return Said(name, self._framework.name(link.kind), Role.Link, chosen=chosen)

    def _said_note(self, note: Note | None) -> Said | None:
        """A sticky note by what it says."""
        if note is None or note.journey != self._hands.journey:
            return None
        name = self._words("note.title", text=" ".join(note.text.split()))
        return Said(name, "", chosen=note.id in self._hands.desk.selection.ids_of(Note))

    def _description(self, step: Step) -> str:
        """Step 4 of 12, request, decide, Booking site, 1 pain, goes to the next; then what its card tells."""
        self._refresh()
        words, project = self._words, self._hands.project
        number, count = self._number.get(step.id, 0) + 1, len(self._number)
        parts = [words("canvas_tools.voice_number", number=number, count=count)]
        parts += [self._framework.name(one).lower() for one in (step.phase, step.kind) if one]
        lane = project.find(Lane, step.lane)
        if lane is not None:
            parts.append(lane.name or self._framework.name(lane.role))
        if step.phase is None or (lane is None and step.phase != "repeat"):
            parts.append(words("canvas_tools.voice_waiting"))
        actor = actor_of(project, step)
        if actor is not actor_of(project, replace(step, actor=None)):
            parts.append(words("canvas_tools.voice_actor", actor=self._framework.name(actor)))
        parts += self._marks(step)
        if step.locked:
            parts.append(words("canvas_tools.voice_locked"))
        parts += [text for link in self._out.get(step.id, ()) if (text := self._leads(link))]
        parts += fact_words(project, step, words, self._framework)
        return words("list.comma").join([*parts, *self._feelings(step)])

    def _feelings(self, step: Step) -> list[str]:
        """How other segments feel there."""
        words, project = self._words, self._hands.project
        return [
            words(
                "journey_figure.felt",
                step=segment.name,
                feels=words(f"journey_figure.feels_{one.feeling}"),
            )
            for one in project.feelings_of(step.id)
            if (segment := project.find(Segment, one.segment))
        ]

    def _marks(self, step: Step) -> list[str]:
        marks = self._hands.project.marks_of(step.id)
        counted = []
        for kind in (MarkKind.PAIN, MarkKind.DELIGHT, MarkKind.DRIVER):
            count = sum(mark.kind is kind for mark in marks)
            if count:
                counted.append(self._words.count(f"canvas_tools.voice_{kind}", count))
        return counted

    def _leads(self, link: Link) -> str:
        target = self._hands.project.find(Step, link.target)
        if target is None:
            return ""
        known = (LinkKind.NEXT, LinkKind.RETURNS, LinkKind.LEARNS)
        kind = link.kind if link.kind in known else "gives"
        said = self._words(f"canvas_tools.voice_to_{kind}", title=target.title)
        return f"{said} ({link.label})" if link.label else said

    def _refresh(self) -> None:
        """Reads the journey once per picture of the project."""
        project, journey = self._hands.project, self._hands.journey
        if project is self._read:
            return
        self._read, self._number, self._out, self._notes, self._order = project, {}, {}, {}, ()
        if journey is None:
            return
        self._number = {step.id: number for number, step in enumerate(project.steps_of(journey))}
        for link in project.links_of(journey):
            self._out.setdefault(link.source, []).append(link)
        for note in project.notes_of(journey):
            step = note.step if note.step in self._number else None
            self._notes.setdefault(step or "", []).append(f"{NOTE}{note.id}")
        self._order = tuple(self._number)
