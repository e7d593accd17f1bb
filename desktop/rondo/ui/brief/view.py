"""The brief: what is to be in it at the left, its real pages at the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from rondo.ui.brief.choices import choices_of, choose
from rondo.ui.brief.export import export_brief
from rondo.ui.brief.maker import Maker
from rondo.ui.brief.panel import BriefPanel
from rondo.ui.brief.preview import Preview
from rondo.ui.brief.preview_bar import PreviewBar
from rondo.ui.desk import Desk
from rondo.ui.jobs.jobs import Result
from rondo.ui.room import Deed, Room
from rondofile.changes import ChangeSet
from rondofile.records import NOUN_OF, Action, Decision

PANEL, PAGES = 296, 320
"""Width of the left side in pixels at 100 % text, and what the pages need beside it."""


class BriefView(Room):
    """Presets, sections, words of one's own, and the pages that follow from them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.panel, self.bar, self.preview = BriefPanel(desk), PreviewBar(desk), Preview(desk)
        self.maker = Maker(desk)
        self._split, self._shared_by_hand = QSplitter(Qt.Orientation.Horizontal), False
        self._contents_wanted: bool | None = None
        self._fill()
        self._connect()

    def deeds(self) -> Mapping[str, Deed]:
        return {
            "file.export-brief": Deed(self._export),
            "view.zoom-in": Deed(lambda: self.preview.step_zoom(1)),
            "view.zoom-out": Deed(lambda: self.preview.step_zoom(-1)),
            "view.zoom-100": Deed(lambda: self.preview.set_zoom("1.0")),
            "view.fit": Deed(lambda: self.preview.set_zoom("page")),
        }

    def refresh(self) -> None:
        self.panel.refresh()
        zoom = choices_of(self.desk).zoom
        self.preview.set_zoom(zoom)
        self.bar.say_zoom(zoom)
        self.maker.want(at_once=not self.preview.sheets)

    def apply(self, changes: ChangeSet) -> None:
        self.panel.refresh()
        self.maker.want()

    def reveal(self, changes: ChangeSet) -> None:
        for kind, group in ((Decision, "decision"), (Action, "action")):
            if NOUN_OF[kind] in changes.tables:
                self.panel.groups[group].unfold()
        if "project" in changes.tables:
            self.panel.groups["cover"].unfold()

    def relook(self) -> None:
        self.panel.relook()
        self.bar.relook()
        self.preview.relook()
        self._share_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.maker.want(at_once=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.maker.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Both sides are there; where they have no room, the pages or what goes into them."""
        px = self.desk.look.px
        both = self.width() >= px(PANEL) + px(PAGES)
        contents = both if self._contents_wanted is None else self._contents_wanted
        self.panel.setVisible(contents)
        self.preview.setVisible(both or not contents)
        self.bar.say_contents(contents)
        if both and contents and not self._shared_by_hand:
            self._split.setSizes([px(PANEL), max(self.width() - px(PANEL), 1)])

    def _on_contents_wanted(self, wanted: bool) -> None:
        self._contents_wanted = wanted
        self._share_room()

    def _on_split_moved(self) -> None:
        self._shared_by_hand = True

    def _fill(self) -> None:
        self.preview.setAccessibleName(self.desk.words("brief_view.pages"))
        self._split.addWidget(self.panel)
        self._split.addWidget(self.preview)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        self._split.splitterMoved.connect(self._on_split_moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._split, 1)

    def _connect(self) -> None:
        self.panel.chosen.connect(lambda: self.maker.want(at_once=True))
        self.maker.began.connect(self.bar.begin)
        self.maker.progress.connect(self.bar.advance)
        self.maker.made.connect(self._on_maker_made)
        self.maker.failed.connect(self.bar.end)
        self.bar.zoom_wanted.connect(self.preview.set_zoom)
        self.bar.contents_wanted.connect(self._on_contents_wanted)
        self.preview.zoom_changed.connect(self._on_zoom_changed)
        self.preview.page_changed.connect(self._on_page_changed)

    def _export(self) -> None:
        export_brief(self.desk, self)

    def _on_maker_made(self, result: Result) -> None:
        missing = ", ".join(result.facts["missing"])
        self.bar.end(self.desk.words("cli.no-font", scripts=missing) if missing else "", "caption")
        self.preview.show_pages(result)

    def _on_zoom_changed(self, zoom: str) -> None:
        self.bar.say_zoom(zoom)
        if zoom != choices_of(self.desk).zoom:
            choose(self.desk, zoom=zoom)

    def _on_page_changed(self) -> None:
        self.bar.say_page(self.preview.page + 1, len(self.preview.sheets))
