"""The rules of the house that a machine can hold, each a test of its own."""

from __future__ import annotations

import ast
import math
import re
import tokenize
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src" / "dovetail"
CORE = ("domain", "physiology", "rulebook", "planning", "review", "linting", "explaining")
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "handler", "service"}
REGISTRY_HOST = re.compile(r"[\w.-]*(?:pypi|pythonhosted|npmjs|debian)\.(?:org|com|io)\b", re.I)
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX)\b")
CLOCK = {"today", "now", "utcnow"}
CHANCE = {"random", "secrets", "uuid", "time"}
SOURCES = re.compile(r"^\s*Sources?:\s*(.+?)(?:\n\s*\n|\Z)", re.M | re.S)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file of the house, parsed."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    def functions(self) -> Iterator[Function]:
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def at(self, node: ast.stmt | ast.expr | ast.ExceptHandler | ast.arg) -> str:
        return f"{self.name}:{node.lineno}"


def modules(*folders: Path) -> tuple[Module, ...]:
    paths = (path for folder in folders for path in sorted(folder.rglob("*.py")))
    texts = ((path, path.read_text("utf-8")) for path in paths)
    return tuple(Module(path, text, ast.parse(text)) for path, text in texts)


HOUSE = modules(SRC)
EVERYTHING = HOUSE + modules(ROOT / "tests", ROOT / "benchmarks")


def body_lines(function: Function) -> int:
    """Count the lines of a body without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def parameters(function: Function) -> list[ast.arg]:
    """List the parameters without self and cls."""
    given = function.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    return [each for each in every if each.arg not in ("self", "cls")]


def positional_booleans(function: Function) -> list[ast.arg]:
    """List the parameters that are boolean by type or default and not keyword-only."""
    positional = [*function.args.posonlyargs, *function.args.args]
    padding: list[ast.expr | None] = [None] * (len(positional) - len(function.args.defaults))
    defaults = [*padding, *function.args.defaults]
    return [
        each
        for each, default in zip(positional, defaults, strict=True)
        if (each.annotation and "bool" in ast.unparse(each.annotation).split(" | "))
        or (isinstance(default, ast.Constant) and isinstance(default.value, bool))
    ]


def tracked_texts() -> Iterator[tuple[str, str]]:
    """Yield name and text of what belongs to the repository, without what tools have made."""
    made = {".git", "build", "dist", "node_modules", "__pycache__"}
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT)
        hidden = any(part.startswith(".") and part != ".ci" for part in inside.parts[:-1])
        if path.is_file() and not hidden and not made & set(inside.parts):
            yield inside.as_posix(), path.read_text("utf-8", errors="ignore")


def test_every_file_fits_on_a_few_screens() -> None:
    long = {module.name: module.text.count("\n") for module in HOUSE}

    assert {name: lines for name, lines in long.items() if lines > 300} == {}


def test_every_function_fits_on_one_screen() -> None:
    lengths = {module.at(each): body_lines(each) for module in HOUSE for each in module.functions()}

    assert {place: lines for place, lines in lengths.items() if lines > 40} == {}


def test_nearly_every_function_is_short() -> None:
    lengths = sorted(body_lines(each) for module in HOUSE for each in module.functions())

    assert lengths[math.ceil(0.95 * len(lengths)) - 1] <= 20


def test_no_function_asks_for_more_than_five_things() -> None:
    asked = {
        module.at(each): len(parameters(each)) for module in HOUSE for each in module.functions()
    }

    assert {place: count for place, count in asked.items() if count > 5} == {}


def test_booleans_are_passed_by_name() -> None:
    assert [
        f"{module.at(flag)} {flag.arg}"
        for module in HOUSE
        for function in module.functions()
        for flag in positional_booleans(function)
    ] == []


def test_no_module_is_named_after_a_drawer() -> None:
    parts = {module.name: set(re.split(r"[/_.]", module.name)) for module in EVERYTHING}
    plurals = {f"{name}s" for name in FORBIDDEN_NAMES}

    assert [name for name, words in parts.items() if words & (FORBIDDEN_NAMES | plurals)] == []


def test_nothing_is_left_for_later_in_a_comment() -> None:
    unfinished = []
    for module in EVERYTHING:
        with module.path.open("rb") as file:
            unfinished += [
                f"{module.name}:{token.start[0]}"
                for token in tokenize.tokenize(file.readline)
                if token.type == tokenize.COMMENT and UNFINISHED.search(token.string)
            ]

    assert unfinished == []


def test_no_error_is_swallowed_unseen() -> None:
    everything = {"Exception", "BaseException"}

    assert [
        module.at(node)
        for module in EVERYTHING
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler)
        and (
            node.type is None
            or everything & {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)}
        )
    ] == []


def test_the_core_knows_no_clock_and_no_chance() -> None:
    core = [module for module in HOUSE if module.path.relative_to(SRC).parts[0] in CORE]

    assert [
        module.at(node)
        for module in core
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Call) and _asks_the_clock(node.func))
        or (isinstance(node, ast.Import) and CHANCE & {alias.name for alias in node.names})
        or (isinstance(node, ast.ImportFrom) and node.module in CHANCE)
    ] == []


def _asks_the_clock(called: ast.expr) -> bool:
    if not (isinstance(called, ast.Attribute) and called.attr in CLOCK):
        return False
    owner = called.value
    name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
    return name in ("date", "datetime")


def test_every_file_says_what_it_is() -> None:
    assert [module.name for module in EVERYTHING if not ast.get_docstring(module.tree)] == []


def test_no_package_registry_is_named() -> None:
    assert [name for name, text in tracked_texts() if REGISTRY_HOST.search(text)] == []


def test_a_session_is_never_called_a_workout() -> None:
    as_others_say = ("src/dovetail/formats/fit", "src/dovetail/formats/typed/")

    assert [
        name
        for name, text in tracked_texts()
        if name.startswith("src/")
        and not name.startswith(as_others_say)
        and re.search("workout", text, re.I)
    ] == []


def cited_sources(docstring: str) -> list[str]:
    """List the keys after Source: or Sources:, such as "epley-1985 (formula), zourdos-2016"."""
    listed = " ".join(SOURCES.findall(docstring))
    parts = re.split(r"[,;]", re.sub(r"\([^)]*\)", "", listed))
    return [part.split()[0].rstrip(".") for part in parts if part.split()]


def test_every_cited_source_is_in_the_bibliography() -> None:
    bibliography = SRC / "content" / "sources.toml"
    known = tomllib.loads(bibliography.read_text("utf-8")) if bibliography.exists() else {}
    documented = (ast.Module, ast.ClassDef, *Function.__args__)

    assert [
        f"{module.name}: {key}"
        for module in HOUSE
        for node in ast.walk(module.tree)
        if isinstance(node, documented)
        for key in cited_sources(ast.get_docstring(node) or "")
        if key not in known
    ] == []


@pytest.mark.parametrize(
    ("docstring", "keys"),
    [
        ("One.\n\nSource: doma-2019.", ["doma-2019"]),
        ("One.\n\nSources: a-1 (x, y),\n  b-2.\n\n>>> 1\n1", ["a-1", "b-2"]),
        ("The source: a river.", []),
    ],
)
def test_cited_sources_are_read_as_people_write_them(docstring: str, keys: list[str]) -> None:
    assert cited_sources(docstring) == keys


def test_every_package_of_the_core_is_held_to_be_pure() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    purity = next(each for each in contracts["contracts"] if each["name"].startswith("The core"))
    built = {f"dovetail.{name}" for name in CORE if (SRC / name).is_dir()}

    assert built - set(purity["source_modules"]) == set()
