"""Everything that can be begun on a canvas and is not over yet: by mouse, by key, by writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QPointF, Qt

from helpers.canvas_room import CTRL, SHIFT, Canvas
from rondo.figures.arranging.layout_values import Box
from rondo.ui.canvas.lanes.drag import LaneDrag
from rondo.ui.canvas.lanes.resize import LaneResize
from rondo.ui.canvas.lanes.rows import lanes_of
from rondo.ui.canvas.notes.note_drag import NoteDrag
from rondo.ui.canvas.tools.band import Band
from rondo.ui.canvas.tools.drag import DragSteps
from rondo.ui.canvas.tools.feeling import FeelingDrag
from rondo.ui.canvas.tools.gesture import Gesture
from rondo.ui.canvas.tools.link import LinkDrag
from rondo.ui.canvas.tools.link_end import LinkEnd
from rondofile.records import Lane, Link

Key = Qt.Key
Begin = Callable[[Canvas], QPoint | None]


def first(canvas: Canvas) -> str:
    return canvas.scene.step_ids()[0]


def drag_one(canvas: Canvas) -> QPoint:
    end = canvas.at(first(canvas)) + QPoint(300, 200)
    canvas.drag(canvas.at(first(canvas)), end)
    return end


def drag_all(canvas: Canvas) -> QPoint:
    canvas.key(Key.Key_A, CTRL)
    return drag_one(canvas)


def band(canvas: Canvas) -> QPoint:
    end = canvas.viewport.rect().bottomRight() - QPoint(5, 5)
    canvas.drag(QPoint(3, 3), end)
    return end


def link_from_handle(canvas: Canvas) -> QPoint:
    end = canvas.at(canvas.scene.step_ids()[3])
    canvas.drag(canvas.handle(first(canvas)), end)
    return end


def link_to_ground(canvas: Canvas) -> QPoint | None:
    canvas.drag_and_drop(canvas.handle(first(canvas)), canvas.empty_ground())
    canvas.type("Never")
    return None


def connect_by_drag(canvas: Canvas) -> QPoint:
    canvas.key(Key.Key_C)
    end = canvas.at(canvas.scene.step_ids()[4])
    canvas.drag(canvas.at(first(canvas)), end)
    return end


def connect_by_keys(canvas: Canvas) -> QPoint | None:
    canvas.key(Key.Key_C)
    canvas.key(Key.Key_Right)
    canvas.key(Key.Key_K)
    return None


def add_tool(canvas: Canvas) -> QPoint | None:
    canvas.key(Key.Key_N, SHIFT)
    canvas.hover(canvas.empty_ground())
    return None


def add_step(canvas: Canvas) -> QPoint | None:
    canvas.key(Key.Key_N, SHIFT)
    canvas.click(canvas.empty_ground())
    canvas.type("Never")
    return None


def next_steps(canvas: Canvas) -> QPoint | None:
    canvas.key(Key.Key_Tab)
    canvas.type("Never")
    return None


def rename(canvas: Canvas) -> QPoint | None:
    canvas.double_click(first(canvas))
    canvas.type("Never")
    return None


def lane(canvas: Canvas) -> QPoint | None:
    canvas.key(Key.Key_L)
    canvas.type("Never")
    return None


def rename_lane(canvas: Canvas) -> QPoint | None:
    canvas.double_click(canvas.at(QPointF(8, canvas.scene.plan.top + 12)))  # type: ignore[union-attr]
    assert canvas.chosen(Lane)
    canvas.type("Never")
    return None


def label(canvas: Canvas) -> QPoint | None:
    link = canvas.project.links_of(canvas.scene.journey or "")[0]
    canvas.double_click(canvas.at(canvas.hands.link_area(link.id).center()))
    assert canvas.chosen(Link)
    canvas.type("Never")
    return None


def part(canvas: Canvas) -> QPoint | None:
    canvas.key(Key.Key_P)
    canvas.type("Never")
    return None


def row_of(canvas: Canvas, number: int) -> Box:
    assert canvas.scene.plan is not None
    return lanes_of(canvas.scene.plan)[number][1]


def drag_lane(canvas: Canvas) -> QPoint:
    end = canvas.at(QPointF(8, row_of(canvas, 0).y + 2))
    canvas.drag(canvas.at(QPointF(8, row_of(canvas, 2).cy)), end)
    return end


def resize_lane(canvas: Canvas) -> QPoint:
    start = canvas.at(QPointF(8, row_of(canvas, 1).bottom))
    canvas.drag(start, start + QPoint(0, 60))
    return start + QPoint(0, 60)


def write_lane_above(canvas: Canvas) -> QPoint | None:
    canvas.click(canvas.at(QPointF(8, row_of(canvas, 1).cy)))
    canvas.key(Key.Key_L, SHIFT)
    canvas.type("Never")
    return None


def drag_link_end(canvas: Canvas) -> QPoint:
    link = canvas.project.links_of(canvas.scene.journey or "")[0]
    canvas.desk.selection.choose(Link, link.id)
    route = canvas.scene.plan.routes.route(link.id)  # type: ignore[union-attr]
    assert route
    end = canvas.at(canvas.scene.step_ids()[5])
    canvas.drag(canvas.at(QPointF(*route[-1])), end)
    return end


def insert_on_link(canvas: Canvas) -> QPoint | None:
    link = canvas.project.links_of(canvas.scene.journey or "")[0]
    canvas.desk.selection.choose(Link, link.id)
    canvas.key(Key.Key_Tab)
    canvas.type("Never")
    return None


def drag_note(canvas: Canvas) -> QPoint:
    spot = note_spot(canvas)
    canvas.drag(spot, spot + QPoint(70, 40))
    return spot + QPoint(70, 40)


def drag_note_onto_a_step(canvas: Canvas) -> QPoint:
    end = canvas.at(canvas.scene.step_ids()[3])
    canvas.drag(note_spot(canvas), end)
    return end


def write_note(canvas: Canvas) -> QPoint | None:
    canvas.key(Key.Key_T)
    canvas.type("Never")
    return None


def rewrite_note(canvas: Canvas) -> QPoint | None:
    canvas.double_click(note_spot(canvas))
    canvas.type("Never")
    return None


def drag_feeling(canvas: Canvas) -> QPoint:
    spot, curve = feeling_spot(canvas), canvas.scene.picture.below.curve
    assert curve is not None
    other = next(y for y in map(curve.y_of, (2, -2)) if abs(y - spot.y()) > 8)
    end = canvas.at(QPointF(spot.x(), other))
    canvas.drag(canvas.at(spot), end)
    return end


def feeling_spot(canvas: Canvas) -> QPointF:
    """A place on the curve where a feeling is given already."""
    picture, curve = canvas.scene.picture, canvas.scene.picture.below.curve
    assert curve is not None
    for step in canvas.scene.step_ids():
        box, feeling = canvas.scene.box_of(step), canvas.step(step).feeling
        if box is not None and feeling is not None:
            spot = QPointF(box.center().x(), curve.y_of(feeling))
            found = picture.spot_at(spot)
            if found is not None and not found.fixed and found.step == step:
                return spot
    raise AssertionError("no feeling can be dragged")


def note_spot(canvas: Canvas) -> QPoint:
    notes = canvas.scene.picture.notes
    box = notes.box(notes.ids()[0])
    assert box is not None
    return canvas.at(box.center())


BY_HAND: Mapping[Begin, type[Gesture]] = {
    drag_one: DragSteps,
    drag_all: DragSteps,
    band: Band,
    link_from_handle: LinkDrag,
    drag_link_end: LinkEnd,
    drag_lane: LaneDrag,
    resize_lane: LaneResize,
    drag_note: NoteDrag,
    drag_note_onto_a_step: NoteDrag,
    drag_feeling: FeelingDrag,
}
"""What a press and a drag begin, with the gesture that it is."""
BEGUN: tuple[Begin, ...] = (
    *BY_HAND,
    *(link_to_ground, connect_by_drag, connect_by_keys, insert_on_link, write_note, rewrite_note),
    *(add_tool, add_step, next_steps, rename, lane, write_lane_above, rename_lane, label, part),
)
