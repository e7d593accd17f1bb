"""Lines of one font, read from the left, take a shorter way: it says what the long one says."""

from __future__ import annotations

import pytest

from rondo.text.qt_engine import QtTextEngine
from rondo.text.shaped import Style
from rondo.text.window import Window

TEXTS = (
    "Wish for a holiday together",
    "Compare dates, hotels and rides: too much to compare, again and again",
    "office affluent fjord – “quoted” 50 %",
    "Zoë koopt café-crème à la minute, tweeëntwintig keer",
    "e\u0301te\u0301 two  spaces   and a tab\there ",
    "soft\u00adhyphens hide in long\u00adish words",
    "a word as long as Donaudampfschifffahrtsgesellschaft breaks inside",
    "",
    "  leads with white space",
)
STYLES = (Style(7.6, weight=600, leading=1.24), Style(9.0, "serif", italic=True, align="right"))


@pytest.mark.parametrize("style", STYLES, ids=str)
@pytest.mark.parametrize("width", [None, 38.0, 90.0])
def test_a_plain_line_is_the_line_that_its_pieces_would_make(
    engine: QtTextEngine, monkeypatch: pytest.MonkeyPatch, style: Style, width: float | None
) -> None:
    taken, plain = [], Window._plain_run

    def counted(*given: object) -> object:
        taken.append(plain(*given))  # type: ignore[arg-type]
        return taken[-1]

    monkeypatch.setattr(Window, "_plain_run", counted)
    short = [engine.shape(text, style, width) for text in TEXTS]
    monkeypatch.setattr(Window, "_plain_run", lambda *_: None)
    engine._blocks.clear()
    assert [engine.shape(text, style, width) for text in TEXTS] == short
    assert sum(run is not None for run in taken) >= 5, "most lines are plain"


@pytest.mark.parametrize("text", ["नमस्ते", "مرحبا", "\U0001d4d0 and pairs", "a और b"])
def test_other_lines_go_the_long_way(engine: QtTextEngine, text: str) -> None:
    block = engine.shape(text, Style(10.0))
    runs = [run for line in block.lines for run in line.runs]
    assert "".join(sorted("".join("".join(run.texts) for run in runs))) == "".join(sorted(text))
