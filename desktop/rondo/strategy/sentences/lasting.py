"""Why it lasts: what each round teaches us and which step uses it (practice 4.4 S7)."""

from __future__ import annotations

from rondo.strategy.journeys.measures import Measures
from rondo.strategy.sentences.facts import Part, Sentence
from rondo.strategy.sentences.scene import Scene
from rondofile.enums import About
from rondofile.records import Item, Link, Step


def lasting(scene: Scene, course: Measures) -> tuple[Sentence, ...]:
    """The loop that lands on a step and the highest level it reaches; or that nothing lasts."""
    landing = course.loops.landing
    if not landing:
        return (scene.telling.tell("lasting.none"),)
    about = {link.about for link in landing if link.about in (About.PERSON, About.PEOPLE)}
    choices = [scene.ledger.choice(link, "about") for link in landing]
    kind = "both" if len(about) == 2 else next(iter(about)) if about else "some"
    best = max(landing, key=lambda link: link.level or 0)
    journey = scene.journey(course.journey)
    step = scene.step(scene.project.get(Step, best.target))
    what = _taught(scene, best)
    if what:
        told = scene.telling.tell(f"lasting.{kind}", choices, journey=journey, what=what, step=step)
    else:
        told = scene.telling.tell(f"lasting.{kind}.something", choices, journey=journey, step=step)
    return (told, *_level(scene, best))


def _taught(scene: Scene, link: Link) -> tuple[Part, ...]:
    """What is learned: as the link says, else the items its step gathers."""
    if link.label.strip():
        return (scene.telling.said(link, "label", strong=True),)
    gathered = (one for one in scene.project.information_of(link.source) if one.use == "gathers")
    items = (scene.project.find(Item, one.item) for one in gathered)
    return scene.listed(scene.telling.named(item, "name", "item") for item in items if item)


def _level(scene: Scene, link: Link) -> tuple[Sentence, ...]:
    if link.level is None or not 1 <= link.level <= len(scene.framework.levels):
        return ()
    level = scene.framework.level(link.level).name
    return (scene.telling.tell("lasting.level", [scene.ledger.choice(link, "level")], level=level),)
