"""A program worked with through the accessibility bus alone."""

from __future__ import annotations

import json
import subprocess

from helpers.house import ROOT
from helpers.screen import SYSTEM_PYTHON, Program

HANDS = ROOT / "tests" / "window" / "fingers.py"


class Fingers:
    """Does with named things what a screen reader can do with them; waits until they are there."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.orders = 0

    def act(self, name: str, role: str, action: str = "Press") -> None:
        """Its action of that name is done."""
        self._ask(name=name, role=role, act=action)

    def write(self, name: str, text: str, role: str = "text") -> None:
        """That stands in the field now."""
        self._ask(name=name, role=role, write=text)

    def see(self, name: str, role: str) -> str:
        """Its description."""
        return str(self._ask(name=name, role=role)["description"])

    def choose(self, name: str, role: str, item: str) -> None:
        """That item inside of it is chosen."""
        self._ask(name=name, role=role, choose=item)

    def _ask(self, **order: str) -> dict[str, object]:
        answers: list[dict[str, object]] = []

        def done() -> bool:
            answers.append(self._once(order))
            return "done" in answers[-1]

        self._program.until(done, lambda: f"{order}: {answers[-1]['failed']}")
        self.orders += 1
        found = answers[-1]["done"]
        return found if isinstance(found, dict) else {}

    def _once(self, order: dict[str, str]) -> dict[str, object]:
        asked = [SYSTEM_PYTHON, "-W", "ignore", str(HANDS), str(self._program.process.pid), json.dumps(order)]
        done = subprocess.run(
            asked, env=self._program.screen.surroundings, capture_output=True, timeout=60, text=True
        )
        assert done.returncode == 0, done.stderr
        answer: dict[str, object] = json.loads(done.stdout)
        return answer
