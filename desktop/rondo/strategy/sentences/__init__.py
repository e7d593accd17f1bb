"""The one-page summary: whole sentences bound to their facts. `summary(project, framework, words)`."""

from rondo.strategy.sentences.deciding import ActionLine
from rondo.strategy.sentences.facts import Fact, Part, Sentence
from rondo.strategy.sentences.finding import Finding
from rondo.strategy.sentences.focus import Focus, focus_of
from rondo.strategy.sentences.must_be_true import MustBeTrue
from rondo.strategy.sentences.page import FOUND, PROPOSAL, Summary, summary
from rondo.strategy.sentences.worth import WorthRow

__all__ = [
    "FOUND",
    "PROPOSAL",
    "ActionLine",
    "Fact",
    "Finding",
    "Focus",
    "MustBeTrue",
    "Part",
    "Sentence",
    "Summary",
    "WorthRow",
    "focus_of",
    "summary",
]
