"""The versions of a project: listed by day at the left, the one that is chosen at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.sheets.sheet import Sheet
from rondo.ui.versions.about import About
from rondo.ui.versions.comparing import Compared, Comparing
from rondo.ui.versions.list_view import VersionList
from rondofile.kept.versions import Version, Versions

WIDTH, HEIGHT = 820, 560
ROOMY = 520
"""Pixels of height from which on there is a picture."""

Deed = Callable[[Version], object]
Plain = Callable[[], object]


class VersionsSheet(Sheet):
    """Nothing in it changes a version or the project; `deeds` does, and is asked by name."""

    def __init__(
        self, desk: Desk, deeds: dict[str, Deed], name_present: Plain, parent: QWidget | None = None
    ) -> None:
        words = desk.words
        super().__init__(desk.look, words("versions.title"), parent, WIDTH)
        self._desk, self._deeds, self._name_present = desk, deeds, name_present
        self._comparing: Comparing | None = None
        self.list = VersionList(desk.look, words)
        self.about = About(desk.look, words, desk.engine, not desk.session.read_only)
        self.note = QLabel(words("versions.looking"))
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.setProperty("kind", "caption")
        self.first = QPushButton(words("versions.name").replace("&", "&&"))
        self.open_button = self.add_button(words("versions.open"), "primary")
        self.add_cancel(words("dialogs.close-it"))
        self._lay_out()
        self._connect()
        self._show_state(listed=False)

    def show_versions(self, versions: Versions, listed: Sequence[Version], choose: Version | None) -> None:
        """These are listed; each that comes in sight is compared with the present."""
        if self._comparing is None:
            self._comparing = Comparing(versions, self._desk.session.project)
            self._comparing.compared.connect(self._on_compared)
        self.list.show_versions(listed, choose)
        self.note.setText(self._desk.words("versions.empty"))
        self._show_state(bool(listed), empty=not listed)
        self._on_chosen(self.list.version)

    def say(self, sentence: str) -> None:
        """What stood in the way is said in the place of the list."""
        self.note.setText(sentence)
        self._show_state(listed=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.about.roomy = self.height() >= self.look.px(ROOMY)

    def showEvent(self, event: QShowEvent) -> None:
        self.about.ensure_whole()
        bar = self._right.verticalScrollBar().sizeHint().width()
        self._right.setMinimumWidth(self.about.minimumSizeHint().width() + bar)
        super().showEvent(event)

    def done(self, result: int) -> None:
        self._end()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end()
        super().closeEvent(event)

    def _end(self) -> None:
        if self._comparing is not None:
            self._comparing.end()

    def _show_state(self, listed: bool, empty: bool = False) -> None:
        self.list.setVisible(listed)
        self._right.setVisible(listed)
        self._beside.setVisible(not listed)
        self.first.setVisible(empty)
        self.open_button.setVisible(listed)
        if listed:
            self.list.setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        self._right = QScrollArea()
        self._right.setWidget(self.about)
        self._right.setWidgetResizable(True)
        self._right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._beside = QWidget()
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(16))
        column.addWidget(self.note)
        column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        row.addWidget(self._beside, 1)
        row.addWidget(self.list, 4)
        row.addWidget(self._right, 3)
        self.body.addLayout(row)
        self.grow_to(WIDTH, HEIGHT)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.in_sight.connect(self._on_in_sight)
        self.list.opened.connect(lambda version: self._do("open", version))
        self.list.removed.connect(lambda version: self._do("remove", version))
        self.open_button.clicked.connect(lambda: self._do("open"))
        self.first.clicked.connect(lambda: self._name_present())
        self.about.opened.connect(lambda: self._do("open"))
        self.about.go_back.connect(lambda: self._do("go-back"))
        self.about.name.connect(lambda: self._do("name"))
        self.about.remove.connect(lambda: self._do("remove"))
        self.about.next_wanted.connect(self._show_next)

    def _do(self, deed: str, version: Version | None = None) -> None:
        version = version or self.list.version
        known = self.list.versions.known(version) if version is not None else None
        if version is not None and not (deed == "open" and known is not None and known.problem is not None):
            self._deeds[deed](version)

    def _on_chosen(self, version: Version | None) -> None:
        known = self.list.versions.known(version) if version is not None else None
        self.about.show_version(version, known, self._next_whole() is not None)
        self.open_button.setEnabled(version is not None and (known is None or known.problem is None))
        if version is not None and known is None and self._comparing is not None:
            self._comparing.ask(version)

    def _on_in_sight(self, versions: Sequence[Version]) -> None:
        if self._comparing is not None:
            self._comparing.ask(*versions)
            if self.list.version is not None:
                self._comparing.ask(self.list.version)

    def _on_compared(self, compared: Compared) -> None:
        self.list.learn(compared)
        chosen = self.list.version
        if chosen is not None and compared.version.path == chosen.path:
            self._on_chosen(chosen)

    def _next_whole(self) -> Version | None:
        """The one before the version that is chosen, else the one after it, of those not known as damaged."""
        listed, version = self.list.versions.versions(), self.list.version
        if version not in listed:
            return None
        at = listed.index(version)
        for other in (*listed[at + 1 :], *reversed(listed[:at])):
            known = self.list.versions.known(other)
            if known is None or known.problem is None:
                return other
        return None

    def _show_next(self) -> None:
        version = self._next_whole()
        if version is not None:
            self.list.choose(version)
            self.list.setFocus()
