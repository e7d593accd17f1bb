"""Measures of the matrix on screen, in pixels at the text size in use."""

from __future__ import annotations

from dataclasses import dataclass

from rondo.ui.dress.look import Look


@dataclass(frozen=True, slots=True)
class Measures:
    """`names`: the column of row names; `least`: the narrowest cell; `strip`: where the count stands, below
    every card; `row`, `off_row`: the lowest rows."""

    scale: float
    margin: int
    names: int
    gap: int
    least: int
    pad: int
    between: int
    card_pad: int
    card_side: int
    strip: int
    row: int
    off_row: int
    radius: int
    card_radius: int

    @classmethod
    def of(cls, look: Look) -> Measures:
        """The measures of that look."""
        px = look.px
        return cls(
            scale=look.scale,
            margin=px(12),
            names=px(96),
            gap=px(8),
            least=px(112),
            pad=px(4),
            between=px(6),
            card_pad=px(6),
            card_side=px(7),
            strip=px(18),
            row=px(84),
            off_row=px(64),
            radius=px(8),
            card_radius=px(6),
        )

    @property
    def left(self) -> int:
        """Where the first column begins, from where the names begin."""
        return self.margin + self.names + self.gap
