"""docs/rules: a generated page for every rule, and an index.

`python -m dovetail.cli.rule_pages [--check] [FOLDER]` writes them, or says which are out of
date. The cases come from `tests/rulebook/cases` beside the folder's project, where they are.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from dovetail.application.show_rules import show_rules
from dovetail.content.library import read_library
from dovetail.content.sentences import read_sentences
from dovetail.formats.files import MB, read_text, write_text
from dovetail.formats.rule_page import Cases, cases_of, left_over, out_of_date, pages
from dovetail.formats.toml_places import parsed

FOLDER = "docs/rules"
CASES = Path("tests") / "rulebook" / "cases"


def made(cases: Path = CASES) -> Mapping[str, str]:
    """Return the text of every page by its file name."""
    return pages(show_rules(read_library(), read_sentences()), read_cases(cases))


def read_cases(folder: Path) -> Cases:
    """Read the cases of every rule that has a file; none where there is no folder."""
    return {
        path.stem: cases_of(parsed(read_text(path, most=MB)))
        for path in sorted(folder.glob("*.toml"))
    }


def main(argv: Sequence[str]) -> int:
    """Write the pages, or check them; 1 when some are out of date."""
    folder = Path(next((word for word in argv if not word.startswith("-")), FOLDER))
    texts = made()
    if "--check" in argv:
        stale = out_of_date(folder, texts)
        sys.stderr.writelines(f"{folder / name} is out of date: run make docs.\n" for name in stale)
        return 1 if stale else 0
    folder.mkdir(parents=True, exist_ok=True)
    for name in left_over(folder, texts):
        (folder / name).unlink()
    for name, text in texts.items():
        write_text(folder / name, text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
