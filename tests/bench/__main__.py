"""`python -m bench [--json OUT] [NAME …]`: measures and prints; dev.py bench calls it."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from bench import harness


def main(arguments: list[str]) -> int:
    """Prints the figures as JSON, and writes them to a file when asked. Exit code 2 for an unknown name."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    harness.load()
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("--json", type=Path, metavar="OUT")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(harness.REGISTRY))
    chosen = parser.parse_args(arguments)
    if unknown := [name for name in chosen.names if name not in harness.REGISTRY]:
        parser.error(f"no benchmark is named {', '.join(unknown)}; there are {', '.join(harness.REGISTRY)}")
    text = json.dumps(harness.measured(chosen.names), indent=2) + "\n"
    if chosen.json:
        chosen.json.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
