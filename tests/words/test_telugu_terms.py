"""Telugu keeps steps and phases apart: a step is never called what a phase is called."""

from __future__ import annotations

import polib
import pytest

import rondo_resources

PHASE, STEP = "దశ", "అడుగు"
IN_A_PHASE = ("action.journey.phase-", "action.journey.select-phase", "responses.waiting_hint")


def entries(language: str) -> dict[str, str]:
    """Every message of the language by its key, its forms one after the other."""
    found = {}
    for name in sorted(rondo_resources.names(f"words/{language}", ".po")):
        for entry in polib.pofile(rondo_resources.read_text(name)):
            found[entry.msgid] = " ".join([entry.msgstr, *entry.msgstr_plural.values()])
    return found


@pytest.fixture(scope="module")
def both() -> dict[str, tuple[str, str]]:
    english, telugu = entries("en"), entries("te")
    return {key: (english[key], telugu[key]) for key in english}


def test_what_speaks_of_steps_alone_never_uses_the_word_for_phases(both: dict[str, tuple[str, str]]) -> None:
    steps = {
        key: telugu
        for key, (english, telugu) in both.items()
        if "step" in english.lower()
        and not any(word in english.lower() for word in ("phase", "stage"))
        and not key.startswith(IN_A_PHASE)
    }
    assert len(steps) > 150
    assert [key for key, telugu in steps.items() if PHASE in telugu] == []
    assert sum(STEP in telugu for telugu in steps.values()) > 150
