"""What a cell means: a phase, whose work, a feeling, a time, as people of three languages write it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rondo.ui.fields.number import read_duration
from rondo.ui.ranges.compared import member_of, plain, said
from rondo.words import LANGUAGES, Words
from rondofile.enums import Actor, LaneRole, Phase, StepKind

_ABOUT = re.compile(r"^(?:[~≈<>≤≥±]|ca\.?|circa|about|around|approx\.?|ongeveer|±)\s*", re.IGNORECASE)
_CLOCK = re.compile(r"^(\d{1,3}):([0-5]\d)(?::[0-5]\d)?$")
_WHOLE = re.compile(r"^[+\-−–]?\d+(?:[.,]0+)?$")
_PHASE_OF_KIND = {
    StepKind.NEED: Phase.RECOGNIZE,
    StepKind.AWARENESS: Phase.RECOGNIZE,
    StepKind.SEARCH: Phase.REQUEST,
    StepKind.DECIDE: Phase.REQUEST,
    StepKind.ORDER: Phase.REQUEST,
    StepKind.RECEIVE: Phase.RESPOND,
    StepKind.EXPERIENCE: Phase.RESPOND,
    StepKind.AFTER_SALE: Phase.RESPOND,
}
LOWEST, HIGHEST = -2, 2


def phase_of(text: str) -> Phase | None:
    """The phase by its name or number, or by the name of a kind of step in it (domain 2.5)."""
    wanted = re.sub(r"^\d+\s*[.):]\s*", "", plain(text)) or plain(text)
    if wanted in "1234" and len(wanted) == 1:
        return tuple(Phase)[int(wanted) - 1]
    kind = kind_of(text)
    found = member_of(Phase, wanted, lambda phase: f"paste_table.phase_{phase}")
    return found or (_PHASE_OF_KIND[kind] if kind else None)


def kind_of(text: str) -> StepKind | None:
    """The kind of step by its name."""
    return member_of(StepKind, plain(text))


def actor_of(text: str) -> Actor | None:
    """Who does the work, by name."""
    return member_of(Actor, plain(text), lambda actor: f"paste_table.actor_{actor}")


def role_of(text: str) -> LaneRole:
    """Whose desk a lane of that name is: ours where the name does not say."""
    named = member_of(LaneRole, plain(text))
    actor = actor_of(text)
    if named is not None or actor is None:
        return named or LaneRole.FIRM
    return LaneRole(actor.value) if actor.value in set(LaneRole) else LaneRole.FIRM


def feeling_of(text: str, one_to_five: bool) -> int | None:
    """How it feels, from -2 to 2: a number, a word, or a face."""
    if _WHOLE.match(text):
        number = int(re.split("[.,]", re.sub("[−–]", "-", text))[0])
        number -= 3 if one_to_five else 0
        return number if LOWEST <= number <= HIGHEST else None
    wanted = plain(text) or text.strip()
    for feeling in range(LOWEST, HIGHEST + 1):
        if wanted in said(f"fields.feeling.{feeling}") | said(f"paste_table.feeling.{feeling}"):
            return feeling
    return None


def is_one_to_five(texts: Iterable[str]) -> bool:
    """Whether feelings are given from 1 to 5: whole numbers, one of which -2 to 2 does not have."""
    found = [text for text in texts if text]
    if not found or not all(_WHOLE.match(text) for text in found):
        return False
    numbers = [int(float(re.sub("[−–]", "-", text).replace(",", "."))) for text in found]
    return min(numbers) >= 1 and HIGHEST < max(numbers) <= 5


def minutes_of(text: str, unit: str) -> float | None:
    """The minutes that a time is; a number alone is in the unit of its heading, else minutes."""
    text = _ABOUT.sub("", text.strip())
    clock = _CLOCK.match(text)
    if clock:
        return int(clock[1]) * 60.0 + int(clock[2])
    if unit and re.fullmatch(r"[\d.,]+", text):
        text = f"{text} {unit}"
    for language in LANGUAGES:
        try:
            return read_duration(text, Words(language)) if text else None
        except ValueError:
            continue
    return None


def parts_of(text: str) -> list[str]:
    """The entries of a cell that lists several: one a line, or between semicolons."""
    found = (re.sub(r"^\s*[-*•–·]\s+", "", part).strip() for part in re.split(r"[\n;]", text))
    return [part for part in found if part]
