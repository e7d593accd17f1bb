"""`python -m rondo` is `rondo`."""

import sys

from rondo.cli import main

if __name__ == "__main__":
    sys.exit(main())
