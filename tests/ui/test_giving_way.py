"""What has too little room gives way so that its words can still be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QToolButton

from helpers.brief_rooms import brief_view
from helpers.desks import park
from helpers.windows import open_window, quiet, show
from rondo.ui.brief.view import BriefView
from rondo.ui.jobs.jobs import Helper
from rondo.ui.pieces.elided import Elided
from rondo.ui.pieces.segment import Segment
from rondofile.project import Project
from rondofile.records import Info

TINY = Project.of([Info(id="p", title="Plan")])
SENTENCE = "Eleven steps, five of them in our own teams <today>"


def test_a_line_that_is_too_long_keeps_its_words_and_tells_them_in_its_tool_tip(qapp: QApplication) -> None:
    line = Elided()
    line.say(SENTENCE, "and more")
    line.resize(line.sizeHint())
    line.show()
    qapp.processEvents()
    assert line.toolTip() == "and more"
    assert line.minimumSizeHint().width() < line.sizeHint().width() / 2
    line.resize(line.minimumSizeHint())
    qapp.processEvents()
    assert line.toolTip().startswith("Eleven steps") and "&lt;today&gt;" in line.toolTip()
    assert line.text() == line.accessibleName() == SENTENCE
    line.deleteLater()


def test_a_narrow_brief_shows_its_pages_or_what_goes_into_them(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper, TINY) as (_, view):
        assert _shown(view) == (True, True)
        view.resize(400, 700)
        quiet(20)
        assert _shown(view) == (False, True)
        view.bar.contents.click()
        assert _shown(view) == (True, False)
        view.bar.contents.click()
        assert _shown(view) == (False, True)
        view.bar.contents.click()
        view.resize(1000, 700)
        quiet(20)
        assert _shown(view) == (True, True)
        view.bar.contents.click()
        assert _shown(view) == (False, True), "the pages can have all the room"


def test_a_switch_is_as_wide_whichever_of_its_buttons_is_chosen(tmp_path: Path, qapp: QApplication) -> None:
    with open_window(tmp_path, park()) as window:
        widths = []
        for view in ("journey", "architectures"):
            show(window, view)
            buttons = window.tool_bar.findChildren(QToolButton)
            widths.append([one.width() for one in buttons if one.property("kind") == "segment"])
        assert len(widths[0]) == 5 and widths[0] == widths[1]


def test_a_switch_stands_in_one_line_where_there_is_room(tmp_path: Path, qapp: QApplication) -> None:
    with open_window(tmp_path, park(), size=(1440, 860)) as window:
        show(window, "architectures")
        buttons = window.stack.currentWidget().findChildren(Segment)
        assert len(buttons) == 4 and len({button.y() for button in buttons}) == 1


def _shown(view: BriefView) -> tuple[bool, bool]:
    return view.panel.isVisible(), view.preview.isVisible()
