"""`pmtui questionnaire coverage`: which items of the standards the questionnaires cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import print_json
from pmtui.cli.questionnaire.opening import questionnaire_of, shelves_of
from pmtui.reading.plain import counted

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from pmtui.reading.standards import Information

FOR_FILES = "imported"
"""What files are read into; nobody is asked it."""


def run(given: Namespace) -> int:
    """Print the items with the questionnaires that cover them; 1 where one is covered by none."""
    from pmtui.questionnaire.coverage import covered
    from pmtui.reading import standards

    standard = standards.standard_or_refuse(given.standard) if given.standard else None
    names = [name for name in shelves_of(given).names() if name != FOR_FILES]
    found = covered(questionnaire_of(given, name) for name in names)
    items = standards.asked_by(standard)
    if given.format == "json":
        print_json([_plain(each, found.get(each.id, {})) for each in items])
    elif standard:
        _print_items(items, found, standard)
    else:
        _print_questionnaires(names, items, found)
    return 0 if all(each.id in found for each in items) else 1


def _plain(item: Information, questions: Mapping[str, Sequence[str]]) -> dict[str, object]:
    return {
        "id": item.id,
        "item": item.words,
        "questionnaire": item.questionnaire,
        "asked_by": list(item.asked_by),
        "required_by": list(item.required_by),
        "questions": {name: list(each) for name, each in questions.items()},
    }


def _print_items(items: Sequence[Information], found: Mapping[str, Mapping[str, object]], standard: str) -> None:
    print(f"{standard}: {sum(each.id in found for each in items)} of {counted(len(items), 'item')} covered")
    for each in items:
        duty = ", mandatory" if standard in each.required_by else ""
        print(f"{each.id}  {each.words} ({each.refs.get(standard, '')}{duty})")
        print(f"       {', '.join(found.get(each.id, ())) or 'not covered'}")


def _print_questionnaires(
    names: Sequence[str], items: Sequence[Information], found: Mapping[str, Mapping[str, object]]
) -> None:
    for name in names:
        ids = [each.id for each in items if name in found.get(each.id, ())]
        print(f"{name}: {counted(len(ids), 'item')}")
        for at in range(0, len(ids), 12):
            print(f"  {' '.join(ids[at : at + 12])}")
    missing = [each for each in items if each.id not in found]
    print(f"{len(items) - len(missing)} of {counted(len(items), 'item')} covered")
    for each in missing:
        print(f"  not covered: {each.id}  {each.words}")
