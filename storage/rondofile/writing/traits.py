"""What a file has beside its bytes: owner, permissions, attributes; what takes its place has them too."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

_GROUP, _OTHERS = 0o070, 0o007


def take(descriptor: int, source: Path) -> None:
    """The open file has what that one has, as far as we may give it. OSError where there is no such file.

    Where it cannot belong to the same group, our own group may do with it no more than everybody may.
    """
    found = source.stat()
    mode = stat.S_IMODE(found.st_mode) & 0o777
    if hasattr(os, "fchown") and not _given(descriptor, found):
        mode = mode & ~_GROUP | (mode & _OTHERS) << 3
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(source):
                with suppress(OSError):
                    os.setxattr(descriptor, name, os.getxattr(source, name))
    if hasattr(os, "fchmod"):
        with suppress(PermissionError):
            os.fchmod(descriptor, mode)


def _given(descriptor: int, found: os.stat_result) -> bool:
    """Whether the file belongs to the group of the other one now; to its owner too where we may."""
    with suppress(OSError):
        os.fchown(descriptor, found.st_uid, -1)
    with suppress(OSError):
        os.fchown(descriptor, -1, found.st_gid)
    return os.fstat(descriptor).st_gid == found.st_gid
