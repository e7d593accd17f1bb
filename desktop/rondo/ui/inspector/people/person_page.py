"""The page about people: three questions first, what our offers need now, then what else can be said.

A question is asked now where an offer that we will make needs its answer; else it waits, folded.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.strategy.people.answers import NOTHING, Answers, Asked, Person
from rondo.strategy.people.asking import FIRST, LATER, Needed, needed, unanswered
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.people.fit_grid import FitGrid, scores_given
from rondo.ui.inspector.people.question import Question, field_for
from rondo.ui.inspector.pieces.part import Part
from rondofile.enums import Experience
from rondofile.records import Placement


class PersonPage(Page):
    """What a segment and a situation are asked alike."""

    def ask_first(self) -> None:
        """The three questions that come before all others, each with its reason."""
        self.questions: dict[Asked, list[Question]] = {}
        self.fits: FitGrid | None = None
        for asked in FIRST:
            self._question(asked).say_why(self.words(f"asking.people.{asked}"))

    def ask_now(self) -> None:
        """Room for what offers need; empty while none does."""
        self.now = self.put(Part(self.desk, self.words("asking.people.now")))
        self.now.column.setSpacing(self.desk.look.px(12))
        self.now_asked: dict[Asked, Question] = {}
        self.now_rows: FitGrid | None = None
        self.now.hide()

    def ask_rest(self) -> None:
        """The four experiences, and the questions that no offer needs yet: both folded."""
        heading = self.words("inspector.fit.heading")
        self.fits_section = self.section("fits", self._fits, heading=heading)
        self.later = self.section("later", self._later, LATER, heading=self.words("asking.people.later"))

    @property
    def person(self) -> Person:
        """Whom the page is about."""
        found = self.project.get(self.noun, self.ids[0])
        assert isinstance(found, Person)
        return found

    @property
    def scored(self) -> tuple[str, str | None]:
        """Whose scores the page shows: a segment, or a situation of one."""
        raise NotImplementedError

    def follow(self) -> None:
        """What offers need is asked now; what is inherited is said."""
        alone = len(self.ids) == 1
        for widget in self.of_one():
            widget.setVisible(alone)
        if not alone:
            self._show_several()
            return
        wanted = needed(self.project, self.person)
        self._show_asked(wanted)
        self._show_rows(wanted)
        self.show_more(wanted)
        answers = Answers(self.project)
        for asked, there in self.questions.items():
            own = getattr(self.person, asked)
            above = answers.above(self.person, asked)
            for question in there:
                question.tell(own, above)
        self.fits_section.set_count(scores_given(self.project, *self.scored))

    def of_one(self) -> tuple[QWidget, ...]:
        """What speaks of one segment or situation alone."""
        return self.now, self.fits_section

    def describe(self) -> str:
        """Who it is, and how much of what is asked now nobody has answered; else how many were chosen."""
        if len(self.ids) != 1:
            return self.words.count(f"inspector.{self.room}.several", len(self.ids))
        return self.described(self.said_of_one())

    def said_of_one(self) -> str:
        """The line below the name."""
        raise NotImplementedError

    def described(self, text: str) -> str:
        """The line below the name, with how much of what is asked now nobody has answered."""
        left = unanswered(self.project, self.person)
        return f"{text} · {self.words.count('asking.people.open', left)}" if left else text

    def show_more(self, wanted: Needed) -> None:
        """What only one kind of people is asked."""

    def because(self, reason: str, offer: Placement) -> str:
        """Why something is asked, and the offer that needs it where more than one needs something."""
        if self._is_sole:
            return reason
        return self.words("asking.people.because", reason=reason, offer=self._offer_name(offer))

    def _offer_name(self, offer: Placement) -> str:
        return offer.offer.strip() or self.words("telling.unnamed.offer")

    def _name_now(self, wanted: Needed) -> None:
        """The heading names the offer where it is only one."""
        offers = wanted.offers
        self._is_sole = len(offers) == 1
        name = self._offer_name(offers[0]) if self._is_sole else ""
        key = "asking.people.now_for" if self._is_sole else "asking.people.now"
        self.now.rename(self.words(key, offer=name))

    def _show_several(self) -> None:
        """What they share can be answered for all of them; nothing is said of a segment."""
        self.later.show()
        for there in self.questions.values():
            for question in there:
                question.setVisible(True)
                question.tell(None, NOTHING)

    def _show_asked(self, wanted: Needed) -> None:
        self.now.setVisible(bool(wanted.offers))
        self._name_now(wanted)
        for asked in LATER:
            offer = wanted.answers.get(asked)
            if offer is not None and asked not in self.now_asked:
                self.now_asked[asked] = self._question(asked, self.now.column)
            question = self.now_asked.get(asked)
            if question is not None:
                question.setVisible(offer is not None)
                if offer is not None:
                    question.say_why(self.because(self.words(f"asking.people.{asked}"), offer))
            for waiting in self.questions.get(asked, ()):
                if waiting is not question:
                    waiting.setVisible(offer is None)
        self.later.setVisible(len(wanted.answers) < len(LATER))

    def _show_rows(self, wanted: Needed) -> None:
        """The scores of the rows in which an offer will stand are asked now, the others wait."""
        if wanted.rows and self.now_rows is None:
            self.now_rows = FitGrid(self.desk)
            self.now.column.addWidget(self.now_rows)
        if self.now_rows is not None:
            whys = {row: self.because(self._row_why(row), offer) for row, offer in wanted.rows.items()}
            self.now_rows.show_rows(whys)
            self.now_rows.show_fits(self.project, *self.scored)
            self.now_rows.setVisible(bool(wanted.rows))
        if self.fits is not None:
            self.fits.show_rows({row: "" for row in Experience if row not in wanted.rows})
            self.fits.show_fits(self.project, *self.scored)
        self.fits_section.setVisible(len(wanted.rows) < len(Experience))

    def _row_why(self, row: Experience) -> str:
        return self.words("asking.people.fit", suits=self.framework.experience(row).suits)

    def _question(self, asked: Asked, column: QVBoxLayout | None = None) -> Question:
        """The question stands on the page, or in that column."""
        field = field_for(self.desk, asked)
        question = Question(self.desk, field)
        if column is None:
            self.put(question)
        else:
            column.addWidget(question)
        first = len(self.bound)
        self._bind(field, self.reader(asked), self.setter(asked), self.kind)
        if self.ids:
            self._show_values(self.bound[first:], again=True)
        self.questions.setdefault(asked, []).append(question)
        return question

    def _fits(self) -> None:
        self.fits = self.put(FitGrid(self.desk))

    def _later(self) -> None:
        for asked in LATER:
            self._question(asked).say_why(self.words(f"asking.people.{asked}"))
