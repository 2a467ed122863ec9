"""What must not be repeated is in the record and in no draft."""

from __future__ import annotations

import pytest

from incidents import SMALL, answer, begun, view
from pmtui.draft import markdown
from pmtui.draft.document import document
from pmtui.record.fold import record

ASKED = SMALL.replace("{id: aside, ask: Anything else?}", "{id: aside, ask: Keep it out?, maps_to: account.withhold}")
ASKED = ASKED.replace(
    "system.effect}", "system.effect}\n      - {id: keep_out, ask: Keep it out?, maps_to: system.withhold}"
)


@pytest.mark.parametrize("place", ["keep_out@s1", "aside"])
def test_what_must_not_be_repeated_stays_out_of_the_draft_and_is_counted(place: str) -> None:
    edit = begun(ASKED)
    answer(edit, "i1/story", "a hateful telling")
    answer(edit, "i1/name@s1", "a hateful name")
    before = markdown(view(edit), record(view(edit)))
    assert "a hateful name" in before
    assert "a hateful telling" in before
    answer(edit, f"i1/{place}", "yes")
    known = record(view(edit))
    draft = markdown(view(edit), known)
    assert ("a hateful name" in draft, "a hateful telling" in draft) == (place == "aside", place != "aside")
    assert "- 1 item not to be repeated" in draft
    assert "a hateful name" in str(document(view(edit), known))
