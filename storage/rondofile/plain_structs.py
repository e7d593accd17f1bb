"""The library of our value classes, loaded without the extensions of typing that it would try first.

They are as large as the library itself, and serve to read annotations, which nothing here asks it for. Where
they are not installed the library does without them; so it does here.
"""

from __future__ import annotations

import sys

_EXTENSIONS = "typing_extensions"

if _EXTENSIONS not in sys.modules:
    sys.modules[_EXTENSIONS] = None  # type: ignore[assignment]  # to an import, that is: not installed
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules[_EXTENSIONS]
