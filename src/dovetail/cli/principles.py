"""--principles FILE: the library with a coach's own numbers. Imported only when it is given."""

from __future__ import annotations

from pathlib import Path

from dovetail.content.library import PackagedLibrary, read_library, with_principles
from dovetail.domain.errors import BadInput, in_file
from dovetail.formats.files import MB, read_text
from dovetail.formats.toml_places import parsed, placed

PRINCIPLES_AT_MOST = 1 * MB


def library_with(path: Path) -> PackagedLibrary:
    """Read a file of the shape of principles.toml; what is wrong names file, line and key."""
    text = read_text(path, most=PRINCIPLES_AT_MOST)
    try:
        rows = parsed(text)
        try:
            return with_principles(read_library(), rows)
        except BadInput as error:
            raise placed(error, text) from None
    except BadInput as error:
        raise in_file(error, str(path)) from None
