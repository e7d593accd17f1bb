"""A way that steps are taken out of stays a way, also where something leads back to them."""

from __future__ import annotations

from helpers.sketch import Sketch
from rondo.ui.canvas.editing.bridging import bridges


def test_a_step_that_a_loop_comes_back_to_when_deleted_then_leaves_the_way_whole() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    compare, photo, send, refused, done = (
        sketch.step(journey, name) for name in ("Compare", "Photo", "Send", "Refused", "Done")
    )
    sketch.chain(compare, photo, send, done)
    sketch.next(send, refused)
    sketch.next(refused, photo)
    project = sketch.project()
    assert bridges(project, journey.id, {photo.id}) == {compare.id: send.id}
    assert bridges(project, journey.id, {send.id}) == {}


def test_a_step_where_two_ways_meet_when_deleted_then_nothing_is_guessed() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    one, other, meet, on = (sketch.step(journey, name) for name in ("One", "Other", "Meet", "On"))
    sketch.chain(one, meet, on)
    sketch.next(other, meet)
    assert bridges(sketch.project(), journey.id, {meet.id}) == {}
