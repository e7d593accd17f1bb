"""Page: the questions about one noun, bound to the records that are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from msgspec import Struct
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields import VARIOUS, Field
from rondo.ui.fields.field import said
from rondo.ui.inspector.pieces.section import Section
from rondofile.edits import Edit
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Record

F = TypeVar("F", bound=Field)
W = TypeVar("W", bound=QWidget)
Read = Callable[[Project, str], Any]
Write = Callable[[Edit, Sequence[str], Any], object]


class Bound(Struct, frozen=True):
    """A field, how its answer is read from a project, and how it is written: on the document thread."""

    field: Field
    read: Read
    write: Write
    kind: EditKind


class Page(QWidget):
    """Base of the pages. A page says its noun, binds its fields, and shows what else there is in `follow`."""

    noun: type[Record]
    room: str
    """What the page is called in the catalogue and the settings."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.words, self.framework = desk, desk.words, desk.framework
        self.ids: tuple[str, ...] = ()
        self._present: tuple[Project | None, tuple[str, ...], tuple[str, ...]] = None, (), ()
        self.bound: list[Bound] = []
        self.counted: dict[Section, tuple[str, ...]] = {}
        self.head: Field | None = None
        self.column = QVBoxLayout(self)
        px = desk.look.px
        self.column.setContentsMargins(px(16), px(12), px(16), px(16))
        self.column.setSpacing(px(12))
        self.subtitle = said("", "caption")
        self._section: Section | None = None
        self._folds: QVBoxLayout | None = None
        self.build()
        self.column.addStretch(1)

    @property
    def project(self) -> Project:
        return self.desk.session.project

    def build(self) -> None:
        """The fields stand on the page. Called once."""
        raise NotImplementedError

    def describe(self) -> str:
        """The line below the name of what is chosen."""
        return ""

    def follow(self) -> None:
        """What is no field shows the project as it is."""

    def show_things(self, ids: Sequence[str]) -> None:
        """The page is about these now; what was typed about others is kept first."""
        if tuple(ids) != self.ids:
            self.leave()
            self.ids = tuple(ids)
            self._fill(again=True)

    def show_change(self) -> None:
        """The page shows the project as it is, without disturbing what is typed."""
        self._fill(again=False)

    def leave(self) -> None:
        """What was typed and not yet kept is kept, where the thing is still there."""
        if self.ids and all(self.is_there(key) for key in self.ids):
            for bound in self.bound:
                bound.field.commit()

    def is_there(self, key: str) -> bool:
        """Whether what the page is about is in the project."""
        return self.project.find(self.noun, key) is not None

    def present(self) -> tuple[str, ...]:
        """The ids of what the page is about and is in the project: looked up once for each picture of it."""
        project, ids, _ = self._present
        if project is not self.project or ids is not self.ids:
            there = tuple(key for key in self.ids if self.is_there(key))
            self._present = self.project, self.ids, there
        return self._present[2]

    def forget(self) -> None:
        """Nothing is shown; what is shown next begins anew."""
        self.ids = ()

    def put(self, widget: W) -> W:
        """The widget stands below the others: in the section that was begun last, if any."""
        if self._section is not None:
            self._section.body.addWidget(widget)
        else:
            self._folds = None
            self.column.addWidget(widget)
        return widget

    def section(
        self,
        key: str,
        build: Callable[[], object],
        counted: Sequence[str] = (),
        is_open: bool = False,
        heading: str = "",
    ) -> Section:
        """A part that folds; `build` puts its fields there when it is opened first. Its heading counts how
        many of the attributes `counted` are answered."""
        name = heading or self.words(f"inspector.{self.room}.{key}")
        section = Section(self.desk, f"{self.room}.{key}", name, is_open)
        section.first_opened.connect(lambda: self._open(section, build))
        self.counted[section] = tuple(counted)
        self.stack(section)
        if section.is_open:
            section.see()
        return section

    def _open(self, section: Section, build: Callable[[], object]) -> None:
        before, self._section = self._section, section
        first = len(self.bound)
        build()
        self._section = before
        if self.ids:
            self._show_values(self.bound[first:], again=True)
            self.follow()

    def stack(self, section: Section) -> None:
        """The section stands close below the one before it."""
        if self._folds is None:
            self._folds = QVBoxLayout()
            self._folds.setSpacing(0)
            self.column.addLayout(self._folds)
        self._folds.addWidget(section)

    def name_it(self) -> QLabel:
        """A heading that is no field, with the line that describes the thing below it."""
        both = self.put(QWidget())
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.desk.look.px(2))
        heading = said("", "heading")
        column.addWidget(heading)
        column.addWidget(self.subtitle)
        return heading

    def title(self, field: F, attribute: str, kind: EditKind) -> F:
        """The field is the page's heading, with the line that describes the thing below it."""
        self.head = field
        both = self.put(QWidget())
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.desk.look.px(2))
        column.addWidget(field)
        self.subtitle.setIndent(self.desk.look.px(3))
        column.addWidget(self.subtitle)
        self._bind(field, self.reader(attribute), self.setter(attribute), kind)
        return field

    def ask(self, field: F, attribute: str, kind: EditKind | None = None) -> F:
        """The field stands on the page and answers that attribute of the records."""
        self.put(field)
        return self._bind(field, self.reader(attribute), self.setter(attribute), kind)

    def ask_so(self, field: F, read: Read, write: Write, kind: EditKind | None = None) -> F:
        """The field stands on the page; `write` runs on the document thread with ids and a value alone."""
        self.put(field)
        return self._bind(field, read, write, kind)

    def mirror(self, field: F, attribute: str) -> F:
        """The field stands on the page and shows that attribute; the page itself hears its answers."""
        self.put(field)
        self.bound.append(Bound(field, _attribute(self.noun, attribute), self.setter(attribute), self.kind))
        return field

    def setter(self, attribute: str) -> Write:
        """How the page's noun is given a value of that attribute."""
        noun = self.noun

        def write(edit: Edit, ids: Sequence[str], value: Any) -> None:
            for key in ids:
                edit.change(noun, key, **{attribute: value})

        return write

    def edit(self, kind: EditKind, change: Callable[[Edit], object], merge_key: str | None = None) -> None:
        """The change is made as one step of history."""
        self.desk.session.edit(kind, change, merge_key)

    def go(self, noun: type[Record], key: str) -> None:
        """That record is chosen, in the journey it belongs to."""
        record = self.project.find(noun, key)
        journey = getattr(record, "journey", None)
        if journey is not None:
            self.desk.selection.look_at(journey)
        if record is not None:
            self.desk.selection.choose(noun, key)

    def caption(self, text: str = "", kind: str = "caption") -> QLabel:
        """Quiet words stand on the page."""
        return self.put(said(text, kind))

    def _bind(self, field: F, read: Read, write: Write, kind: EditKind | None) -> F:
        bound = Bound(field, read, write, kind or self.kind)
        self.bound.append(bound)
        field.changed.connect(lambda value: self._keep(bound, value))
        return field

    kind: EditKind
    """What an edit of a field is, where it is nothing more special."""

    def _keep(self, bound: Bound, value: Any) -> None:
        ids, write = self.ids, bound.write
        if ids:
            self.edit(bound.kind, lambda edit: write(edit, ids, value), bound.field.focus_stay)

    def _fill(self, again: bool) -> None:
        self._show_values(self.bound, again)
        for section, attributes in self.counted.items():
            if attributes:
                values = [self._common(self.project, self.reader(one)) for one in attributes]
                section.set_count(sum(value not in (None, "", False, VARIOUS) for value in values))
        self.subtitle.setText(self.describe())
        self.follow()

    def reader(self, attribute: str) -> Read:
        """How that attribute of the page's noun is read."""
        return _attribute(self.noun, attribute)

    def _show_values(self, bounds: Sequence[Bound], again: bool) -> None:
        for bound in bounds:
            _show(bound.field, self._common(self.project, bound.read), again)

    def _common(self, project: Project, read: Read) -> Any:
        """The answer that all chosen things share, else VARIOUS."""
        values = (read(project, key) for key in self.present())
        first = next(values, None)
        return first if all(value == first for value in values) else VARIOUS


def _show(field: Field, value: Any, again: bool) -> None:
    if value is VARIOUS:
        if again:
            field.begin(field.EMPTY)
        field.set_various(True)
        return
    field.set_various(False)
    if again:
        field.begin(value)
    else:
        field.set_value(value)


def _attribute(noun: type[Record], attribute: str) -> Read:
    return lambda project, key: getattr(project.get(noun, key), attribute)
