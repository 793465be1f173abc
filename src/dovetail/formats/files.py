"""Files in and out, whatever stands at the path: nothing hangs, nothing is half written."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from dovetail.domain.errors import BadInput, Place, Problem

MB = 1_000_000
ATHLETE_AT_MOST = 1 * MB
PLAN_AT_MOST = 64 * MB
LOG_AT_MOST = 256 * MB


def read_bytes(path: Path, *, most: int) -> bytes:
    """Read a whole ordinary file of at most so many bytes.

    The size is asked before reading and watched while reading, so that a file that lies
    about it (or grows) cannot fill the memory.
    """
    try:
        # A pipe without a writer would wait for ever; this way it opens and is refused.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as trouble:
        raise _unreadable(path, trouble) from None
    try:
        _refuse_what_is_no_file(path, os.fstat(handle), most)
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(most + 1)
    except OSError as trouble:
        raise _unreadable(path, trouble) from None
    finally:
        os.close(handle)
    if len(data) > most:
        raise _too_large(path, most)
    return data


def read_text(path: Path, *, most: int) -> str:
    """Read a whole text file in UTF-8; a byte order mark at its start is dropped."""
    return decoded(read_bytes(path, most=most), str(path))


def decoded(data: bytes, file: str | None = None) -> str:
    """Turn bytes into text, or say on which line they stop being text."""
    if (junk := data.find(b"\0")) >= 0:
        place = Place(file=file, line=_line(data, junk))
        raise _bad("not-text", "This is not a text file: it holds zero bytes.", _SAVE_AGAIN, place)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        place = Place(file=file, line=_line(data, trouble.start))
        raise _bad("not-utf-8", "This line is not UTF-8 text.", _SAVE_AGAIN, place) from None


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all: a temporary file beside it, then a rename."""
    folder = path.parent
    if not folder.is_dir():
        hint = f"Create the folder first: mkdir -p {folder}"
        raise _bad("no-folder", f"There is no folder {folder}.", hint, _at(path))
    if path.is_dir():
        raise _bad("is-a-folder", f"{path} is a folder.", "Name a file in it.", _at(path))
    if path.exists() and not path.is_file():  # a rename would put a file where a device is
        hint = "Name an ordinary file."
        raise _bad("not-a-file", f"{path} is not an ordinary file.", hint, _at(path))
    try:
        _write_beside_and_rename(path, text.encode())
    except OSError as trouble:
        hint = "Choose a folder you may write to, with room left."
        problem = f"{path} cannot be written: {trouble.strerror}."
        raise _bad("not-writable", problem, hint, _at(path)) from None


def append_text(path: Path, text: str) -> None:
    """Write whole lines behind a file's last one, in one piece, down to the disk."""
    if not path.exists():
        write_text(path, text)
        return
    try:
        with path.open("ab", buffering=0) as file:
            file.write(text.encode())
            os.fsync(file.fileno())
    except OSError as trouble:
        hint = "Check the rights on it, and that there is room left."
        problem = f"{path} cannot be written: {trouble.strerror}."
        raise _bad("not-writable", problem, hint, _at(path)) from None


def _write_beside_and_rename(path: Path, data: bytes) -> None:
    target = path.resolve()  # a link stays a link: what it points to is replaced
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        beside.chmod(_mode(target))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)  # gone after the rename, a leftover after any failure


def _mode(target: Path) -> int:
    """Return the rights the file has, or those a new file would get."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def _refuse_what_is_no_file(path: Path, status: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise _bad("is-a-folder", f"{path} is a folder.", "Name a file in it.", _at(path))
    if not stat.S_ISREG(status.st_mode):
        hint = "Save it to an ordinary file and name that."
        raise _bad("not-a-file", f"{path} is not an ordinary file.", hint, _at(path))
    if status.st_size > most:
        raise _too_large(path, most)


def _too_large(path: Path, most: int) -> BadInput:
    problem = f"{path} is larger than {most // MB} MB."
    hint = "Check that it is the file you mean; such a file is never that large."
    return _bad("too-large", problem, hint, _at(path))


def _unreadable(path: Path, trouble: OSError | ValueError) -> BadInput:
    if isinstance(trouble, FileNotFoundError | NotADirectoryError):
        hint = "Check the name; `ls` shows what is there."
        return _bad("no-such-file", f"There is no file {path}.", hint, _at(path))
    if isinstance(trouble, IsADirectoryError):
        return _bad("is-a-folder", f"{path} is a folder.", "Name a file in it.", _at(path))
    why = trouble.strerror if isinstance(trouble, OSError) else "this is no file name"
    hint = "Check its name and the rights on it and its folder."
    return _bad("not-readable", f"{path} cannot be read: {why}.", hint, _at(path))


_SAVE_AGAIN = "Save it again as UTF-8 text, or check that it is the file you mean."


def _bad(code: str, problem: str, hint: str, place: Place) -> BadInput:
    return BadInput(Problem(code=code, problem=problem, hint=hint, place=place))


def _at(path: Path) -> Place:
    return Place(file=str(path))


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1
