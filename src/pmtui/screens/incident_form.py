"""The form for a new incident, and for changing one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.intake.starting import Form, change, start
from pmtui.reading import moments, vocabularies
from pmtui.reading.plain import one_line
from pmtui.screens.form import Field, FormScreen

if TYPE_CHECKING:
    from pmtui.record.documents import Incident
    from pmtui.screens.services import Services


OPTIONAL = "may stay empty: "
NOTICED = "2026-03-14 14:05, yesterday 9pm, March 2026"


class IncidentForm(FormScreen):
    """Gives the id of the incident that was made or changed."""

    def __init__(self, services: Services, incident: Incident | None = None) -> None:
        super().__init__()
        self._services, self._incident = services, incident
        self.title_words = "Change the incident" if incident else "Start an incident"

    def fields(self) -> list[Field]:
        """What an incident says of itself; the state only once it is there."""
        now = self._incident
        noticed = now.noticed if now else None
        listed = [
            Field("title", "Title", "in a few words: Refund bot paid without limit", now.title if now else ""),
            Field("severity", "Severity", OPTIONAL + _listed("severity"), (now.severity or "") if now else ""),
            Field("noticed", "First noticed", OPTIONAL + NOTICED, moments.show(noticed) if noticed else ""),
            Field(
                "basis", "How sure is that time?", OPTIONAL + _listed("time_basis"), (noticed or {}).get("basis") or ""
            ),
            Field(
                "zone", "Time zone", "of the incident, such as Europe/Berlin", now.zone if now else self._services.zone
            ),
            Field("summary", "Summary", OPTIONAL + "one line for outsiders", (now.summary or "") if now else ""),
        ]
        if now:
            listed.insert(2, Field("state", "State", _listed("record_state"), now.state))
        return listed

    def save(self, values: dict[str, str]) -> str:
        """Make or change the incident; in a change only what differs is set."""
        before = {each.id: one_line(each.value) for each in self.fields()}
        if self._incident is None:
            given = {name: value for name, value in values.items() if value.strip() or name in ("title", "zone")}
            return start(self._services.store, Form(**given))
        changed = {name: value for name, value in values.items() if value != before[name]}
        if "noticed" in changed:
            changed["basis"] = values["basis"]
        if changed:
            change(self._services.store, self._incident.id, Form(**changed))
        return self._incident.id


def _listed(name: str) -> str:
    return ", ".join(each.id for each in vocabularies.values(name))
