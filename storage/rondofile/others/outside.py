"""The one word for what stands in the place of the file of an open document."""

from enum import StrEnum


class Outside(StrEnum):
    """What others did to the file, told by its bytes and what it says of itself, never by its time.

    SAME: it is as we last read or wrote it. REPLACED: it holds other content of this project. OLDER: an
    earlier revision of this project than the one that we put there. OTHER: another project under our name.
    GONE: there is nothing. UNREADABLE: something that cannot be read as a project now.
    """

    SAME = "same"
    REPLACED = "replaced"
    OLDER = "older"
    OTHER = "other"
    GONE = "gone"
    UNREADABLE = "unreadable"

    @property
    def undecided(self) -> bool:
        """Whether two projects stand against each other, so that a person has to say what shall be."""
        return self in (Outside.REPLACED, Outside.OLDER, Outside.OTHER)
