"""Whatever order a person walks and answers in, what they said last is what is saved."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from incidents import SMALL, STAMP, begun, view
from plain_edit import DictEdit
from pmtui.interview.session import Session
from pmtui.questionnaire.values import Days
from pmtui.record.changes import Given, decide
from pmtui.record.fold import record

GIVEN = st.one_of(
    st.builds(Given, st.just("answered"), st.text(), st.one_of(st.none(), st.text(min_size=1))),
    st.builds(Given, st.sampled_from(["unknown", "declined", "not_applicable", "later"])),
)


class Sitting(RuleBasedStateMachine):
    """One person at an interview; changes reach the store late, and in between the app is closed and opened."""

    @initialize()
    def sit_down(self) -> None:
        self.edit = begun(SMALL)
        self.waiting: list[Any] = []
        self.said: dict[str, Given] = {}
        self.dropped: set[str] = set()
        self.session = self.opened(None)

    def opened(self, place: dict[str, str | None] | None) -> Session:
        return Session(view(self.edit), "i1", Days("Europe/Berlin"), place)

    @rule()
    def go_forward(self) -> None:
        self.session.forward()

    @rule()
    def go_back(self) -> None:
        self.session.back()

    @rule(data=st.data())
    def go_to(self, data: st.DataObject) -> None:
        wanted = data.draw(st.sampled_from(self.session.walk.steps))
        self.session.go_to(wanted.place)
        assert self.session.step == wanted

    @precondition(lambda self: self.session.step.question)
    @rule(given=GIVEN)
    def answer(self, given: Given) -> None:
        key = self.session.step.key
        assert key
        self.waiting.append(self.session.answer(given, STAMP))
        self.said[key] = given
        assert self.session.step.key == key

    @precondition(lambda self: self.session.step.section.repeat)
    @rule()
    def add_an_item(self) -> None:
        before = self.session.step.item
        self.session.add_item()
        assert self.session.step.item != before
        assert self.session.given is None

    @precondition(lambda self: self.session.step.item)
    @rule()
    def drop_the_item(self) -> None:
        item = self.session.step.item
        told = self.session.drop_item()
        assert told == (item if any(key.endswith(f"@{item}") for key in self.said) else None)
        assert item not in {step.item for step in self.session.walk.steps}
        if told:
            self.dropped.add(told)
            self.waiting.append(lambda edit: decide(edit, "drop-item", told, STAMP))

    @rule()
    def save_what_waits(self) -> None:
        while self.waiting:
            self.waiting.pop(0)(self.edit)

    @rule()
    def leave_and_come_back(self) -> None:
        self.save_what_waits()
        place = self.session.step.place
        self.session = self.opened(place)
        assert self.session.step.place == place

    @invariant()
    def the_open_page_shows_what_was_said_on_it(self) -> None:
        given, key = self.session.given, self.session.step.key
        shown = Given(given.state, given.value, given.remark) if given else None
        assert shown == (self.said.get(key) if key else None)

    @invariant()
    def what_was_said_last_is_saved(self) -> None:
        edit = DictEdit()
        edit.tables = {name: dict(table.items()) for name, table in self.edit.tables.items()}
        for change in self.waiting:
            change(edit)
        now = view(edit)
        saved = {key: Given(each.state, each.value, each.remark) for key, each in now.answers_of("i1").items()}
        assert saved == self.said
        assert now.dropped == self.dropped
        record(now)


Sitting.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestSitting = Sitting.TestCase
