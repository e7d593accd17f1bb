"""Desk: everything a room of one window works with, handed to it when it is made. Nothing is global."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rondo.strategy.framework import Framework
from rondo.ui.jobs import Helper
from rondo.ui.look import Look
from rondo.ui.notices import Notices
from rondo.ui.selection import Selection
from rondo.ui.session import Session
from rondo.ui.settings import Settings
from rondo.words import Words

if TYPE_CHECKING:
    from rondo.text.qt_engine import QtTextEngine
    from rondo.ui.actions import Actions


@dataclass(eq=False, slots=True)
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
    helper: Helper = field(default_factory=Helper)
    """Where long work runs; the windows of an application share one."""
