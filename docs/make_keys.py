"""Make `keys.md` anew from the table of keys.

.venv/bin/python docs/make_keys.py
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pmtui import keys

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).with_name("keys.md")

HEAD = """\
# Keys

Made from the table in `src/pmtui/keys.py` by `docs/make_keys.py`; a test holds it against the table.

Arrows, page up and page down move in lists and pages, and `enter` takes what is under the cursor. `escape` closes what
lies over a screen too, a moment later: it is the first byte of other keys. No function key and no mouse is needed.
On every screen `ctrl+o` shows all that can be done there, a letter or digit each; letters work without `ctrl+o`
where nothing is typed. The place and the name of a key are what `config.toml` calls it ([settings.md](settings.md)).
"""


def page() -> str:
    """The page: a table for each place where keys are pressed."""
    return "\n".join([HEAD, *(line for where in keys.PLACES for line in _table(where))])


def _table(where: str) -> Iterator[str]:
    title = keys.PLACES[where]
    if where in keys.MENU_PLACES:
        title = f"An interview, `{keys.key('more', 'everywhere')}`: {title}"
    yield f"## {title}\n"
    yield "| key | does | more | place | name |"
    yield "|---|---|---|---|---|"
    for each in keys.of(where):
        yield f"| `{each.key}` | {each.label} | {each.help} | `{where}` | `{each.id}` |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
