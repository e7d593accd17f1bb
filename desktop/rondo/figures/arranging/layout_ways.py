"""What a link would cross on its way through the sub-columns, and the way that crosses least.

Costs are lists with one number for every place of a sub-column where something may be put: above its first
item, below its first, and so on. All ways to all places are told from one sub-column to the next, so that
the best way is found without trying them.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from rondo.figures.arranging.layout_net import Net

Costs = list[int]
Upright = Callable[[int], Costs | None]


def upright(net: Net, column: int) -> Costs | None:
    """For every place of a sub-column the links inside it that pass there; None where there are none."""
    rank = net.rank
    spans: list[tuple[int, int]] = []
    for place, item in enumerate(net.columns[column]):
        spans += [(place, rank[other]) for other in net.beside[item] if rank[other] > place]
    if not spans:
        return None
    turns = [0] * (len(net.columns[column]) + 1)
    for above, below in spans:
        turns[above + 1] += 1
        turns[below + 1] -= 1
    return list(accumulate(turns))


def reached(net: Net, step: int, low: int, high: int, passing: Upright) -> dict[int, Costs]:
    """What a link from the step to every place in those sub-columns crosses at least."""
    home = net.at[step]
    found: dict[int, Costs] = {}
    if low <= home <= high:
        rank = net.rank[step]
        places = range(len(net.columns[home]) + 1)
        found[home] = [rank - place if place <= rank else place - rank - 1 for place in places]
    for way, end in ((1, high), (-1, low)):
        if (end - home) * way <= 0:
            continue
        column = home + way
        costs = _left(net, step, way)
        while True:
            if low <= column <= high:
                found[column] = costs
            if column == end:
                break
            costs = _spread(net, _added(costs, passing(column)), column, way)
            column += way
    return found


def thread(net: Net, link: int) -> None:
    """The link runs where it crosses least, and level where it can; its ends stand already."""
    a, b = sorted(net.graph.edges[link], key=net.at.__getitem__)
    first, last = net.at[a], net.at[b]
    if last - first < 2:
        net.tie(link, [a, b])
        return
    ahead = [_added(_left(net, a, 1), upright(net, first + 1))]
    for column in range(first + 1, last - 1):
        ahead.append(_added(_spread(net, ahead[-1], column, 1), upright(net, column + 1)))
    rest, share = _left(net, b, -1), net.rank[b] / max(len(net.columns[last]), 1)
    places: list[int] = []
    for column in range(last - 1, first, -1):
        whole = [x + y for x, y in zip(ahead[column - first - 1], rest, strict=True)]
        least, wish = min(whole), share * (len(whole) - 1)
        place = min((p for p, cost in enumerate(whole) if cost == least), key=lambda p: abs(p - wish))
        places.append(place)
        share = place / max(len(whole) - 1, 1)
        if column > first + 1:
            rest = _between(net, column - 1, place)
    points = [a]
    for column, place in enumerate(reversed(places), start=first + 1):
        point = net.point(column)
        net.put_in(point, column, place)
        points.append(point)
    net.tie(link, [*points, b])


def _added(costs: Costs, more: Costs | None) -> Costs:
    return [x + y for x, y in zip(costs, more, strict=True)] if more else costs


def _left(net: Net, step: int, way: int) -> Costs:
    """What a piece from the step to every place of the next sub-column crosses."""
    near, rank = (net.right if way > 0 else net.left), net.rank
    column, mine = net.at[step], net.rank[step]
    turns = [0] * (len(net.columns[column + way]) + 1)
    net.work += len(turns)
    for place, item in enumerate(net.columns[column]):
        if place < mine:
            for other in near[item]:
                turns[0] += 1
                turns[rank[other] + 1] -= 1
        elif place > mine:
            for other in near[item]:
                turns[rank[other] + 1] += 1
    return list(accumulate(turns))


def _spread(net: Net, costs: Costs, column: int, way: int) -> Costs:
    """What ways that came to the places of a sub-column have crossed at least in those of the next.

    Below an item a way crosses one piece more or less for each of the item's; so a place that costs that
    much more than the one beside it leads nowhere better."""
    near, rank = (net.right if way > 0 else net.left), net.rank
    turns = [0] * (len(net.columns[column + way]) + 1)
    ends = [[rank[other] + 1 for other in near[item]] for item in net.columns[column]]
    net.work += len(costs) + len(turns)
    for some in ends:
        for end in some:
            turns[end] += 1
    best: Costs = []
    above, before, last = 0, len(costs) + costs[0], len(ends)
    for place, cost in enumerate(costs):
        beside = ends[place] if place < last else ()
        behind = costs[place + 1] + max(len(beside), 1) if place < last else cost + 1
        if cost < before and cost < behind:
            turns[0] = cost + above
            row = accumulate(turns)
            best = list(map(min, best, row)) if best else list(row)
        for end in beside:
            turns[end] -= 2
        above += len(beside)
        before = cost + len(beside)
    return best


def _between(net: Net, column: int, place: int) -> Costs:
    """What a piece from every place of a sub-column to that place of the next one crosses."""
    turns = [0] * (len(net.columns[column]) + 1)
    for rank, item in enumerate(net.columns[column]):
        for other in net.right[item]:
            if net.rank[other] >= place:
                turns[rank + 1] += 1
            else:
                turns[0] += 1
                turns[rank + 1] -= 1
    return list(accumulate(turns))
