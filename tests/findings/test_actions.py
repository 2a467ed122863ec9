from __future__ import annotations

import pytest

from pmtui.findings import actions
from pmtui.record.items import Action, Record


def action(state: str | None) -> Action:
    return Action(id="a1", accounts=("i1",), what="x", state=state)


@pytest.mark.parametrize(
    "state", ["done", "completed", "closed", "effective", "declined", "superseded", "cancelled", " Done "]
)
def test_a_closed_action_waits_for_nobody(state: str) -> None:
    assert not actions.is_open(action(state))


@pytest.mark.parametrize("state", [None, "", "ordered", "reported done, not verified", "ineffective"])
def test_any_other_action_is_open(state: str | None) -> None:
    assert actions.is_open(action(state))


def test_open_actions_keep_their_order() -> None:
    some = tuple(map(action, (None, "done", "ordered")))
    assert actions.open_actions(Record(actions=some)) == [some[0], some[2]]
