"""Two names of one folder change places at once, where the system can do that."""

from __future__ import annotations

import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_HERE = -100
_NEW_ONLY, _EXCHANGE = 1, 2
_UNKNOWN = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)


class NoSuchWayError(Exception):
    """The system or this file system cannot do that in one step."""


def exchange(one: Path, other: Path) -> None:
    """Each name stands for what the other stood for. OSError where that is refused, as when one is gone."""
    _renamed(one, other, _EXCHANGE)


def move_new(source: Path, target: Path) -> None:
    """The source is at the target, where nothing was. FileExistsError where something is."""
    _renamed(source, target, _NEW_ONLY)


def _renamed(source: Path, target: Path, flag: int) -> None:
    from ctypes import get_errno

    rename = _renameat2()
    if rename is None:
        raise NoSuchWayError
    if rename(_HERE, os.fsencode(source), _HERE, os.fsencode(target), flag) == 0:
        return
    code = get_errno()
    if code in _UNKNOWN:
        raise NoSuchWayError
    raise OSError(code, os.strerror(code), str(source), None, str(target))


@cache
def _renameat2() -> Any:
    """The function of the C library, None where it has none."""
    if sys.platform != "linux":
        return None
    import ctypes

    function = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if function is not None:
        function.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
        function.restype = ctypes.c_int
    return function
