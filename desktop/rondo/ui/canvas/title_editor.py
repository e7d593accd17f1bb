"""The editor that stands on the canvas where a title, a lane's name or a label is being written."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from msgspec import Struct
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence, QTextOption
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from rondo.ui.canvas.editing.gestures import title_of
from rondo.ui.canvas.surface import Surface
from rondo.ui.dress.look import Look
from rondofile.text import clean_text

TITLE = 7.6
"""Points of a title on the canvas, from which the size of the text follows."""
LEAST_TEXT, LEAST_WIDTH, BORDER = 12, 132, 2
_UNDO = QKeySequence.StandardKey.Undo


class Writing(Struct, frozen=True):
    """What is written: where (in the scene's points; None when it is gone), and what happens with it.

    `commit` gets the new text once, and only where there is something to do; `onward` comes after it
    where the person pressed Tab. `bare`: an empty text is an answer too."""

    name: str
    where: Callable[[], QRectF | None]
    commit: Callable[[str], None]
    text: str = ""
    onward: Callable[[], None] | None = None
    gone: Callable[[], None] | None = None
    bare: bool = False
    hint: str = ""
    lines: bool = False
    """Whether it may have several lines; Shift+Enter begins another."""


class TitleEditor(QPlainTextEdit):
    """Enter commits, so does going elsewhere; Escape leaves no trace. It grows with what is written."""

    def __init__(self, surface: Surface, look: Look, writing: Writing) -> None:
        super().__init__(surface.viewport())
        self._surface, self._look, self._writing = surface, look, writing
        self._open = True
        self.setAccessibleName(writing.name)
        self.setPlaceholderText(writing.hint)
        self.setPlainText(writing.text)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(look.px(3))
        accent, ground, ink = (look[role].name() for role in ("accent", "surface", "ink"))
        self.setStyleSheet(
            f"QPlainTextEdit {{ border: {BORDER}px solid {accent}; border-radius: 6px; background: {ground};"
            f" color: {ink}; padding: 0 }}"
        )
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.stand())
        self.selectAll()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_application_focus_changed)
        self.stand()
        self.show()
        self.stand()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return self._open

    def stand(self) -> None:
        """The editor stands where its thing stands now; it leaves when that is gone."""
        if not self._open:
            return
        area = self._writing.where()
        if area is None:
            self.leave()
            return
        scale = self._surface.transform().m11()
        font = self._look.font(13)
        font.setPixelSize(max(round(TITLE * scale), self._look.px(LEAST_TEXT)))
        if font != self.font():
            self.setFont(font)
        at = self._surface.mapFromScene(area.topLeft())
        width = max(round(area.width() * scale), self._look.px(LEAST_WIDTH))
        if width != self.width():
            self.resize(width, self.height())
        height = max(self._needed(), min(round(area.height() * scale), self._look.px(60)))
        self.setGeometry(at.x(), at.y(), width, min(height, self._visible(at.y())))

    def leave(self) -> None:
        """Nothing is kept."""
        if self._close() and self._writing.gone is not None:
            self._writing.gone()

    def commit(self) -> None:
        """What was written is kept, where it says anything new."""
        text = self._said()
        if not self._close():
            return
        if text != self._writing.text and (text or self._writing.bare):
            self._writing.commit(text)
        elif self._writing.gone is not None:
            self._writing.gone()

    def event(self, event: QEvent) -> bool:
        """Keys that are shortcuts elsewhere write here; only those with Ctrl or Alt stay what they are."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            if not held or event.matches(_UNDO):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._breaks(event):
            self.insertPlainText("\n")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._go_onward(back=key == Qt.Key.Key_Backtab)
        elif event.matches(_UNDO):
            self._take_back()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in stays:
            self.commit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.commit()

    def _on_application_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        """After a menu or another window the keys may come back to something else of this one."""
        if now is not None and now is not self and now.window() is self.window():
            self.commit()

    def _breaks(self, event: QKeyEvent) -> bool:
        """Whether Enter begins another line here."""
        return self._writing.lines and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def _go_onward(self, back: bool) -> None:
        said = bool(self._said()) or bool(self._writing.text)
        self.commit()
        if said and not back and self._writing.onward is not None:
            self._writing.onward()

    def _take_back(self) -> None:
        """The last thing done is what was written here."""
        if self._said() != self._writing.text:
            self.setPlainText(self._writing.text)
            self.selectAll()
        else:
            self.leave()

    def _said(self) -> str:
        """What is written now, as it would be kept."""
        text = self.toPlainText()
        return clean_text(text).strip() if self._writing.lines else title_of(text)

    def _needed(self) -> int:
        """Pixels that the written lines take, with the border around them."""
        lines, margin = self.document().size().height(), self.document().documentMargin()
        border = max(self.height() - self.viewport().height(), 2 * BORDER)
        return ceil(lines * self.fontMetrics().lineSpacing() + 2 * margin) + border + 1

    def _visible(self, top: int) -> int:
        """Pixels that the editor may be high: down to the edge of what is seen; the rest scrolls."""
        return max(self._surface.viewport().height() - top - self._look.px(8), self._look.px(60))

    def _close(self) -> bool:
        """Whether it was open until now."""
        if not self._open:
            return False
        self._open = False
        had_focus = self.hasFocus()
        self.hide()
        self.deleteLater()
        if had_focus:
            self._surface.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
