"""The small image of a large map: after an edit it is painted where something changed, and is as if new."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from helpers.desks import edited, open_desk
from helpers.link_maps import spaced, tangled
from rondo.ui.canvas.painting.far_picture import FarPicture
from rondo.ui.canvas.scene import JourneyScene
from rondofile.enums import Actor
from rondofile.kinds import EditKind
from rondofile.nouns import links, steps
from rondofile.records import Step

pytestmark = pytest.mark.usefixtures("qapp")


def differing(a: QImage, b: QImage) -> int:
    """How many points of two images are not alike."""
    assert a.size() == b.size()
    one, other = bytes(a.constBits()), bytes(b.constBits())
    return sum(one[i : i + 4] != other[i : i + 4] for i in range(0, len(one), 4))


def test_an_edit_paints_only_what_it_changed_and_nothing_of_the_old_stays(tmp_path: Path) -> None:
    with open_desk(tmp_path, spaced(tangled(3, 400, far=0.0))) as desk:
        scene = JourneyScene(desk)
        scene.show_journey("j")
        desk.session.changed.connect(scene.apply)
        picture, area = FarPicture(), scene.sceneRect()
        shown = scene.stage.shown
        assert shown is not None
        first = picture.of(shown, area, 300).copy()
        assert picture.parts == 0 and first.width() == 300
        step, compared = desk.session.project.get(Step, "s30"), 0
        beside = ((step.x or 0) + 9, (step.y or 0) + 4)
        for change in (
            lambda edit: steps.move(edit, {"s30": beside}),
            lambda edit: steps.set_fields(edit, ["s60"], actor=Actor.BOTH),
            lambda edit: links.connect(edit, "s10", "s14"),
            lambda edit: links.delete(edit, "k3"),
        ):
            edited(desk.session, EditKind.MOVE_STEPS, change)
            shown = scene.stage.shown
            assert shown is not None
            now = picture.of(shown, area, 300)
            assert 0 < picture.parts < 60
            assert differing(now, FarPicture().of(shown, area, 300)) < 0.002 * now.width() * now.height()
            compared += 1
        assert compared == 4 and differing(first, now) > 0
        scene.deleteLater()
