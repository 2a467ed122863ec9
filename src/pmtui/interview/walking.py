"""An interview being held: the walk, the page of it that is open, and the items that are spoken about."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.interview.speaking import filled, spoken
from pmtui.interview.taking_up import asked_by
from pmtui.interview.walk import Step, Walk
from pmtui.questionnaire import values
from pmtui.questionnaire.naming import key_of
from pmtui.record.asking import Asking, items_of
from pmtui.record.confirming import to_confirm
from pmtui.record.joining import Thing, kind_of, things
from pmtui.record.names import item_id
from pmtui.record.taking_up import Plan, under_way
from pmtui.record.withheld import on_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pmtui.questionnaire.schema import Question
    from pmtui.questionnaire.values import Days
    from pmtui.record.additions import Additions
    from pmtui.record.documents import Answer
    from pmtui.record.view import View


@dataclass
class Walking:
    """One interview of `view`, walked through by one person; `place` is where they stood when they left it.

    Who answers `alone`, without a facilitator, sees no notes and nothing of what others said.
    """

    view: View
    interview: str
    days: Days
    place: Mapping[str, str | None] | None = None
    alone: bool = False
    position: int = field(init=False)
    walk: Walk = field(init=False)
    asking: Asking = field(init=False)
    unconfirmed: dict[str, str] = field(init=False)
    """The words of a question when it was answered, by the key of its answer, where they are others now."""
    added: Additions = field(init=False)
    """What is asked in addition to the questionnaire."""
    follow_up: Plan | None = field(init=False)
    """What the follow-up asks that is under way; none where the whole interview is walked through."""

    def __post_init__(self) -> None:
        self.asking, self.walk = self._walk(self.view, {})
        self.unconfirmed = to_confirm(self.view, self.interview)
        self._begin_where_empty()
        self._begin_again(self.place)
        found = self.walk.find(self.place)
        if found is None:
            # A walk of which nothing was answered yet begins with what is read first.
            found = self.walk.first_open() if self.walk.answers else 0
        self.position = found
        if self.follow_up and not self.asks()(self.step):
            self.position = next(iter(self.asked), self.position)

    def renew(self, view: View, days: Days) -> bool:
        """Go on with what the store holds now, on the same page.

        False, and nothing is done, where that page is not asked any more.  The caller sees to it that the store holds
        all that was told here.
        """
        here = self.step.place
        asking, walk = self._walk(view, self._still_begun(view))
        found = walk.find(here)
        if found is None or walk.steps[found].place != here:
            return False
        self.view, self.days, self.asking, self.walk = view, days, asking, walk
        self.unconfirmed = to_confirm(view, self.interview)
        self.__dict__.pop("_things", None)
        self._begin_where_empty()
        self.go_to(here)
        return True

    def _walk(self, view: View, begun: Mapping[str, str]) -> tuple[Asking, Walk]:
        # What another interview keeps off the record is repeated in no question and offered in no list here.
        asking, function = Asking(on_record(view, besides=self.interview)), view.participant_of(self.interview).function
        answers, asked = view.answers_of(self.interview), view.questionnaire(self.interview)
        self.added, self.follow_up = view.additions(self.interview), under_way(view, self.interview)
        return asking, Walk(asked, answers, begun, view.dropped, function, asking.of_record)

    def _still_begun(self, view: View) -> dict[str, str]:
        """The items that were begun, without those that somebody took out, or that others named real ones beside."""
        answers, sections = (
            view.answers_of(self.interview),
            {each.id: each for each in self.walk.questionnaire.sections},
        )
        return {
            name: item
            for name, item in self.walk.begun.items()
            if item not in view.dropped
            and (
                item == self.step.item
                or self.walk.items(sections[name])
                or not items_of(sections[name], answers, view.dropped)
            )
        }

    @property
    def step(self) -> Step:
        """The page that is open."""
        return self.walk.steps[self.position]

    @property
    def question(self) -> Question | None:
        """The question of this page as it is spoken, with earlier answers in its words; none on a page of items."""
        return spoken(self.walk, self.step, self._of_record)

    @property
    def note(self) -> str | None:
        """What only a facilitator sees on this page."""
        question = self.question
        return None if self.alone else (question.note if question else None) or self.step.section.note

    def _of_record(self, path: str) -> list[str]:
        return self.asking.values_of_record(path, self.interview if self.alone else None)

    @property
    def failing(self) -> list[str]:
        """What the checks of this page say that do not hold."""
        return [filled(self.walk, self.step, check.say) for check in self.walk.failing(self.step)]

    @property
    def given(self) -> Answer | None:
        """What was answered on this page."""
        return self.walk.answer(self.step)

    def asks(self) -> Callable[[Step], bool]:
        """Whether a page is one that next and back go to: any, but in a follow-up only what that asks."""
        if self.follow_up is None:
            return lambda _: True
        return asked_by(self, self.follow_up)

    @property
    def asked(self) -> list[int]:
        """The positions of the pages with a question that next and back go to."""
        is_asked = self.asks()
        return [at for at, step in enumerate(self.walk.steps) if step.question and is_asked(step)]

    def forward(self) -> bool:
        """Go to the next page; false on the last one."""
        return self._go(range(self.position + 1, len(self.walk.steps)))

    def back(self) -> bool:
        """Go to the page before; false on the first one."""
        return self._go(range(self.position - 1, -1, -1))

    def next_section(self) -> bool:
        """Go to the next section; false in the last one."""
        here, steps = self.step.section, self.walk.steps
        return self._go([at for at in range(self.position, len(steps)) if steps[at].section is not here])

    def go_to(self, place: Mapping[str, str | None]) -> None:
        """Go to a page of the walk."""
        found = self.walk.find(place)
        if found is not None:
            self.position = found

    def items(self) -> Sequence[str]:
        """The items of the open section that have answers."""
        return self.walk.items(self.step.section)

    def add_item(self) -> None:
        """Begin another item of the section that is open, and go to its first question."""
        section = self.step.section
        if not section.repeat:
            raise Refused(f"{section.title} has no items; it is asked once")
        self.walk = replace(self.walk, begun={**self.walk.begun, section.id: self.new_item(section.repeat)})
        first = section.questions[0].id
        self.go_to({"section": section.id, "question": first, "item": self.walk.begun[section.id]})

    def named_by_others(self) -> list[Thing]:
        """What others named that this section could speak about, and this interview does not yet."""
        if self.alone:
            return []
        section = self.step.section
        kind, own = kind_of(section), set(self.walk.items(section))
        taken = {*own, *self.walk.begun.values()}
        return [each for each in self._things if each.kind == kind and taken.isdisjoint((each.id, *each.same))]

    @cached_property
    def _things(self) -> list[Thing]:
        """Every item of the incident, as it was when the interview was opened."""
        return things(on_record(self.view, besides=self.interview))

    def speak_about(self, item: str) -> None:
        """Go to the first question of the open section about an item that somebody else named."""
        section = self.step.section
        self.walk = replace(self.walk, begun={**self.walk.begun, section.id: item})
        first = section.questions[0].id
        self.go_to({"section": section.id, "question": first, "item": item})

    def drop_item(self) -> str | None:
        """Take the item of this page out of the walk; returns it where it has answers, for a decision that says so."""
        item, section = self.step.item, self.step.section
        if item is None:
            return None
        told = item in self.walk.items(section)
        begun = {name: each for name, each in self.walk.begun.items() if each != item}
        self.walk = replace(self.walk, begun=begun, dropped=self.walk.dropped | {item})
        self._begin_where_empty()
        self.go_to({"section": section.id, "question": None, "item": None})
        return item if told else None

    def leave_out(self, item: str) -> None:
        """Take an item out of the walk, wherever it is asked about; the same page stays open."""
        here = self.step.place
        self.walk = replace(self.walk, dropped=self.walk.dropped | {item})
        self._begin_where_empty()
        self.go_to(here)

    def keep_item(self) -> str | None:
        """Bring back the item of the open section that was spoken of last among those taken out; returns it."""
        section = self.step.section
        ids = {question.id for question in section.questions}
        told = [each.item for each in self.walk.answers.values() if each.question in ids and each.item]
        item = next((item for item in reversed(told) if item in self.walk.dropped), None)
        if item is not None:
            self.walk = replace(self.walk, dropped=self.walk.dropped - {item})
            self.go_to({"section": section.id, "question": section.questions[0].id, "item": item})
        return item

    def number_of_item(self) -> tuple[int, int]:
        """(which item of its section this page speaks about, how many there are), counted from 1."""
        items = list(dict.fromkeys(step.item for step in self.walk.steps if step.section is self.step.section))
        shown = [item for item in items if item]
        return (shown.index(self.step.item) + 1 if self.step.item in shown else len(shown)), len(shown)

    def told_of(self, item: str) -> list[str]:
        """What was answered about an item of the open section, in words, question by question."""
        found = []
        for question in self.step.section.questions:
            key = key_of(question.id, item)
            answer = self.walk.answers.get(key)
            if answer and answer.state == "answered" and key in self.walk.relevance.asked:
                found.append(values.said(question, answer.value))
        return found

    def new_item(self, kind: str) -> str:
        """An id that no item of the incident has."""
        taken = {each.item for each in self.view.whole.answers.values() if each.item}
        return item_id(kind, taken | set(self.walk.begun.values()))

    def _question(self) -> Question:
        question = self.question
        if question is None:
            raise Refused("there is no question on this page; `enter` adds another item")
        return question

    def _go(self, positions: Iterable[int]) -> bool:
        is_asked = self.asks()
        found = next((at for at in positions if is_asked(self.walk.steps[at])), None)
        self.position = self.position if found is None else found
        return found is not None

    def _begin_where_empty(self) -> None:
        # A repeated section without an item shows its questions all the same, so that walking shows all that is asked.
        begun = dict(self.walk.begun)
        for section in self.walk.questionnaire.sections:
            if section.repeat and not self.walk.items(section):
                begun.setdefault(section.id, self.new_item(section.repeat))
        self.walk = replace(self.walk, begun=begun)

    def _begin_again(self, place: Mapping[str, str | None] | None) -> None:
        # Who left in the middle of a new item, before its first answer, comes back to that same item.
        item, section = (place or {}).get("item"), (place or {}).get("section")
        known = {each.id: each for each in self.walk.questionnaire.sections if each.repeat}
        if item and section in known and item not in self.walk.items(known[section]) and item not in self.walk.dropped:
            self.walk = replace(self.walk, begun={**self.walk.begun, section: item})
