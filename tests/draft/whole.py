"""An incident with something in every place that the draft shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from incidents import QUOTED
from pmtui.record import items
from pmtui.record.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

LINKED = "https://example.org/report?a=1&copy=2#part_(3)"
STAMP = "2026-03-14T10:00:00+01:00"
ASKED = {
    "questionnaire": "small",
    "version": 3,
    "title": "Small",
    "sections": [{"id": "s", "title": "S", "questions": [{"id": "story", "ask": "What?", "maps_to": "account.told"}]}],
}


def whole(say: Callable[[], str]) -> tuple[View, items.Record]:
    """View and record; `say` gives the text of the next place that a person can type in."""
    return _view(say), _record(say)


def _view(say: Callable[[], str]) -> View:
    people: dict[str, dict[str, Any]] = {
        "p1": {"id": "p1", "role": f"1 {say()}", "alias": say(), "consent": QUOTED},
        "p2": {"id": "p2", "role": f"2 {say()}", "consent": QUOTED},
        "p3": {"id": "p3", "role": say(), "state": "declined"},
    }
    interviews: dict[str, dict[str, Any]] = {
        name: {
            "id": name,
            "participant": participant,
            "questionnaire": "small",
            "version": 3,
            "title": say(),
            "snapshot": "x",
            "state": "ended",
            "started": STAMP,
        }
        for name, participant in (("i1", "p1"), ("i2", "p2"), ("i3", "p2"))
    }
    answer: dict[str, Any] = {
        "interview": "i1",
        "question": "story",
        "state": "answered",
        "value": "x",
        "revision": 1,
        "at": STAMP,
    }
    incident: dict[str, Any] = {
        "id": "2026-03-14-x",
        "title": say(),
        "severity": say(),
        "state": say(),
        "zone": "Europe/Berlin",
        "summary": say(),
        "noticed": _moment(say),
        "created": STAMP,
    }
    return View(
        {
            "incident": {"incident": incident},
            "participants": people,
            "interviews": interviews,
            "answers": {"i1/story": answer | {"by": say()}},
            "questionnaires": {"x": ASKED},
        }
    )


def _moment(say: Callable[[], str]) -> dict[str, Any]:
    relative = {"to": say(), "seconds": -90}
    return {"words": f"said {say()}", "at": STAMP, "precision": "minute", "basis": "logged", "relative_to": relative}


def _common(say: Callable[[], str], name: str) -> dict[str, Any]:
    said = {"i1": say(), "i2": [say(), say()], "i3": {"words": say()}}
    return {
        "id": name,
        "accounts": ("i1", "i2"),
        "basis": say(),
        "status": say(),
        "confidence": say(),
        "note": say(),
        "sources": (LINKED, f"{name} {say()}"),
        "remarks": (say(), say()),
        "differs": (items.Difference(field="what", said=said),),
    }


OWN = {"id", "accounts", "basis", "status", "confidence", "note", "sources", "remarks", "differs", "withhold", "same"}


def _item(say: Callable[[], str], kind: type[items.Item], name: str, **fixed: Any) -> items.Item:
    values: dict[str, Any] = dict(fixed)
    for field, asked in kind.model_fields.items():
        if field in OWN or field in fixed:
            continue
        if asked.annotation == items.Moment | None:
            values[field] = _moment(say)
        else:
            values[field] = (say(), say()) if asked.annotation == tuple[str, ...] else say()
    return kind(**_common(say, name), **values)


def _record(say: Callable[[], str]) -> items.Record:
    parts: dict[str, tuple[items.Item, ...]] = {}
    for kind, (part, model) in items.KINDS.items():
        if kind == "factor":
            parts[part] = tuple(_item(say, model, level, level=level) for level in items.LEVELS)
        elif kind == "publication":
            parts[part] = (
                _item(say, model, "listed", url=LINKED, label=f"1 {say()}"),
                _item(say, model, "no link", url=f"see {say()}", label=f"2 {say()}"),
            )
        else:
            parts[part] = (_item(say, model, f"{kind}-1"),)
    asked = {"question": "story@system-1", "ask": say(), "remark": say()}
    account = items.Account(
        interview="i1",
        participant="p1",
        role="role",
        questionnaire=say(),
        told=say(),
        cause_view=say(),
        mark=say(),
        basis=say(),
        note=say(),
        sources=(LINKED, f"account {say()}"),
        replies=(items.Reply(state="answered", value=say(), **asked),),
    )
    silent = items.Account(interview="i2", participant="p2", role="role", questionnaire=say())
    return items.Record(
        **parts,
        accounts=(account, silent),
        gaps=(items.Gap(interview="i1", state="later", **asked),),
        kept=(items.Kept(interview="i1", value=say(), because="version", **asked),),
    )
