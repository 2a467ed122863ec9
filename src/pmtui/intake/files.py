"""An incident from a file, whichever kind it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.intake.starting import now
from pmtui.questionnaire.shelves import BUILT_IN, Shelves

if TYPE_CHECKING:
    from pmtui.record.edit import Edit
    from pmtui.store import Store


def titles(folder: Path) -> dict[str, str]:
    """The incidents that the files in `folder` hold: title by name of file, exported records before case files."""
    from pmtui.intake.case_import import load_case
    from pmtui.intake.exported import load_exported

    found = {path.name: load_exported(path)["incident"]["title"] for path in sorted(folder.glob("*.json"))}
    return found | {path.name: load_case(path).title for path in sorted(folder.glob("*.yaml"))}


def start_from_file(store: Store, name: str | Path) -> str:
    """Make the incident that a case file (.yaml) or an exported record (.json) holds; returns its id, which is kept.

    Raises `Refused` where the file has mistakes or the id is taken; nothing is made then.
    """
    path = Path(name)
    if path.suffix == ".json":
        from pmtui.intake.exported import import_exported, load_exported

        data = load_exported(path)
        incident: str = data["incident"]["id"]
        store.create(incident, lambda edit: import_exported(edit, data))
        return incident
    from pmtui.intake.case_import import import_case, load_case
    from pmtui.interview.beginning import asked

    if path.suffix not in (".yaml", ".yml"):
        raise Refused(f"{path}: a case file ends in .yaml, an exported record in .json")
    case, stamp = load_case(path), now(store.by)
    questions = asked("imported", Shelves.of(BUILT_IN))

    def put(edit: Edit) -> None:
        import_case(edit, case, questions, stamp)

    store.create(case.id, put)
    return case.id
