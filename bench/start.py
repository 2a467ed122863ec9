"""What a command costs to start, as ratios of CPU time to a named reference in the same run.

    python bench/start.py [RUNS]

Machines differ and are noisy, so each command and its reference run in turn, and the median of the ratios is printed
with its smallest and largest.  A store with a few incidents is made in a temporary folder.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PYTHON = sys.executable
BARE = [PYTHON, "-I", "-c", "pass"]
LIBRARIES = [PYTHON, "-c", "import tinydb, yaml; from pydantic import BaseModel"]
EXAMPLES = sorted((Path(__file__).parent.parent / "src" / "pmtui" / "examples").glob("*.yaml"))


def cpu(command: list[str]) -> float:
    """Seconds of CPU that a command took, its own and the kernel's for it."""
    with Path(os.devnull).open("w") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with status {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime


def ratios(command: list[str], reference: list[str], runs: int) -> list[float]:
    """CPU of the command over that of the reference, run by run, after one run of each that is not counted."""
    cpu(reference)
    cpu(command)
    return [cpu(command) / cpu(reference) for _ in range(runs)]


def main() -> None:
    """Print a line for each command."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PMTUI_STORE"] = f"{folder}/store"
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        pmtui = [PYTHON, "-m", "pmtui"]
        for path in EXAMPLES:
            cpu([*pmtui, "new", "--from", str(path)])
        incident = EXAMPLES[0].stem
        print(f"{'command':<28}{'reference':<22}{'median':>8}{'min':>7}{'max':>7}   CPU ratio of {runs} runs each")
        for words, name, reference in (
            (["--version"], "python -I -c pass", BARE),
            (["--help"], "python -I -c pass", BARE),
            (["list"], "three libraries", LIBRARIES),
            (["show", incident], "three libraries", LIBRARIES),
            (["export", incident], "three libraries", LIBRARIES),
            (["answers", incident, "i1"], "three libraries", LIBRARIES),
            (["answer", incident, "i2", "account_told", "It began at noon."], "three libraries", LIBRARIES),
        ):
            found = ratios([*pmtui, *words], reference, runs)
            label = f"pmtui {words[0]}"
            print(f"{label:<28}{name:<22}{statistics.median(found):>8.2f}{min(found):>7.2f}{max(found):>7.2f}")
        print("three libraries: python -c 'import tinydb, yaml; from pydantic import BaseModel'")


if __name__ == "__main__":
    main()
