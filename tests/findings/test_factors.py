from __future__ import annotations

from pmtui.findings.factors import by_level
from pmtui.record.items import Factor, Record


def test_every_level_is_there_and_factors_keep_their_order() -> None:
    first, second = (Factor(id=name, accounts=("i1",), level="process", what=name) for name in ("f1", "f2"))
    assert by_level(Record(factors=(first, second))) == {"technical": [], "process": [first, second], "governance": []}
