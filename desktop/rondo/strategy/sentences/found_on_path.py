"""What is found by walking the path: strangers, things told twice, silence, waiting (practice 4.3 H1-H4)."""

from __future__ import annotations

from collections.abc import Iterator

from rondo.strategy.journeys.journey import Retold, Stranger, Wait
from rondo.strategy.journeys.measures import Measures, worst_steps
from rondo.strategy.journeys.rhythm import Silence
from rondo.strategy.sentences.facts import Fact, Part, Sentence
from rondo.strategy.sentences.finding import HEADLINE_WORDS, Finding
from rondo.strategy.sentences.focus import reach
from rondo.strategy.sentences.scene import Scene
from rondo.strategy.sentences.telling import Place
from rondofile.enums import Evidence, InformationHow, InformationUse
from rondofile.records import StepInformation

LEAST_STRANGERS, LEAST_RETOLD = 2, 3
LEAST_SILENCE, LEAST_WAIT = 0.25, 0.40


def found_on_path(scene: Scene, course: Measures) -> Iterator[Finding]:
    """The findings H1 to H4 that this journey bears out."""
    if len(course.strangers) >= LEAST_STRANGERS:
        yield _strangers(scene, course)
    if len(course.retold) >= LEAST_RETOLD:
        yield _retold(scene, course)
    silence = telling_silence(scene, course)
    if silence:
        yield _silence(scene, course, silence)
    longest = max(course.waits, key=lambda wait: wait.minutes, default=None)
    if longest and longest.minutes >= LEAST_WAIT * course.elapsed_minutes:
        yield _wait(scene, course, longest)


def finding(
    scene: Scene, key: str, impact: float, headline: Sentence, sentence: Sentence, about: tuple[str, ...]
) -> Finding:
    """A finding about the focus: its reach is the segment's, its evidence that of its sentence."""
    evidence = headline.evidence or Evidence.ASSUMED
    return Finding(
        key, impact, reach(scene.project, scene.focus.segment), evidence, headline, sentence, about
    )


def headline(
    scene: Scene, kind: str, facts: tuple[Fact, ...], n: float | None = None, /, **places: Place
) -> Sentence:
    """The longest wording of a headline that keeps to twelve words."""
    tell = scene.telling
    keys = [f"headline.{kind}.{size}" for size in (1, 2, 3) if f"headline.{kind}.{size}" in scene.words]
    tellings = (tell.claim(key, facts, n, **places) for key in keys)
    return tell.shortest(HEADLINE_WORDS, tellings)


def stranger_facts(scene: Scene, breaks: tuple[Stranger, ...]) -> tuple[Fact, ...]:
    """That the person is not known on entering these steps."""
    return scene.ledger.facts((one.after for one in breaks), "identity")


def retold_facts(scene: Scene, items: tuple[Retold, ...]) -> tuple[Fact, ...]:
    """That these items are told again, and were told before."""
    told = (
        record for one in items for step in (one.first, one.again) for record in _telling(scene, one, step.id)
    )
    return scene.ledger.facts(dict.fromkeys(told), "how")


def _telling(scene: Scene, one: Retold, step: str) -> Iterator[StepInformation]:
    for record in scene.project.information_of(step):
        told = record.how is InformationHow.TOLD and record.use is InformationUse.GATHERS
        if told and record.item == one.item.id:
            yield record


def _strangers(scene: Scene, course: Measures) -> Finding:
    breaks, n = course.strangers, len(course.strangers)
    times = scene.telling.times(n)
    facts = stranger_facts(scene, breaks)
    journey = scene.journey(course.journey)
    desks = scene.listed(scene.lane(one.to_lane) for one in breaks)
    return finding(
        scene,
        "H1",
        min(0.9, 0.5 + 0.1 * n),
        headline(scene, "stranger", facts, times=times, segment=scene.people, journey=journey),
        scene.telling.claim("found.stranger", facts, times=times, desks=desks),
        tuple(one.after.id for one in breaks),
    )


def _retold(scene: Scene, course: Measures) -> Finding:
    times, facts = scene.telling.times(len(course.retold)), retold_facts(scene, course.retold)
    items = scene.listed(scene.telling.named(one.item, "name", "item") for one in course.retold)
    return finding(
        scene,
        "H2",
        0.6,
        headline(scene, "retold", facts, times=times, segment=scene.people),
        scene.telling.claim("found.retold", facts, times=times, items=items),
        tuple(dict.fromkeys(one.again.id for one in course.retold)),
    )


def telling_silence(scene: Scene, course: Measures) -> Silence | None:
    """The longest silence that is a quarter of the time and has the worst moment in it or after it."""
    worst = worst_steps(scene.project, course.path)
    if not worst:
        return None
    rhythm, place = course.rhythm, {step.id: at for at, step in enumerate(course.path)}
    hurts = place[worst[0].id]
    for silence in sorted(rhythm.silences, key=lambda one: -one.minutes):
        whole = (rhythm.cycle_minutes or 0.0) if silence.before is None else rhythm.span_minutes
        if silence.minutes >= LEAST_SILENCE * whole and hurts > place[silence.after.id]:
            return silence
    return None


def _silence(scene: Scene, course: Measures, silence: Silence) -> Finding:
    duration = Part(scene.words.duration(silence.minutes))
    facts = scene.time_facts(course)
    if silence.before is None:
        facts += (scene.ledger.fact(course.journey, "episodes_per_year"),)
    places: dict[str, Place] = {"step": scene.step(silence.after), "duration": duration}
    if silence.before is None:
        sentence = scene.telling.claim("found.silence.after", facts, **places)
    else:
        until = scene.step(silence.before)
        sentence = scene.telling.claim("found.silence", facts, until=until, **places)
    told = headline(scene, "silence", facts, segment=scene.people, **places)
    ends = (silence.after, *((silence.before,) if silence.before else ()))
    return finding(scene, "H3", 0.8, told, sentence, tuple(step.id for step in ends))


def _wait(scene: Scene, course: Measures, wait: Wait) -> Finding:
    kind = "wait" if wait.link else "wait-inside"
    facts = scene.time_facts(course)
    places: dict[str, Place] = {
        "step": scene.step(wait.at),
        "wait": scene.words.duration(wait.minutes),
        "total": scene.words.duration(course.elapsed_minutes),
    }
    told = headline(scene, kind, facts, **places)
    sentence = scene.telling.claim(f"found.{kind}", facts, **places)
    ends = (wait.before, wait.at) if wait.link else (wait.at,)
    return finding(scene, "H4", 0.6, told, sentence, tuple(step.id for step in ends if step))
