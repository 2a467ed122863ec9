"""What one saved answer costs, as a ratio to writing the same bytes bare: write, fsync, rename, fsync of the folder.

    python bench/save.py [RUNS]

The incident's size is that of `incident.json`.  Both run in turn on the same disk (TMPDIR chooses it).
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pmtui.store import Store

if TYPE_CHECKING:
    from pmtui.record.edit import Edit

SENTENCE = "At 14:02 the queue depth alarm fired and nobody knew yet which service was slow. "


def bare(path: Path, content: bytes) -> None:
    """The least that is safe: the whole file anew, durable, in the place of the old one."""
    part = path.with_suffix(".part")
    fd = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(fd, content)
    os.fsync(fd)
    os.close(fd)
    part.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def fill(edit: Edit, count: int, text: str) -> None:
    """An incident of `count` answers."""
    for number in range(count):
        edit.put("answers", f"i1/q{number}", {"value": text})


def seconds(act: object) -> float:
    """How long a call takes."""
    began = time.perf_counter()
    act()  # type: ignore[operator]
    return time.perf_counter() - began


def main() -> None:
    """Print a line for each size of an incident."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 51
    print(f"{'incident':>10}{'median':>9}{'min':>7}{'max':>7}   one save over write + fsync + rename, {runs} runs each")
    with tempfile.TemporaryDirectory() as folder:
        for size in (10_000, 100_000, 1_000_000):
            store = Store.open(Path(folder) / f"store-{size}", "bench")
            text = SENTENCE * 5
            count = size // (len(text) + 60)
            store.create("it", partial(fill, count=count, text=text))
            file = store.root / "incidents" / "it" / "incident.json"
            content = file.read_bytes()
            found = []
            for number in range(runs):
                document = {"value": f"{number} {text}"}
                save = seconds(lambda: store.change("it", lambda edit: edit.put("answers", "i1/q1", document)))  # noqa: B023
                found.append(save / seconds(lambda: bare(Path(folder) / "bare.json", content)))  # noqa: B023
            print(f"{len(content):>10,}{statistics.median(found):>9.2f}{min(found):>7.2f}{max(found):>7.2f}")


if __name__ == "__main__":
    main()
