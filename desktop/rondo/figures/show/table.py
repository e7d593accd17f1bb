"""Every kind of showing by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rondo.figures.show.evidence import sureness
from rondo.figures.show.ground import Ground, ground_of
from rondo.figures.show.known import known
from rondo.figures.show.learning import learning
from rondo.figures.show.strange import strange
from rondo.figures.show.values import Show, Shown
from rondo.figures.show.waiting import waiting
from rondo.figures.show.work import work
from rondo.strategy.framework.whole import Framework
from rondo.words import Words
from rondofile.project import Project

_MADE: Mapping[Show, Callable[[Ground], Shown]] = {
    Show.WORK: work,
    Show.KNOWN: known,
    Show.STRANGERS: strange,
    Show.WAITS: waiting,
    Show.LEARNED: learning,
    Show.EVIDENCE: sureness,
}


def shown(what: Show, project: Project, journey: str, words: Words, framework: Framework) -> Shown:
    """What is to be shown of that journey."""
    return _MADE[what](ground_of(project, journey, words, framework))
