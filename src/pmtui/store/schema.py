"""The forms that documents have had, and the step from each form to the next.

A file says in which form its documents are.  What is older is brought forward as it is read, and written in the newest
form with the next change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, TypeAlias

from pmtui.errors import Refused

from .changes import apply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from .changes import Op, Tables

Step: TypeAlias = "Callable[[Op], Iterable[Op]]"
"""Gives the operations of the next form for one of a form.

It is pure, looks at that operation alone, and keeps the fields that it does not know.  For a removal it gives removals.
"""


def declined_becomes_a_state(op: Op) -> Iterable[Op]:
    """Schema 1 to 2: a participant who declined says so in `state`; the others had none that was written down."""
    table, key, document = op
    if table == "participants" and document is not None:
        declined = document.get("declined")
        document = {name: each for name, each in document.items() if name != "declined"}
        if declined:
            document["state"] = "declined"
    yield table, key, document


STEPS: list[Step] = [declined_becomes_a_state]
"""The first leads from schema 1 to schema 2.  A step that was released is never changed."""


def newest() -> int:
    """The schema that this pmtui writes."""
    return 1 + len(STEPS)


def forward(ops: Iterable[Op], schema: int) -> list[Op]:
    """The operations `ops` of `schema` in the newest form."""
    for step in STEPS[schema - 1 :]:
        ops = [newer for op in ops for newer in step(op)]
    return list(ops)


def forward_all(tables: Tables, schema: int) -> Tables:
    """The documents `tables` of `schema` in the newest form."""
    if schema == newest():
        return tables
    result: Tables = {}
    apply(result, forward([(name, key, each) for name, table in tables.items() for key, each in table.items()], schema))
    return result


def refuse_newer(schema: int, known: int, where: Path) -> NoReturn:
    """Raise `Refused` about the file `where`, which has a newer `schema` than the `known` ones."""
    raise Refused(f"{where}: written by a newer pmtui (schema {schema}, this one knows {known}); use that one")
