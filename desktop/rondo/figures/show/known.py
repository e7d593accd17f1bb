"""What we come to know at every step and how, and where we learn nothing."""

from __future__ import annotations

from rondo.figures.show.ground import Ground
from rondo.figures.show.values import Count, Look, Say, Show, Shown
from rondofile.enums import InformationHow, InformationUse
from rondofile.records import Step

SOME, USED, NOTHING = (
    Look("told", "accent", full=True),
    Look("used", "ink-secondary"),
    Look("nothing", "warn", "dashed"),
)
SIGNS = {how: Look(how.value, "accent", full=True) for how in InformationHow}


def known(ground: Ground) -> Shown:
    """Steps where something is learned, and the others; how much is told, inferred, sensed."""
    words = ground.words
    says = {step.id: _say(ground, step) for step in ground.moments}
    learned = sum(say.look.full for say in says.values())
    hows = [how for step in ground.moments for how in _gathered(ground, step)]
    counts = [
        Count(SIGNS[how], words(f"show.known_{how}", n=words.number(hows.count(how))))
        for how in InformationHow
        if how in hows
    ]
    for look, key in ((USED, "show.known_used"), (NOTHING, "show.known_nothing")):
        count = sum(say.look == look for say in says.values())
        if count:
            counts.append(Count(look, words(key, n=words.number(count), all=ground.all)))
    said = words("show.known_some", n=words.number(learned), all=ground.all)
    return Shown(
        Show.KNOWN, words("show.known"), says, counts=tuple(counts), sentences=(said, *ground.beside())
    )


def _gathered(ground: Ground, step: Step) -> list[InformationHow]:
    records = ground.project.information_of(step.id)
    return [one.how for one in records if one.use is InformationUse.GATHERS]


def _say(ground: Ground, step: Step) -> Say:
    words, gathered = ground.words, _gathered(ground, step)
    if gathered:
        hows = [how for how in InformationHow if how in gathered]
        parts = [words(f"show.known_{how}", n=words.number(gathered.count(how))) for how in hows]
        return Say(SIGNS[hows[0]], words("show.dot").join(parts))
    used = len(ground.project.information_of(step.id))
    if used:
        return Say(USED, words.count("show.uses", used))
    return Say(NOTHING, words("show.nothing"))
