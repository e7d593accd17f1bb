"""Writing on the canvas: names in place, and steps that begin with their title.

A step that is being written is not there yet: step, link and title become one edit when it is committed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from rondo.ui.canvas.editing import gestures
from rondo.ui.canvas.editing.gestures_links import insert_step
from rondo.ui.canvas.editing.place import Place
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.lanes import gestures_lanes
from rondo.ui.canvas.title_editor import Writing
from rondo.ui.canvas.tools.overlay import Sketch
from rondo.ui.journeys.new_journey import lane_name
from rondofile.edits import Edit
from rondofile.enums import LaneRole, LinkKind, Phase
from rondofile.kinds import EditKind
from rondofile.nouns import lanes, links, steps
from rondofile.records import Lane, Link, Step, Stretch

NEW = QSizeF(112.0, 30.0)
"""The card of a step that is being written."""
BESIDE, BELOW = 28.0, 14.0
"""How far from its predecessor a new step is written."""


@dataclass(eq=False)
class Made:
    """A step that may still be in the making: its id is known once the edit that makes it was done.

    Edits are done in their order, so a later edit may rely on it before the window has heard of it."""

    id: str = ""


class Titles:
    """Opens the editor for one thing after the other."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._words = hands.desk.words

    def rename_step(self, key: str) -> None:
        """The title of that step is being written, where its card is."""
        step = self._hands.project.get(Step, key)
        self._write(
            "step_title",
            lambda: self._hands.box(key),
            lambda text: self._hands.edit(EditKind.RENAME_STEP, lambda edit: steps.rename(edit, key, text)),
            step.title,
            onward=lambda: self.next_step(Made(key)),
        )

    def rename_lane(self, key: str) -> None:
        """The name of that lane is being written, where it stands."""
        lane = self._hands.project.get(Lane, key)

        def commit(text: str) -> None:
            self._hands.edit(EditKind.SET_LANE, lambda edit: lanes.set_fields(edit, key, name=text))

        self._write("lane_name", lambda: self._lane_area(key), commit, lane.name)

    def label_link(self, key: str) -> None:
        """The label of that link is being written, at its middle; it may be empty."""
        link = self._hands.project.get(Link, key)

        def commit(text: str) -> None:
            self._hands.edit(EditKind.SET_LINK, lambda edit: links.set_fields(edit, [key], label=text))

        self._write("link_label", lambda: self._link_area(key), commit, link.label, bare=True)

    def insert_step(self, link: str, at: QPointF | None = None) -> None:
        """A new step is being written in the middle of that link: where the pointer is, or its label."""
        hands, made = self._hands, Made()
        middle = at or hands.link_area(link).center()
        place, area = hands.place_at(middle), self._area_at(middle, Place())

        def change(edit: Edit, title: str) -> str:
            made.id = insert_step(edit, link, title, phase=place.phase, lane=place.lane)
            return made.id

        kind = EditKind.INSERT_STEP
        self._write_step(made, lambda: area, lambda title: lambda edit: change(edit, title), kind)

    def new_step(self, place: Place, at: QPointF | None = None) -> None:
        """A new step is being written for that place, where the pointer is or where the cell begins."""
        journey, first_lane = self._hands.journey, self._hands.first_lane
        if journey is None:
            return
        made, area = Made(), self._area_at(at, place)

        def change(edit: Edit, title: str) -> str:
            made.id = gestures.add_step(edit, journey, title, place, first_lane).id
            return made.id

        self._write_step(made, lambda: area, lambda title: lambda edit: change(edit, title))

    def next_step(self, source: Made) -> None:
        """A new step is being written that comes after that one, in its cell."""
        self._follow(source, None, LinkKind.NEXT, None)

    def linked_step(self, source: str, place: Place, at: QPointF, kind: LinkKind) -> None:
        """A new step is being written where a link was dropped."""
        self._follow(Made(source), place, kind, self._area_at(at, place))

    def new_lane(self, *, above: bool = False) -> None:
        """The name of a new lane is being written: below the chosen one, or above it; else last."""
        hands, journey = self._hands, self._hands.journey
        if journey is None:
            return
        there = hands.project.lanes_of(journey)
        role = LaneRole.FIRM if any(x.role is LaneRole.CUSTOMER for x in there) else LaneRole.CUSTOMER
        chosen = hands.chosen_lane.id if hands.chosen_lane else None
        place = next((at + (not above) for at, lane in enumerate(there) if lane.id == chosen), len(there))

        def commit(text: str) -> None:
            hands.edit(
                EditKind.ADD_LANE,
                lambda edit: gestures_lanes.add_lane(edit, journey, text, role, place),
                then=lambda lane: hands.desk.selection.choose(Lane, lane.id),
            )

        taken = {lane.name for lane in there}
        hint = lane_name(hands.desk, role)
        area = lambda: self._next_lane_area(chosen, above)  # noqa: E731
        self._write("lane_name", area, commit, hint="" if hint in taken else hint)

    def name_part(self, keys: tuple[str, ...]) -> None:
        """The name of a part of the journey, made of those steps, is being written above them."""
        hands, journey = self._hands, self._hands.journey
        if journey is None or not keys:
            return

        def commit(text: str) -> None:
            hands.edit(
                EditKind.ADD_STRETCH,
                lambda edit: gestures.name_part(edit, journey, text, keys),
                then=lambda part: self._part_made(part),
            )

        self._write(
            "part_name", lambda: self._above(keys), commit, hint=self._words("canvas_tools.part_hint")
        )

    def _part_made(self, part: Stretch) -> None:
        self._hands.desk.selection.choose(Stretch, part.id)
        self._hands.desk.notices.say(
            self._words("canvas_tools.part_made", name=part.name), "good", key="canvas.part"
        )

    def _follow(self, source: Made, place: Place | None, kind: LinkKind, area: QRectF | None) -> None:
        made, before = Made(), self._hands.box(source.id) if source.id else None
        last = [before or self._editor_area()]

        def where() -> QRectF | None:
            known = self._hands.box(source.id) if source.id else None
            last[0] = known or last[0]
            return area or self._beside(last[0])

        def change(edit: Edit, title: str) -> str:
            made.id = gestures.add_after(edit, source.id, title, place, kind).id
            return made.id

        self._write_step(made, where, lambda title: lambda edit: change(edit, title))
        start = where()
        if start is not None and before is not None:
            ends = QPointF(before.right(), before.center().y()), QPointF(start.left(), start.center().y())
            self._hands.overlay.show_sketch(Sketch(line=ends))

    def _write_step(
        self,
        made: Made,
        where: Callable[[], QRectF | None],
        change_for: Callable[[str], Callable[[Edit], str]],
        kind: EditKind = EditKind.ADD_STEPS,
    ) -> None:
        hands = self._hands

        def commit(text: str) -> None:
            hands.overlay.show_sketch(None)
            hands.edit(kind, change_for(text), then=lambda key: hands.choose(key))

        self._write(
            "step_title",
            where,
            commit,
            onward=lambda: self.next_step(made),
            gone=lambda: hands.overlay.show_sketch(None),
            hint=self._words("canvas_tools.step_hint"),
        )

    def _write(
        self,
        name: str,
        where: Callable[[], QRectF | None],
        commit: Callable[[str], None],
        text: str = "",
        *,
        onward: Callable[[], None] | None = None,
        gone: Callable[[], None] | None = None,
        bare: bool = False,
        hint: str = "",
    ) -> None:
        if self._hands.can_edit:
            said = self._words(f"canvas_tools.{name}")
            self._hands.write(Writing(said, where, commit, text, onward, gone, bare, hint))

    def _beside(self, box: QRectF) -> QRectF:
        """A free place near a card, to the right of it where that is free."""
        corners = (
            QPointF(box.right() + BESIDE, box.top()),
            QPointF(box.left() + BESIDE, box.bottom() + BELOW),
            QPointF(box.right() + BESIDE, box.bottom() + BELOW),
        )
        taken = [there for key in self._hands.scene.step_ids() if (there := self._hands.box(key))]
        places = [QRectF(corner, NEW) for corner in corners]
        free = (place for place in places if not any(there.intersects(place) for there in taken))
        return next(free, places[0])

    def _editor_area(self) -> QRectF:
        """Where the editor stands that is open now, or the corner of the map."""
        editor, surface = self._hands.editor, self._hands.surface
        if editor is None:
            return QRectF(QPointF(0, 0), NEW)
        return QRectF(surface.mapToScene(editor.pos()), NEW)

    def _area_at(self, at: QPointF | None, place: Place) -> QRectF:
        plan = self._hands.scene.plan
        if at is not None:
            return QRectF(at.x() - NEW.width() / 2, at.y() - NEW.height() / 2, NEW.width(), NEW.height())
        x, y = plan.origin_of(place.phase, place.lane) if plan else (0.0, 0.0)
        if plan and place.phase is Phase.REPEAT:
            x, y = plan.left, plan.rail.top
        return self._past_cards(QRectF(QPointF(x + 12, y + 12), NEW))

    def _past_cards(self, area: QRectF) -> QRectF:
        """The place itself, or the first free one to the right of the cards that stand there."""
        boxes = (self._hands.box(key) for key in self._hands.scene.step_ids())
        for box in sorted((box for box in boxes if box), key=lambda box: box.left()):
            if box.intersects(area):
                area = QRectF(QPointF(box.right() + BESIDE, area.top()), NEW)
        return area

    def _lane_area(self, key: str) -> QRectF | None:
        plan = self._hands.scene.plan
        row = plan.row(key) if plan else None
        return QRectF(2, row.y + 4, plan.left - 8, 22) if plan and row else None

    def _next_lane_area(self, beside: str | None, above: bool) -> QRectF | None:
        plan = self._hands.scene.plan
        row = plan.row(beside) if plan and beside else None
        if plan is None:
            return None
        if row is not None:
            return QRectF(2, (row.y if above else row.bottom) - 11, plan.left - 8, 22)
        bottom = plan.top + plan.layout.height
        return QRectF(2, bottom - 24 if plan.facts.lanes[0].id else plan.top + 4, plan.left - 8, 22)

    def _link_area(self, key: str) -> QRectF | None:
        if self._hands.project.find(Link, key) is None:
            return None
        return self._hands.link_area(key)

    def _above(self, keys: tuple[str, ...]) -> QRectF | None:
        area = QRectF()
        for key in keys:
            area = area.united(self._hands.box(key) or QRectF())
        if area.isNull():
            plan = self._hands.scene.plan
            return QRectF(plan.left, plan.top, NEW.width(), 20) if plan else None
        width = min(max(area.width(), NEW.width()), 2 * NEW.width())
        return QRectF(area.left(), area.top() - 26, width, 22)
