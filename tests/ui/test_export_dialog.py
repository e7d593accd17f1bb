"""Where a brief is exported to: a PDF that the person named, never another file unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from helpers import engines
from helpers.desks import open_desk, wait_for
from helpers.windows import open_window, show
from rondo.brief.write import brief_pdf
from rondo.ui.brief.export import Question, ask_where, suggested_file
from rondo.ui.jobs.jobs import Helper
from rondofile.project import Project
from rondofile.records import Info

OLD = b"an older brief"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The band was the easy part", "The band was the easy part.pdf"),
        ("a/b\\c: d?", "a b c d.pdf"),
        ("..", "Strategy brief.pdf"),
        ("", "Strategy brief.pdf"),
        ("ఉద్యానవనం", "ఉద్యానవనం.pdf"),
        ("long " * 60, ("long " * 40).strip() + ".pdf"),
    ],
)
def test_the_file_that_is_suggested_is_named_for_the_project(
    qapp: QApplication, tmp_path: Path, title: str, name: str
) -> None:
    with open_desk(tmp_path, Project.of([Info(id="p", title=title)])) as desk:
        assert suggested_file(desk).name == name


class Dialog:
    """Answers the system's dialog with one file after the other."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: Path | None) -> None:
        self.shown: list[str] = []
        self._answers = list(answers)
        self._answer: Path | None = None
        monkeypatch.setattr(QFileDialog, "exec", self._exec)
        monkeypatch.setattr(QFileDialog, "selectFile", lambda dialog, name: self.shown.append(name))
        monkeypatch.setattr(QFileDialog, "selectedFiles", lambda dialog: [str(self._answer)])

    def _exec(self, *_: object) -> int:
        self._answer = self._answers.pop(0)
        return int(self._answer is not None)


def test_the_dialog_gives_a_pdf_and_asks_again_before_another_file_would_be_replaced(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    question = Question(window, tmp_path / "Plan.pdf", "Export", "PDF (*.pdf)")
    assert Dialog(monkeypatch, None) and ask_where(question) is None
    named = Dialog(monkeypatch, tmp_path / "Mine.PDF")
    assert ask_where(question) == tmp_path / "Mine.PDF" and named.shown == ["Plan.pdf"]
    Dialog(monkeypatch, tmp_path / "Plan v1.2")
    assert ask_where(question) == tmp_path / "Plan v1.2.pdf"
    (tmp_path / "Plan v1.2.pdf").write_bytes(OLD)
    again = Dialog(monkeypatch, tmp_path / "Plan v1.2", tmp_path / "Plan v1.2.pdf")
    assert ask_where(question) == tmp_path / "Plan v1.2.pdf"
    assert again.shown == ["Plan.pdf", "Plan v1.2.pdf"], "a file was to be replaced unasked"
    window.deleteLater()


def test_the_brief_is_exported_from_any_view_of_the_window(
    qapp: QApplication, tmp_path: Path, helper: Helper, monkeypatch: pytest.MonkeyPatch
) -> None:
    Dialog(monkeypatch, tmp_path / "Brief.pdf")
    with open_window(tmp_path / "desk", Project({})) as window:
        own, window.desk.helper = window.desk.helper, helper
        show(window, "matrix")
        window.desk.actions["file.export-brief"].trigger()
        (job,) = helper.jobs
        wait_for(lambda: job.over)
        window.desk.helper = own
        assert window.view is window.rooms["matrix"]
    assert (tmp_path / "Brief.pdf").read_bytes() == brief_pdf(Project({}), engines.system_engine())
