"""What asking the conditions of a questionnaire costs, as a ratio to the same look-ups written in plain Python.

    python bench/conditions.py [RUNS]

300 conditions of six forms are read, checked and asked RUNS times.  Beside them stand 300 look-ups in a dictionary with
a comparison each, the least that any language for conditions could do.
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

from pmtui.reading.conditions import Known, Reply, faults, parse

if TYPE_CHECKING:
    from collections.abc import Callable

CONDITIONS = 300
NOT_ASKED = Reply("not_asked")
FORMS = (
    'severity_{n} == "high"',
    'severity_{n} in ["medium", "high"] and people_{n} > 3',
    'has(kinds_{n}, "text", "image")',
    'not answered(missing_{n}) or severity_{n} != "low"',
    'count(kinds_{n}) > 1 and (told_{n} == "yes" or told_{n} == "no")',
    'severity_{n} == "high" and has(kinds_{n}, "sound") and people_{n} >= 10 and not unknown(told_{n})',
)


def replies() -> dict[str, Reply]:
    """Answers to the questions of ten sections; those that are called missing have none."""
    found = {}
    for number in range(10):
        found[f"severity_{number}"] = Reply("answered", "high")
        found[f"people_{number}"] = Reply("answered", 12)
        found[f"kinds_{number}"] = Reply("answered", ("sound", "image"))
        found[f"told_{number}"] = Reply("answered", "no")
    return found


def known(answers: dict[str, Reply]) -> dict[str, Known]:
    """The questions that `answers` are about, and those without an answer."""
    kinds = {"severity": "text", "people": "number", "kinds": "many_of", "told": "yes_no"}
    found = {name: Known(kinds[name.split("_")[0]]) for name in answers}
    return found | {f"missing_{number}": Known("text") for number in range(10)}


def milliseconds(act: Callable[[], object], runs: int) -> list[float]:
    """How long each of `runs` calls takes."""
    found = []
    for _ in range(runs):
        began = time.perf_counter()
        act()
        found.append((time.perf_counter() - began) * 1000)
    return found


def main() -> None:
    """Print a line for reading, one for checking and one for asking."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 51
    answers = replies()
    questions = known(answers)
    texts = [FORMS[number % len(FORMS)].format(n=number % 10) for number in range(CONDITIONS)]
    conditions = [parse(text) for text in texts]
    names = [condition.names[0] for condition in conditions]

    def look(name: str) -> Reply:
        return answers.get(name, NOT_ASKED)

    bare = milliseconds(lambda: [answers.get(name, NOT_ASKED).value == "high" for name in names], runs)
    acts: dict[str, Callable[[], object]] = {
        "read": lambda: [parse(text) for text in texts],
        "check": lambda: [faults(condition, questions) for condition in conditions],
        "ask": lambda: [condition.value(look) for condition in conditions],
    }
    print(f"{'':>8}{'median':>10}{'min':>9}{'max':>9}{'ratio':>8}   {CONDITIONS} conditions, {runs} runs each")
    for name, act in acts.items():
        found = milliseconds(act, runs)
        ratio = statistics.median(found) / statistics.median(bare)
        print(f"{name:>8}{statistics.median(found):>7.2f} ms{min(found):>6.2f} ms{max(found):>6.2f} ms{ratio:>8.0f}")
    print(f"{'bare':>8}{statistics.median(bare):>7.3f} ms: {CONDITIONS} look-ups in a dictionary, a comparison each")


if __name__ == "__main__":
    main()
