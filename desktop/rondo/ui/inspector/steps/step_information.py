"""What is learned at a step and what is used there: named pieces of information, told, inferred or sensed."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup, QCursor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields import Chip, ListField
from rondofile.edits import Edit
from rondofile.enums import InformationHow, InformationUse
from rondofile.kinds import EditKind
from rondofile.nouns import information
from rondofile.project import Project
from rondofile.records import Item, StepInformation


class InformationLists(QWidget):
    """Pressing a piece asks how it comes here; a new name becomes a new piece of information."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._step: str | None = None
        self.fields = {use: self._field(use) for use in InformationUse}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.look.px(12))
        for field in self.fields.values():
            column.addWidget(field)

    def show_step(self, project: Project, step: str) -> None:
        """The pieces of that step are shown as they are."""
        self._step = step
        names = [item.name for item in project.all(Item) if item.name]
        for use, field in self.fields.items():
            field.suggest(names)
            entries = [entry for entry in project.information_of(step) if entry.use is use]
            field.set_value(tuple(self._chip(project, entry) for entry in entries))

    def menu(self, key: str) -> QMenu:
        """How the piece comes here: told, inferred or sensed."""
        menu, group = QMenu(self), QActionGroup(self)
        entry = self._desk.session.project.find(StepInformation, key)
        for how in InformationHow:
            action = QAction(self._desk.framework.name(how), menu)
            action.setCheckable(True)
            action.setChecked(entry is not None and entry.how is how)
            action.triggered.connect(lambda _=False, how=how: self._set_how(key, how))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _field(self, use: InformationUse) -> ListField:
        words = self._desk.words
        field = ListField(
            self._desk, words(f"inspector.step.{use.value}"), words(f"inspector.step.add_{use.value}")
        )
        field.added.connect(lambda name: self._add(name, use))
        field.removed.connect(self._remove)
        field.followed.connect(self._on_field_followed)
        return field

    def _chip(self, project: Project, entry: StepInformation) -> Chip:
        item = project.get(Item, entry.item)
        name = item.name or self._desk.words("telling.unnamed.item")
        return Chip(entry.id, name, self._desk.framework.name(entry.how))

    def _add(self, name: str, use: InformationUse) -> None:
        step = self._step
        if step is not None:
            self._desk.session.edit(EditKind.SET_INFORMATION, lambda edit: _attach(edit, step, name, use))

    def _remove(self, key: str) -> None:
        self._desk.session.edit(EditKind.SET_INFORMATION, lambda edit: information.detach(edit, key))

    def _set_how(self, key: str, how: InformationHow) -> None:
        self._desk.session.edit(
            EditKind.SET_INFORMATION, lambda edit: edit.change(StepInformation, key, how=how)
        )

    def _on_field_followed(self, key: str) -> None:
        menu = self.menu(key)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())


def _attach(edit: Edit, step: str, name: str, use: InformationUse) -> None:
    """The step gathers or uses the item of that name, which is made where there is none."""
    known = [item for item in edit.rows(Item) if item.name.casefold() == name.casefold()]
    item = known[0] if known else information.add(edit, name)
    information.attach(edit, step, item.id, InformationHow.TOLD, use)
