"""The documents: every command in them runs and says what they show, and every link leads on."""

from __future__ import annotations

import io
import re
import shlex
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, takewhile
from pathlib import Path

import pytest

from dovetail import __version__
from dovetail.cli.main import printable
from dovetail.site.entry import COMMANDS, main

ROOT = Path(__file__).parents[2]
WRITTEN_ON = date(2026, 11, 30)
"""The day on which the commands of the documents are run."""
WALKED = ("README.md", "docs/start/first-season.md", "docs/reference/errors.md")
MAPS = ("ARCHITECTURE.md", "CONTRIBUTING.md", "docs/guarantees.md")
"""The documents that name files of this tree."""
LEFT_OUT = "…"
FIRST_SCREEN = 24
COLUMNS = "80"
BLOCK = re.compile(r"^```(\S+) ?([^\n]*)\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
TICKED = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"(?:[\w.*-]+/)+[\w.*-]*|[\w*-]+\.(?:py|toml|md|json|lock|plan)")


# -- pages -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Page:
    """A document, as people read it."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    @property
    def prose(self) -> str:
        """The text without its blocks of code."""
        return BLOCK.sub("", self.text)

    def anchors(self) -> set[str]:
        headings = re.findall(r"^#+ (.+)$", self.prose, re.M)
        return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


@dataclass(frozen=True)
class Command:
    """A command of a page, the lines shown below it, and the line where it stands."""

    line: int
    words: str
    shown: tuple[str, ...]

    @property
    def answers(self) -> list[str]:
        """What the page types after a prompt."""
        return [line[2:] for line in self.shown if line.startswith("> ")]


@dataclass(frozen=True)
class Edit:
    """Lines of a file that a page changes by hand."""

    line: int
    file: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def pages() -> tuple[Page, ...]:
    inside = (path.relative_to(ROOT) for path in ROOT.rglob("*.md"))
    ours = (path for path in inside if not any(part.startswith(".") for part in path.parts))
    return tuple(Page(ROOT / path) for path in sorted(ours))


def steps_of(text: str) -> Iterator[Command | Edit]:
    """Yield what a page does, in order."""
    for block in BLOCK.finditer(text):
        language, file, body = block.groups()
        first = text[: block.start()].count("\n") + 2
        if language == "console":
            yield from _commands(body, first)
        elif language == "sh":
            for number, words in enumerate(body.splitlines()):
                yield Command(first + number, words.split(" #")[0].rstrip(), (LEFT_OUT,))
        elif language == "diff":
            lines = body.splitlines()
            before = tuple(line[1:] for line in lines if line[0] in "- ")
            after = tuple(line[1:] for line in lines if line[0] in "+ ")
            yield Edit(first, file, before, after)


def _commands(body: str, first: int) -> Iterator[Command]:
    lines = body.splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Command(first + start, lines[start][2:], tuple(lines[start + 1 : end]))


# -- what a page shows against what the program says -------------------------------------------


def difference(shown: tuple[str, ...], real: list[str]) -> tuple[int, str] | None:
    """Say which shown line is the first that is not so, and what there is instead.

    A line that holds nothing but … stands for any number of lines.
    """
    at, left_out = 0, False
    for first, chunk, ends in _chunks(shown):
        if ends and left_out and real[max(at, len(real) - len(chunk)) :] == chunk:
            return None
        starts = range(at, len(real) + 1) if left_out else (at,)
        agreeing = {start: _agreeing(chunk, real[start:]) for start in starts}
        best = max(starts, key=lambda start: agreeing[start])
        at, left_out = best + agreeing[best], True
        if agreeing[best] < len(chunk):
            return first + agreeing[best], _line_at(real, at)
    return None if at == len(real) else (len(shown), real[at])


def _line_at(lines: Sequence[str], number: int) -> str:
    return lines[number] if number < len(lines) else "(the end)"


def _chunks(shown: tuple[str, ...]) -> Iterator[tuple[int, list[str], bool]]:
    """Yield the stretches between lines left out: first line, lines, and whether it is the last."""
    breaks = [number for number, line in enumerate(shown) if line.strip() == LEFT_OUT]
    for start, end in pairwise([-1, *breaks, len(shown)]):
        yield start + 1, list(shown[start + 1 : end]), end == len(shown)


def _agreeing(chunk: list[str], real: list[str]) -> int:
    """Count the lines from the first on that are the same."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(chunk, real, strict=False))
    return sum(1 for _ in same)


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        (("a", "b", "c", "d"), None),
        (("a", "…", "d"), None),
        (("  …", "c", "d"), None),
        (("a", "…"), None),
        (("…", "b", "  …", "d"), None),
        (("a", "b"), (2, "c")),
        (("b", "…"), (0, "a")),
        (("a", "…", "b", "x", "…"), (3, "c")),
        (("a", "…", "c"), (3, "d")),
        (("a", "…", "d", "e"), (3, "(the end)")),
        ((), (0, "a")),
        (("…", "d", "…", "a", "…"), (3, "(the end)")),
    ],
)
def test_a_line_that_is_not_so_is_named(
    shown: tuple[str, ...], found: tuple[int, str] | None
) -> None:
    assert difference(shown, ["a", "b", "c", "d"]) == found


