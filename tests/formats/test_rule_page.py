"""docs/rules: the pages are what the rules, their numbers and their cases say."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from dovetail.application.show_rules import ShownRule, show_rule, show_rules
from dovetail.cli import rule_pages
from dovetail.content.library import read_library
from dovetail.content.sentences import read_sentences
from dovetail.formats import rule_words
from dovetail.formats.rule_page import INDEX, Case, cases_of, out_of_date, rule_page

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "rules"
CASES = ROOT / rule_pages.CASES


def rule(code: str) -> ShownRule:
    return show_rule(code, read_library(), read_sentences(), ())


# -- what is committed -------------------------------------------------------------------------


def test_the_committed_pages_are_current() -> None:
    assert out_of_date(PAGES, rule_pages.made(CASES)) == []


def test_every_rule_has_a_page_and_a_line_in_the_index() -> None:
    index = (PAGES / INDEX).read_text("utf-8")
    codes = [one.code for one in show_rules(read_library(), read_sentences())]

    assert [code for code in codes if f"[{code}]({code}.md)" not in index] == []
    assert [code for code in codes if not (PAGES / f"{code}.md").is_file()] == []


def test_every_case_of_a_rule_stands_on_its_page() -> None:
    read = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in CASES.glob("*.toml")}
    assert read

    for code, cases in read.items():
        page = (PAGES / f"{code}.md").read_text("utf-8")
        assert page.count("\n- ") >= len(cases), code


# -- how they are written and checked ----------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(ROOT)
    written = tmp_path / "rules"
    assert rule_pages.main([str(written)]) == 0
    return written


def test_pages_that_were_just_written_are_current(folder: Path) -> None:
    assert rule_pages.main(["--check", str(folder)]) == 0


def test_an_edited_page_is_out_of_date(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = folder / "PL203.md"
    page.write_text(page.read_text("utf-8").replace("24", "25"), "utf-8")

    assert rule_pages.main(["--check", str(folder)]) == 1
    assert f"{page} is out of date" in capsys.readouterr().err


def test_a_page_of_a_rule_that_is_gone_is_named_and_then_removed(folder: Path) -> None:
    gone, other = folder / "LM999.md", folder / "notes.md"
    for path in (gone, other):
        path.write_text("x", "utf-8")

    assert rule_pages.main(["--check", str(folder)]) == 1
    assert rule_pages.main([str(folder)]) == 0
    assert not gone.exists()
    assert other.exists()


def test_without_cases_a_page_is_made_all_the_same(tmp_path: Path) -> None:
    page = rule_pages.made(tmp_path / "nowhere")["LM101.md"]

    assert "## Numbers" in page
    assert "## Cases" not in page


# -- a page ------------------------------------------------------------------------------------


def test_a_number_of_a_page_is_the_number_in_force() -> None:
    shown = rule("PL203")
    (fresh,) = shown.numbers

    page = rule_page(replace(shown, numbers=(replace(fresh, value=36),)), ())

    assert "`fresh_legs` = 36 (h; from 12 to 72)" in page


def test_cases_that_speak_and_cases_that_are_silent_stand_apart() -> None:
    cases = cases_of(
        tomllib.loads(
            "[friday_to_saturday]\nbefore = 'heavy 45'\namount = 12\n"
            "[light_legs]\nbefore = 'legs 45'\nedge = true\nsilent = true\n"
        )
    )

    speak, silent = rule_page(rule("PL203"), cases).split("## Cases that speak")[1].split("## ")[:2]

    assert '- Friday to Saturday: `before = "heavy 45"` → 12 h.' in speak
    assert '- Light legs: `before = "legs 45"`. This is the edge.' in silent


def test_what_is_no_case_is_not_read() -> None:
    assert cases_of({"note": "hello", "one": {"silent": True}}) == (Case("one", {"silent": True}),)


# -- words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("PL201", "Looks at what one slot holds; counts minutes too long."),
        ("PL210", "Looks at two sessions of one day, in different slots; counts hours short."),
        ("PL213", "Looks at one day; counts how often."),
        ("PL216", "Looks at 7 days in a row; counts units too many."),
    ],
)
def test_a_rule_says_how_it_is_judged(code: str, words: str) -> None:
    judged = rule(code).judged

    assert judged is not None
    assert rule_words.counts(judged) == words


def test_what_a_rule_says_is_its_docstring_without_the_code() -> None:
    assert rule("PL203").what == "Heavy or springy legs end a full day before a key run starts."


def test_every_unit_of_a_rule_has_words_and_every_source_a_grade() -> None:
    rules = show_rules(read_library(), read_sentences())

    for one in rules:
        counts = one.judged is not None and one.judged.looks_at not in ("day", "week")
        unit = one.judged.unit if counts and one.judged else "h"
        assert unit in rule_words._COUNTS, one.code
        assert {work.grade for work in one.works.values()} <= rule_words.GRADES.keys()


def test_big_tables_are_counted_in_a_row_and_shown_on_the_page() -> None:
    (first, *_) = rule("LM103").numbers

    assert rule_words.in_short(first) == "long_time 18 numbers (min)"
    assert ("half", "beginner 135, intermediate 135, advanced 135") in list(
        rule_words.rows_of_value(first.value)
    )
