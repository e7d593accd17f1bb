"""Which two journeys are looked at beside each other."""

from __future__ import annotations

from msgspec import Struct

from rondofile.enums import JourneyState
from rondofile.project import Project
from rondofile.records import Journey


class Pair(Struct, frozen=True):
    """A journey of today and the redesign of it that is looked at; all its redesigns."""

    today: Journey
    redesign: Journey | None
    redesigns: tuple[Journey, ...]


def pair_of(project: Project, journey: str | None, wanted: str | None = None) -> Pair | None:
    """The pair of a journey: itself and its redesign, `wanted` where that is one; what it is based on and
    itself. None: no journey, or a redesign of none."""
    looked = project.find(Journey, journey)
    if looked is None:
        return None
    today = looked if looked.state is JourneyState.AS_IS else project.find(Journey, looked.based_on)
    if today is None:
        return None
    redesigns = project.redesigns_of(today.id)
    if looked.id != today.id:
        return Pair(today, looked, redesigns)
    chosen = next((one for one in redesigns if one.id == wanted), next(iter(redesigns), None))
    return Pair(today, chosen, redesigns)
