"""What changes about links: other ways at a branch, coming back, learning. Coming back is not learning."""

from __future__ import annotations

from collections.abc import Iterator

from rondo.strategy.changes.change import Change, ChangeKind
from rondo.strategy.changes.pairing import Pairing, plain
from rondofile.enums import LinkKind
from rondofile.project import Project
from rondofile.records import Link

_KINDS = {
    LinkKind.NEXT: (ChangeKind.WAY_ADDED, ChangeKind.WAY_REMOVED, ChangeKind.WAY_CHANGED),
    LinkKind.RETURNS: (ChangeKind.RETURNS_ADDED, ChangeKind.RETURNS_REMOVED, ChangeKind.RETURNS_CHANGED),
    LinkKind.LEARNS: (ChangeKind.LEARNS_ADDED, ChangeKind.LEARNS_REMOVED, ChangeKind.LEARNS_CHANGED),
}
Ends = tuple[str, str]


def link_changes(project: Project, as_is: str, to_be: str, pairing: Pairing) -> Iterator[Change]:
    """Of the links that choose a way, come again or learn: what is new, gone, or otherwise now."""
    ahead = {key: [step.id for step in steps] for key, steps in pairing.ahead().items()}
    back = {key: [step.id for step in steps] for key, steps in pairing.back().items()}
    for kind, (added, removed, changed) in _KINDS.items():
        old, new = _telling(project, as_is, kind), _telling(project, to_be, kind)
        pairs, gone, fresh = _matched(old, new, ahead)
        if kind is LinkKind.NEXT:
            gone = _not_there(gone, ahead, project, to_be)
            new_ways = _not_there(fresh, back, project, as_is)
            fresh = [link for link in fresh if link.label.strip() or link in new_ways]
        for a, b in pairs:
            if _said(a) != _said(b):
                yield Change(changed, (), (), links=(a, b))
        yield from (Change(removed, (), (), links=(link,)) for link in gone)
        yield from (Change(added, (), (), links=(link,)) for link in fresh)


def _telling(project: Project, journey: str, kind: LinkKind) -> list[Link]:
    """The links of that kind; of those that only lead on, the ways of a branch."""
    found = [link for link in project.links_of(journey) if link.kind is kind]
    if kind is not LinkKind.NEXT:
        return found
    out: dict[str, int] = {}
    for link in found:
        out[link.source] = out.get(link.source, 0) + 1
    return [link for link in found if out[link.source] > 1]


def _not_there(links: list[Link], other: dict[str, list[str]], project: Project, journey: str) -> list[Link]:
    """Those of the ways that the other journey does not have, be it the only way there."""
    ways = {(x.source, x.target) for x in project.links_of(journey) if x.kind is LinkKind.NEXT}

    def is_there(link: Link) -> bool:
        ends = ((s, t) for s in other.get(link.source, ()) for t in other.get(link.target, ()))
        return any(end in ways for end in ends)

    return [link for link in links if not is_there(link)]


def _matched(
    old: list[Link], new: list[Link], ahead: dict[str, list[str]]
) -> tuple[list[tuple[Link, Link]], list[Link], list[Link]]:
    """Links between the same steps belong together; else such as have the same words, and the one on
    either side that comes back."""
    pairs, gone = [], []
    free: dict[Ends, list[Link]] = {}
    for link in reversed(new):
        free.setdefault((link.source, link.target), []).append(link)
    for link in old:
        ends = ((s, t) for s in ahead.get(link.source, ()) for t in ahead.get(link.target, ()))
        there = next((free[end] for end in ends if free.get(end)), None)
        if there:
            pairs.append((link, there.pop()))
        else:
            gone.append(link)
    fresh = [link for link in new if link in free.get((link.source, link.target), ())]
    return _by_words(pairs, gone, fresh)


def _by_words(
    pairs: list[tuple[Link, Link]], gone: list[Link], fresh: list[Link]
) -> tuple[list[tuple[Link, Link]], list[Link], list[Link]]:
    waiting = {plain(link.label): link for link in fresh if link.label and link.kind is not LinkKind.NEXT}
    for link in list(gone):
        there = waiting.pop(plain(link.label), None) if link.label else None
        if there is not None:
            pairs.append((link, there))
            gone.remove(link)
            fresh.remove(there)
    if len(gone) == len(fresh) == 1 and gone[0].kind is LinkKind.RETURNS:
        pairs.append((gone.pop(), fresh.pop()))
    return pairs, gone, fresh


def _said(link: Link) -> tuple[object, ...]:
    return plain(link.label), link.share, link.about, link.level
