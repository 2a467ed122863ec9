"""Codes of outside lists follow from what was chosen."""

from __future__ import annotations

from incidents import answer, begun, view
from pmtui.findings.codes import codes
from pmtui.record.fold import record

ASKED = """
questionnaire: small
version: 1
title: Small
sections:
  - id: causes
    title: Causes
    repeat: factor
    questions:
      - {id: what, ask: What?, maps_to: factor.technical.what}
      - id: kinds
        ask: Which?
        type: many_of
        other: true
        choices: {vocabulary: cause_technical}
        maps_to: factor.technical.kinds
"""


def test_codes_follow_from_choices_and_levels() -> None:
    edit = begun(ASKED)
    assert codes(view(edit), record(view(edit))) == {}
    answer(edit, "i1/what@f1", "Old labels")
    answer(edit, "i1/kinds@f1", ["t-data-quality", "words of their own"])
    found = codes(view(edit), record(view(edit)))
    assert found["AcciMap"] == ["levels 5-6"]
    assert found["OECD"] == ["21"]
    assert found["MIT"] == ["7.3"]
    assert "Data or Labelling Noise" in found["GMF"]
