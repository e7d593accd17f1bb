"""How sure we are of every step: seen, said, assumed, or not said."""

from __future__ import annotations

from rondo.figures.show.ground import Ground
from rondo.figures.show.values import Count, Look, Say, Show, Shown
from rondofile.enums import Evidence

LOOKS: dict[Evidence | None, Look] = {
    Evidence.SEEN: Look("seen", "ok", full=True),
    Evidence.SAID: Look("said", "accent"),
    Evidence.ASSUMED: Look("assumed", "warn", "dashed"),
    None: Look("unsaid", "bad", "dotted"),
}


def sureness(ground: Ground) -> Shown:
    """Every moment by the evidence for it."""
    words = ground.words

    def name(evidence: Evidence | None) -> str:
        return ground.framework.name(evidence) if evidence else words("show.no_evidence")

    found = [step.evidence for step in ground.moments]
    return Shown(
        Show.EVIDENCE,
        words("show.evidence"),
        {step.id: Say(LOOKS[step.evidence], name(step.evidence)) for step in ground.moments},
        counts=tuple(
            Count(
                look,
                words("show.share", what=name(one), n=words.number(found.count(one)), all=ground.all),
            )
            for one, look in LOOKS.items()
            if one in found
        ),
        sentences=ground.beside(),
    )
