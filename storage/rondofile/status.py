"""The four things a person has to know about where the work is."""

from enum import StrEnum


class Status(StrEnum):
    """Saved: in the file. Kept: on this computer, not yet in the file."""

    SAVED = "saved"
    SAVING = "saving"
    KEPT = "kept"
    READ_ONLY = "read-only"
