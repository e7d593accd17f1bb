"""What the README shows works: its JSON, its commands, its options."""

from __future__ import annotations

import re

import pytest

from helpers.house import ROOT, none_of
from rondo import cli
from rondo.commands.draw_figure import FIGURES
from rondo.exchange.json_reader import read_json
from rondo.ui.frame.action_table import SPEC
from rondo.words import Words

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_json_of_the_readme_is_a_project_without_repairs() -> None:
    (block,) = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
    imported = read_json(block.encode("utf-8"))
    assert imported.report.counts["step"] == 3
    assert imported.report.counts["placement"] == 1
    assert imported.report.notes == ()


def test_the_table_lists_every_command_but_the_window() -> None:
    listed = re.findall(r"^\| `rondo (\w+)", TEXT, re.MULTILINE)
    assert len(listed) > 5
    assert set(listed) == set(cli.COMMANDS) - {"open"}
    assert len(listed) == len(set(listed))


def test_each_option_of_the_readme_is_one_that_the_commands_know(capsys: pytest.CaptureFixture[str]) -> None:
    known = ""
    for command in cli.COMMANDS:
        with pytest.raises(SystemExit):
            cli.parser(Words(), command).parse_args([command, "--help"])
        known += capsys.readouterr().out
    rows = [line for line in TEXT.splitlines() if line.startswith("| `rondo ")]
    options = set(re.findall(r"--[a-z]+", " ".join(rows)))
    values = {value for row in rows for value in re.findall(r"(?<=[ |])[a-z0-9-]+(?=\\\|)", row)}
    assert {"--preset", "--paper", "--language"} <= options
    assert {"board", "letter", "nl", "journey"} <= values | options
    none_of(sorted(word for word in options | values if word not in known))


def test_every_figure_and_its_options_stand_in_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.parser(Words(), "figure").parse_args(["figure", "--help"])
    options = set(re.findall(r"--[a-z]+", capsys.readouterr().out)) - {"--help"}
    assert len(options) > 3 and len(FIGURES) > 5
    (row,) = [line for line in TEXT.splitlines() if line.startswith("| `rondo figure")]
    none_of(word for word in (*FIGURES, *options) if word not in row)


def test_the_first_quarter_of_an_hour_names_actions_with_the_keys_they_have() -> None:
    part = TEXT.split("## The first quarter of an hour")[1].split("\n## ")[0].replace("\n   ", " ")
    words = Words()
    named = re.findall(r"\*([^*]+)\* \(([^) ]+)\)", part)
    keys = {words(f"action.{one.id}"): one.keys for one in SPEC.values()}
    assert len(named) >= 3
    none_of((name, key) for name, key in named if key not in keys[name])
    views = {words(f"action.journey.show-{view}") for view in ("table", "beside", "responses", "experiences")}
    none_of(view for view in views if f"*{view}*" not in part)
