"""Two people in one interview: whatever they do in whatever order, every word is in the history, and both know it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from incidents import SMALL, begun
from pmtui.interview.session import Session
from pmtui.questionnaire.values import Days
from pmtui.record.changes import Given, Stamp, decide
from pmtui.record.revisions import revisions
from pmtui.record.view import View
from pmtui.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

INCIDENT = "2026-03-14-refund-bot"
DAYS = Days("Europe/Berlin")
WHO = st.sampled_from([0, 1])
GIVEN = st.one_of(
    st.builds(Given, st.just("answered"), st.text(min_size=1, max_size=5)),
    st.builds(Given, st.sampled_from(["unknown", "later"])),
)


class Sitting:
    """One of the two, at a store of their own on the same folder."""

    def __init__(self, root: Path, by: str) -> None:
        self.by = by
        self.store = Store.open(root, by)
        self.session = Session(View(self.store.view(INCIDENT)), "i1", DAYS)
        self.waiting: list[Callable[..., Any]] = []
        self.heard: set[str] = set()
        """Keys that this person was told about: somebody else answered there."""


class TwoSittings(RuleBasedStateMachine):
    """Answers reach the store late, and what the other one saved is seen at any moment in between."""

    @initialize()
    def sit_down(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        root = Path(self.folder.name) / "store"
        tables = begun(SMALL).tables

        def copy(edit: Any) -> None:
            for table, documents in tables.items():
                for key, document in documents.items():
                    edit.put(table, key, document)

        Store.open(root, "alex").create(INCIDENT, copy)
        self.sittings = [Sitting(root, "alex"), Sitting(root, "maria")]
        self.told: list[tuple[str, str, Given]] = []
        self.now = 0

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    @rule(who=WHO, data=st.data())
    def go_to(self, who: int, data: st.DataObject) -> None:
        session = self.sittings[who].session
        session.go_to(data.draw(st.sampled_from(session.walk.steps)).place)

    @rule(who=WHO, given=GIVEN)
    def answer(self, who: int, given: Given) -> None:
        sitting = self.sittings[who]
        key = sitting.session.step.key
        if key is None or not sitting.session.changes(given):
            return
        self.now += 1
        stamp = Stamp(f"2026-03-15T09:{self.now // 60:02}:{self.now % 60:02}.000+00:00", sitting.by)
        change = sitting.session.answer(given, stamp)
        self.told.append((sitting.by, key, given))

        def run() -> None:
            stood = sitting.store.change(INCIDENT, change)
            if stood:
                assert stood["by"] != sitting.by
                sitting.heard.add(key)

        sitting.waiting.append(run)

    @rule(who=WHO)
    def drop_the_item(self, who: int) -> None:
        sitting = self.sittings[who]
        item = sitting.session.drop_item()
        if item:
            stamp = Stamp("2026-03-15T10:00:00.000+00:00", sitting.by)
            sitting.waiting.append(
                lambda: sitting.store.change(INCIDENT, lambda edit: decide(edit, "drop-item", item, stamp))
            )

    @rule(who=WHO)
    def save(self, who: int) -> None:
        sitting = self.sittings[who]
        while sitting.waiting:
            sitting.waiting.pop(0)()

    @precondition(lambda self: not all(each.waiting for each in self.sittings))
    @rule(who=WHO)
    def see_what_the_other_saved(self, who: int) -> None:
        sitting = self.sittings[who]
        if sitting.waiting:
            return
        place = sitting.session.step.place
        taken = sitting.session.renew(View(sitting.store.view(INCIDENT)), DAYS)
        assert sitting.session.step.place == place, "the page changed under the fingers"
        for other in sitting.session.overruled():
            assert other.by != sitting.by
            sitting.heard.add(other.key)
        if taken:
            assert sitting.session.walk.answers == View(sitting.store.view(INCIDENT)).answers_of("i1")

    @rule()
    def everything_is_there_in_the_end(self) -> None:
        for who in (0, 1):
            self.save(who)
        kept = [(each.by, each.key, Given(each.state, each.value)) for each in revisions(self._changes())]
        # The same words twice in a row are one revision.
        assert {(key, given) for _, key, given in self.told} <= {(key, given) for _, key, given in kept}
        for who in (0, 1):
            # From a page that is always asked, so that the look is taken.
            self.sittings[who].session.go_to({"section": "opening", "question": "story", "item": None})
            self.see_what_the_other_saved(who)
        stands = View(self.sittings[0].store.view(INCIDENT)).answers_of("i1")
        for sitting in self.sittings:
            last = {key: given for by, key, given in self.told if by == sitting.by}
            for key, given in last.items():
                now = Given(stands[key].state, stands[key].value)
                assert now == given or key in sitting.heard, f"{sitting.by} does not know that {now} stands at {key}"

    def _changes(self) -> Any:
        return self.sittings[0].store.changes(INCIDENT)


TwoSittings.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestTwoSittings = TwoSittings.TestCase
