"""What can go wrong that is the world's fault. Each error names a message by key and carries its facts.

Storage never makes a sentence: `key` stands in the message catalogue and `facts` fill its places. Any
other exception that leaves this package is a bug.
"""

from __future__ import annotations


class RondoFileError(Exception):
    """Something outside the program stands in the way. `key`: the message; `facts`: its places."""

    key = "file.unreadable"

    def __init__(self, **facts: object) -> None:
        super().__init__(f"{self.key} {facts}" if facts else self.key)
        self.facts: dict[str, object] = facts


class FileMissingError(RondoFileError):
    """There is nothing at `path`."""

    key = "file.missing"


class NotAFileError(RondoFileError):
    """`path` is a folder, a device or another thing that is not a regular file."""

    key = "file.not-a-file"


class EmptyFileError(RondoFileError):
    """`path` holds no bytes: a placeholder of a sync program, or a write that failed elsewhere."""

    key = "file.empty"


class NotAProjectError(RondoFileError):
    """`path` holds something else than a project of ours."""

    key = "file.not-a-project"


class DamagedFileError(RondoFileError):
    """`path` was a project of ours, but cannot be read as one any more."""

    key = "file.damaged"


class SalvageError(RondoFileError):
    """Nothing of a project of ours could be found in `path`."""

    key = "file.nothing-to-salvage"


class UnsafeFileError(RondoFileError):
    """`path` claims to be ours but is built so that reading it would not be safe."""

    key = "file.unsafe"


class UnsafeToReadError(RondoFileError):
    """Reading `path` ended the process that read it, or took too long, for `reason`; it is as it was."""

    key = "file.unsafe-to-read"


class NothingUnfinishedError(RondoFileError):
    """What lies beside `path` does not belong to it: `part` says which of it was looked at."""

    key = "file.nothing-unfinished"


class OldLibraryError(RondoFileError):
    """This Python brings SQLite `found`; our tables need `needs`."""

    key = "file.old-library"


class TooBigError(RondoFileError):
    """`path` is larger than a project can be."""

    key = "file.too-big"


class ChangingFileError(RondoFileError):
    """`path` was being written by another program while we read it."""

    key = "file.changing"


class TooNewError(RondoFileError):
    """`path` was made by a later version that this one cannot read."""

    key = "file.too-new"


class CannotReadError(RondoFileError):
    """The system refused to read `path`, for `reason`."""

    key = "file.cannot-read"


class CannotWriteError(RondoFileError):
    """The system refused to write `path`, for `reason`. What was there is as it was."""

    key = "file.cannot-write"


class NoSpaceError(CannotWriteError):
    """There is no room for `path`. What was there is as it was."""

    key = "file.no-space"


class NoRoomError(NoSpaceError):
    """There is no room for `path`: `needed` and `free` say how much. What was there is as it was."""

    key = "file.no-room"


class FileInUseError(CannotWriteError):
    """Another program has `path` open so that it cannot be replaced now. What was there is as it was."""

    key = "file.in-use"


class SlowFileError(CannotWriteError):
    """The place of `path` has not answered for `seconds`; the work is kept."""

    key = "file.slow"


class LowSpaceError(RondoFileError):
    """There is little room where work is kept, in `path`: `free` says how much, as a text."""

    key = "file.low-space"


class WrittenWrongError(CannotWriteError):
    """The medium gave back other bytes than were written to `path`."""

    key = "file.written-wrong"


class FileExistsAlreadyError(RondoFileError):
    """There is something at `path` that must not be replaced."""

    key = "file.exists"


class LockedElsewhereError(RondoFileError):
    """Another program of ours has `path` open: `pid` on `host`, since `time`."""

    key = "file.locked"


class ChangedOutsideError(RondoFileError):
    """`path` was changed by something else while work is kept here that is not in it: both are kept."""

    key = "file.changed-outside"


class FileGoneError(RondoFileError):
    """`path` was moved or removed while it was open; the work is kept."""

    key = "file.gone"


class ReadOnlyError(RondoFileError):
    """`path` can be read but not be changed."""

    key = "file.read-only"


class UnpublishedWorkError(RondoFileError):
    """There is kept work for `path` which is not in it yet; open it first."""

    key = "file.unpublished-work"


class WorkAreaError(RondoFileError):
    """The working area in `path` cannot be used, for `reason`."""

    key = "file.work-area"


class WorkDamagedError(RondoFileError):
    """The work on `path` that is kept in `folder` cannot be read, for `reason`; it stays as it is."""

    key = "file.work-damaged"


class RecoveryStoppedError(RondoFileError):
    """Opening `path`, with the work in `folder`, ended the process `attempts` times: not tried by itself."""

    key = "file.recovery-stopped"


class EndedError(RondoFileError):
    """A bug ended the work on the document; everything up to then is kept, and it can be opened again."""

    key = "file.ended"


class VersionNotKeptError(RondoFileError):
    """An earlier state could not be kept or changed in `path`, for `reason`; the work is as it was."""

    key = "file.version-not-kept"


class VersionDamagedError(RondoFileError):
    """The version in `path` is not as it was kept, for `reason`."""

    key = "file.version-damaged"


class VersionGoneError(RondoFileError):
    """The version in `path` is not there any more, or the folder cannot be looked into, for `reason`."""

    key = "file.version-gone"


class VersionsTooLargeError(RondoFileError):
    """The versions that a person named take `size` MB, more than the `most` MB meant for them; they stay."""

    key = "file.versions-too-large"


class StepGoneError(RondoFileError):
    """History has no `step` of that number, or not any more."""

    key = "file.step-gone"


class HistoryMisfitError(RondoFileError):
    """A step does not fit what is there: a row of `noun` is missing. Nothing was changed."""

    key = "file.history-misfit"


class CandidateError(RondoFileError):
    """The file that was to be published did not pass its own check, so nothing was replaced."""

    key = "file.candidate"


class PictureError(RondoFileError):
    """The bytes are no picture that can be kept, for the reason that `problem` names."""

    key = "file.picture"


class QueryError(RondoFileError):
    """The question cannot be answered, for `reason`."""

    key = "file.query"


class RecordError(RondoFileError):
    """A record cannot be kept as it is: `noun`, `id`, and what is wrong."""

    key = "file.record"


class InvalidValueError(RecordError):
    """`field` of `noun` `id` holds what it may not hold; `problem` is the key of what is wrong."""

    key = "file.invalid-value"


class UnknownRecordError(RecordError):
    """There is no `noun` with that `id`."""

    key = "file.unknown-record"


class UnknownReferenceError(RecordError):
    """`noun` `id` points to a `parent` that is not there."""

    key = "file.unknown-reference"


class DuplicateError(RecordError):
    """There is already such a `noun`."""

    key = "file.duplicate"


class IncoherentError(RecordError):
    """`field` of `noun` `id` points into another journey."""

    key = "file.incoherent"
