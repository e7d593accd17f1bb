"""The decision asked, and what happens in the first 90 days (practice 4.4 S9)."""

from __future__ import annotations

from msgspec import Struct

from rondo.strategy.sentences.facts import Part, Sentence
from rondo.strategy.sentences.scene import Scene
from rondo.strategy.sentences.telling import one_line
from rondofile.records import Action, Decision

MOST_ACTIONS = 3


class ActionLine(Struct, frozen=True):
    """What is done; owner and date may be empty."""

    sentence: Sentence
    owner: str
    date: str
    action: str


def decision(scene: Scene) -> Sentence:
    """The first decision asked, with its recommendation and the alternative; else "for information"."""
    asked = next((d for d in scene.project.all(Decision) if scene.telling.says(d, "text")), None)
    if asked is None:
        return scene.telling.tell("decision.none")
    places = {"what": scene.telling.said(asked, "text")}
    known: list[str] = []
    if asked.date.strip():
        known.append("date")
        fact = scene.ledger.choice(asked, "date")
        places["date"] = Part(scene.telling.date(asked.date), fact=fact)
    for name in ("recommended", "alternative"):
        part = scene.telling.said(asked, name)
        if part.text:
            known.append(name)
            places[name] = part
    return scene.telling.tell(f"decision.{'.'.join(known)}" if known else "decision", **places)


def actions(scene: Scene) -> tuple[ActionLine, ...]:
    """The first three actions."""
    wanted = [action for action in scene.project.all(Action) if scene.telling.says(action, "text")]
    return tuple(_line(scene, action) for action in wanted[:MOST_ACTIONS])


def _line(scene: Scene, action: Action) -> ActionLine:
    part = scene.telling.said(action, "text")
    facts = (part.fact,) if part.fact else ()
    sentence = Sentence("action", (part,), facts, None)
    return ActionLine(sentence, one_line(action.owner), scene.telling.date(action.date), action.id)
