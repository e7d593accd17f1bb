"""Measures of the matrix on screen, in pixels at the text size in use."""

from __future__ import annotations

from msgspec import Struct

from rondo.ui.dress.look import Look

AMOUNT = 14
"""Pixels at 100 % of a line that says how much there is in a cell."""
BAR = 10
"""Pixels at 100 % of a scroll bar: it stands in the margin, so that cells stay as wide when it comes."""


class Measures(Struct, frozen=True):
    """`edge`: what of the margin stays beside a scroll bar; `names`: the column of row names; `least`: the
    narrowest cell; `strip`: where the count stands, below every card; `fold`: where it stands when offers are
    folded, of which `chip` opens the cell; `line`: a line of an offer; `row`, `off_row`: the lowest rows."""

    scale: float
    margin: int
    edge: int
    names: int
    gap: int
    least: int
    pad: int
    between: int
    card_pad: int
    card_tight: int
    card_side: int
    strip: int
    fold: int
    chip: int
    line: int
    row: int
    off_row: int
    radius: int
    card_radius: int

    @classmethod
    def of(cls, look: Look, shaded: bool = False) -> Measures:
        """The measures of that look; where cells are shaded their amounts have a line of their own."""
        px, more = look.px, look.px(AMOUNT) if shaded else 0
        return cls(
            scale=look.scale,
            margin=px(12),
            edge=px(12) - px(BAR),
            names=px(112),
            gap=px(7),
            least=px(112),
            pad=px(4),
            between=px(3),
            card_pad=px(5),
            card_tight=px(3),
            card_side=px(6),
            strip=px(16) + more,
            fold=px(20) + more,
            chip=px(20),
            line=px(14),
            row=px(64),
            off_row=px(56),
            radius=px(8),
            card_radius=px(6),
        )

    @property
    def left(self) -> int:
        """Where the first column begins, from where the names begin."""
        return self.margin + self.names + self.gap
