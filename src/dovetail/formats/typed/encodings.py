"""Bytes of a plan that others typed, as text: in the encoding that is certain, or not at all."""

from __future__ import annotations

import codecs
import re

from dovetail.domain.errors import BadInput, Place, Problem
from dovetail.formats.files import decoded

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LATIN = ("cp1252", "cp1250", "cp1254")
"""Windows' code pages of the Latin script: a letter on which they agree is certain."""
MOSTLY = 0.9
"""So much of a text in Latin letters has a zero in every second byte of UTF-16 (dovetail)."""
_FRACTION = re.compile(r"(?<![^\W\d_])[¼½¾](?![^\W\d_])")
"""Behind a number, or alone: letters of other code pages would stand in a word."""
_TURNED = re.compile(r"(?<=[a-zß-ÿ])[À-ÖØ-ÞŠŽŒŸ]")
"""A capital behind a small letter: what an old Macintosh's text looks like in Windows' letters."""
SAVE_AGAIN = (
    'Save it again as UTF-8 (a spreadsheet calls it "CSV UTF-8", an editor asks for the encoding'
    ' under "Save as").'
)


def text_of(data: bytes, file: str | None = None) -> str:
    """Return the text of a file: UTF-8, UTF-16 and UTF-32 by their mark, UTF-16 by its zeros.

    Bytes that are no UTF-8 are Windows text (cp1252) where each of them can be nothing else in
    the Latin script. What is not certain is refused, so that nobody reads wrong letters.
    """
    marked = next((name for mark, name in MARKS if data.startswith(mark)), None)
    name = marked or _by_its_zeros(data)
    if name is not None:
        return _strictly(data, name, file)
    if b"\0" in data or _is_utf8(data):
        return decoded(data, file)
    return _of_windows(data, file)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _by_its_zeros(data: bytes) -> str | None:
    half = len(data) // 2
    if not half or len(data) % 2:
        return None
    even, odd = data[::2].count(0), data[1::2].count(0)
    if odd >= MOSTLY * half and not even:
        return "utf-16-le"
    return "utf-16-be" if even >= MOSTLY * half and not odd else None


def _strictly(data: bytes, name: str, file: str | None) -> str:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as trouble:
        problem = f"This file is marked as {name.upper()}, and breaks off at byte {trouble.start}."
        raise _bad("not-text", problem, Place(file=file)) from None
    if "\0" in text:
        problem = f"This is not a text file: in {name.upper()} it holds zero characters."
        raise _bad("not-text", problem, Place(file=file))
    return text


def _of_windows(data: bytes, file: str | None) -> str:
    for number, line in enumerate(data.split(b"\n"), 1):
        if not _is_certain(line):
            problem = (
                "This line is not UTF-8, and which letters it holds in Windows text (cp1252) or"
                " another old encoding is not certain."
            )
            raise _bad("not-utf-8", problem, Place(file=file, line=number))
    return data.decode("cp1252")


def _is_certain(line: bytes) -> bool:
    try:
        text = line.decode("cp1252")
    except UnicodeDecodeError:
        return False
    fractions = {match.start() for match in _FRACTION.finditer(text)}
    if _TURNED.search(text):
        return False
    return all(
        byte < 0x80 or at in fractions or len(_read(bytes((byte,)))) == 1
        for at, byte in enumerate(line)
    )


def _read(byte: bytes) -> set[str]:
    return {byte.decode(name, errors="replace") for name in LATIN}


def _bad(code: str, problem: str, place: Place) -> BadInput:
    return BadInput(Problem(code=code, problem=problem, hint=SAVE_AGAIN, place=place))
