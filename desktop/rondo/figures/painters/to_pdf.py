"""A display list onto a PDF page: vector shapes, real text, links."""

from __future__ import annotations

import io
from collections.abc import Callable, Container, Sequence
from typing import Any, Protocol

from rondo.figures.bounds import Box, bounds, everything, require_whole
from rondo.figures.linking.arrow_paths import arrow_paths
from rondo.figures.linking.links import safe_link
from rondo.figures.shapes import Arrow, Ellipse, Figure, Group, Line, Path, Rect, Shape, Stroke, Text
from rondo.text.shaped import Block, TextEngine

LARGEST_PAGE = 14_000.0
"""Points; readers refuse pages beyond 200 inches, so a larger figure is drawn smaller."""


class Area(Protocol):
    """Where a link inside a text stands, in the space in which the text was drawn."""

    @property
    def link(self) -> str: ...
    @property
    def x1(self) -> float: ...
    @property
    def y1(self) -> float: ...
    @property
    def x2(self) -> float: ...
    @property
    def y2(self) -> float: ...


class Fonts(Protocol):
    """Writes shaped blocks onto a canvas and tells where their links stand; see `rondo.text.pdf_fonts`."""

    def draw(self, block: Block, x: float, y_top: float, colour: str) -> Sequence[Area]: ...


GroupHook = Callable[[Group, Box], None]
"""Told of every group with its box on the page (left, bottom, right, top in points): for bookmarks,
named places and tags."""


def draw(
    figure: Figure,
    canvas: Any,
    fonts: Fonts,
    x: float = 0.0,
    y_top: float = 0.0,
    scale: float = 1.0,
    on_group: GroupHook | None = None,
    places: Container[str] = (),
) -> None:
    """The figure stands on the ReportLab canvas with its upper left corner at x, y_top (y upwards).

    Groups with a safe link become clickable; a link "#name" only where `places` has the name, because a
    PDF cannot lead to a place that it lacks. TypeError for an unknown shape, ValueError for a number that
    is not finite."""
    require_whole(figure)
    canvas.saveState()
    canvas.translate(x, y_top)
    canvas.scale(scale, scale)
    canvas.setLineCap(0)
    canvas.setLineJoin(1)
    _Pen(canvas, fonts, on_group, places).shapes(figure.shapes)
    canvas.restoreState()


def figure_pdf(figure: Figure, engine: TextEngine, *, author: str = "", language: str = "en") -> bytes:
    """One page exactly as large as the figure, fonts embedded; the same figure gives the same bytes."""
    from reportlab.pdfgen.canvas import Canvas

    from rondo.text.pdf_fonts import PdfFonts

    scale = min(1.0, LARGEST_PAGE / max(figure.width, figure.height))
    size = (figure.width * scale, figure.height * scale)
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1, pageCompression=1, lang=language)
    canvas.setTitle(figure.title)
    canvas.setSubject(figure.description)
    canvas.setAuthor(author)
    canvas.setCreator("Rondo")
    names = frozenset(
        shape.id for shape in everything(figure.shapes) if isinstance(shape, Group) and shape.id
    )

    def place(group: Group, box: Box) -> None:
        if group.id:
            canvas.bookmarkHorizontalAbsolute(group.id, box[3])

    draw(figure, canvas, PdfFonts(canvas, engine), 0, size[1], scale, place, names)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


class _Pen:
    """Draws shapes in a space whose origin is the figure's upper left corner; only y is turned."""

    def __init__(self, canvas: Any, fonts: Fonts, on_group: GroupHook | None, places: Container[str]) -> None:
        self.canvas = canvas
        self.fonts = fonts
        self.on_group = on_group
        self.places = places

    def shapes(self, shapes: tuple[Shape, ...]) -> None:
        for shape in shapes:
            self.shape(shape)

    def shape(self, shape: Shape) -> None:
        match shape:
            case Group():
                self.group(shape)
            case Text():
                for area in self.fonts.draw(shape.block, shape.x, -shape.y, shape.colour):
                    self.link(area.link, (area.x1, area.y1, area.x2, area.y2))
            case Rect():
                self.rect(shape)
            case Ellipse():
                self.ellipse(shape)
            case Path():
                self.path(shape)
            case Line():
                self.ink(shape.stroke)
                self.canvas.line(shape.x1, -shape.y1, shape.x2, -shape.y2)
            case Arrow():
                self.shapes(arrow_paths(shape))
            case _:
                raise TypeError(f"not a shape of the display list: {type(shape).__name__}")

    def group(self, group: Group) -> None:
        self.shapes(group.shapes)
        box = bounds(group)
        if box is None:
            return
        left, top, right, bottom = box
        self.link(group.link, (left, -bottom, right, -top))
        if self.on_group is not None:
            page = (*self.canvas.absolutePosition(left, -bottom), *self.canvas.absolutePosition(right, -top))
            self.on_group(group, page)

    def link(self, address: str | None, area: Box) -> None:
        """A live area, where the address is safe and leads to something that is there."""
        target = safe_link(address)
        if target is not None and not target.startswith("#"):
            self.canvas.linkURL(target, area, relative=1, thickness=0)
        elif target is not None and target[1:] in self.places:
            self.canvas.linkRect("", target[1:], area, relative=1, thickness=0)

    def rect(self, rect: Rect) -> None:
        how = self.paint(rect.fill, rect.stroke)
        y = -rect.y - rect.height
        if rect.radius > 0:
            radius = min(rect.radius, rect.width / 2, rect.height / 2)
            self.canvas.roundRect(rect.x, y, rect.width, rect.height, radius, **how)
        else:
            self.canvas.rect(rect.x, y, rect.width, rect.height, **how)

    def ellipse(self, ellipse: Ellipse) -> None:
        how = self.paint(ellipse.fill, ellipse.stroke)
        left, right = ellipse.cx - ellipse.rx, ellipse.cx + ellipse.rx
        self.canvas.ellipse(left, -ellipse.cy - ellipse.ry, right, -ellipse.cy + ellipse.ry, **how)

    def path(self, path: Path) -> None:
        how = self.paint(path.fill, path.stroke)
        drawn = self.canvas.beginPath()
        moves = {"M": drawn.moveTo, "L": drawn.lineTo, "C": drawn.curveTo, "Z": drawn.close}
        for name, *numbers in path.commands:
            turned = [-float(n) if index % 2 else float(n) for index, n in enumerate(numbers)]
            moves[str(name)](*turned)
        self.canvas.drawPath(drawn, **how)

    def paint(self, fill: str | None, stroke: Stroke | None) -> dict[str, int]:
        if fill is not None:
            self.canvas.setFillColor(fill)
        if stroke is not None:
            self.ink(stroke)
        return {"fill": int(fill is not None), "stroke": int(stroke is not None)}

    def ink(self, stroke: Stroke) -> None:
        self.canvas.setStrokeColor(stroke.colour)
        self.canvas.setLineWidth(stroke.width)
        self.canvas.setDash(*([list(stroke.dash)] if stroke.dash else []))
