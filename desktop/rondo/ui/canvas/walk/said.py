"""A walk in words: where it is, what it came to so far, where it can go on."""

from __future__ import annotations

from rondo.strategy.journeys.walk import Moment
from rondo.ui.canvas.walk.walking import Walking
from rondo.words import Words
from rondofile.records import Link

LONGEST = 28


def where(walking: Walking, words: Words) -> str:
    """The step, and which of how many it is."""
    moment = walking.moment
    if moment is None:
        return ""
    n, all_ = words.number(walking.at + 1), words.number(len(walking.moments))
    return words("canvas_walk.where", n=n, all=all_, step=moment.step.title)


def so_far(moment: Moment, words: Words) -> str:
    """What the walk came to: time, waiting, and how often the customer was a stranger or told it again."""
    parts = []
    if moment.minutes and moment.waited:
        times = {"time": words.duration(moment.minutes), "wait": words.duration(moment.waited)}
        parts.append(words("canvas_walk.time-waited", **times))
    elif moment.minutes:
        parts.append(words("canvas_walk.time", time=words.duration(moment.minutes)))
    for key, count in (("strangers", moment.strangers), ("retold", moment.retold), ("pains", moment.pains)):
        if count:
            parts.append(words.count(f"canvas_walk.{key}", count))
    return " · ".join(parts) or words("canvas_walk.nothing")


def way_on(number: int, way: Link, title: str, words: Words) -> str:
    """One of several ways on, by the key that takes it."""
    short = title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"
    if way.share is not None:
        short = f"{short} · {words('journey_figure.share', share=words.number(way.share))}"
    return words("canvas_walk.way", n=words.number(number), step=short)
