"""Settings: look, size of text, language, motion. The look is seen at once; Esc puts the old one back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rondo.ui.dress.look import SCALES, THEMES
from rondo.ui.fields import ChoiceField, Option, TickField
from rondo.ui.house import House
from rondo.ui.sheets.sheet import Sheet
from rondo.words import LANGUAGES

WIDTH, HEIGHT = 520, 360


class SettingsDialog(Sheet):
    """What a person chooses for every project, kept on this computer."""

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        words = house.words
        super().__init__(house.look, words("dialogs.settings"), parent, WIDTH)
        self._house, self._before = house, (house.look.choice, house.look.scale)
        self.theme = ChoiceField(
            house, words("dialogs.theme"), [Option(key, words(f"action.view.theme-{key}")) for key in THEMES]
        )
        self.text_size = ChoiceField(
            house,
            words("dialogs.text-size"),
            [Option(s, words("status_line.zoom", percent=words.number(s * 100))) for s in SCALES],
        )
        self.language = ChoiceField(
            house,
            words("dialogs.language"),
            [Option(key, words(f"brief_view.language.{key}")) for key in LANGUAGES],
        )
        self.moves = TickField(house, words("dialogs.motion"), words("dialogs.motion.hint"))
        column = self.scrolled()
        for field in (self.theme, self.text_size, self.language, self.moves):
            column.addWidget(field)
        column.addStretch(1)
        self.grow_to(WIDTH, HEIGHT)
        self._show_what_holds()
        self.theme.changed.connect(house.look.choose)
        self.text_size.changed.connect(house.look.set_scale)
        self.add_button(words("dialogs.settings.done"), "primary").clicked.connect(self.accept)
        self.add_cancel(words("dialogs.cancel"))

    def accept(self) -> None:
        """What was chosen holds. The language comes last: it makes the windows anew."""
        self._house.look.keep_still(not self.moves.value())
        super().accept()
        self._house.choose_language(self.language.value())

    def reject(self) -> None:
        """Everything is as it was."""
        theme, scale = self._before
        self._house.look.choose(theme)
        self._house.look.set_scale(scale)
        super().reject()

    def _show_what_holds(self) -> None:
        look = self._house.look
        self.theme.set_value(look.choice)
        self.text_size.set_value(min(SCALES, key=lambda scale: abs(scale - look.scale)))
        self.language.set_value(self._house.words.language)
        self.moves.set_value(look.moves)
