"""The tool bar: the switch of the views, undo and redo, the tools of the view, the brief. One row."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyleOptionToolButton,
    QToolBar,
    QToolButton,
    QWidget,
)

from rondo.ui.actions import Actions
from rondo.ui.dress.look import Look
from rondo.ui.frame.action_table import SPEC
from rondo.ui.frame.spring import Spring
from rondo.ui.pieces.segment import Segment
from rondo.words import Words

SWITCH = ("view.journey", "view.matrix", "view.architectures", "view.review", "view.brief")
HISTORY = ("edit.undo", "edit.redo")
TOOLS: Mapping[str, tuple[str, ...]] = {
    "journey": (
        *("journey.select", "journey.add-step", "journey.connect", "journey.arrange", "journey.inbox"),
        *("journey.curve", "journey.rhythm", "journey.walk"),
    ),
    "matrix": ("strategy.new-offer", "strategy.place", "view.moves"),
}
"""The tools of a view, in the middle of the bar."""

_TEXT = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_WORD = Qt.ToolButtonStyle.ToolButtonTextOnly
_ICON = Qt.ToolButtonStyle.ToolButtonIconOnly
_LEVELS = range(5)
"""Narrower and narrower: all words; tools as icons; export too; views too; tools in a menu."""


class ToolBar(QToolBar):
    """Gives way by itself where there is little room: words, then tools, but never a second row."""

    def __init__(self, window: QMainWindow, actions: Actions, look: Look, words: Words) -> None:
        super().__init__(words("window.tools"), window)
        self.setObjectName("tools")
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._strip = _Strip(actions, look, words)
        self.addWidget(self._strip)
        look.changed.connect(self._strip.relook)

    def show_tools(self, view: str) -> None:
        """The tools are those of that view."""
        self._strip.show_tools(view)


class _Strip(QWidget):
    def __init__(self, actions: Actions, look: Look, words: Words) -> None:
        super().__init__()
        self._actions, self._look = actions, look
        self._level = -1
        self._needs: dict[int, int] = {}
        self._view = ""
        self._switch = [_segment(actions[key], key) for key in SWITCH]
        self._tools: list[QToolButton] = []
        self._more = _menu_button(words("window.more-tools"))
        self._export = _ActionButton(actions["file.export-brief"], look)
        self._row = QHBoxLayout(self)
        self._middle = QHBoxLayout()
        self._fill([_tool(actions[key], _ICON) for key in HISTORY])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)
        self.relook()

    def sizeHint(self) -> QSize:
        return QSize(1, self._row.sizeHint().height())

    def show_tools(self, view: str) -> None:
        if view == self._view:
            return
        self._view = view
        for button in self._tools:
            self._middle.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._tools = [_tool(self._actions[key], _TEXT) for key in TOOLS.get(view, ())]
        for at, button in enumerate(self._tools):
            self._middle.insertWidget(at, button)
        menu = self._more.menu()
        menu.clear()
        menu.addActions([self._actions[key] for key in TOOLS.get(view, ())])
        self._measure()

    def relook(self) -> None:
        """Distances and icons are those of the look."""
        px = self._look.px
        self._row.setContentsMargins(px(12), px(7), px(12), px(7))
        self._row.setSpacing(px(4))
        self._middle.setSpacing(px(2))
        self._more.setIcon(self._look.icon("ellipsis"))
        self._measure()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()

    def _fill(self, history: list[QToolButton]) -> None:
        switch = self._frame = QFrame()
        switch.setProperty("kind", "switch")
        inner = QHBoxLayout(switch)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        for segment in self._switch:
            inner.addWidget(segment)
        self._middle.addWidget(self._more)
        self._row.addWidget(switch)
        self._row.addWidget(_rule())
        for button in history:
            self._row.addWidget(button)
        self._row.addWidget(_rule())
        self._row.addLayout(self._middle)
        self._row.addStretch(1)
        self._row.addWidget(self._export)

    def _measure(self) -> None:
        """How wide each level is; then the one that fits. Only what is shown knows its size."""
        if not self.isVisible():
            return
        self._level, self._needs = -1, {}  # nothing to fit to, whatever resizes meanwhile
        needs = {}
        for level in _LEVELS:
            self._apply(level)
            for layout in (self._frame.layout(), self._middle, self._row):
                if layout is not None:
                    layout.invalidate()
            self._frame.updateGeometry()
            needs[level] = self._row.sizeHint().width()
        self._needs = needs
        self._fit()

    def _fit(self) -> None:
        """The first level that leaves room for everything."""
        fitting = [level for level, width in self._needs.items() if width <= self.width()]
        if self._needs:
            self._apply(fitting[0] if fitting else _LEVELS[-1])

    def _apply(self, level: int) -> None:
        if level == self._level:
            return
        self._level = level
        for button in self._tools:
            has_icon = not button.defaultAction().icon().isNull()
            button.setToolButtonStyle(_ICON if level > 0 and has_icon else _TEXT if has_icon else _WORD)
            button.setVisible(level < 4)
        self._more.setVisible(level >= 4 and bool(self._tools))
        self._export.set_narrow(level > 1)
        for segment in self._switch:
            segment.setToolButtonStyle(_ICON if level > 2 else _WORD)


class _ActionButton(QPushButton):
    """A button that does what an action does."""

    def __init__(self, action: QAction, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "primary")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._action, self._narrow = action, False
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def set_narrow(self, narrow: bool) -> None:
        """The button shows its icon alone, or its words."""
        self._narrow = narrow
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setText("" if self._narrow else self._action.text())
        self.setIcon(
            self._look.icon(SPEC[self._action.objectName()].icon, "surface") if self._narrow else QIcon()
        )
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text())


def _segment(action: QAction, key: str) -> QToolButton:
    button = Segment({SWITCH[0]: "first", SWITCH[-1]: "last"}.get(key, ""))
    button.setDefaultAction(action)
    Spring(button, action.trigger)
    return button


class _Tool(QToolButton):
    """A tool button whose words keep their distance from its icon."""

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        super().initStyleOption(option)
        if self.toolButtonStyle() == _TEXT:
            option.text = f"\u2009\u2009{option.text}"


def _tool(action: QAction, style: Qt.ToolButtonStyle) -> QToolButton:
    button = _Tool()
    button.setProperty("kind", "tool")
    button.setDefaultAction(action)
    button.setToolButtonStyle(style)
    return button


def _menu_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setText(name)
    button.setToolTip(name)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(_ICON)
    button.setMenu(QMenu(button))
    return button


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("kind", "edge")
    return rule
