"""The history of an open document, from outside: undo, redo, jump, and what there is to jump to."""

from __future__ import annotations

from rondofile.changes import ChangeSet, Tables
from rondofile.editing import Editing, Way
from rondofile.errors import ReadOnlyError
from rondofile.kinds import EditKind
from rondofile.place import Place
from rondofile.working.history_entries import HistoryEntry, Past


class DocumentHistory:
    """The part of a document that goes back and forth. Where it is read-only there is nowhere to go."""

    _place: Place
    _editing: Editing

    def undo(self) -> ChangeSet | None:
        """The last step is taken back; None where there is nothing to undo."""
        return self._walk(lambda history, now: history.undo(now))

    def redo(self) -> ChangeSet | None:
        """The step that was taken back last is done again; None where there is none."""
        return self._walk(lambda history, now: history.redo(now))

    def go_to(self, step: int) -> ChangeSet | None:
        """That step is the last that is done, in one transaction; None where it is already.

        `past().first` - 1: nothing is done. StepGoneError where there is no such step.
        """
        return self._walk(lambda history, now: history.go_to(now, step))

    @property
    def undoable(self) -> HistoryEntry | None:
        """The step that `undo` would take back."""
        history = self._place.work.history
        return None if self._place.read_only else history.entry(history.position)

    @property
    def redoable(self) -> HistoryEntry | None:
        """The step that `redo` would do again."""
        history = self._place.work.history
        return None if self._place.read_only else history.entry(history.position + 1)

    @property
    def next_undo(self) -> EditKind | None:
        """The kind of step that `undo` would take back."""
        found = self.undoable
        return None if found is None else found.kind

    @property
    def next_redo(self) -> EditKind | None:
        """The kind of step that `redo` would do again."""
        found = self.redoable
        return None if found is None else found.kind

    @property
    def can_undo(self) -> bool:
        return self.undoable is not None

    @property
    def can_redo(self) -> bool:
        return self.redoable is not None

    def entries(self) -> tuple[HistoryEntry, ...]:
        """The steps of history, oldest first."""
        return self._place.work.history.entries()

    def entry(self, step: int) -> HistoryEntry | None:
        """That step of history, None where there is none of that number."""
        return self._place.work.history.entry(step)

    def past(self, since: int = -1) -> Past:
        """Where the document stands in its history, with the steps written to after the rev `since`."""
        work = self._place.work
        return work.history.past(work.state.rev, since)

    def changes_of(self, step: int) -> Tables:
        """What that step changed, seen forwards: {noun: {id: (before, after)}}; empty where it is gone."""
        return self._place.work.history.changes_of(step)

    def _walk(self, way: Way) -> ChangeSet | None:
        self._check_idle()
        if self._place.read_only:
            raise ReadOnlyError(path=str(self._place.path))
        self._make_ready()
        return self._editing.walk(way)

    def _make_ready(self) -> None:
        raise NotImplementedError

    def _check_idle(self) -> None:
        raise NotImplementedError
