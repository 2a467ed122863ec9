"""The form for a participant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.intake.people import Person, add
from pmtui.screens.form import Field, FormScreen

if TYPE_CHECKING:
    from pmtui.screens.services import Services


class PersonForm(FormScreen):
    """Gives the id of the participant that was added."""

    title_words = "Add a participant"

    def __init__(self, services: Services, incident: str) -> None:
        super().__init__()
        self._services, self._incident = services, incident

    def fields(self) -> list[Field]:
        """A role, and what may be left out."""
        return [
            Field("role", "Role", "in their own words: on-call engineer"),
            Field("name", "Name", "may stay empty; drafts show the role"),
            Field("zone", "Time zone", "where it is not the incident's, such as America/New_York"),
        ]

    def save(self, values: dict[str, str]) -> str:
        """Add the participant."""
        person = Person(values["role"], values["name"].strip() or None, zone=values["zone"].strip() or None)
        return add(self._services.store, self._incident, person)
