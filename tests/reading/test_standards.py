from __future__ import annotations

import pytest

from pmtui.reading import standards, vocabularies
from refusals import refused

ASKED_FOR = ("OECD", "AIID", "CSET", "EU_HR", "EU_GPAI", "NIST", "ISO", "GDPR", "ATLAS", "CISA")


def test_every_item_is_told_apart_and_asked_for_by_known_standards() -> None:
    found = standards.items()
    assert len({each.id for each in found}) == len(found) == 110
    for each in found:
        assert each.words
        assert set(each.refs) == set(each.asked_by) <= set(standards.names())
        assert set(each.required_by) <= set(each.asked_by)


def test_who_knows_best_is_a_function_of_the_vocabulary() -> None:
    functions = {each.id for each in vocabularies.values("function")}
    assert {name for each in standards.items() for name in each.functions} <= functions


@pytest.mark.parametrize("standard", ASKED_FOR)
def test_every_standard_asks_for_something(standard: str) -> None:
    assert standards.standard_or_refuse(standard.lower().replace("_", "-")) == standard
    assert all(standard in each.asked_by for each in standards.asked_by(standard))
    assert standards.asked_by(standard)


def test_another_standard_is_refused_with_those_that_there_are() -> None:
    assert "no standard `OEDC` - did you mean `OECD`?; there are: OECD, AIID" in refused(
        standards.standard_or_refuse, "OEDC"
    )
