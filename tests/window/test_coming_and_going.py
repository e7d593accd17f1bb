"""A process that is asked to end, that is killed, or that is started twice: nothing is lost, one window."""

from __future__ import annotations

from pathlib import Path

from helpers.desks import park
from helpers.screen import Screen
from rondofile.document import Document
from rondofile.records import Segment


def names_in(path: Path) -> list[str]:
    return [segment.name for segment in Document.read(path).all(Segment)]


def add_segment(screen: Screen, name: str) -> None:
    screen.keys("ctrl+shift+g")
    screen.type(name)
    screen.keys("Return")


def test_asked_to_end_it_publishes_and_ends_well(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "park.rondo"
    with Document.create(path, root=tmp_path / "elsewhere", content=park()):
        pass
    program = screen.start(path)
    program.find("Segments")
    add_segment(screen, "Grandparents")
    program.find("Grandparents")
    program.quit()
    assert "Grandparents" in names_in(path)


def test_a_second_start_ends_with_a_sentence_and_the_first_window_stays(
    screen: Screen, tmp_path: Path
) -> None:
    path = tmp_path / "park.rondo"
    with Document.create(path, root=tmp_path / "elsewhere", content=park()):
        pass
    first = screen.start(path)
    first.find("Segments")
    second = screen.start(path)
    assert second.process.wait(60) == 0
    assert "park.rondo is open already" in second.said()
    first.find("Segments")
    first.quit()


def test_killed_without_a_file_the_work_is_offered_at_the_next_start(screen: Screen) -> None:
    program = screen.start("open", "--from", "theme-park")
    program.find("Segments")
    add_segment(screen, "Grandparents")
    program.find("Grandparents")
    program.kill()
    again = screen.start()
    kept = next(seen for seen in (again.find("New project"), *again.look()) if park().info.title in seen.name)
    screen.click(kept.middle)
    again.find("Grandparents")
    again.quit()


def test_killed_with_a_file_it_goes_on_without_a_question(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "park.rondo"
    with Document.create(path, root=tmp_path / "elsewhere", content=park()):
        pass
    program = screen.start(path)
    program.find("Segments")
    add_segment(screen, "Grandparents")
    program.find("Grandparents")
    program.kill()
    again = screen.start(path)
    again.find("Grandparents")
    again.quit()
    assert "Grandparents" in names_in(path)
