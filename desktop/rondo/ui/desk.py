"""Desk: everything a room of one window works with, handed to it when it is made. Nothing is global."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rondo.strategy.framework.whole import Framework
from rondo.ui.dress.look import Look
from rondo.ui.notices import Notices
from rondo.ui.selection import Selection
from rondo.ui.session import Session
from rondo.ui.settings import Settings
from rondo.words import Words

if TYPE_CHECKING:
    from rondo.text.qt_engine import QtTextEngine
    from rondo.ui.actions import Actions
    from rondo.ui.jobs.jobs import Helper


def _fresh_helper() -> Helper:
    from rondo.ui.jobs.jobs import Helper

    return Helper()


@dataclass(eq=False)
class Desk:
    """One per window. Language and look are the same in all windows of a process."""

    session: Session
    selection: Selection
    words: Words
    framework: Framework
    engine: QtTextEngine
    look: Look
    settings: Settings
    notices: Notices
    actions: Actions
    lend_helper: Callable[[], Helper] = _fresh_helper

    @cached_property
    def helper(self) -> Helper:
        """Where long work runs; the windows of an application share one."""
        return self.lend_helper()
