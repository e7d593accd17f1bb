"""The letters an SVG needs, carried inside it: a subset of each font as an @font-face of its own name."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from rondo.figures.bounds import everything
from rondo.figures.shapes import Figure, Text
from rondo.text.shaped import TextEngine

_RESTRICTED = 0x0002
"""The bit of OS/2 fsType by which a maker forbids embedding."""


class Face(Struct, frozen=True):
    """A font as CSS names it: our embedded subset first, the font's own family for programs that do not
    read embedded fonts."""

    family: str
    weight: int
    italic: bool
    rule: str


def faces(figure: Figure, engine: TextEngine) -> dict[str, Face]:
    """{font key: face} of every font in the figure; `rule` is its @font-face, empty where the font may
    not be embedded."""
    wanted: dict[str, set[str]] = {}
    for shape in everything(figure.shapes):
        if isinstance(shape, Text):
            for line in shape.block.lines:
                for run in line.runs:
                    wanted.setdefault(run.font, set()).update("".join(run.texts), line.text)
    return {font: _face(engine.font_file(font), letters) for font, letters in sorted(wanted.items())}


def _face(program: bytes, letters: Iterable[str]) -> Face:
    from fontTools.ttLib import TTFont

    font: Any = TTFont(io.BytesIO(program), recalcTimestamp=False, lazy=True)
    names = font["name"]
    own = str(names.getDebugName(16) or names.getDebugName(1) or "sans-serif")
    weight = int(font["OS/2"].usWeightClass) if "OS/2" in font else 400
    italic = bool(font["head"].macStyle & 2)
    quoted = "'" + "".join(letter for letter in own if letter.isalnum() or letter in " -") + "'"
    if "OS/2" in font and font["OS/2"].fsType & _RESTRICTED:
        return Face(quoted, weight, italic, "")
    data = _subset(font, "".join(sorted(set(letters))))
    name = "rondo-" + hashlib.sha256(data).hexdigest()[:12]
    slant = "italic" if italic else "normal"
    source = f"url(data:font/woff;base64,{base64.b64encode(data).decode()}) format('woff')"
    rule = f"@font-face{{font-family:{name};font-weight:{weight};font-style:{slant};src:{source}}}"
    return Face(f"{name},{quoted}", weight, italic, rule)


def _subset(font: Any, letters: str) -> bytes:
    """The letters and every glyph that shaping can make of them; the same letters give the same bytes."""
    from fontTools import subset

    tools: Any = subset
    options = tools.Options(flavor="woff", hinting=False, notdef_outline=True, recalc_timestamp=False)
    options.name_IDs = [0, 1, 2, 13, 14]
    options.ignore_missing_unicodes = True
    subsetter = tools.Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    target = io.BytesIO()
    tools.save_font(font, target, options)
    return target.getvalue()
