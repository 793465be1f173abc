"""Files: whatever stands at a path, an answer comes at once and nothing is half written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dovetail.domain.errors import BadInput
from dovetail.formats.files import read_bytes, read_text, write_text


def code_of(path: Path, most: int = 1000) -> str:
    with pytest.raises(BadInput) as caught:
        read_text(path, most=most)
    (problem,) = caught.value.problems
    assert problem.hint
    assert problem.place.file == str(path)
    return problem.code


def test_a_text_file_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"\xef\xbb\xbfname = 1\n")

    assert read_text(file, most=100) == "name = 1\n"


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"x" * 100)

    assert len(read_bytes(file, most=100)) == 100
    assert code_of(file, most=99) == "too-large"


def test_what_is_no_text_file_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "junk").write_bytes(b"a\n\x00\x01")
    (tmp_path / "latin").write_bytes("a\nb\nMünchen".encode("latin-1"))
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to("circle")

    assert code_of(tmp_path / "missing") == "no-such-file"
    assert code_of(tmp_path / "junk" / "below") == "no-such-file"
    assert code_of(tmp_path / "junk") == "not-text"
    assert code_of(tmp_path / "latin") == "not-utf-8"
    assert code_of(tmp_path) == "is-a-folder"
    assert code_of(tmp_path / "pipe") == "not-a-file"
    assert code_of(Path("/dev/zero")) == "not-a-file"
    assert code_of(tmp_path / "circle") == "not-readable"
    assert code_of(tmp_path / "a\0b") == "not-readable"
    assert code_of(tmp_path / ("x" * 300)) == "not-readable"


def test_broken_text_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "latin"
    file.write_bytes("a\nb\nMünchen".encode("latin-1"))

    with pytest.raises(BadInput) as caught:
        read_text(file, most=100)

    assert caught.value.problems[0].place.line == 3


def test_a_file_of_four_gigabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "huge"
    with file.open("wb") as handle:
        handle.truncate(4 * 1024**3)

    assert code_of(file, most=1_000_000) == "too-large"


def test_a_file_is_written_whole_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text("old")
    file.chmod(0o640)

    write_text(file, "new é")

    assert file.read_text("utf-8") == "new é"
    assert file.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["plan.json"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plan.json"
    file.write_text("old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadInput, match="No space left"):
        write_text(file, "new")

    assert file.read_text() == "old"
    assert os.listdir(tmp_path) == ["plan.json"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")

    write_text(tmp_path / "link", "new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_only_an_ordinary_file_in_a_folder_that_is_there_is_written(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    for target, code in (
        (tmp_path, "is-a-folder"),
        (tmp_path / "no" / "plan.json", "no-folder"),
        (tmp_path / "pipe", "not-a-file"),
        (Path("/dev/null"), "not-a-file"),
    ):
        with pytest.raises(BadInput) as caught:
            write_text(target, "x")
        assert caught.value.code == code
