"""Which brief, on which paper, in which language. Only the preset belongs to the project."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.brief.sections import DEFAULT_PRESET, PRESETS
from rondo.commands.write_brief import PAPERS, SHADES, SHOWN
from rondo.ui.brief.choices import choices_of, choose
from rondo.ui.desk import Desk
from rondo.ui.fields import ChoiceField, Option, TickField
from rondo.words import LANGUAGES
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions


class PrintPanel(QWidget):
    """`chosen` says that something that is not in the project became another."""

    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, words = desk, desk.words
        presets = [
            Option(key, words(f"brief_view.preset.{key}"), words(f"brief_view.preset.{key}.tip"))
            for key in PRESETS
        ]
        self.preset = ChoiceField(desk, words("brief_view.preset"), presets)
        self.paper = ChoiceField(
            desk, words("brief_view.paper"), [Option(key, words(f"brief_view.paper.{key}")) for key in PAPERS]
        )
        self.landscape = TickField(desk, words("brief_view.landscape"))
        self.language = ChoiceField(desk, words("brief_view.language"), self._languages(), folded=True)
        self.show_on_maps = ChoiceField(desk, words("brief_view.show"), self._shown(), folded=True)
        self.notes = TickField(desk, words("brief_view.notes"))
        self.shade = ChoiceField(desk, words("brief_view.shade"), self._shades(), folded=True)
        self._column = QVBoxLayout(self)
        for field in (
            *(self.preset, self.paper, self.landscape, self.language),
            *(self.show_on_maps, self.notes, self.shade),
        ):
            self._column.addWidget(field)
        self.preset.changed.connect(self._on_preset_changed)
        self.paper.changed.connect(lambda paper: self._choose(paper=paper))
        self.landscape.changed.connect(lambda landscape: self._choose(landscape=landscape))
        self.language.changed.connect(lambda language: self._choose(language=language))
        self.show_on_maps.changed.connect(lambda show: self._choose(show=show))
        self.notes.changed.connect(lambda notes: self._choose(notes=notes))
        self.shade.changed.connect(lambda shade: self._choose(shade=shade))
        self.relook()

    def refresh(self) -> None:
        """It shows what holds."""
        choices = choices_of(self._desk)
        self.preset.set_value(preset_of(self._desk))
        self.paper.set_value(choices.paper)
        self.landscape.set_value(choices.landscape)
        self.language.set_options(self._languages())
        self.language.set_value(choices.language)
        self.show_on_maps.set_value(choices.show)
        self.notes.set_value(choices.notes)
        self.shade.set_value(choices.shade)

    def relook(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._desk.look.px(12))

    def _languages(self) -> list[Option]:
        words = self._desk.words
        own = self._desk.session.project.info.language
        own_name = words(f"brief_view.language.{own if own in LANGUAGES else 'en'}")
        named = [Option(key, words(f"brief_view.language.{key}")) for key in LANGUAGES]
        return [Option("", words("brief_view.language.own", language=own_name)), *named]

    def _shown(self) -> list[Option]:
        words = self._desk.words
        return [
            Option("", words("brief_view.show.nothing")),
            *(Option(key, words(f"show.{key}")) for key in SHOWN),
        ]

    def _shades(self) -> list[Option]:
        words = self._desk.words
        named = [Option(key, words(f"action.strategy.heat-{key}")) for key in SHADES]
        return [Option("", words("brief_view.show.nothing")), *named]

    def _choose(self, **changes: object) -> None:
        choose(self._desk, **changes)
        self.chosen.emit()

    def _on_preset_changed(self, preset: str) -> None:
        self._desk.session.edit(
            EditKind.SET_BRIEF, lambda edit: conclusions.set_cover(edit, brief_preset=preset)
        )


def preset_of(desk: Desk) -> str:
    """The preset of the project; the usual one where it names none that there is."""
    preset = desk.session.project.info.brief_preset
    return preset if preset in PRESETS else DEFAULT_PRESET
