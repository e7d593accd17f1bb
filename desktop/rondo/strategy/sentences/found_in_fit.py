"""What is found by holding the drawing against people's wishes and learning (practice 4.3 H5-H9)."""

from __future__ import annotations

from collections.abc import Iterator

from rondo.strategy.journeys.measures import Measures, pains_of, worst_steps
from rondo.strategy.sentences.facts import Fact
from rondo.strategy.sentences.finding import Finding
from rondo.strategy.sentences.focus import exactness, is_own
from rondo.strategy.sentences.found_on_path import finding, headline
from rondo.strategy.sentences.scene import Scene
from rondo.strategy.sentences.telling import Place
from rondo.strategy.wishes import Wish, best_row, wanted_control
from rondofile.enums import Actor, Experience, PlacementState, PlayerKind
from rondofile.records import Placement, Situation

LEAST_EFFORT = 0.60
_ATTACKERS = (PlayerKind.RIVAL, PlayerKind.START_UP)


def found_in_fit(scene: Scene, course: Measures) -> Iterator[Finding]:
    """The findings H5 to H8 that hold, then H9, which always does."""
    for found in (_rival(scene, course), _one_way(scene), _unlearned(scene, course), _effort(scene, course)):
        if found:
            yield found
    yield _turning(scene, course)


def _offers_today(scene: Scene, ours: bool) -> Iterator[Placement]:
    for offer in scene.project.all(Placement):
        if offer.state is PlacementState.NOW and is_own(scene.project, offer) is ours:
            yield offer


def _rival(scene: Scene, course: Measures) -> Finding | None:
    segment, situation = scene.focus.segment, scene.focus.situation
    wish = best_row(scene.project, segment.id, situation.id if situation else None) if segment else None
    if wish is None:
        return None
    about = [offer for offer in _offers_today(scene, ours=True) if _concerns(scene, offer, course)]
    if any(offer.experience is wish.experience for offer in about):
        return None
    for offer in _offers_today(scene, ours=False):
        player = scene.project.player_of(offer)
        if player and player.kind in _ATTACKERS and offer.experience is wish.experience:
            return _rival_found(scene, wish, offer)
    return None


def _concerns(scene: Scene, offer: Placement, course: Measures) -> bool:
    return exactness(scene.project, offer, (course.journey,)) is not None


def _rival_found(scene: Scene, wish: Wish, offer: Placement) -> Finding:
    ledger, framework = scene.ledger, scene.framework
    facts = (*_scores(scene, wish), ledger.fact(offer, "experience"))
    player = scene.telling.named(scene.project.player_of(offer), "name", "player")
    row = framework.plain(wish.experience)
    told = headline(scene, "rival", facts, segment=scene.people, player=player, row=row)
    if offer.offer.strip():
        offered = scene.telling.named(offer, "offer", "offer")
        sentence = scene.telling.claim("found.rival.offer", facts, player=player, row=row, offer=offered)
    else:
        sentence = scene.telling.claim("found.rival", facts, player=player, row=row)
    return finding(scene, "H5", 0.8, told, sentence, ())


def _scores(scene: Scene, wish: Wish) -> Iterator[Fact]:
    """Each score as the record says it that gave it."""
    for fit, field in ((wish.value_by, "value"), (wish.comfort_by, "comfort")):
        if fit is not None:
            yield scene.ledger.fact(fit, field)


def _one_way(scene: Scene) -> Finding | None:
    segment = scene.focus.segment
    if segment is None:
        return None
    wanted: dict[str, tuple[Situation, Wish]] = {}
    for situation in scene.project.situations_of(segment.id):
        wish = best_row(scene.project, segment.id, situation.id)
        if wish:
            wanted[situation.id] = (situation, wish)
    rows: set[Experience] = {wish.experience for _, wish in wanted.values()}
    offers = [o for o in _offers_today(scene, ours=True) if _for_all(o, segment.id, set(wanted))]
    if len(rows) < 2 or len({(o.experience, o.architecture) for o in offers}) != 1:
        return None
    valued = [wish.value_by for _, wish in wanted.values() if wish.value_by is not None]
    facts = (*scene.ledger.facts(valued, "value"), *scene.ledger.facts(offers, "experience"))
    n = len(wanted)
    names = scene.listed(scene.telling.named(one, "name", "situation") for one, _ in wanted.values())
    told = headline(scene, "one-way", facts, n, segment=scene.people)
    return finding(
        scene, "H6", 0.6, told, scene.telling.claim("found.one-way", facts, n, situations=names), ()
    )


def _for_all(offer: Placement, segment: str, situations: set[str]) -> bool:
    return offer.card_ref == segment or offer.card_ref in situations


def _unlearned(scene: Scene, course: Measures) -> Finding | None:
    often, returns = course.journey.episodes_per_year, course.loops.returns
    if course.loops.landing or not (returns or often):
        return None
    facts = (*scene.ledger.facts(returns, "kind"), scene.ledger.fact(course.journey, "episodes_per_year"))
    if often:
        rate = scene.often(often)
        told = headline(scene, "unlearned", facts, segment=scene.people, often=rate)
        sentence = scene.telling.claim("found.unlearned.often", facts, often=rate)
    else:
        told = headline(scene, "unlearned-some-day", facts, segment=scene.people)
        sentence = scene.telling.claim("found.unlearned", facts)
    return finding(scene, "H7", 0.7, told, sentence, ())


def _effort(scene: Scene, course: Measures) -> Finding | None:
    own, whole = course.effort
    wanted = wanted_control(scene.project, scene.focus.segment, scene.focus.situation)
    if wanted is None or wanted[1] > -1 or not whole or own < LEAST_EFFORT * whole:
        return None
    facts = (*scene.actor_facts(course), scene.ledger.fact(wanted[0], "desired_control"))
    places: dict[str, Place] = {"k": scene.words.number(own), "all": scene.words.number(whole)}
    told = headline(scene, "effort", facts, own, segment=scene.people, **places)
    sentence = scene.telling.claim("found.effort", facts, own, **places)
    actors = scene.actors(course)
    alone = (s.id for s, who in zip(course.path, actors, strict=True) if who == Actor.CUSTOMER)
    return finding(scene, "H8", 0.5, told, sentence, tuple(alone))


def _turning(scene: Scene, course: Measures) -> Finding:
    journey = scene.journey(course.journey)
    worst = worst_steps(scene.project, course.moments)
    if not worst:
        steps = scene.project.steps_of(course.journey.id)
        apart = any(pains_of(scene.project, step) for step in steps)
        told = headline(scene, "apart" if apart else "drawn", (), journey=journey)
        return finding(scene, "H9", 0.3, told, told, ())
    pains = pains_of(scene.project, worst[0])
    facts = (scene.ledger.fact(worst[0], "feeling"), *scene.ledger.facts(pains, "weight"))
    step = scene.step(worst[0])
    told = headline(scene, "turning", facts, journey=journey, step=step)
    return finding(
        scene, "H9", 0.3, told, scene.telling.claim("found.turning", facts, step=step), (worst[0].id,)
    )
