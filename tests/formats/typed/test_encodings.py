"""Files in other encodings: read where it is certain, refused with a way out elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dovetail.domain.errors import BadInput
from dovetail.formats.typed.door import is_typed, read_typed
from dovetail.formats.typed.encodings import text_of

PLAN = "Week 1\nTue: 5–6 km easy “steady”\nSun: 13½ km long run, café loop\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_a_plan_is_read_as_it_was_saved(tmp_path: Path, encoding: str) -> None:
    text = PLAN if encoding not in ("utf-16-le", "utf-16-be") else "Week 1\nTue: 5 km easy\n"
    path = tmp_path / "plan"
    path.write_bytes(text.encode(encoding))

    assert text_of(path.read_bytes()) == text
    assert is_typed(path)
    assert read_typed(path).not_understood == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Week 1\nMon: 5 km “easy”\n", "mac-roman"),
        ("Week 1\nMon: café run – 5 km\n", "mac-roman"),
        ("Week 1\nMon: lehký běh 5 km\n", "cp1250"),
        ("Week 1\nMon: лёгкий бег\n", "cp1251"),
        ("Week 1\nMon: ランニング\n", "shift-jis"),
    ],
)
def test_what_could_be_other_letters_is_refused_with_its_line(
    tmp_path: Path, text: str, encoding: str
) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(text.encode(encoding))

    with pytest.raises(BadInput) as caught:
        read_typed(path)

    (problem,) = caught.value.problems
    assert (problem.code, problem.place.file, problem.place.line) == ("not-utf-8", str(path), 2)
    assert "cp1252" in problem.problem
    assert "UTF-8" in (problem.hint or "")


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (PLAN.encode("utf-16")[:-1], "UTF-16"),
        ("Week\0 1".encode("utf-16"), "UTF-16"),
        (b"Week 1\nMon: \0 5 km\n", "zero bytes"),
    ],
)
def test_what_is_torn_is_told_with_its_encoding(data: bytes, named: str) -> None:
    with pytest.raises(BadInput) as caught:
        text_of(data, "plan.txt")

    (problem,) = caught.value.problems
    assert problem.code == "not-text"
    assert named in problem.problem


def windows(page: str) -> st.SearchStrategy[str]:
    """Text that a code page can hold, and that as bytes is not by chance UTF-8."""
    letters = st.characters(codec=page, exclude_characters="\0")
    return st.text(letters, max_size=40).filter(lambda text: not is_utf8(text.encode(page)))


def is_utf8(data: bytes) -> bool:
    return data.decode("utf-8", errors="replace").encode("utf-8") == data


def read_or_refused(data: bytes) -> str | None:
    try:
        return text_of(data)
    except BadInput:
        return None


@given(text=windows("cp1252"))
def test_what_windows_saved_is_read_right_or_refused(text: str) -> None:
    assert read_or_refused(text.encode("cp1252")) in (text, None)


@given(text=windows("cp1250"))
def test_of_another_page_nothing_is_read_wrong_but_lone_fractions(text: str) -> None:
    found = read_or_refused(text.encode("cp1250"))

    pairs = zip(found or text, text, strict=True)
    assert [one for one, meant in pairs if one != meant and one not in "¼½¾"] == []
