"""What a store of many incidents costs: listing it, and saving one answer in it, as ratios in the same run.

    python bench/many.py [INCIDENTS] [RUNS]

Each incident is 50 kB.  Listing is compared with a program that reads the catalogue and stats each file, by CPU time;
saving with saving in a store of ten, by the clock, each in turn.  TMPDIR chooses the disk.  The first listing reads and
checks every word, and is compared with nothing: 10,000 incidents take it minutes, and 1.2 GB of disk.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pmtui.intake.people import Person, add, begin
from pmtui.intake.starting import Form, start
from pmtui.questionnaire.shelves import Shelves
from pmtui.record.changes import Given, Place, Stamp, put_answer
from pmtui.settings import package_folder
from pmtui.store import Store
from save import SENTENCE, seconds
from start import PYTHON, cpu

if TYPE_CHECKING:
    from pmtui.record.edit import Edit

SIZE = 50_000
FEW = 10
ALL = 1_000

REFERENCE = """
import json, os, sys
catalogue, incidents = sys.argv[1:]
with open(catalogue, "rb") as file:
    file.readline()
    rows = json.loads(file.read())
for name in sorted(os.listdir(incidents)):
    os.stat(os.path.join(incidents, name, "incident.json"))
"""


def one(store: Store, size: int) -> str:
    """An incident whose `incident.json` has about `size` bytes; returns its id."""
    name = start(store, Form(title="Refund bot paid twice", zone="Europe/Berlin", severity="major"), "first")
    add(store, name, Person("on-call engineer"))
    interview = begin(store, name, "p1", "quick", Shelves.of(package_folder("questionnaires")))
    words = SENTENCE * (size * 4 // 5 // len(SENTENCE))
    store.change(name, partial(answer, interview=interview, words=words))
    return name


def answer(edit: Edit, interview: str, words: str) -> None:
    """Answer a question with `words`."""
    stamp = Stamp("2026-03-14T12:00:00.000+00:00", "bench")
    put_answer(edit, interview, Place("story", None), Given("answered", words), stamp)


def fill(root: Path, count: int) -> Store:
    """A store of `count` incidents, all but the first copied."""
    store = Store.open(root, "bench")
    folder = root / "incidents" / one(store, SIZE)
    for number in range(1, count):
        shutil.copytree(folder, folder.with_name(f"copy-{number:05}"), ignore=shutil.ignore_patterns(".lock"))
    return store


def listing(root: Path, runs: int) -> list[float]:
    """CPU of `pmtui list` over that of the reference."""
    os.environ["XDG_CACHE_HOME"] = str(root.with_name("cache"))
    command = [PYTHON, "-m", "pmtui", "--store", str(root), "--by", "bench", "list"]
    first = cpu(command)  # makes the catalogue
    (catalogue,) = root.with_name("cache").rglob("catalogue.json")
    reference = [PYTHON, "-c", REFERENCE, str(catalogue), str(root / "incidents")]
    cpu(reference)
    found = [(cpu(command), cpu(reference)) for _ in range(runs)]
    print(f"list: {first:.1f} s of CPU the first time, then {statistics.median(mine for mine, _ in found):.2f} s")
    return [mine / its for mine, its in found]


def main() -> None:
    """Print a line for listing and one for saving."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ALL
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 11
    with tempfile.TemporaryDirectory() as folder:
        few, many = (fill(Path(folder) / str(number) / "store", number) for number in (FEW, count))
        os.sync()
        time.sleep(1)  # what is still being written would stand in the way of what is measured
        found = {"list over catalogue + stat": listing(many.root, runs)}
        saves = [[seconds(partial(save, at, number)) for at in (many, few)] for number in range(runs * 5)]
        found[f"save beside {count} over {FEW}"] = [mine / its for mine, its in saves]
        print(f"{'':<32}{'median':>8}{'min':>7}{'max':>7}   {count} incidents of {SIZE} bytes, {runs} runs each")
        for name, each in found.items():
            print(f"{name:<32}{statistics.median(each):>8.2f}{min(each):>7.2f}{max(each):>7.2f}")


def save(store: Store, number: int) -> None:
    """Save one answer."""
    store.change("first", partial(answer, interview="i1", words=f"{number} {SENTENCE}"))


if __name__ == "__main__":
    main()
