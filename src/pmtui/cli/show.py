"""`pmtui show`: what is known about an incident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import print_json, rules_folder, settings_of, view_of
from pmtui.errors import Refused
from pmtui.library.catalogue import row
from pmtui.reading.plain import counted, one_line, printable

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from pmtui.library.catalogue import Row
    from pmtui.record.documents import Participant
    from pmtui.record.items import Record
    from pmtui.record.view import View


def run(given: Namespace) -> int:
    """Print a page for people, or everything as JSON."""
    from pmtui.record.fold import record
    from pmtui.record.withheld import on_record

    store, view = view_of(given)
    if given.notes:
        return _notes(given, view)
    view = on_record(view)
    known = record(view)
    if given.coverage is not None:
        return _coverage(given, view, known)
    if given.format == "json":
        from pmtui.draft.document import document

        print_json(document(view, known))
        return 0
    listed = row(store, settings_of(given).cache, rules_folder(given), view.incident.id)
    for line in _page(view, known, listed):
        print(line)
    return 0


def _notes(given: Namespace, view: View) -> int:
    """Print facilitators' own notes: for people, and in no other form."""
    from pmtui.record.notes import notes

    if given.format == "json" or given.coverage is not None:
        raise Refused("--notes stands alone: facilitators' own notes are in no export, so not in JSON either")
    for each in notes(view):
        role = one_line(view.participant_of(each.interview).role)
        print(f"{each.interview}  {role}, noted by {one_line(each.by)}, {each.at}")
        for line in each.text.splitlines():
            print(f"  {printable(line)}")
    if not notes(view):
        print("no notes; they are written when an interview has ended, or with /notes in `pmtui interview --plain`")
    return 0


def _coverage(given: Namespace, view: View, known: Record) -> int:
    """Print what is answered of what a standard asks for, what is open, and who can best answer it."""
    from pmtui.findings.coverage import of_incident
    from pmtui.reading import standards, vocabularies

    standard = None if given.coverage.casefold() == "all" else standards.standard_or_refuse(given.coverage)
    found = of_incident(view, known, standard)
    if given.format == "json":
        keys = ("id", "item", "state", "functions", "people")
        print_json(
            [
                dict(
                    zip(
                        keys, (each.item.id, each.item.words, each.state, each.item.functions, each.people), strict=True
                    )
                )
                for each in found
            ]
        )
        return 0
    still_open = [each for each in found if each.is_open]
    print(f"{standard or 'all standards'}: {len(found) - len(still_open)} of {counted(len(found), 'item')} answered")
    for each in found:
        why = "" if each.state == "answered" else f": {vocabularies.label('empty_reason', each.state).lower()}"
        if not each.is_open:
            print(f"  {each.item.id}  {each.item.words}{why}")
    print("open")
    for each in still_open:
        functions = " or ".join(vocabularies.label("function", name).lower() for name in each.item.functions)
        people = f" ({', '.join(each.people)})" if each.people else ""
        print(f"  {each.item.id}  {each.item.words}")
        print(f"         {vocabularies.label('empty_reason', each.state).lower()}; ask {functions}{people}")
    return 0


def _page(view: View, known: Record, listed: Row) -> Iterator[str]:
    from collections import Counter

    from pmtui.interview.facilitating import noted
    from pmtui.reading import moments, vocabularies
    from pmtui.record.people import people, sources
    from pmtui.record.probing import used

    incident = view.incident
    yield f"{one_line(incident.title)}"
    yield f"  id        {incident.id}"
    yield f"  state     {incident.state.replace('_', ' ')}"
    yield f"  severity  {incident.severity or 'not set'}"
    yield f"  noticed   {moments.show(incident.noticed) if incident.noticed else 'not set'}"
    yield f"  zone      {incident.zone}"
    yield f"  summary   {one_line(incident.summary or 'none yet')}"
    yield ""
    yield "participants"
    for each in (*people(view), *sources(view)):
        yield f"  {each.id:<5} {_told_of(each)}"
    for said in noted(view):
        if said.is_so:
            yield f"  {one_line(said.by)} {said.words}"
    yield "interviews"
    for held in view.whole.interviews.values():
        role = one_line(view.participant(held.participant).role)
        if held.id not in view.interviews:
            yield f"  {held.id:<5} {held.questionnaire} {held.version}, {role}, withdrawn: in no draft and no export"
            continue
        count = len(view.answers_of(held.id))
        yield f"  {held.id:<5} {held.questionnaire} {held.version}, {role}, {held.state}, {counted(count, 'answer')}"
    if asked := used(view.decisions):
        kinds = Counter(vocabularies.label("probe_kind", each.kind).lower() for each in asked)
        yield f"follow-ups used  {len(asked)}: {', '.join(f'{kind} {count}' for kind, count in kinds.most_common())}"
    yield "record"
    yield f"  {', '.join(_counts(known)) or 'nothing yet'}"
    if known.kept:
        yield f"  {counted(len(known.kept), 'answer')} kept but not in the report"
    yield f"  {counted(listed['flags'] or 0, 'flag')}, {counted(listed['actions']['open'] or 0, 'open action')}"
    yield ""
    yield f"Next: {one_line(listed['next'])}"


def _counts(known: Record) -> Iterator[str]:
    """How many items of each kind are known: `1 system`, `3 events`."""
    from pmtui.record.items import KINDS

    one = {"accounts": "account", "gaps": "gap", **{field: kind for kind, (field, _) in KINDS.items()}}
    for name, value in known:
        if value and name != "empty":
            noun = one.get(name, name) if len(value) == 1 else name
            yield f"{len(value)} {noun.replace('_', ' ')}"


def _told_of(who: Participant) -> str:
    from pmtui.reading import vocabularies

    name = f" ({one_line(who.name)})" if who.name else ""
    if who.kind == "source":
        return f"{one_line(who.role)}{name}, source{f', {who.state}' if not who.takes_part else ''}"
    function = f", {vocabularies.label('function', who.function).lower()}" if who.function else ""
    reason = f": {one_line(who.reason)}" if who.reason else ""
    return f"{one_line(who.role)}{name}{function}, {vocabularies.label('participant_state', who.state).lower()}{reason}"
