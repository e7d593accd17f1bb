"""Kept and discarded work in words."""

from __future__ import annotations

from rondo.words import Words
from rondofile.rescuing.glimpse import Trouble
from rondofile.rescuing.recovery import KeptWork


def name_of(title: str, words: Words) -> str:
    """What a project is called on the screen."""
    return title.strip() or words("welcome.untitled")


def why_of(kept: KeptWork, words: Words) -> str:
    """Why it cannot simply be gone on with, as one sentence."""
    if kept.trouble is Trouble.STOPPED:
        return words.count("recovery.why.stopped", max(kept.attempts, 1))
    return words(f"recovery.why.{kept.trouble}")
