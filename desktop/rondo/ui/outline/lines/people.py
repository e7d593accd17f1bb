"""Customer segments and their situations as lines of the outline."""

from __future__ import annotations

from collections.abc import Iterator

from rondo.ui.outline.changing.draft import Draft, draft_entry
from rondo.ui.outline.lines.entry import Entry
from rondo.words import Words
from rondofile.enums import Knows
from rondofile.project import Project
from rondofile.records import Segment, Situation


def people(project: Project, words: Words, draft: Draft | None = None) -> tuple[Entry, ...]:
    """Every segment, each followed by its situations, in one flat list."""
    return tuple(_entries(project, words, draft))


def segment_name(segment: Segment, words: Words) -> str:
    """The name, or words that say there is none."""
    return segment.name.strip() or words("outline.unnamed.segment")


def situation_name(project: Project, situation: Situation, words: Words) -> str:
    """The situation with its segment before it: one alone says too little."""
    name = situation.name.strip() or words("outline.unnamed.situation")
    return words("telling.people", segment=_segment_of(project, situation, words), situation=name)


def segment_facts(segment: Segment, words: Words) -> str:
    """What is known of the segment, in one line: how many, what they want, whether they share data."""
    facts = [_size(segment, words), _control(segment.desired_control, words)]
    if segment.privacy_comfort:
        facts.append(words("outline.shares" if segment.privacy_comfort > 0 else "outline.keeps"))
    return _listed([*facts, _known(segment, words)])


def situation_facts(situation: Situation, words: Words) -> str:
    """What is different in the situation, in one line."""
    return _listed([_control(situation.desired_control, words), _known(situation, words)])


def _entries(project: Project, words: Words, draft: Draft | None) -> Iterator[Entry]:
    for segment in project.all(Segment):
        name = segment_name(segment, words)
        facts = segment_facts(segment, words)
        yield Entry(("segment", segment.id), name, Segment, segment.name, name, facts)
        for situation in project.situations_of(segment.id):
            yield _situation(project, situation, words)
        if draft is not None and (draft.kind, draft.parent) == (Situation, segment.id):
            yield draft_entry(draft, 1)
    if draft is not None and draft.kind is Segment:
        yield draft_entry(draft)


def _situation(project: Project, situation: Situation, words: Words) -> Entry:
    name = situation.name.strip() or words("outline.unnamed.situation")
    said = words("outline.situation.said", segment=_segment_of(project, situation, words), situation=name)
    return Entry(
        ("situation", situation.id),
        situation_name(project, situation, words),
        Situation,
        situation.name,
        said,
        situation_facts(situation, words),
        level=1,
    )


def _segment_of(project: Project, situation: Situation, words: Words) -> str:
    return segment_name(project.get(Segment, situation.segment), words)


def _size(segment: Segment, words: Words) -> str:
    if segment.size is None:
        return ""
    share = words.number(segment.size)
    unit = segment.size_unit.strip()
    return words("outline.size", share=share, unit=unit) if unit else words("outline.share", share=share)


def _control(desired: int | None, words: Words) -> str:
    if not desired:
        return ""
    return words("outline.want.choose" if desired > 0 else "outline.want.help")


def _known(person: Segment | Situation, words: Words) -> str:
    """That they miss the need weighs more than that they miss the options."""
    if person.knows_need in (Knows.NO, Knows.PARTLY):
        return words(f"outline.need.{person.knows_need}")
    if person.knows_options in (Knows.NO, Knows.PARTLY):
        return words(f"outline.options.{person.knows_options}")
    return ""


def _listed(facts: list[str]) -> str:
    return " · ".join(fact for fact in facts if fact)
