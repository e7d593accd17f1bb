"""The strip above the matrix: the states, organisations and segment it shows, and what it hides."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
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
from rondo.strategy.matrix.heat import Heat
from rondo.ui.desk import Desk
from rondo.ui.fields.flow import Flow
from rondo.ui.matrices.matrix_views import MATRIX_VIEWS
from rondo.ui.matrix.layers import Layers, Shown
from rondo.ui.pieces.state_pen import state_pen
from rondo.ui.pieces.view_switch import ViewSwitch
from rondofile.enums import PlacementState, PlayerKind
from rondofile.project import Project
from rondofile.records import Player, Segment

BESIDE = 6
"""Room between a sign and the word beside it."""


SHOWN = ("strategy.see-through", "strategy.whole-offers")
"""Actions that change how the matrix is shown."""


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
        self._show = self._menu_button()
        self._name(self._show, desk.words("matrix.show"))
        for key in SHOWN:
            self._show.menu().addAction(desk.actions[key])
        self._show.menu().addSeparator()
        shades = self._show.menu().addMenu(desk.words("menu.heat"))
        for heat in Heat:
            shades.addAction(desk.actions[f"strategy.heat-{heat}"])
        self._warm, self._hidden = _caption(), _caption()
        self._all = QPushButton(desk.words("matrix.show_all"))
        self._all.setProperty("kind", "link")
        self._all.clicked.connect(lambda: self.wanted.emit(self._layers.unfiltered))
        menus = self._players, self._segments, self._show
        self.switch = ViewSwitch(desk, MATRIX_VIEWS, "menu.matrix-views")
        for widget in (self.switch, *self._states.values(), *menus, self._warm, self._hidden, self._all):
            self._flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.relook()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.switch.fit(event.size().width() - 2 * self._desk.look.px(12))

    def relook(self) -> None:
        """Sizes and signs are those of the look."""
        look = self._desk.look
        self.switch.fit(self.width() - 2 * look.px(12))
        self._flow.setSpacing(look.px(4))
        self._column.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(2))
        for state, button in self._states.items():
            button.setIcon(self._sample(state))
            button.setIconSize(QSize(look.px(18 + BESIDE), look.px(12)))
        for label in (self._warm, self._hidden):
            label.setMinimumHeight(look.px(28))

    def tell(self, layers: Layers, shown: Shown) -> None:
        """The strip says what is shown."""
        self._layers = layers
        words, project = self._desk.words, self._desk.session.project
        for state, button in self._states.items():
            button.setChecked(state in layers.states)
        self._tell_players(project.all(Player))
        self._tell_segments(project)
        self._hidden.setText(words.count("matrix.hidden", shown.hidden))
        self._hidden.setVisible(shown.hidden > 0)
        self._all.setVisible(shown.hidden > 0 or layers != layers.unfiltered)
        self._warm.setVisible(layers.heat is not None)
        if layers.heat is not None:
            what = words(f"action.strategy.heat-{layers.heat}")
            self._warm.setText(words("matrix.heat_legend", what=what[:1].lower() + what[1:]))

    def _tell_players(self, players: tuple[Player, ...]) -> None:
        words, framework, layers = self._desk.words, self._desk.framework, self._layers
        menu = self._players.menu()
        menu.clear()
        kinds = [kind for kind in PlayerKind if any(player.kind is kind for player in players)]
        if len(kinds) > 1:
            for kind in kinds:
                name = f"{framework.mark(kind)}  {sentence_case(framework.name(kind))}"
                off = kind in layers.without_kinds
                self._check(menu, name, not off, partial(layers.with_kind, kind))
            menu.addSeparator()
        for player in players:
            off = player.id in layers.without
            name = f"{framework.mark(player.kind)}  {player.name}"
            self._check(menu, name, not off, partial(layers.with_player, player.id))
        without = [p for p in players if p.id in layers.without or p.kind in layers.without_kinds]
        seen = len(players) - len(without)
        some = words("matrix.some_organisations", n=words.number(seen), all=words.number(len(players)))
        self._name(self._players, some if without else words("matrix.organisations"))
        self._players.setVisible(len(players) > 1)

    def _tell_segments(self, project: Project) -> None:
        words, layers = self._desk.words, self._layers
        menu, segments = self._segments.menu(), project.all(Segment)
        menu.clear()
        chosen = words("matrix.all_segments")
        self._check(menu, chosen, layers.segment is None, partial(_always, layers.of(None)))
        for segment in segments:
            here = layers.segment == segment.id
            is_on = here and layers.situation is None
            self._check(menu, segment.name, is_on, partial(_always, layers.of(segment.id)))
            chosen = segment.name if here else chosen
            for situation in project.situations_of(segment.id):
                name = words("matrix_figure.situation", segment=segment.name, situation=situation.name)
                is_on = here and layers.situation == situation.id
                chosen = name if is_on else chosen
                self._check(menu, name, is_on, partial(_always, layers.of(segment.id, situation.id)))
        self._name(self._segments, chosen)
        self._segments.setVisible(len(menu.actions()) > 2)

    def _check(self, menu: QMenu, name: str, is_on: bool, then: Callable[[bool], Layers]) -> None:
        """A line of a menu that is on or off, and what is shown once it is chosen."""
        action = menu.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(is_on)
        action.triggered.connect(lambda on: self.wanted.emit(then(on)))

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


def _caption() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", "caption")
    return label


def _always(layers: Layers, _on: bool) -> Layers:
    """One choice of several stays what it is when it is chosen again."""
    return layers
