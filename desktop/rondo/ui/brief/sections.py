"""The sections of a working paper as they are listed, and the edits that change them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from rondo.brief.sections import ON_WISH, SECTIONS
from rondo.words import Words
from rondofile.edits import Edit
from rondofile.ids import fresh_id
from rondofile.nouns import conclusions
from rondofile.project import Project
from rondofile.records import BriefSection

COVER = SECTIONS[0]


def listed(project: Project) -> tuple[BriefSection, ...]:
    """Every kind of section once, the cover first, then as the project orders them.

    A project without sections of its own has all that nobody has to wish for; what it does not name is left
    out, and stands last."""
    own = _known(project.all(BriefSection))
    kinds = {section.kind for section in own}
    missing = [kind for kind in SECTIONS if kind not in kinds]
    rest = [BriefSection(id=k, kind=k, included=not own and k not in ON_WISH) for k in missing]
    return tuple(sorted((*own, *rest), key=lambda section: section.kind != COVER))


def set_section(edit: Edit, kind: str, **fields: Any) -> None:
    """The named fields of that section have those values; the others stay as they are."""
    wanted = [replace(one, **fields) if one.kind == kind else one for one in listed(_project(edit))]
    _write(edit, wanted)


def set_order(edit: Edit, kinds: Sequence[str]) -> None:
    """The sections stand in that order; those not named come last."""
    there = listed(_project(edit))
    rank = {kind: place for place, kind in enumerate(kinds)}
    _write(edit, sorted(there, key=lambda section: rank.get(section.kind, len(rank))))


def moved(kinds: Sequence[str], kind: str, by: int) -> tuple[str, ...]:
    """The order with that section so many places further down; the cover stays first."""
    others = [one for one in kinds if one != kind]
    first = 1 if others and others[0] == COVER else 0
    place = min(max(kinds.index(kind) + by, first), len(others))
    return (*kinds[:1], *others[1:]) if kind == COVER else (*others[:place], kind, *others[place:])


def name_of(kind: str, words: Words) -> str:
    """What a kind of section is called."""
    return words(f"brief_view.section.{kind}")


def _known(sections: Sequence[BriefSection]) -> tuple[BriefSection, ...]:
    """The first of each kind that this version knows."""
    first: dict[str, BriefSection] = {}
    for section in sections:
        if section.kind in SECTIONS:
            first.setdefault(section.kind, section)
    return tuple(first.values())


def _project(edit: Edit) -> Project:
    return Project.of(edit.rows(BriefSection))


def _write(edit: Edit, wanted: Sequence[BriefSection]) -> None:
    """Sections that a later version knows stay, behind ours."""
    there = edit.rows(BriefSection)
    ids = {section.id for section in there}
    kept = [section for section in there if section.kind not in SECTIONS]
    ours = [section if section.id in ids else replace(section, id=fresh_id()) for section in wanted]
    conclusions.set_sections(edit, [*ours, *kept])
