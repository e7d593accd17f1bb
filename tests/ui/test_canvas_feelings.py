"""The feeling curve on the canvas: a feeling dragged, given by a click, changed by one key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import edited, park
from rondo.figures.below.curve_plan import CurvePlan
from rondo.figures.bounds import everything
from rondo.figures.shapes import Text
from rondo.ui.canvas.speaking.accessible import JourneyTeller
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.records import Journey, Segment

RIDE, LINE = "v-ride", "v-line"


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park(), (1800, 1100)) as canvas:
        canvas.view.deeds()["journey.curve"].do()
        canvas.surface.fit()
        canvas.surface.zoom_to(1.0)
        canvas.surface.ensureVisible(*_area(canvas))
        yield canvas


def _area(canvas: Canvas) -> tuple[float, float, float, float]:
    point = spot(canvas, RIDE, 0)
    return point.x(), point.y() - 40, 20, 80


def curve(canvas: Canvas) -> CurvePlan:
    found = canvas.scene.picture.below.curve
    assert found is not None
    return found


def spot(canvas: Canvas, step: str, feeling: int) -> QPointF:
    """Where that feeling stands over the place of a step."""
    there = curve(canvas)
    slot = next(slot for slot in there.slots if slot.step == step)
    return QPointF(slot.x, there.y_of(feeling))


def at(canvas: Canvas, step: str, feeling: int) -> QPoint:
    return canvas.at(spot(canvas, step, feeling))


def test_a_point_dragged_down_is_one_step_of_history_and_snaps_to_a_feeling(canvas: Canvas) -> None:
    before = canvas.project
    assert canvas.step(RIDE).feeling == 2
    end = at(canvas, RIDE, -1) + QPoint(0, 4)
    canvas.drag(at(canvas, RIDE, 2), end)
    assert canvas.project is before and canvas.chosen() == (RIDE,)
    drawn = canvas.scene.picture.bands.curve
    assert drawn is not None and drawn.line_of(None) is not None
    assert [p.feeling for p in drawn.line_of(None).points if p.step == RIDE] == [-1]  # type: ignore[union-attr]
    canvas.let_go(end)
    assert canvas.step(RIDE).feeling == -1
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before


def test_escape_puts_the_point_back_and_leaves_no_trace(canvas: Canvas) -> None:
    before = canvas.project
    canvas.drag(at(canvas, RIDE, 2), at(canvas, RIDE, -2))
    canvas.key(Qt.Key.Key_Escape)
    assert canvas.scene.picture.bands.curve == curve(canvas)
    canvas.let_go(at(canvas, RIDE, -2))
    assert canvas.project is before and canvas.scene.picture.bands.curve == curve(canvas)


def test_a_click_gives_a_step_without_a_feeling_the_one_pointed_at(canvas: Canvas) -> None:
    edited(
        canvas.desk.session,
        EditKind.SET_STEPS,
        lambda edit: steps.set_fields(edit, [RIDE], feeling=None),
    )
    assert not any(point.step == RIDE for line in curve(canvas).lines for point in line.points)
    canvas.click(at(canvas, RIDE, 1))
    assert canvas.step(RIDE).feeling == 1


def test_a_click_on_a_point_only_chooses_its_step(canvas: Canvas) -> None:
    before = canvas.project
    canvas.click(at(canvas, LINE, -2))
    assert canvas.chosen() == (LINE,) and canvas.project is before


def test_plus_and_minus_change_the_feeling_of_the_chosen_step_within_its_ends(canvas: Canvas) -> None:
    canvas.click(RIDE)
    canvas.key(Qt.Key.Key_Plus)
    assert canvas.step(RIDE).feeling == 2
    for feeling in (1, 0, -1, -2, -2):
        canvas.key(Qt.Key.Key_Minus)
        assert canvas.step(RIDE).feeling == feeling


def test_the_segment_chosen_has_a_line_of_its_own_that_is_the_one_changed(canvas: Canvas) -> None:
    own = canvas.project.get(Journey, "visit").segment
    other = next(one for one in canvas.project.all(Segment) if one.id != own)
    canvas.desk.selection.choose(Segment, other.id)
    canvas.click(at(canvas, RIDE, -2))
    assert [(one.segment, one.feeling) for one in canvas.project.feelings_of(RIDE)] == [(other.id, -2)]
    assert canvas.step(RIDE).feeling == 2 and canvas.next_undo is EditKind.SET_FEELING
    canvas.key(Qt.Key.Key_Plus)
    assert [one.feeling for one in canvas.project.feelings_of(RIDE)] == [-1]
    assert [line.name for line in curve(canvas).lines] == ["First-visit families", other.name]
    canvas.click(at(canvas, LINE, -2))
    canvas.key(Qt.Key.Key_Plus)
    assert canvas.step(LINE).feeling == -1


def test_whoever_listens_hears_how_other_segments_feel_at_a_step(canvas: Canvas) -> None:
    own = canvas.project.get(Journey, "visit").segment
    other = next(one for one in canvas.project.all(Segment) if one.id != own)
    canvas.desk.selection.choose(Segment, other.id)
    canvas.click(at(canvas, RIDE, -2))
    told = JourneyTeller(canvas.hands).said(RIDE)
    assert told is not None and told.description.endswith(f"{other.name}: hurt")


def test_a_contact_pressed_on_a_ruler_leads_to_its_step_also_in_the_other_journey(canvas: Canvas) -> None:
    ticks = {tick.step: tick for tick in canvas.scene.picture.below.ticks}
    for step, journey in (("v-checkin", "visit"), ("n-walkin", "visit-new")):
        box = ticks[step].box
        canvas.surface.ensureVisible(box.cx - 40, box.cy - 40, 80, 80)
        canvas.click(canvas.at(QPointF(box.cx, box.cy)))
        assert canvas.chosen() == (step,) and canvas.scene.journey == journey
        assert canvas.scene.picture.said_at(QPointF(-500, -500)) == ""
        ticks = {tick.step: tick for tick in canvas.scene.picture.below.ticks}
        box = ticks[step].box
        assert canvas.scene.picture.said_at(QPointF(box.cx, box.cy)) == ticks[step].said


def test_the_heading_names_whose_line_is_changed(canvas: Canvas) -> None:
    own = canvas.project.get(Journey, "visit").segment
    other = next(one for one in canvas.project.all(Segment) if one.id != own)

    def heading() -> str:
        return "".join(
            x.block.text for x in everything(canvas.scene.picture.below.shapes) if isinstance(x, Text)
        )

    assert other.name not in heading()
    canvas.desk.selection.choose(Segment, other.id)
    assert f"You change the line of {other.name}." in heading()
