"""Make the example of a review half-way through its interviews anew, from review.yaml.

    .venv/bin/python docs/example/make.py

It is written as `pmtui export --format json` writes it, to the folder of the examples in the package.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from pmtui.draft.document import document
from pmtui.intake import people, starting
from pmtui.interview.beginning import asked, days_of
from pmtui.questionnaire.shelves import BUILT_IN, Shelves
from pmtui.questionnaire.values import value_of
from pmtui.record.changes import (
    Given,
    Place,
    Stamp,
    add_incident,
    add_interview,
    add_participant,
    begin_interview,
    decide,
    put_answer,
    set_interview_state,
)
from pmtui.record.consent import Choice, give
from pmtui.record.documents import Incident
from pmtui.record.fold import record
from pmtui.record.queue import ASK, asking
from pmtui.record.view import PARK, View
from pmtui.settings import package_folder
from pmtui.store import Store

if TYPE_CHECKING:
    from pmtui.record.edit import Edit

HERE = Path(__file__).parent
BY = "facilitator"
PAUSE = timedelta(minutes=2)
"""Between two answers."""


@dataclass
class Review:
    """The incident `name` while it is filled; `items` holds the id of each item by the label that the file gives it."""

    store: Store
    name: str
    items: dict[str, str] = field(default_factory=dict)

    def interview(self, participant: str, told: dict[str, Any]) -> None:
        """Hold an interview: every answer at a time of its own, then what was parked or put to others."""
        began = datetime.fromisoformat(told["at"])
        snapshot = asked(told["questionnaire"], Shelves.of(BUILT_IN))
        name = self._change(lambda edit: add_interview(edit, participant, snapshot, _stamp(began)))
        for number, (where, what) in enumerate(told["answers"]):
            self._answer(name, where, what, _stamp(began + number * PAUSE))
        last = _stamp(began + len(told["answers"]) * PAUSE)
        for idea in told.get("ideas", []):
            self._change(lambda edit, idea=idea: decide(edit, PARK, name, last, idea))
        for each in told.get("asks", []):
            value = asking(each["of"], each["ask"])
            self._change(lambda edit, each=each, value=value: decide(edit, ASK, f"{name}/{each['at']}", last, value))
        if told.get("ended"):
            self._change(lambda edit: set_interview_state(edit, name, "ended", last))

    def _answer(self, interview: str, where: str, what: str | dict[str, Any], stamp: Stamp) -> None:
        view = View(self.store.view(self.name))
        question, _, label = where.partition("@")
        asks = view.questionnaire(interview)
        if isinstance(what, str):
            given = Given("answered", value_of(asks.questions[question], what, days_of(view, interview)))
        else:
            given = Given(**what)

        def put(edit: Edit) -> None:
            kind = asks.section_of[question].repeat
            if kind and label not in self.items:
                # Of the form that `record.names.item_id` draws by lot, but the same each time the example is made.
                self.items[label] = kind[0] + hashlib.sha256(label.encode()).hexdigest()[:4]
            begin_interview(edit, interview, stamp)
            put_answer(edit, interview, Place(question, self.items.get(label)), given, stamp)

        self._change(put)

    def _change(self, change: Any) -> Any:
        return self.store.change(self.name, change)


def _stamp(at: datetime) -> Stamp:
    return Stamp(at.isoformat(timespec="milliseconds"), BY)


def make(store: Store) -> dict[str, Any]:
    """The example as an exported document; it is put together in `store`."""
    told = yaml.safe_load((HERE / "review.yaml").read_text())
    begun = Stamp(told["participants"][0]["interview"]["at"], BY)
    name = told["incident"].pop("id")
    noticed = told["incident"].pop("noticed")
    form = starting.Form(**told["incident"], noticed=noticed["words"], basis=noticed["basis"])
    today = datetime.fromisoformat(begun.at).date()
    fields = starting.read(form, noticed_zone=form.zone or "", today=today)
    store.create(name, lambda edit: add_incident(edit, Incident(id=name, created=begun.at, **fields)))
    review = Review(store, name)
    ids = [_add(review, each, begun) for each in told["participants"]]
    for participant, each in zip(ids, told["participants"], strict=True):
        if "interview" in each:
            review.interview(participant, each["interview"])
    view = View(store.view(name))
    whole = document(view, record(view))
    return {key: part for key, part in whole.items() if key not in ("record", "codes")}


def _add(review: Review, told: dict[str, Any], stamp: Stamp) -> str:
    words = {key: str(told[key]) for key in ("role", "function", "reason", "state") if key in told}
    kind = told.get("kind", "person")
    fields = {**people.read(people.Person(**words)), **({"order": told["order"]} if "order" in told else {})}

    def put(edit: Edit) -> str:
        name = add_participant(edit, kind=kind, **fields)
        if "consent" in told:
            give(edit, name, Choice(**told["consent"]), stamp)
        return name

    return str(review.store.change(review.name, put))


def main() -> None:
    """Write the example."""
    with tempfile.TemporaryDirectory() as folder:
        found = make(Store.open(Path(folder), BY))
    target = package_folder("examples") / f"{found['incident']['id']}.json"
    target.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
