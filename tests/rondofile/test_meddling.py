"""Any mixture of our acts and those of others at one file: nothing is lost of either side."""

from __future__ import annotations

from collections import Counter

import pytest

from helpers.meddling import OURS, THEIRS, Meddling
from helpers.storage import memory_folder

SEED = 20_261_122
ROUNDS, ACTS = 40, 24


def meddle(first: int, rounds: int, acts: int) -> tuple[Counter[str], int, int]:
    """The acts that were done, our acknowledged edits, how often a file of theirs was replaced by ours."""
    done, edits, overwritten = Counter[str](), 0, 0
    for seed in range(first, first + rounds):
        print(f"seed {seed}")
        with memory_folder() as folder:
            story = Meddling(folder, seed)
            for _ in range(acts):
                story.act()
            story.end()
            done += story.acts
            edits += len(story.ours)
            overwritten += story.overwritten
    return done, edits, overwritten


def check_amount(done: Counter[str], rounds: int, acts: int) -> None:
    assert done.total() == rounds * acts
    assert all(done[act.__name__] >= rounds // 4 for act in (*OURS, *THEIRS))


def test_any_mixture_of_acts_then_nothing_is_lost() -> None:
    done, edits, overwritten = meddle(SEED, ROUNDS, ACTS)
    check_amount(done, ROUNDS, ACTS)
    assert edits >= ROUNDS * 2 and overwritten >= ROUNDS // 4


@pytest.mark.long
def test_many_more_mixtures_of_acts_then_nothing_is_lost() -> None:
    done, edits, overwritten = meddle(SEED + ROUNDS, 300, 40)
    check_amount(done, 300, 40)
    assert edits >= 600 and overwritten >= 75
