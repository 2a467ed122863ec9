from __future__ import annotations

import pytest

from pmtui.findings import actions
from pmtui.record.items import Action, Record


def action(status: str | None) -> Action:
    return Action(id="a1", accounts=("i1",), what="x", status=status)


@pytest.mark.parametrize(
    "status", ["done", "completed", "closed", "effective", "declined", "superseded", "cancelled", " Done "]
)
def test_a_closed_action_waits_for_nobody(status: str) -> None:
    assert not actions.is_open(action(status))


@pytest.mark.parametrize("status", [None, "", "ordered", "reported done, not verified", "ineffective"])
def test_any_other_action_is_open(status: str | None) -> None:
    assert actions.is_open(action(status))


def test_open_actions_keep_their_order() -> None:
    some = tuple(map(action, (None, "done", "ordered")))
    assert actions.open_actions(Record(actions=some)) == [some[0], some[2]]
