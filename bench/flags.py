"""How well and how fast blaming language is found.

    python bench/flags.py [CORPUS.jsonl ...]

First the labelled texts (those of tests/blame unless others are named): precision, recall, false alarms and categories,
then the same texts in five folds, those of one origin always in the same one.  Nothing is learnt from texts here: the
folds show how much hangs on some of them, and beside it stands what a list of words does that is learnt from the other
four folds and tried on the fifth.  The rules were written with these texts at hand, so that their figures are those of
a development set; texts that nobody had seen are named on the command line.  Then seconds for 1 MB of prose, for a
key press in a text of 20,000 characters, for loading, and for 1 MB of each rule's own examples without a full stop,
each as a ratio to one pass of `str.split` and one of a compiled expression over the same text.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

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
FOLDS = 5
WORD = re.compile(r"\w[\w'’-]*")
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
    in_folds(corpus, rules)


def in_folds(corpus: list[dict[str, Any]], rules: Rules) -> None:
    """Print what the folds give: the range of the rules, and a list of words learnt from the other folds."""
    folds = grouped(corpus)
    apart = [scoring.score(fold, detector(rules)) for fold in folds]
    for name in ("precision", "recall", "alarms_per_thousand", "trap_rate"):
        values = [getattr(score, name) for score in apart]
        print(f"  folds   {name:<20}{min(values):.3f} to {max(values):.3f}")
    spans: dict[str, Sequence[Span]] = {}
    for fold in folds:
        words = learnt([entry for other in folds if other is not fold for entry in other])
        spans.update({entry["text"]: listed(entry["text"], words) for entry in fold})
    score = scoring.score(corpus, lambda text: spans[text])
    print(f"  a learnt list of words: precision {score.precision:.3f}   recall {score.recall:.3f}", end="   ")
    print(f"{score.alarms_per_thousand:.2f} flags in 1,000 clean words; traps {100 * score.trap_rate:.1f} %")


def grouped(corpus: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The corpus in folds; texts of one origin are together, others stand for themselves."""
    folds: list[list[dict[str, Any]]] = [[] for _ in range(FOLDS)]
    for entry in corpus:
        folds[crc32((entry.get("origin") or entry["text"]).encode()) % FOLDS].append(entry)
    return [fold for fold in folds if fold]


def learnt(corpus: list[dict[str, Any]]) -> set[str]:
    """Words that tell blame from clean texts best, by the share of the texts with them that blame."""
    blaming, clean = Counter[str](), Counter[str]()
    for entry in corpus:
        (blaming if entry["spans"] else clean).update(set(WORD.findall(entry["text"].lower())))
    best: tuple[float, set[str]] = (-1.0, set())
    for share in (0.6, 0.7, 0.8, 0.9, 1.0):
        words = {word for word, count in blaming.items() if count > 1 and count >= share * (count + clean[word])}
        hit, alarm = (sum(not words.isdisjoint(WORD.findall(entry["text"].lower())) for entry in corpus
                          if bool(entry["spans"]) is blames) for blames in (True, False))  # fmt: skip
        miss = sum(bool(entry["spans"]) for entry in corpus) - hit
        best = max(best, (2 * hit / max(1, 2 * hit + alarm + miss), words), key=lambda each: each[0])
    return best[1]


def listed(text: str, words: set[str]) -> list[Span]:
    """The words of a list in a text, as spans without a category."""
    return [(m.start(), m.end(), "") for m in WORD.finditer(text.lower()) if m[0] in words]


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
