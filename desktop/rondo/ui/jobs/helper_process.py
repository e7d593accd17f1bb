"""The helper process: one piece of work after the other, asked for on its input, answered on its output.

`python -m rondo.ui.jobs.helper_process FOLDER` is started by `jobs`. It ends when its input does, so also
when the window was killed, and takes the folder of its results with it.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
import traceback
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO

from rondo.commands.sentence import sentence_of
from rondo.ui.jobs.tasks import TASKS, Bench, Order
from rondo.ui.jobs.wire import Message, ProjectCopy, framed, heard
from rondo.words import Words
from rondofile.errors import RondoFileError

NICE = 3
"""How much more patient than the window this process is; the window comes first."""


def main(folder: Path) -> None:
    """Works until the other side is gone. Never returns."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with suppress(AttributeError, OSError):
        os.nice(NICE)
    told = _own_output()
    waiting: SimpleQueue[Message] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, waiting, folder), daemon=True).start()
    bench, copy = Bench(), ProjectCopy()
    with suppress(RondoFileError):  # the first piece of work says it again
        bench.warm()
    while True:
        message = waiting.get()
        if not copy.take(message):
            _work(message, copy, bench, told)


def _own_output() -> BinaryIO:
    """The output that the window listens to; whatever else is printed goes to standard error."""
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return own


def _listen(pipe: BinaryIO, waiting: SimpleQueue[Message], folder: Path) -> None:
    """On a thread of its own, so that the end is heard in the middle of work."""
    while (message := heard(pipe)) is not None:
        waiting.put(message)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def _work(message: Message, copy: ProjectCopy, bench: Bench, pipe: BinaryIO) -> None:
    job, words = message["job"], Words(message["language"])

    def tell(**news: object) -> None:
        pipe.write(framed({"job": job, **news}))
        pipe.flush()

    order = Order(copy.project, message["options"], Path(message["out"]))
    try:
        facts = TASKS[message["task"]](order, bench, lambda done: tell(progress=done))
    except RondoFileError as problem:
        tell(failed=sentence_of(problem, words))
    except MemoryError:
        tell(failed=words("cli.no-memory"))
    except Exception:
        traceback.print_exc()
        tell(failed=words("jobs.broken"))
    else:
        tell(done=facts)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
