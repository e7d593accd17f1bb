"""The preview: the real pages of the brief, one under the other, drawn as they come into sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from rondo.ui.brief.pages import GAP, STEP, Anchor, Place, Size, anchor_at, height_of, page_at, places
from rondo.ui.brief.raster import Picture, Raster
from rondo.ui.brief.sheet import Sheet
from rondo.ui.desk import Desk
from rondo.ui.jobs.jobs import Result

KEPT = 2
"""Pages on either side of those in sight whose pictures are kept."""
KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""How the keyboard comes here: only then a ring says where it is."""


class Preview(QScrollArea):
    """A scroll area of sheets. The place that is read stays where it is when pages or zoom become others."""

    page_changed = Signal()
    zoom_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._zoom = desk, "width"
        self.sheets: list[Sheet] = []
        self._places: tuple[Place, ...] = ()
        self._pdf = 0
        self._by_keys = False
        self._raster = Raster()
        self._raster.drawn.connect(self._on_raster_drawn)
        self._ground = QWidget()
        self._ground.setBackgroundRole(QPalette.ColorRole.Midlight)
        self.setWidget(self._ground)
        self.viewport().setAutoFillBackground(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Midlight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().valueChanged.connect(self._on_bar_moved)
        self.destroyed.connect(self._raster.close)

    @property
    def page(self) -> int:
        """The page in the middle of the room, from 0."""
        return page_at(self._places, self.verticalScrollBar().value() + self.viewport().height() / 2)

    @property
    def zoom(self) -> str:
        """ "width", "page", or a share of the actual size."""
        return self._zoom

    def show_pages(self, result: Result) -> None:
        """The pages are those of the PDF; the last pictures stay until the new ones are drawn."""
        sizes: Sequence[Size] = [(width, height) for width, height in result.facts["pages"]]
        anchor = self._anchor()
        self._pdf = self._raster.open(result.path)
        while len(self.sheets) > len(sizes):
            gone = self.sheets.pop()
            gone.setParent(None)
            gone.deleteLater()
        while len(self.sheets) < len(sizes):
            sheet = Sheet(self._desk.look, self._ground)
            self.sheets.append(sheet)
            sheet.show()
        for index, (sheet, size) in enumerate(zip(self.sheets, sizes, strict=True)):
            sheet.size_in_points = size
            sheet.setAccessibleName(self._desk.words("brief_view.page", page=index + 1, total=len(sizes)))
        self._arrange(anchor)

    def set_zoom(self, zoom: str) -> None:
        """Pages are shown like this."""
        if zoom != self._zoom:
            anchor, self._zoom = self._anchor(), zoom
            self._arrange(anchor)
            self.zoom_changed.emit(zoom)

    def step_zoom(self, by: int) -> None:
        """Pages are one step larger (1) or smaller (-1) than they are now."""
        if self._places:
            share = self._places[self.page].zoom / self._actual() * STEP**by
            self.set_zoom(f"{min(max(share, 0.1), 4.0):.3f}")

    def show_page(self, page: int) -> None:
        """That page stands at the top of the room."""
        if self._places:
            place = self._places[min(max(page, 0), len(self._places) - 1)]
            self.verticalScrollBar().setValue(place.top - self._gap())

    def relook(self) -> None:
        """Distances and edges are those of the look."""
        self._arrange(self._anchor())
        for sheet in self.sheets:
            sheet.update()

    def sizeHint(self) -> QSize:
        return QSize(self._desk.look.px(480), self._desk.look.px(600))

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self._anchor()
        super().resizeEvent(event)
        self._arrange(anchor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        self._mark_current()
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_PageDown if self._zoom == "page":
                self.show_page(self.page + 1)
            case Qt.Key.Key_PageUp if self._zoom == "page":
                self.show_page(self.page - 1)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keys = event.reason() in KEYS
        self._mark_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark_current()

    def _gap(self) -> int:
        return self._desk.look.px(GAP)

    def _actual(self) -> float:
        return self.logicalDpiY() / 72

    def _anchor(self) -> Anchor:
        return anchor_at(self._places, self.verticalScrollBar().value())

    def _arrange(self, anchor: Anchor) -> None:
        """Every sheet stands in its place, and what was at the top of the room is there again."""
        sizes = [sheet.size_in_points for sheet in self.sheets]
        # As if the bar were there, so that its coming and going never changes the size of a page.
        room = self.width() - self.verticalScrollBar().sizeHint().width(), self.height()
        self._places = places(sizes, room, self._zoom, self._gap(), self._actual())
        wide = max([place.width for place in self._places], default=0) + 2 * self._gap()
        wide = max(wide, self.viewport().width())
        end = self._places[-1].top + self._places[-1].height + self._gap() if self._places else 0
        self._ground.resize(wide, max(end, self.viewport().height()))
        for sheet, place in zip(self.sheets, self._places, strict=True):
            sheet.setGeometry((wide - place.width) // 2, place.top, place.width, place.height)
        self.verticalScrollBar().setValue(height_of(self._places, anchor))
        self._draw_what_is_seen()

    def _draw_what_is_seen(self) -> None:
        seen = QRect(0, self.verticalScrollBar().value(), 1, self.viewport().height())
        ratio = self.devicePixelRatioF()
        inside = [
            index
            for index, place in enumerate(self._places)
            if place.top <= seen.bottom() and place.top + place.height >= seen.top()
        ]
        for page in self._raster.asked():
            if page not in inside:
                self._raster.forget(page)
        for index in inside:
            scale = self._places[index].zoom * ratio
            if self.sheets[index].wants(self._pdf, scale):
                self._raster.ask(index, scale)
        for index, sheet in enumerate(self.sheets):
            if inside and not inside[0] - KEPT <= index <= inside[-1] + KEPT:
                sheet.drop_picture()
        self._mark_current()
        self.page_changed.emit()

    def _mark_current(self) -> None:
        for index, sheet in enumerate(self.sheets):
            sheet.set_current(self._by_keys and self.hasFocus() and index == self.page)

    def _on_bar_moved(self) -> None:
        self._draw_what_is_seen()

    def _on_raster_drawn(self, picture: Picture) -> None:
        if picture.page < len(self.sheets):
            scale = self._places[picture.page].zoom * self.devicePixelRatioF()
            self.sheets[picture.page].show_picture(picture, scale)
