"""The list of changes is the one that a careful reader makes by hand, on five pairs that are kept."""

from __future__ import annotations

import pytest

from helpers.pairs import NAMES, KeptPair, kept_pair
from rondo.strategy.changes.change_list import SECTIONS, ChangeList, change_list
from rondo.strategy.framework.whole import load
from rondo.words import LANGUAGES, Words


def listed(pair: KeptPair, language: str = "en") -> ChangeList:
    return change_list(pair.project, pair.as_is, pair.to_be, load(language), Words(language))


def written(found: ChangeList) -> str:
    """The list as a reader writes it down: headings, steps, what changed."""
    words, lines = Words("en"), []
    for section in SECTIONS:
        entries = found.of(section)
        lines += [words(f"changes.section.{section}")] if entries else []
        for entry in entries:
            lines += [f"  {entry.text}", *(f"    {detail.text}" for detail in entry.details)]
    return "\n".join(lines)


def test_five_pairs_are_kept() -> None:
    assert len(NAMES) == 5
    assert "theme-park" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_list_is_the_one_made_by_hand(name: str) -> None:
    pair = kept_pair(name)
    found = listed(pair)
    assert written(found).splitlines() == pair.by_hand.splitlines()
    assert tuple(detail.alone for detail in found.worse) == pair.worse


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_said_in_every_language(language: str) -> None:
    said = 0
    for name in NAMES:
        found = listed(kept_pair(name), language)
        lines = [*found.counts, *(e.text for e in found.entries)]
        lines += [detail.alone for entry in found.entries for detail in entry.details]
        assert all(line.strip() and "{" not in line for line in lines)
        said += len(lines)
    assert said > 150
