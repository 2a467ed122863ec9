"""The form for a participant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.intake.people import Person, add, change
from pmtui.reading.plain import one_line
from pmtui.screens.form import Field, FormScreen

if TYPE_CHECKING:
    from pmtui.record.documents import Participant
    from pmtui.screens.services import Services

REASONS = "led it, found it, was called in off duty, worked alone, owns it"
FUNCTIONS = "may stay empty; responder, operator, model_owner; any other word lists them all"


class PersonForm(FormScreen):
    """Gives the id of the participant that was added, or of `who` that was changed."""

    def __init__(self, services: Services, incident: str, who: Participant | None = None) -> None:
        super().__init__()
        self._services, self._incident, self._who = services, incident, who
        self.title_words = "Change a participant" if who else "Add a participant"

    def fields(self) -> list[Field]:
        """A role, and what may be left out; the state and the order have keys of their own."""
        now = self._who
        return [
            Field("role", "Role", "in their own words: on-call engineer", now.role if now else ""),
            Field("name", "Name", "may stay empty; drafts show the role", (now.name or "") if now else ""),
            Field("reason", "Why talk with them", f"such as: {REASONS}", (now.reason or "") if now else ""),
            Field("function", "Function", FUNCTIONS, (now.function or "") if now else ""),
            Field(
                "zone",
                "Time zone",
                "where it is not the incident's, such as America/New_York",
                (now.zone or "") if now else "",
            ),
        ]

    def save(self, values: dict[str, str]) -> str:
        """Add the participant, or change what differs."""
        if self._who is None:
            return add(self._services.store, self._incident, Person(**values))
        before = {each.id: one_line(each.value) for each in self.fields()}
        changed = {name: value for name, value in values.items() if value != before[name]}
        if changed:
            change(self._services.store, self._incident, self._who.id, Person(**changed))
        return self._who.id
