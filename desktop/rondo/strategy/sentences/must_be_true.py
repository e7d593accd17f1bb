"""What must be true, at most three lines: the user's own conditions first, then what the drawing needs.

Candidates by rule fill what is left, those first on which most sentences rest and of which least is
known (practice 4.4 S8).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from msgspec import Struct

from rondo.strategy.changes.change import ChangeKind, Difference
from rondo.strategy.journeys.measures import Measures
from rondo.strategy.sentences.facts import Fact, Part, Sentence, distinct, weakest
from rondo.strategy.sentences.finding import CERTAINTY
from rondo.strategy.sentences.scene import Scene
from rondo.strategy.sentences.telling import one_line
from rondofile.enums import About, Architecture, Evidence, Identity, InformationHow, LinkKind
from rondofile.records import Condition, Item, Placement, Step

MOST = 3
_SUPPLIED = (
    Architecture.CONNECTED_MARKET_MAKER,
    Architecture.CROWD_ORCHESTRATOR,
    Architecture.PEER_TO_PEER_NETWORK,
)


class MustBeTrue(Struct, frozen=True):
    """One condition; `condition`: the user's record, None for a candidate by rule."""

    sentence: Sentence
    evidence: Evidence
    owner: str
    date: str
    condition: str | None


def must_be_true(
    scene: Scene, said: Iterable[Sentence], then: Measures | None, found: Difference | None
) -> tuple[MustBeTrue, ...]:
    """The user's conditions, weakest known first, then candidates; three in all."""
    own = [_own(scene, c) for c in scene.project.all(Condition) if scene.telling.says(c, "text")]
    own.sort(key=lambda one: CERTAINTY[one.evidence])
    candidates = chain(_by_rule(scene, then, found), _assumed(scene, said))
    return tuple(islice(chain(own, candidates), MOST))


def _own(scene: Scene, condition: Condition) -> MustBeTrue:
    facts = (scene.ledger.fact(condition, "text"), scene.ledger.fact(condition, "evidence"))
    part = scene.telling.said(condition, "text")
    sentence = Sentence("condition", (Part(part.text, fact=facts[0]),), facts, weakest(facts))
    evidence = condition.evidence or Evidence.ASSUMED
    date = scene.telling.date(condition.date)
    return MustBeTrue(sentence, evidence, one_line(condition.owner), date, condition.id)


def _by_rule(scene: Scene, then: Measures | None, found: Difference | None) -> Iterator[MustBeTrue]:
    target = scene.focus.target
    if target is None or then is None:
        return
    yield from _consent(scene, then)
    yield from _pair_gains(scene, found)
    yield from _supply_joins(scene, target)


def _consent(scene: Scene, then: Measures) -> Iterator[MustBeTrue]:
    """Sensing a person needs their leave, and a way for those who refuse (practice N25)."""
    sensed: list[tuple[Step, Item, Fact]] = []
    for step in then.moments:
        for one in scene.project.information_of(step.id):
            item = scene.project.find(Item, one.item)
            if item and one.how is InformationHow.SENSED and item.about is About.PERSON:
                sensed.append((step, item, scene.ledger.choice(one, "how")))
    if not sensed:
        return
    items = scene.listed(scene.telling.named(item, "name", "item") for _, item, _ in sensed)
    facts = [fact for _, _, fact in sensed]
    yield _candidate(scene.telling.tell("must.consent", facts, items=items))
    links = [x for x in scene.project.links_of(then.journey.id) if x.kind is LinkKind.NEXT]
    if all(times == 1 for times in Counter(link.source for link in links).values()):
        yield _candidate(scene.telling.tell("must.refusal", facts))


def _pair_gains(scene: Scene, found: Difference | None) -> Iterator[MustBeTrue]:
    """A department that shall pass on who someone is must gain by it (domain C73)."""
    mended = found.of(ChangeKind.IDENTITY) if found else ()
    for change in mended:
        if change.was == Identity.LOST and change.now == Identity.CARRIED:
            fact = scene.ledger.choice(change.after[0], "identity")
            yield _candidate(scene.telling.tell("must.gain", [fact], desk=scene.desk(change.after[0])))
            return


def _supply_joins(scene: Scene, target: Placement) -> Iterator[MustBeTrue]:
    """Whoever is to supply needs a reason to join (practice N18)."""
    if target.architecture in _SUPPLIED:
        fact = scene.ledger.fact(target, "architecture")
        yield _candidate(scene.telling.tell(f"must.supply.{target.architecture}", [fact]))


def _assumed(scene: Scene, said: Iterable[Sentence]) -> Iterator[MustBeTrue]:
    """The steps whose assumptions most sentences rest on."""
    uses: Counter[str] = Counter()
    facts: dict[str, list[Fact]] = {}
    for sentence in said:
        assumed = [f for f in sentence.facts if f.noun == "step" and f.evidence is Evidence.ASSUMED]
        uses.update({fact.id for fact in assumed})
        for fact in assumed:
            facts.setdefault(fact.id, []).append(fact)
    order = {step: at for at, step in enumerate(facts)}
    for key in sorted(uses, key=lambda step: (-uses[step], order[step])):
        step = scene.project.get(Step, key)
        yield _candidate(scene.telling.tell("must.assumed", distinct(facts[key]), step=scene.step(step)))


def _candidate(sentence: Sentence) -> MustBeTrue:
    return MustBeTrue(sentence, Evidence.ASSUMED, "", "", None)
