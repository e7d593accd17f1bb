"""A simple model of a project that is edited: what deleting takes along, without a database."""

from __future__ import annotations

from msgspec.structs import replace

from rondofile.project import Project
from rondofile.records import Journey, Placement, Record, Step, Stretch

PARTS = (
    ("lane", "journey", "journey"),
    ("step", "journey", "journey"),
    ("link", "journey", "journey"),
    ("link", "source", "step"),
    ("link", "target", "step"),
    ("mark", "step", "step"),
    ("step_origin", "step", "step"),
    ("step_origin", "origin", "step"),
    ("stretch", "journey", "journey"),
    ("stretch_step", "stretch", "stretch"),
    ("stretch_step", "step", "step"),
)
LOOSE = (("step", "lane", "lane"), ("journey", "based_on", "journey"))

State = dict[str, dict[str, Record]]

BEGINNING = Project.of(
    (
        *(Journey(id=key, name=key) for key in ("j0", "j1")),
        *(Step(id=f"s{j}{i}", journey=f"j{j}", title="a") for j in range(2) for i in range(2)),
    )
)


def without(state: State, noun: str, key: str) -> State:
    """The model of deleting: parts go along, loose references become empty, cards keep the name."""
    if key not in state[noun]:
        return state
    gone = state[noun][key]
    state = {name: dict(table) for name, table in state.items()}
    del state[noun][key]
    for child, field, parent in PARTS:
        if parent == noun:
            for part in [r.id for r in state[child].values() if getattr(r, field) == key]:
                state = without(state, child, part)
    for child, field, parent in LOOSE:
        if parent == noun:
            for record in list(state[child].values()):
                if getattr(record, field) == key:
                    state[child][record.id] = replace(record, **{field: None})  # type: ignore[arg-type]
    if isinstance(gone, Stretch):
        for offer in list(state["placement"].values()):
            if isinstance(offer, Placement) and offer.card_ref == key:
                text = offer.card_text or gone.name
                state["placement"][offer.id] = replace(offer, card_ref=None, card_text=text)
    return state
