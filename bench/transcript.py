"""An interview of 250 sentences, typed over a line that is late and drops: is each sentence where it was typed?

    python bench/transcript.py [SEEDS] [SENTENCES]

For each seed the keys and the picture are 300 ms late, the line drops three times (in the middle of a word, behind the
`tab` that saves, in a remark), some answers are begun before the question is seen, and the window changes its size.  It
says for each how long that took and which sentences are lost or elsewhere; the exit status is 1 where there are any.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from pmtui.intake import people, starting
from pmtui.questionnaire.shelves import Shelves
from pmtui.settings import package_folder
from pmtui.store import Store
from terminal.typist import LateTerminal, Typist, misplaced

INCIDENT = "2026-03-14-triage"
QUESTIONNAIRES = ("responder", "quick", "model-data", "governance")
SIZES = ((80, 24), (60, 20), (100, 30), (132, 43), (80, 24))
WHO = (
    "The triage nurse",
    "Our on-call",
    "A patient's daughter",
    "The vendor's desk",
    "Somebody in the ward",
    "Dr. Öztürk",
)
DID = (
    "saw the score fall to nought",
    "read the message twice, and then rang",
    "took the paper list instead",
    "had been told that green means safe",
    "asked why the model had gone quiet",
    "moved three people up by hand",
    "noticed – late – that all nights were alike",
)
WHEN = (
    "before the round",
    "at about half past four",
    "while the ward was full",
    "after the update of March",
    "that night",
)


def sentences(count: int, seed: int) -> list[str]:
    """A transcript: no two sentences are the same."""
    chance = random.Random(seed)
    return [f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHEN)} ({at})." for at in range(count)]


def held(folder: Path, questionnaire: str) -> Store:
    """A store with one interview, not begun."""
    store = Store.open(folder / "store", "alex", create=True)
    starting.start(store, starting.Form(title="Triage score fell silent", zone="Europe/Berlin"), INCIDENT)
    people.add(store, INCIDENT, people.Person("charge nurse"))
    people.begin(store, INCIDENT, "p1", questionnaire, Shelves.of(package_folder("questionnaires")))
    return store


def once(seed: int, count: int) -> list[str]:
    """Hold one interview; returns what is not where it was typed."""
    chance = random.Random(seed)
    drops = dict(zip(chance.sample(range(count), 3), ("word", "tab", "remark"), strict=True))
    with tempfile.TemporaryDirectory() as name:
        folder, questionnaire = Path(name), QUESTIONNAIRES[seed % len(QUESTIONNAIRES)]
        store = held(folder, questionnaire)

        def line() -> LateTerminal:
            return LateTerminal(folder, "interview", INCIDENT, "i1", size=(80, 24))

        began = time.monotonic()
        typist = Typist(line, sentences(count, seed), drops, seed, most=6, blind=0.2, sizes=SIZES, settling=0.7)
        try:
            typist.hold()
            typist.leave()
        finally:
            typist.terminal.__exit__(None, None, None)
        lost = misplaced(store, INCIDENT, "i1", typist.typed)
        print(
            f"{questionnaire:<12} {len(typist.typed)} sentences  {time.monotonic() - began:.0f} s  {len(lost)} astray"
        )
        return lost


def main() -> int:
    """All seeds; the exit status."""
    given = [int(each) for each in sys.argv[1:]]
    seeds, count = (given + [4, 250][len(given) :])[:2]
    lost = [each for seed in range(seeds) for each in once(seed, count)]
    print("\n".join(lost))
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
