"""A display list as SVG: one group a thing, real text, the fonts it needs inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rondo.figures.bounds import require_whole
from rondo.figures.linking.arrow_paths import arrow_paths
from rondo.figures.linking.links import safe_link
from rondo.figures.painters.svg_fonts import Face, faces
from rondo.figures.painters.svg_text import attribute, number, text_elements, words
from rondo.figures.shapes import Arrow, Ellipse, Figure, Group, Line, Path, Rect, Shape, Stroke, Text
from rondo.text.shaped import TextEngine


def figure_svg(figure: Figure, engine: TextEngine, *, language: str = "en") -> str:
    """A well-formed SVG document that browsers draw as the PDF is drawn.

    Every group carries its id and a <title>; texts stay texts, in reading order; no script, no address
    but http, https, mailto and places in the same document. The same figure gives the same text.
    TypeError for an unknown shape, ValueError for a number that is not finite."""
    require_whole(figure)
    known = faces(figure, engine)
    size = f"{number(figure.width)} {number(figure.height)}"
    rules = "".join(face.rule for face in known.values())
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="figure-title figure-description"'
        f' xml:lang={attribute(language)} width="{number(figure.width)}pt" height="{number(figure.height)}pt"'
        f' viewBox="0 0 {size}">',
        f'<title id="figure-title">{words(figure.title)}</title>',
        f'<desc id="figure-description">{words(figure.description)}</desc>',
        *([f"<style>{rules}</style>"] if rules else []),
        *_elements(figure.shapes, known),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _elements(shapes: Iterable[Shape], known: Mapping[str, Face]) -> Iterator[str]:
    for shape in shapes:
        yield from _element(shape, known)


def _element(shape: Shape, known: Mapping[str, Face]) -> Iterator[str]:
    match shape:
        case Group():
            yield from _group(shape, known)
        case Text():
            yield from text_elements(shape, known)
        case Rect():
            yield _rect(shape)
        case Ellipse():
            place = f'cx="{number(shape.cx)}" cy="{number(shape.cy)}"'
            axes = f'rx="{number(shape.rx)}" ry="{number(shape.ry)}"'
            yield f"<ellipse {place} {axes}{_paint(shape.fill, shape.stroke)}/>"
        case Path():
            yield f'<path d="{_route(shape)}"{_paint(shape.fill, shape.stroke)}/>'
        case Line():
            ends = (("x1", shape.x1), ("y1", shape.y1), ("x2", shape.x2), ("y2", shape.y2))
            yield f"<line {_numbers(ends)}{_ink(shape.stroke)}/>"
        case Arrow():
            yield from _elements(arrow_paths(shape), known)
        case _:
            raise TypeError(f"not a shape of the display list: {type(shape).__name__}")


def _group(group: Group, known: Mapping[str, Face]) -> Iterator[str]:
    target = safe_link(group.link)
    name = f" id={attribute(group.id)}" if group.id else ""
    yield f"<g{name}>"
    if group.title:
        yield f"<title>{words(group.title)}</title>"
    if target is not None:
        yield f"<a href={attribute(target)}>"
    yield from _elements(group.shapes, known)
    if target is not None:
        yield "</a>"
    yield "</g>"


def _rect(rect: Rect) -> str:
    sides = (("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height))
    radius = min(rect.radius, rect.width / 2, rect.height / 2)
    rounded = f' rx="{number(radius)}"' if radius > 0 else ""
    return f"<rect {_numbers(sides)}{rounded}{_paint(rect.fill, rect.stroke)}/>"


def _route(path: Path) -> str:
    steps = (str(name) + " ".join(number(float(n)) for n in numbers) for name, *numbers in path.commands)
    return "".join(steps)


def _numbers(pairs: Iterable[tuple[str, float]]) -> str:
    return " ".join(f'{name}="{number(value)}"' for name, value in pairs)


def _paint(fill: str | None, stroke: Stroke | None) -> str:
    return f' fill="{fill or "none"}"' + (_ink(stroke) if stroke is not None else "")


def _ink(stroke: Stroke) -> str:
    dash = " ".join(number(part) for part in stroke.dash)
    broken = f' stroke-dasharray="{dash}"' if dash else ""
    return f' stroke="{stroke.colour}" stroke-width="{number(stroke.width)}" stroke-linejoin="round"{broken}'
