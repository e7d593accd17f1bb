"""The strip above the matrix: the states, organisations and segment it shows, and what it hides."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rondo.figures.matrices.matrix_entries import sentence_case
from rondo.ui.desk import Desk
from rondo.ui.fields.flow import Flow
from rondo.ui.matrix.cards import state_pen
from rondo.ui.matrix.layers import Layers, Shown
from rondofile.enums import PlacementState
from rondofile.records import Player, Segment

BESIDE = 6
"""Room between a sign and the word beside it."""


class Strip(QFrame):
    """Says what the person wants to see; what is hidden is counted here."""

    wanted = Signal(object)
    """Layers."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._layers = Layers()
        self.setAccessibleName(desk.words("matrix.strip"))
        self._flow = Flow()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._flow)
        self._states = {state: self._state_button(state) for state in PlacementState}
        self._players = self._menu_button()
        self._segments = self._menu_button()
        self._hidden = QLabel()
        self._hidden.setTextFormat(Qt.TextFormat.PlainText)
        self._hidden.setProperty("kind", "caption")
        self._all = QPushButton(desk.words("matrix.show_all"))
        self._all.setProperty("kind", "link")
        self._all.clicked.connect(lambda: self.wanted.emit(Layers()))
        for widget in (*self._states.values(), self._players, self._segments, self._hidden, self._all):
            self._flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.relook()

    def relook(self) -> None:
        """Sizes and signs are those of the look."""
        look = self._desk.look
        self._flow.setSpacing(look.px(4))
        self._column.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(2))
        for state, button in self._states.items():
            button.setIcon(self._sample(state))
            button.setIconSize(QSize(look.px(18 + BESIDE), look.px(12)))
        self._hidden.setMinimumHeight(look.px(28))

    def tell(self, layers: Layers, shown: Shown) -> None:
        """The strip says what is shown."""
        self._layers = layers
        words, project = self._desk.words, self._desk.session.project
        for state, button in self._states.items():
            button.setChecked(state in layers.states)
        self._tell_players(project.all(Player))
        self._tell_segments(project.all(Segment))
        self._hidden.setText(words.count("matrix.hidden", shown.hidden))
        self._hidden.setVisible(shown.hidden > 0)
        self._all.setVisible(shown.hidden > 0 or layers != Layers())

    def _tell_players(self, players: tuple[Player, ...]) -> None:
        words, framework, layers = self._desk.words, self._desk.framework, self._layers
        menu = self._players.menu()
        menu.clear()
        for player in players:
            sign = framework.mark(player.kind)
            action = menu.addAction(f"{sign}  {player.name}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(player.id not in layers.without)
            action.toggled.connect(
                lambda on, key=player.id: self.wanted.emit(self._layers.with_player(key, on))
            )
        seen = sum(player.id not in layers.without for player in players)
        some = words("matrix.some_organisations", n=words.number(seen), all=words.number(len(players)))
        self._name(self._players, words("matrix.organisations") if seen == len(players) else some)
        self._players.setVisible(len(players) > 1)

    def _tell_segments(self, segments: tuple[Segment, ...]) -> None:
        words, layers = self._desk.words, self._layers
        menu = self._segments.menu()
        menu.clear()
        names = [(None, words("matrix.all_segments")), *((s.id, s.name) for s in segments)]
        for key, name in names:
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key == layers.segment)
            action.triggered.connect(
                lambda _=False, key=key: self.wanted.emit(replace(self._layers, segment=key))
            )
        self._name(self._segments, next((name for key, name in names if key == layers.segment), names[0][1]))
        self._segments.setVisible(len(segments) > 1)

    def _state_button(self, state: PlacementState) -> QToolButton:
        button = QToolButton()
        button.setText(sentence_case(self._desk.framework.name(state)))
        button.setToolTip(self._desk.words(f"action.strategy.state-{state}.tip"))
        button.setAccessibleName(self._desk.words(f"action.strategy.state-{state}"))
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("kind", "tool")
        button.clicked.connect(lambda: self.wanted.emit(self._layers.toggled(state)))
        return button

    def _menu_button(self) -> QToolButton:
        button = QToolButton()
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    def _name(self, button: QToolButton, text: str) -> None:
        button.setText(text.replace("&", "&&"))
        button.setAccessibleName(text)

    def _sample(self, state: PlacementState) -> QIcon:
        """A small card with the line of that state, on either ground of its button."""
        icon = QIcon(self._picture(state, "accent"))
        icon.addPixmap(self._picture(state, "on-chosen"), QIcon.Mode.Normal, QIcon.State.On)
        return icon

    def _picture(self, state: PlacementState, role: str) -> QPixmap:
        look, ratio = self._desk.look, self.devicePixelRatioF()
        size = QSize(look.px(18), look.px(12))
        picture = QPixmap((size + QSize(look.px(BESIDE), 0)) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = state_pen(state, look[role], look)
        half = pen.widthF() / 2
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(QRect(QPoint(), size)).adjusted(half, half, -half, -half), 3, 3)
        painter.end()
        return picture
