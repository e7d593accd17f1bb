"""Every theme names the same roles, and what is written can be read on what it is written on."""

from __future__ import annotations

import re

import pytest

from helpers.contrast import contrast
from helpers.house import none_of
from rondo.figures import theme

ON_PAGES = ("ink", "ink-secondary", "ink-tertiary", "accent", "bad", "warn", "ok")
PHASES = ("recognize", "request", "respond", "repeat")
LEAST = 4.5


def test_contrast_is_measured_as_readers_need_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_all_themes_name_the_same_roles_as_colours() -> None:
    roles = {name: set(theme.load(name).colours) for name in theme.NAMES}
    assert len(roles) == 4
    assert all(found == roles["light"] for found in roles.values())
    colours = [colour for name in theme.NAMES for colour in theme.load(name).colours.values()]
    assert [colour for colour in colours if not re.fullmatch("#[0-9a-f]{6}", colour)] == []


@pytest.mark.parametrize("name", theme.NAMES)
def test_text_can_be_read_on_paper_on_surfaces_and_on_its_own_ground(name: str) -> None:
    loaded = theme.load(name)
    pairs = [(role, ground) for role in (*ON_PAGES, *PHASES) for ground in ("paper", "surface")]
    pairs += [(role, f"{role}-ground") for role in (*PHASES, "accent", "bad", "warn")]
    weak = {pair: contrast(loaded[pair[0]], loaded[pair[1]]) for pair in pairs}
    assert len(weak) == 29
    none_of({pair: ratio for pair, ratio in weak.items() if ratio < LEAST}.items())
