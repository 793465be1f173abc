"""The content's TOML as plain tables, by file name: read from a compiled copy where it is true.

Reading 200 kB of TOML takes longer than planning a season. So the tables are kept compiled in
`compiled.json` beside them, with the digest of the TOML they come from; a copy whose digest
does not match is not used. `python -m dovetail.content.tables` writes it anew.
"""

from __future__ import annotations

import json
import tomllib
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent
COMPILED = HOME / "compiled.json"
FINGERPRINT_DIGITS = 16
Tables = Mapping[str, Mapping[str, Any]]
FOLDERS = ("exercises", "strings", "templates")
FILES = ("principles.toml",)


def sources() -> Iterator[Path]:
    """Yield every compiled content file, in order."""
    for name in FILES:
        yield HOME / name
    for folder in FOLDERS:
        yield from sorted((HOME / folder).glob("*.toml"))


def digest_of(texts: Mapping[str, bytes]) -> int:
    """Return a checksum of file names and contents: enough to see that a file was edited."""
    found = 0
    for name, text in texts.items():
        found = zlib.crc32(text, zlib.crc32(f"{name} {len(text)}\n".encode(), found))
    return found


def fingerprint_of(found: Tables) -> str:
    """Return the first 16 hex digits of the SHA-256 of the deciding tables in canonical JSON.

    A comment or a blank line does not change it. Sentences decide nothing and are left out.
    """
    from hashlib import sha256

    deciding = {name: t for name, t in found.items() if not name.startswith("strings/")}
    text = json.dumps(deciding, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:FINGERPRINT_DIGITS]


def tables() -> Tables:
    """Return the tables of every content file, by its name relative to this folder."""
    return _content()[0]


def fingerprint() -> str:
    """Return the fingerprint of the content as it comes with the package."""
    return _content()[1]


@cache
def _content() -> tuple[Tables, str]:
    texts = {path.relative_to(HOME).as_posix(): path.read_bytes() for path in sources()}
    if COMPILED.exists():
        copy = json.loads(COMPILED.read_bytes())
        if copy.get("digest") == digest_of(texts):
            return copy["tables"], copy["fingerprint"]
    found = parsed(texts)
    return found, fingerprint_of(found)


def parsed(texts: Mapping[str, bytes]) -> Tables:
    """Parse TOML files."""
    return {name: tomllib.loads(text.decode("utf-8")) for name, text in texts.items()}


def in_folder(folder: str) -> Tables:
    """Return the tables of one folder, by file name."""
    start = f"{folder}/"
    return {name.removeprefix(start): t for name, t in tables().items() if name.startswith(start)}


def compile_tables() -> str:
    """Return the compiled copy as text, one file a line."""
    texts = {path.relative_to(HOME).as_posix(): path.read_bytes() for path in sources()}
    found = parsed(texts)
    lines = [
        f"{json.dumps(name)}: {json.dumps(table, ensure_ascii=False, separators=(',', ':'))}"
        for name, table in found.items()
    ]
    inside = ",\n".join(lines)
    head = f'"digest": {digest_of(texts)},\n"fingerprint": "{fingerprint_of(found)}"'
    return f'{{{head},\n"tables": {{\n{inside}\n}}}}\n'


if __name__ == "__main__":
    COMPILED.write_text(compile_tables(), encoding="utf-8")
