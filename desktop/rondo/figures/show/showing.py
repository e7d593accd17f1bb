"""Something shown on a map: what it concerns in full colour, everything else in the distance."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.arranging.layout_values import Box
from rondo.figures.cards.faded import faded_theme
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.shapes import Group, Shape
from rondo.figures.show.drawing import drawn_edge, drawn_plate
from rondo.figures.show.values import Say, Show, Shown
from rondofile.project import Project


class Showing(Struct, frozen=True):
    """What is shown, with the two pens that draw it."""

    shown: Shown
    pen: Pen
    faint: Pen

    def say(self, step: str) -> Say | None:
        """What is said at that step; None: it steps back."""
        return self.shown.steps.get(step)

    def pen_of(self, step: str) -> Pen:
        """By which pen its card is drawn."""
        return self.pen if step in self.shown.steps else self.faint

    def pen_of_link(self, link: str) -> Pen:
        """By which pen a link is drawn."""
        return self.pen if link in self.shown.links else self.faint

    def around(self, step: str, box: Box, card: Iterable[Shape], *, large: bool = False) -> tuple[Shape, ...]:
        """The card of a step with what is said of it; `large`: to be read from afar."""
        say = self.say(step)
        if say is None:
            return tuple(card)
        return (drawn_edge(say, box, self.pen), *card, *drawn_plate(say, box, self.pen, large=large))

    def grouped(self, step: str, box: Box, card: Group) -> Group:
        """The same, as the group of the card; its title says it too."""
        say = self.say(step)
        if say is None:
            return card
        title = self.pen.words("journey_figure.step_said", step=card.title, said=say.text)
        return replace(card, shapes=self.around(step, box, card.shapes), title=title)


def showing(what: Show, project: Project, journey: str, pen: Pen) -> Showing:
    """What is shown of a journey, drawn by that pen."""
    from rondo.figures.show.table import shown

    found = shown(what, project, journey, pen.words, pen.framework)
    return Showing(found, pen, replace(pen, theme=faded_theme(pen.theme)))
