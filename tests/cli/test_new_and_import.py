"""Making project files: new, import, import --replace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import rondo_resources
from helpers.terminal import Rondo, everything_in
from rondo.commands.new_project import cases
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.records import Info

PLACES = (
    "a plan.rondo",
    "plan 😀.rondo",
    "క్యూ.rondo",
    "#?%&'\".rondo",
    "-o.rondo",
    "x" * 240 + ".rondo",
    "ö.txt",
)


def small(title: str) -> bytes:
    return json.dumps({"format": "rondo/1", "project": {"id": "p", "title": title}}).encode()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.json"
    path.write_bytes(small("First"))
    return path


def test_new_makes_an_empty_project_that_is_whole(rondo: Rondo, tmp_path: Path) -> None:
    path = tmp_path / "plan.rondo"
    assert rondo("new", path).fine() == ""
    assert rondo("check", path).fine() == f"{path} is whole.\n"
    assert sum(1 for _ in Document.read(path).records()) <= 1


def test_the_list_names_every_case_and_each_can_be_copied(rondo: Rondo, tmp_path: Path) -> None:
    lines = [line.split("\t") for line in rondo("new", "--list").fine().splitlines()]
    assert [name for name, _ in lines] == list(cases()) and lines
    for name, title in lines:
        path = tmp_path / f"{name}.rondo"
        rondo("new", path, "--from", name).fine()
        rondo("export", path, "-o", tmp_path / "out.json").fine()
        rondo("import", tmp_path / "out.json", "-o", tmp_path / f"{name} again.rondo").fine()
        rondo("export", tmp_path / f"{name} again.rondo", "-o", tmp_path / "again.json").fine()
        assert title and Document.read(path).info.title == title
        assert (tmp_path / "out.json").read_bytes() == (tmp_path / "again.json").read_bytes()
        shipped = json.loads(rondo_resources.read_bytes(f"samples/{name}.json"))
        exported = json.loads((tmp_path / "out.json").read_bytes())
        assert [step["id"] for journey in exported["journeys"] for step in journey["steps"]] == [
            step["id"] for journey in shipped["journeys"] for step in journey["steps"]
        ]


@pytest.mark.parametrize(
    "arguments", [["new"], ["new", "x.rondo", "--list"], ["new", "x.rondo", "--from", "none"]]
)
def test_new_with_wrong_usage_ends_with_2_and_makes_nothing(
    arguments: list[str], rondo: Rondo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = rondo(*arguments)
    assert done.code == 2 and done.out == "" and "usage: rondo new" in done.err
    assert everything_in(tmp_path) == {}
    assert "--from" not in arguments or "theme-park" in done.err


@pytest.mark.parametrize("name", PLACES)
def test_every_kind_of_name_can_be_made_and_read(
    name: str, rondo: Rondo, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = f"./{name}"
    rondo("import", "in.json", "-o", path).fine()
    assert rondo("check", path).fine() == f"{name} is whole.\n"
    rondo("export", path, "-o", "out.json").fine()
    assert json.loads(Path("out.json").read_bytes())["project"]["title"] == "First"


@pytest.mark.parametrize("command", ["new", "import"])
def test_an_existing_file_of_any_kind_is_refused_and_stays(
    command: str, rondo: Rondo, source: Path, tmp_path: Path
) -> None:
    (tmp_path / "text.rondo").write_text("mine")
    (tmp_path / "folder.rondo").mkdir()
    (tmp_path / "link.rondo").symlink_to("text.rondo")
    (tmp_path / "dangling.rondo").symlink_to("text.rondo")
    before = everything_in(tmp_path)
    for name in ("text.rondo", "folder.rondo", "link.rondo", "dangling.rondo", "in.json"):
        path = tmp_path / name
        arguments = [path] if command == "new" else [source, "-o", path]
        sentence = rondo(command, *arguments).sentence()
        assert str(path) in sentence and "exists already" in sentence
    assert everything_in(tmp_path) == before


def test_a_folder_that_is_not_there_is_named_and_not_made(rondo: Rondo, source: Path, tmp_path: Path) -> None:
    path = tmp_path / "none" / "plan.rondo"
    for arguments in (["new", path], ["import", source, "-o", path]):
        assert str(tmp_path / "none") in rondo(*arguments).sentence()
    assert not path.parent.exists()


def test_import_says_which_file_is_missing_or_is_no_file(rondo: Rondo, tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        assert str(path) in rondo("import", path, "-o", tmp_path / "out.rondo").sentence()
    assert everything_in(tmp_path) == {}


def test_replace_puts_the_document_in_the_place_of_a_project(rondo: Rondo, park: Path, source: Path) -> None:
    rondo("import", source, "-o", park, "--replace").fine()
    assert [type(record) for record in Document.read(park).records()] == [Info]
    assert Document.read(park).info.title == "First"
    rondo("check", park).fine()


def test_replace_makes_the_project_where_there_is_none(rondo: Rondo, source: Path, tmp_path: Path) -> None:
    rondo("import", source, "-o", tmp_path / "out.rondo", "--replace").fine()
    assert Document.read(tmp_path / "out.rondo").info.title == "First"


def test_replace_refuses_what_is_no_project_and_leaves_it(rondo: Rondo, source: Path, tmp_path: Path) -> None:
    targets = {"a.txt": b"mine", "b.pdf": b"%PDF-1.7", "c.rondo": b"", "in.json": source.read_bytes()}
    for name, data in targets.items():
        (tmp_path / name).write_bytes(data)
        assert str(tmp_path / name) in rondo("import", source, "-o", tmp_path / name, "--replace").sentence()
    assert {name: (tmp_path / name).read_bytes() for name in targets} == targets


def test_replace_with_a_bad_document_leaves_the_project(rondo: Rondo, park: Path, source: Path) -> None:
    before = park.read_bytes()
    source.write_bytes(b"{}")
    rondo("import", source, "-o", park, "--replace").sentence()
    assert park.read_bytes() == before


def test_replace_through_a_link_keeps_the_link(rondo: Rondo, park: Path, source: Path) -> None:
    link = park.with_name("link.rondo")
    link.symlink_to(park.name)
    rondo("import", source, "-o", link, "--replace").fine()
    assert link.is_symlink() and Document.read(park).info.title == "First"


def test_replace_is_refused_while_a_window_holds_the_project(rondo: Rondo, park: Path, source: Path) -> None:
    before = park.read_bytes()
    with Document.open(park):
        assert "open in another Rondo" in rondo("import", source, "-o", park, "--replace").sentence()
    assert park.read_bytes() == before


def test_the_same_document_gives_the_same_ids_every_time(rondo: Rondo, tmp_path: Path) -> None:
    source = tmp_path / "in.json"
    source.write_bytes(b'{"format": "rondo/1", "journeys": [{"steps": [{"title": "a"}, {"title": "a"}]}]}')
    exported = []
    for name in ("one", "two"):
        rondo("import", source, "-o", tmp_path / f"{name}.rondo").fine()
        rondo("export", tmp_path / f"{name}.rondo", "-o", tmp_path / f"{name}.json").fine()
        exported.append((tmp_path / f"{name}.json").read_bytes())
    assert exported[0] == exported[1]
    steps = json.loads(exported[0])["journeys"][0]["steps"]
    assert len({step["id"] for step in steps}) == 2


def test_work_that_was_kept_is_published_first(rondo: Rondo, park: Path) -> None:
    _leave_unpublished(park, "Later")
    out = park.with_suffix(".json")
    done = rondo("export", park, "-o", out)
    assert done.code == 0 and done.err.startswith(f"Work on {park}") and done.err.count("\n") == 1
    assert json.loads(out.read_bytes())["project"]["title"] == "Later"
    assert Document.read(park).info.title == "Later"
    rondo("export", park, "-o", out).fine()


@pytest.mark.parametrize("command", ["check", "sql", "import"])
def test_whatever_the_command_kept_work_comes_first_and_that_is_said(
    command: str, rondo: Rondo, park: Path, source: Path
) -> None:
    _leave_unpublished(park, "Later")
    more = {"check": (), "sql": ("SELECT title FROM project",), "import": ("-o", park, "--replace")}[command]
    done = rondo(command, source if command == "import" else park, *more)
    assert done.code == 0 and done.err.startswith(f"Work on {park}") and done.err.count("\n") == 1
    if command == "import":
        document = Document.open(park)
        document.undo()
        assert document.project.info.title == "Later"
        document.close(publish=False)
    else:
        assert Document.read(park).info.title == "Later"


def test_check_leaves_a_file_without_kept_work_as_it_is(rondo: Rondo, park: Path, working_area: Path) -> None:
    before, stamp = park.read_bytes(), park.stat().st_mtime_ns
    rondo("check", park).fine()
    assert (park.read_bytes(), park.stat().st_mtime_ns) == (before, stamp)


def test_what_is_published_is_read_while_a_window_holds_the_project(rondo: Rondo, park: Path) -> None:
    title, out = Document.read(park).info.title, park.with_suffix(".json")
    document = Document.open(park)
    try:
        with document.edit(EditKind.SET_PROJECT) as edit:
            edit.change(Info, document.project.info.id, title="Not yet")
        done = rondo("export", park, "-o", out)
        assert done.code == 0 and "open in a window" in done.err and done.err.count("\n") == 1
        assert json.loads(out.read_bytes())["project"]["title"] == title
    finally:
        document.close()
    assert Document.read(park).info.title == "Not yet"


def test_commands_that_only_read_leave_the_file_and_its_folder_alone(
    rondo: Rondo, park: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before, elsewhere = everything_in(park.parent), tmp_path_factory.mktemp("elsewhere")
    stamp = park.stat().st_mtime_ns
    rondo("check", park).fine()
    rondo("export", park, "-o", elsewhere / "out.json").fine()
    assert everything_in(park.parent) == before
    assert park.stat().st_mtime_ns == stamp


def _leave_unpublished(path: Path, title: str) -> None:
    document = Document.open(path)
    with document.edit(EditKind.SET_PROJECT) as edit:
        edit.change(Info, document.project.info.id, title=title)
    document.close(publish=False)
