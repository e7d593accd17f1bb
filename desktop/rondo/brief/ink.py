"""Ink: what a flowable draws with. One a PDF; knows the places of anchors and what is written at the end."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any, cast

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from rondo.figures.linking.links import safe_link
from rondo.text.pdf_fonts import PdfFonts
from rondo.text.shaped import Block, TextEngine

Later = Callable[["Ink"], None]


class Ink:
    """Draws shaped text on a ReportLab canvas, remembers anchors, and holds back what needs page numbers."""

    def __init__(self, canvas: Canvas, engine: TextEngine, places: Container[str] = ()) -> None:
        self.canvas = canvas
        self.fonts = PdfFonts(canvas, engine)
        self.places = places
        self.pages: dict[str, int] = {}
        self.total = 0
        self._later: list[Later] = []

    def text(self, block: Block, x: float, y_top: float, colour: str) -> None:
        """The block with its upper left corner at x, y_top of the current space; links become live."""
        for area in self.fonts.draw(block, x, y_top, colour):
            self.link(area.link, (area.x1, area.y1, area.x2, area.y2))

    def link(self, target: str, rect: tuple[float, float, float, float]) -> None:
        """A live rectangle (x1, y1, x2, y2) that leads to "#anchor" or to a web or mail address; nothing
        where the address is not safe or the brief has no such place."""
        safe = safe_link(target)
        if safe is None:
            return
        if not safe.startswith("#"):
            self.canvas.linkURL(safe, rect, relative=1, thickness=0)
        elif safe[1:] in self.places:
            self.canvas.linkRect("", safe[1:], rect, relative=1, thickness=0)

    def anchor(self, name: str, title: str = "", level: int | None = None) -> None:
        """This place gets a name, and with a level an entry in the document outline."""
        x, y = self.canvas.absolutePosition(0, 0)
        self.canvas.bookmarkHorizontalAbsolute(name, y, left=int(x), fit="XYZ")
        self.pages[name] = self.canvas.getPageNumber()
        if level is not None:
            self.canvas.addOutlineEntry(title, name, level=level, closed=False)

    def later(self, x: float, y: float, draw: Later) -> None:
        """At x, y stands what `draw` draws when the last page is known; it draws from its own origin."""
        name = f"later{len(self._later)}"
        self._later.append(draw)
        self.canvas.saveState()
        self.canvas.translate(x, y)
        self.canvas.doForm(name)
        self.canvas.restoreState()

    def finish(self, total: int) -> None:
        """Everything held back is drawn; `total` is the number of pages."""
        self.total = total
        for number, draw in enumerate(self._later):
            self.canvas.beginForm(f"later{number}", -2000, -2000, 2000, 2000)
            draw(self)
            self.canvas.endForm()


class InkCanvas(Canvas):
    """A canvas that carries its ink, and finishes it before it is saved."""

    def __init__(self, *args: Any, engine: TextEngine, places: Container[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ink = Ink(self, engine, places)

    def save(self) -> None:
        self.ink.finish(self.getPageNumber() - 1)
        super().save()


def ink_of(flowable: Flowable) -> Ink:
    """The ink of the canvas that a flowable is being drawn on."""
    return cast(InkCanvas, flowable.canv).ink
