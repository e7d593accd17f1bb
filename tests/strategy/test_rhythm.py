"""Contact rhythm: what a contact is, when it is, and the longest silence."""

from __future__ import annotations

import pytest

from helpers.sketch import Sketch
from rondo.strategy.journeys.rhythm import Rhythm, rhythm
from rondofile.enums import Actor, LaneRole, LinkKind, Phase, Trigger
from rondofile.records import Journey

YEAR = 525_600


def ward(often: float | None = None) -> tuple[Sketch, Journey]:
    """Eight days in the ward, six weeks at home, then the clinic for an hour."""
    sketch = Sketch()
    journey = sketch.journey(episodes_per_year=often)
    home = sketch.lane(journey, "Home", LaneRole.CUSTOMER)
    stay = sketch.step(journey, "Stay", sketch.lane(journey, "Ward"), Phase.RECOGNIZE, minutes=8 * 1440)
    watch = sketch.step(journey, "Watch alone", home, minutes=10)
    clinic = sketch.step(journey, "Return", sketch.lane(journey, "Clinic"), minutes=60)
    sketch.next(stay, watch)
    sketch.next(watch, clinic, wait_minutes=42 * 1440 - 10)
    return sketch, journey


def taken(sketch: Sketch, journey: Journey) -> Rhythm:
    return rhythm(sketch.project(), journey.id)


def test_contacts_stand_at_our_desks_at_the_minute_the_path_reaches_them() -> None:
    found = taken(*ward())
    assert [(c.step.title, c.at_minutes) for c in found.contacts] == [("Stay", 0), ("Return", 50 * 1440)]
    assert found.span_minutes == 50 * 1440 + 60


def test_the_longest_silence_runs_from_the_end_of_one_contact_to_the_next() -> None:
    silence = taken(*ward()).silence
    assert silence is not None and silence.before is not None
    assert (silence.after.title, silence.before.title) == ("Stay", "Return")
    assert (silence.minutes, silence.from_minutes) == (42 * 1440, 8 * 1440)


def test_silence_may_lie_between_the_end_and_the_usual_next_start() -> None:
    found = taken(*ward(often=1))
    assert found.silence is not None
    assert (found.silence.after.title, found.silence.before) == ("Return", None)
    assert found.silence.minutes == YEAR - (50 * 1440 + 60)
    assert (found.contacts_per_year, found.cycle_minutes) == (2, YEAR)


def test_without_times_or_contacts_there_is_no_silence() -> None:
    sketch = Sketch()
    journey = sketch.journey(episodes_per_year=0)
    assert taken(sketch, journey) == Rhythm((), 0.0, None, (), None, None)
    sketch.chain(*(sketch.step(journey, t, sketch.lane(journey, t), Phase.RECOGNIZE) for t in "AB"))
    assert taken(sketch, journey).silence is None


@pytest.mark.parametrize(
    ("role", "fields", "meets"),
    [
        (LaneRole.FIRM, {}, True),
        (LaneRole.SYSTEM, {}, True),
        (LaneRole.CUSTOMER, {}, False),
        (LaneRole.PARTNER, {}, False),
        (LaneRole.CUSTOMER, {"actor": Actor.BOTH}, True),
        (LaneRole.CUSTOMER, {"trigger": Trigger.FIRM}, True),
        (LaneRole.CUSTOMER, {"trigger": Trigger.CALENDAR}, False),
    ],
)
def test_a_contact_is_where_firm_and_customer_meet(
    role: LaneRole, fields: dict[str, object], meets: bool
) -> None:
    sketch = Sketch()
    journey = sketch.journey()
    sketch.step(journey, "A", sketch.lane(journey, "L", role), Phase.RECOGNIZE, **fields)
    assert (len(taken(sketch, journey).contacts) == 1) is meets


def test_a_desk_that_the_customer_never_sees_is_no_contact() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    sketch.step(journey, "Cook", sketch.lane(journey, "Kitchen", seen_by_customer=False), Phase.RECOGNIZE)
    assert taken(sketch, journey).contacts == ()


@pytest.mark.parametrize(
    ("actor", "said", "trigger"),
    [
        (None, None, Trigger.FIRM),
        (Actor.CUSTOMER, None, Trigger.CUSTOMER),
        (Actor.BOTH, None, None),
        (Actor.FIRM, Trigger.SENSOR, Trigger.SENSOR),
    ],
)
def test_who_starts_a_contact_is_as_said_else_who_works_else_open(
    actor: Actor | None, said: Trigger | None, trigger: Trigger | None
) -> None:
    sketch = Sketch()
    journey = sketch.journey()
    sketch.step(journey, "A", sketch.lane(journey, "Desk"), Phase.RECOGNIZE, actor=actor, trigger=said)
    assert taken(sketch, journey).contacts[0].trigger is trigger


def test_only_the_main_path_beats_time() -> None:
    sketch, journey = ward()
    branch = sketch.step(journey, "Call", sketch.lane(journey, "Line"))
    stay = next(record for record in sketch.records if getattr(record, "title", "") == "Stay")
    sketch.link(LinkKind.NEXT, stay, branch, wait_minutes=5)  # type: ignore[arg-type]
    assert [c.step.title for c in taken(sketch, journey).contacts] == ["Stay", "Return"]
