"""dovetail rules, and --principles: what a coach sees, and what a file of theirs may say."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dovetail.cli import plan, rules
from dovetail.content.library import read_library
from dovetail.domain.errors import BadInput
from dovetail.rulebook.adaptations import ADAPTATIONS
from dovetail.rulebook.catalogue import LIMITS, MISTAKES, placement_rules
from dovetail.rulebook.gates import GATES
from dovetail.rulebook.log_mistakes import EVERY_LOG_MISTAKE
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.week_case import WeekCase
from dovetail.site.entry import COMMANDS, main

CASE = WeekCase(principles=read_library().principles, budget=4, long_day=6)
RULES = (*LIMITS, *placement_rules(CASE), *MISTAKES, *EVERY_LOG_MISTAKE, *GATES, *ADAPTATIONS)
CODES = [rule.code for rule in RULES]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*words: str) -> str:
        assert rules.run(words) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def coach(tmp_path: Path) -> Path:
    path = tmp_path / "coach.toml"
    path.write_text("# Mine.\n[fresh_legs]\nvalue = 48\n", "utf-8")
    return path


def row_of(code: str, table: str) -> str:
    """The paragraph of one rule."""
    return next(part for part in table.split("\n\n") if part.startswith(code))


# -- the table ---------------------------------------------------------------------------------


def test_the_table_has_every_rule_in_the_order_of_the_catalogue(said: Any) -> None:
    starts = [part.split("\n")[0][:5] for part in said("--width", "80").split("\n\n")]

    assert [code for code in starts if code in CODES] == CODES


@pytest.mark.parametrize("width", [44, 80, 100])
@pytest.mark.parametrize("code", [None, "LM103", "LM108", "PL203", "PL225", "MS412", "AI023"])
def test_nothing_is_wider_than_asked(said: Any, width: int, code: str | None) -> None:
    lines = said(*([code] if code else []), "--width", str(width)).splitlines()

    assert [line for line in lines if len(line) > width] == []


def test_a_row_says_what_which_number_and_which_source(said: Any) -> None:
    row = row_of("PL203", said("--width", "80"))

    assert "Heavy or springy legs end a full day before" in row
    assert "fresh_legs 24 h" in row
    assert row.splitlines()[-1].strip() == "doma-2019"


@pytest.mark.parametrize(
    ("code", "weights"),
    [
        ("PL203", ["wall", "wall", "wall"]),
        ("PL209", ["-", "20", "-"]),
        ("PL229", ["tie", "tie", "tie"]),
    ],
)
def test_a_placement_rule_shows_what_it_weighs(said: Any, code: str, weights: list[str]) -> None:
    first = row_of(code, said("--width", "80")).splitlines()[0]

    assert first.split()[-3:] == weights
    assert " · ".join(weights) in row_of(code, said("--width", "44"))


def test_a_limit_says_of_which_quantity(said: Any) -> None:
    assert "of run.km" in row_of("LM101", said("--width", "80"))
    assert "of run.km" in row_of("LM101", said("--width", "44"))


def test_a_mistake_says_how_much_it_matters(said: Any) -> None:
    assert row_of("MS416", said("--width", "80")).splitlines()[0].split()[-1] == "warning"
    assert "MS416 · a mistake" in said("MS416")
    assert "error: it harms" in said("MS409")


def test_a_width_in_which_nothing_fits_is_refused() -> None:
    with pytest.raises(BadInput, match="too narrow"):
        rules.run(["--width", "20"])


# -- one rule ----------------------------------------------------------------------------------


def test_a_page_says_all_there_is_to_say(said: Any) -> None:
    page = " ".join(said("PL203", "--width", "80").split())

    for part in (
        "Heavy legs end … h too late before this key run",
        "Move the strength session a day earlier",
        "up to 2 days apart; counts hours short",
        "wall under every policy",
        "fresh_legs = 24 (h; from 12 to 72)",
        "Heavy leg work can slow a run for one to three days",
        "Doma, Deakin, Schumann & Bentley (2019). Sports Medicine, doi:10.1007/s40279-019-01072-2.",
        "Grade C: guideline or consensus.",
    ):
        assert part in page


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_page_with_its_source_and_its_numbers(said: Any, code: str) -> None:
    page = said(code, "--width", "80")

    rule = next(r for r in RULES if r.code == code)
    assert page.startswith(f"{code} · ")
    assert f"  {rule.source}: " in page
    assert [name for name in rule.principles if f"  {name} " not in page] == []
    assert "{" not in page, "a slot is left as it stands in the template"


def test_weights_that_differ_are_told_by_policy(said: Any) -> None:
    page = " ".join(said("PL209", "--width", "80").split())

    assert "- under separate days, 20 under hard days hard, - under article week" in page


def test_a_code_may_be_written_small(said: Any) -> None:
    assert said("pl203") == said("PL203")


def test_an_aim_says_that_it_is_one(said: Any) -> None:
    page = said("AI023")

    assert page.startswith("AI023 · an aim")
    assert "what makes a stride cheaper" in page


@pytest.mark.parametrize(("code", "meant"), [("PL2O3", "PL203"), ("LM1112", "LM111")])
def test_an_unknown_code_is_refused_with_the_nearest(code: str, meant: str) -> None:
    with pytest.raises(BadInput, match="no rule") as error:
        rules.run([code])

    assert error.value.code == "no-such-rule"
    assert meant in error.value.problems[0].hint


def test_words_that_have_sentences_but_are_no_codes_are_no_rules() -> None:
    with pytest.raises(BadInput, match="no rule"):
        rules.run(["titles"])


# -- json --------------------------------------------------------------------------------------


def test_json_holds_every_rule_with_its_weights(said: Any) -> None:
    document = json.loads(said("--format", "json"))

    assert document["schema"] == "dovetail.rules/1"
    assert [rule["code"] for rule in document["rules"]] == CODES
    weights = {rule["code"]: rule["weights"] for rule in document["rules"]}
    assert weights["LM101"] is None
    assert weights["MS412"] is None
    assert {rule["code"]: rule["severity"] for rule in document["rules"]}["MS409"] == "error"
    for name, policy in POLICIES.items():
        assert {code: weights[code][name] for code in policy} == policy


def test_json_of_one_rule_holds_its_numbers_and_sources(said: Any) -> None:
    (rule,) = json.loads(said("LM101", "--format", "json"))["rules"]

    assert rule["principles"][0]["value"] == {"share": 1.1, "floor_below": 10, "floor_step": 1}
    assert rule["sources"][rule["source"]]["grade"] == "B"


# -- numbers of one's own ----------------------------------------------------------------------


def test_the_rules_show_a_coach_their_own_number(said: Any, coach: Path) -> None:
    assert "fresh_legs 48 h, yours" in said("--principles", str(coach), "--width", "80")
    assert "fresh_legs = 48" in said("PL203", "--principles", str(coach))
    assert "yours" not in said("LM101", "--principles", str(coach))


def test_a_plan_is_made_with_the_numbers_of_a_file(
    coach: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example = ["--example", "first-10k", "--format", "json"]
    plan.run([*example, "--principles", str(coach)])
    theirs = json.loads(capsys.readouterr().out)["content"]
    plan.run(example)
    ours = json.loads(capsys.readouterr().out)["content"]

    assert theirs["overrides"] == {"fresh_legs": 48}
    assert ours["overrides"] == {}
    assert theirs["fingerprint"] != ours["fingerprint"]


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("# Mine.\n\n[fresh_leg]\nvalue = 48\n", 3, "fresh_leg"),
        ("[fresh_legs]\n\nvalue = 480\n", 3, "fresh_legs.value"),
        ("[session_cap]\nvalue = {\n  share = 11 }\n", 2, None),
        ("[session_cap.value]\nshare = 1.2\nshares = 3\n", 3, "session_cap.value.shares"),
        ("[taper_share.value]\nhalf = [\n0.6,\nfalse]\n", 2, "taper_share.value.half[2]"),
    ],
)
def test_what_is_wrong_with_a_file_names_file_line_and_key(
    tmp_path: Path, text: str, line: int, key: str | None
) -> None:
    path = tmp_path / "coach.toml"
    path.write_text(text, "utf-8")

    for command, words in ((rules.run, []), (plan.run, ["--example", "first-10k"])):
        with pytest.raises(BadInput) as error:
            command([*words, "--principles", str(path)])
        (problem,) = error.value.problems
        assert (problem.place.file, problem.place.line) == (str(path), line)
        assert problem.place.key == key
        assert problem.hint


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as error:
        plan.run(["--example", "first-10k", "--principles", str(tmp_path / "nobody.toml")])

    assert error.value.code == "no-such-file"


# -- the command line --------------------------------------------------------------------------


def test_the_front_page_and_the_help_of_plan_name_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "rules" in COMMANDS
    with pytest.raises(SystemExit):
        main(["plan", "--help"])

    assert "--principles FILE" in capsys.readouterr().out


def test_without_the_flag_nothing_of_it_is_imported() -> None:
    code = (
        "import sys; from dovetail.cli.plan import run; run(['--example', 'first-10k'])\n"
        "told = {'dovetail.content.overrides', 'dovetail.cli.principles', 'difflib'}\n"
        "print(sorted(told & sys.modules.keys()))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"
