"""The name of this computer, as it is told to whoever finds a file in use."""

from __future__ import annotations

import os


def host() -> str:
    """The name in the network; empty where there is none."""
    if hasattr(os, "uname"):
        return os.uname().nodename
    import platform

    return platform.node()
