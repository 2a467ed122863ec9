"""How well and how fast blaming language is found.

    python bench/flags.py [CORPUS.jsonl ...]

First the labelled texts (those of tests/blame unless others are named): precision, recall, false alarms and categories.
Where texts name an origin, the recall of the origins apart shows how much of it hangs on one source; nothing is learnt
from the texts, so that each origin is as good as kept back from the others.  Then seconds for 1 MB of prose, for a
key press in a text of 20,000 characters, for loading, and for 1 MB of each rule's own examples without a full stop,
each as a ratio to one pass of `str.split` and one of a compiled expression over the same text.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from blame import scoring  # noqa: E402
from pmtui.blame import BUILT_IN, CATEGORIES, Live, check, load  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from blame.scoring import Span
    from pmtui.blame import Rules

MEGABYTE = 1_000_000
ANSWER = 20_000
WORDS = re.compile(r"\b(?:fail(?:ed|s)? to|forgot|careless|should have|blame)\b", re.IGNORECASE)


def detector(rules: Rules) -> Callable[[str], Sequence[Span]]:
    """What finds the spans of a text."""
    return lambda text: [(flag.start, flag.end, flag.category) for flag in check(text, [], [], rules)]


def quality(name: str, corpus: list[dict[str, Any]], rules: Rules) -> None:
    """Print how well the flags fit a corpus, in all and by category."""
    score = scoring.score(corpus, detector(rules))
    print(f"{name}: {len(corpus)} texts")
    print(f"  texts   precision {score.precision:.3f}   recall {score.recall:.3f}")
    print(f"  clean   {score.alarms_per_thousand:.2f} flags in 1,000 words; traps {100 * score.trap_rate:.1f} %")
    print(f"  spans   F1 {score.span_f1:.3f}; right category {100 * score.category:.1f} %")
    for category in CATEGORIES:
        total = score.labelled[category]
        if total:
            found = score.found[category]
            print(f"    {category:<18}{found:>4} of {total:<4}{found / total:>6.2f}{score.alarms[category]:>5} false")
    origins = {entry.get("origin") or "" for entry in corpus} - {""}
    apart = [scoring.score([e for e in corpus if e.get("origin") == one], detector(rules)) for one in sorted(origins)]
    blaming = [each for each in apart if each.texts["hit"] + each.texts["miss"]]
    if blaming:
        recall = statistics.mean(each.recall for each in blaming)
        print(f"  by origin: mean recall {recall:.3f} over {len(blaming)} origins with blame, of {len(origins)}")


def seconds(act: Callable[[], object], runs: int = 3) -> float:
    """The least processor time of some calls."""
    found = []
    for _ in range(runs):
        began = time.process_time()
        act()
        found.append(time.process_time() - began)
    return min(found)


def bare(text: str) -> float:
    """Seconds for the reference: one split and one pass of one expression."""
    return seconds(lambda: (text.split(), WORDS.findall(text)))


def repeated(text: str, size: int) -> str:
    """`text` over and over, `size` characters of it."""
    return (text * (size // len(text) + 1))[:size]


def speed(prose: str, rules: Rules) -> None:
    """Print what loading, a long text, a key press and each rule cost."""
    print(f"load         {1000 * seconds(lambda: load(BUILT_IN)):8.1f} ms")
    long = repeated(prose, MEGABYTE)
    took, reference = seconds(lambda: check(long, [], [], rules)), bare(long)
    print(f"1 MB prose   {took:8.2f} s   {took / reference:6.0f} x split and one expression ({reference:.3f} s)")
    for name, text in (("paragraphs", prose), ("one line", prose.replace("\n", " "))):
        print(f"key press    {key_press(repeated(text, ANSWER), rules):8.2f} ms in 20,000 characters, {name}")
    slowest = sorted(
        ((*adversarial(rule.flagged, rules), rule.id) for rule in rules.rules if rule.flagged), reverse=True
    )
    for took, ratio, name in slowest:
        print(f"1 MB against {took:8.2f} s   {ratio:6.0f} x   {name}")


def key_press(text: str, rules: Rules) -> float:
    """Milliseconds of checking after a letter is typed in the middle of `text`, the median of many."""
    checker = Live([], [], rules)
    checker.check(text)
    middle, found = len(text) // 2, []
    for letter in "and then she forgot to tell the team about it":
        text = text[:middle] + letter + text[middle:]
        middle += 1
        began = time.perf_counter()
        checker.check(text)
        found.append(1000 * (time.perf_counter() - began))
    return statistics.median(found)


def adversarial(examples: Sequence[str], rules: Rules) -> tuple[float, float]:
    """Seconds for 1 MB of a rule's examples in one sentence without end, and the ratio to the reference."""
    text = repeated(" ".join(re.sub(r"[.!?]", "", example) for example in examples) + " ", MEGABYTE)
    took = seconds(lambda: check(text, [], [], rules), runs=1)
    return took, took / bare(text)


def main() -> None:
    """Print quality for each corpus, then speed."""
    rules = load(BUILT_IN)
    paths = [Path(name) for name in sys.argv[1:]] or list(scoring.CORPORA)
    corpora = {path.name: scoring.read(path) for path in paths}
    for name, corpus in corpora.items():
        quality(name, corpus, rules)
    speed("\n\n".join(entry["text"] for corpus in corpora.values() for entry in corpus), rules)


if __name__ == "__main__":
    main()