# -- the commands ------------------------------------------------------------------------------


class Terminal(io.StringIO):
    """A standard input at which somebody sits."""

    def isatty(self) -> bool:
        return True


@dataclass
class Shell:
    """As much of a shell as the documents use, in one folder and on one day."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]
    status: int = 0

    def run(self, command: Command) -> list[str]:
        words, _, file = command.words.partition(" > ")
        self._type(command.answers)
        match shlex.split(words):
            case ["echo", "$?"]:
                sys.stdout.write(f"{self.status}\n")
                self.status = 0
            case ["export", value] if value == f"PATH=$PWD/{_venv()}:$PATH":
                self.status = 0
            case ["make", target] if target in make_targets():
                self.status = 0  # what make runs is looked at below
            case ["dovetail", *arguments]:
                self._dovetail(arguments)
            case _:
                pytest.fail(f"This test does not know the command: {words}")
        said = self.capsys.readouterr()
        if file:
            Path(file).write_text(said.out, "utf-8")
            return said.err.splitlines()
        return [line.rstrip() for line in (said.err + said.out).splitlines()]

    def _dovetail(self, arguments: list[str]) -> None:
        try:
            self.status = main(arguments)
        except SystemExit as stop:  # argparse leaves this way after --help
            self.status = int(stop.code or 0)

    def _type(self, answers: list[str]) -> None:
        def typed() -> str:
            answer = answers.pop(0)
            sys.stderr.write(f"{answer}\n")
            return answer

        self.monkeypatch.setattr(sys, "stdin", Terminal() if answers else io.StringIO())
        self.monkeypatch.setattr("builtins.input", typed)


def _venv() -> str:
    """The folder where the Makefile expects the command."""
    found = re.search(r"^DOVETAIL := (.+)/dovetail$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert found
    return found[1]


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", COLUMNS)
    for command in ("init", "plan", "predict", "today", "review"):
        monkeypatch.setattr(f"dovetail.cli.{command}.local_today", lambda: WRITTEN_ON)
    return Shell(monkeypatch, capsys)


def change(edit: Edit, page: str) -> None:
    """Change the lines of a file as a page does."""
    path = Path(edit.file)
    text = path.read_text("utf-8")
    before = "\n".join(edit.before)
    assert text.count(f"\n{before}\n") == 1, f"{page}:{edit.line}: not in {edit.file}: {before}"
    path.write_text(text.replace(f"\n{before}\n", "\n" + "\n".join((*edit.after, ""))), "utf-8")


@pytest.mark.parametrize("name", WALKED)
def test_every_command_says_what_the_page_shows(name: str, shell: Shell) -> None:
    steps = list(steps_of((ROOT / name).read_text("utf-8")))
    assert any(isinstance(step, Command) for step in steps)

    for step, then in zip(steps, [*steps[1:], None], strict=True):
        if isinstance(step, Edit):
            change(step, name)
            continue
        real = shell.run(step)
        if found := difference(step.shown, real):
            number, instead = found
            pytest.fail(
                f"{name}:{step.line + 1 + number}: after $ {step.words}\n"
                f"  the page shows:    {_line_at(step.shown, number)}\n"
                f"  the program says:  {printable(instead)}",
                pytrace=False,
            )
        asked = isinstance(then, Command) and then.words == "echo $?"
        assert shell.status == 0 or asked, f"{name}:{step.line}: exit status {shell.status}"


# -- make --------------------------------------------------------------------------------------


def make_targets() -> dict[str, str]:
    """Name the targets of the Makefile, with their recipes."""
    text = (ROOT / "Makefile").read_text("utf-8")
    return dict(re.findall(r"^([a-z]+):(?!=)[^\n]*\n((?:\t[^\n]*\n)*)", text, re.M))


def test_the_first_screen_names_the_two_commands() -> None:
    first_screen = (ROOT / "README.md").read_text("utf-8").splitlines()[:FIRST_SCREEN]

    commands = [line.split(" #")[0].strip() for line in first_screen]
    assert {"make run", "make test"} <= set(commands)


def test_the_readme_fits_on_a_few_screens() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 90


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_make_target_named_is_there(page: Page) -> None:
    calls = [*TICKED.findall(page.prose), *(body for _, _, body in BLOCK.findall(page.text))]
    named = {target for call in calls for target in re.findall(r"^make ([a-z]+)", call, re.M)}

    assert named - make_targets().keys() == set()


def test_make_run_works_on_any_day(shell: Shell) -> None:
    """The first command that somebody types: its dates must not depend on theirs."""
    shell.monkeypatch.chdir(ROOT)
    shell.monkeypatch.setattr("dovetail.cli.plan.local_today", lambda: date(2031, 5, 5))
    called = re.search(r"^\t@\$\(DOVETAIL\) (.+)$", make_targets()["run"], re.M)
    assert called

    said = shell.run(Command(0, f"dovetail {called[1]}", ()))

    assert shell.status == 0, said
    assert said[0].startswith("Ana")


# -- links and names ---------------------------------------------------------------------------


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Page) -> None:
    lost = []
    for target in LINK.findall(page.prose):
        path, _, anchor = target.partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        there = Page((page.path.parent / path).resolve()) if path else page
        if not there.path.exists() or (anchor and anchor not in there.anchors()):
            lost.append(target)

    assert lost == []


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, next_ones = set[Path](), {ROOT / "README.md"}
    while next_ones:
        path = next_ones.pop()
        reached.add(path)
        targets = (target.split("#")[0] for target in LINK.findall(Page(path).prose))
        linked = ((path.parent / target).resolve() for target in targets if target)
        next_ones |= {one for one in linked if one.suffix == ".md" and one.exists()} - reached

    assert {page.name for page in pages()} - {Page(path).name for path in reached} == set()


@pytest.mark.parametrize("name", MAPS)
def test_every_file_that_is_named_is_there(name: str) -> None:
    prose = Page(ROOT / name).prose
    named = {token for token in TICKED.findall(prose) if PATH.fullmatch(token)}
    assert named

    homes = (ROOT, ROOT / "src" / "dovetail")
    assert {
        token for token in named if not any(any(home.glob(token.rstrip("/"))) for home in homes)
    } == set()


def test_every_piece_of_code_shown_is_a_piece_of_its_file() -> None:
    shown = [
        (page.name, file, body)
        for page in pages()
        for language, file, body in BLOCK.findall(page.text)
        if language == "python"
    ]
    assert shown

    assert [
        (name, file) for name, file, body in shown if body not in (ROOT / file).read_text("utf-8")
    ] == []


def test_the_changelog_begins_with_the_version_that_runs() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")

    headings = re.findall(r"^## \[?([^\]\s]+)", text, re.M)
    assert headings[:2] == ["Unreleased", __version__]


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")

    assert [name for name in COMMANDS if f"dovetail {name}" not in readme] == []


def test_every_toml_block_is_toml() -> None:
    blocks = [
        (page.name, body)
        for page in pages()
        for language, _, body in BLOCK.findall(page.text)
        if language == "toml"
    ]
    assert blocks

    for name, body in blocks:
        assert tomllib.loads(body), name
