"""Text in a tool tip stands there letter for letter."""

from __future__ import annotations

import html

import pytest

from rondo.ui.escaped import escape


@pytest.mark.parametrize(
    "text", ["", "Book <b>a</b> room", "R&amp;D & more", "say \"no\" or 'yes'", "<img src=/a>", "నమస్తే\n– é"]
)
def test_text_when_escaped_then_reads_as_it_was_and_holds_no_markup(text: str) -> None:
    assert escape(text) == html.escape(text)
    assert html.unescape(escape(text)) == text
