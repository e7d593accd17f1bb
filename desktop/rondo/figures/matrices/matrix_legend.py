"""What the lines and signs of the matrix mean: only those that occur in it."""

from __future__ import annotations

from rondo.figures.legend import LegendEntry, Sample
from rondo.figures.marks import player_mark
from rondo.figures.matrices.matrix_cards import state_bar, state_stroke
from rondo.figures.matrices.matrix_entries import Entry
from rondo.figures.matrices.matrix_measure import Drafting
from rondo.figures.matrices.matrix_moves import moved
from rondo.figures.matrices.matrix_shade import shade
from rondo.figures.shapes import Arrow, Rect, Shape, Stroke
from rondo.strategy.matrix.heat import Heat, Warmth
from rondofile.enums import PlacementState, PlayerKind

WIDE = 2.4
SHADES = (0.0, 0.5, 1.0)


def meanings(shown: tuple[Entry, ...], drafting: Drafting) -> list[LegendEntry]:
    """Lines of states, signs of organisations, the arrow, the mark of a dispute that no note explains, what
    a darker cell means."""
    options = drafting.options
    found = [_state(s, drafting) for s in PlacementState if any(e.placement.state is s for e in shown)]
    found += [_kind(k, drafting) for k in PlayerKind if any(e.kind is k for e in shown)]
    if options.movements and moved(shown):
        found.append(_arrow(drafting))
    if options.detail != "offers" and any(entry.note is not None for entry in shown):
        found.append(_dispute(drafting))
    if options.heat is not None and shown:
        found.append(_shaded(options.heat, drafting))
    return found


def _state(state: PlacementState, drafting: Drafting) -> LegendEntry:
    theme = drafting.lettering.theme
    stroke = state_stroke(state, theme["accent"])
    inset = stroke.width / 2
    if not drafting.measure.boxed:
        return LegendEntry(drafting.framework.name(state), _bar(state, theme["accent"]), 0.4)

    def sample(x: float, y: float, size: float) -> tuple[Shape, ...]:
        wide, high = size * WIDE - 2 * inset, size * 1.2 - 2 * inset
        return (Rect(x + inset, y - size * 0.1 + inset, wide, high, theme["surface"], stroke, 2.0),)

    return LegendEntry(drafting.framework.name(state), sample, WIDE)


def _bar(state: PlacementState, colour: str) -> Sample:
    def sample(x: float, y: float, size: float) -> tuple[Shape, ...]:
        return (state_bar(state, x, y - size * 0.1, y + size * 1.1, colour),)

    return sample


def _kind(kind: PlayerKind, drafting: Drafting) -> LegendEntry:
    colour = drafting.lettering.theme["accent" if kind is PlayerKind.OWN else "ink-secondary"]

    def sample(x: float, y: float, size: float) -> tuple[Shape, ...]:
        return player_mark(kind, x, y, size, colour)

    return LegendEntry(drafting.framework.name(kind), sample)


def _arrow(drafting: Drafting) -> LegendEntry:
    stroke = Stroke(drafting.lettering.theme["accent"], 1.0)

    def sample(x: float, y: float, size: float) -> tuple[Shape, ...]:
        middle = y + size / 2
        return (Arrow(((x + 0.5, middle), (x + size * WIDE, middle)), stroke, head=4.6),)

    return LegendEntry(drafting.words("matrix_figure.moves"), sample, WIDE)


def _dispute(drafting: Drafting) -> LegendEntry:
    lettering = drafting.lettering
    block = lettering.block(drafting.words("matrix_figure.disputed_mark"), "title")

    def sample(x: float, y: float, size: float) -> tuple[Shape, ...]:
        top = y - lettering.mark_drop(lettering.block("x", "small"))
        return (lettering.text(block, x, top, "warn"),)

    wide = block.natural_width / (lettering.style("small").size * 0.68)
    return LegendEntry(drafting.words("matrix_figure.disputes"), sample, wide)


def _shaded(kind: Heat, drafting: Drafting) -> LegendEntry:
    theme = drafting.lettering.theme
    thin = Stroke(theme["ink-tertiary"], 0.5)

    inset = thin.width / 2

    def sample(x: float, y: float, size: float) -> tuple[Shape, ...]:
        left, wide = x + inset, (size * WIDE - 2 * inset) / len(SHADES)
        return tuple(
            Rect(left + number * wide, y, wide, size, shade(Warmth(1.0, 1, share=share), theme), thin)
            for number, share in enumerate(SHADES)
        )

    return LegendEntry(drafting.words(f"matrix_figure.shade.{kind}"), sample, WIDE)
