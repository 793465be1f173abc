"""The content's TOML as plain tables, by file name: read from a compiled copy where it is true.

Reading 200 kB of TOML takes longer than planning a season. So the tables are kept compiled in
`compiled.json` beside them, with the digest of the TOML they come from; a copy whose digest
does not match is not used. `python -m dovetail.content.tables` writes it anew.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent
COMPILED = HOME / "compiled.json"
Tables = Mapping[str, Mapping[str, Any]]
FOLDERS = ("exercises", "strings", "templates")
FILES = ("principles.toml",)


def sources() -> Iterator[Path]:
    """Yield every compiled content file, in order."""
    for name in FILES:
        yield HOME / name
    for folder in FOLDERS:
        yield from sorted((HOME / folder).glob("*.toml"))


def digest_of(texts: Mapping[str, bytes]) -> str:
    """Return the digest of file names and contents."""
    found = hashlib.sha256()
    for name, text in texts.items():
        found.update(f"{name} {len(text)}\n".encode())
        found.update(text)
    return found.hexdigest()


@cache
def tables() -> Tables:
    """Return the tables of every content file, by its name relative to this folder."""
    texts = {path.relative_to(HOME).as_posix(): path.read_bytes() for path in sources()}
    if COMPILED.exists():
        copy = json.loads(COMPILED.read_bytes())
        if copy.get("digest") == digest_of(texts):
            return copy["tables"]  # type: ignore[no-any-return]
    return parsed(texts)


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
    lines = [
        f"{json.dumps(name)}: {json.dumps(table, ensure_ascii=False, separators=(',', ':'))}"
        for name, table in parsed(texts).items()
    ]
    inside = ",\n".join(lines)
    return f'{{"digest": "{digest_of(texts)}",\n"tables": {{\n{inside}\n}}}}\n'


if __name__ == "__main__":
    COMPILED.write_text(compile_tables(), encoding="utf-8")
