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


@given(text=st.text(st.characters(codec="cp1252", exclude_characters="\0"), max_size=40))
def test_what_windows_saved_is_read_right_or_refused(text: str) -> None:
    data = text.encode("cp1252")
    try:
        found = text_of(data)
    except BadInput:
        return

    assert found == text or found.encode("utf-8") == data


@given(text=st.text(st.characters(codec="cp1250", exclude_characters="\0"), max_size=40))
def test_what_another_page_saved_is_no_other_letter_but_a_fraction(text: str) -> None:
    data = text.encode("cp1250")
    try:
        found = text_of(data)
    except BadInput:
        return

    assert (
        found.translate(dict.fromkeys(map(ord, "¼½¾")))
        == "".join(one for one, byte in zip(text, data, strict=True) if byte not in b"\xbc\xbd\xbe")
        or found.encode("utf-8") == data
    )
