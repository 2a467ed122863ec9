"""One mistake is told once, and what can be used but does not do what was meant is told too."""

from __future__ import annotations

import pytest

from linting import BEGIN, FIRST, HEAD, OTHER, found, question

KEY, PLACE, UNKNOWN = "schema/unknown-key", "ref/place", "choice/unknown-list"
SPEAKS = "      - {id: b, ask: B?, when: 'first == \"low\"'}\n"
"""A question whose condition speaks of the first."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # invisible characters, in what is checked against a list or a form
        (question("ask: Who?", "type: text\u00a0"), [(11, "schema/value")]),
        (question("ask: Who?", "\u200bhelp: x"), [(11, "schema/unknown-key")]),
        (question("ask: Who?").replace("id: second", "id: \u200bsecond"), [(9, "schema/value")]),
        # one mistake, told once
        (question("ask: Who?", "requird: true") + "retired: [{id: old, since: 2, why: x}]\n", [(11, KEY)]),
        (question("question: Who?"), [(10, "schema/unknown-key")]),
        (question("ask: Who?", "mandatory: true"), [(11, "schema/unknown-key")]),
        (question("ask: Who?", "choices:"), [(11, "schema/value")]),
        (BEGIN + FIRST + "      - id: second\n      - ask: Who?\n", [(10, "schema/missing")]),
        (BEGIN + FIRST + "      - id: second\n        ask: Who?\n      - type: text\n", [(11, "schema/missing")]),
        (BEGIN + FIRST + "      - {id:second, ask: Who?}\n", [(9, "schema/unknown-key")]),
        (BEGIN.replace("questions:", "question:") + FIRST + OTHER, [(7, "schema/unknown-key")]),
        (BEGIN.replace("title: One", "title: One\n    repeat: 3") + FIRST + OTHER, [(7, "schema/value")]),
        (BEGIN + FIRST.replace("[low, high]", "lwo") + SPEAKS, [(8, UNKNOWN)]),
        (
            BEGIN + FIRST.replace("[low, high]", "'low, high'") + SPEAKS,
            [(8, "schema/value")],
        ),
        (
            question("ask: Who?", "choices: l") + OTHER.replace("}", ", choices: l}")
            + "choices:\n  l:\n    - {id: x, say: X, not y}\n    - {id: z, label: Z}\n",
            [(15, "schema/unknown-key"), (16, "schema/unknown-key")],
        ),
        (question("ask: Who?", "choices: l") + "choice: {l: [a, b]}\n", [(12, "schema/unknown-key")]),
        (question("ask: Who?", "choices: l") + "choices: [a, b]\n", [(12, "schema/value")]),
        (
            question("ask: How?", "type: scale", "min: 5", "max: 1", "choices: [{id: 1, say: a}, {id: 5, say: b}]"),
            [(12, "schema/bounds")],
        ),
        (HEAD + "sections:\n  - Use: common/timeline@1\n", [(5, "schema/unknown-key")]),
        (question("ask: Who?", "type: many_of", "choics: [a, b]"), [(12, KEY)]),
        (question("ask: Who?", "tye: scale", "min: 1", "choices: [{id: 1, say: a}]"), [(11, KEY)]),
        (
            question("ask: What of {case.first}?").replace("title: One", "title: One\n    repet: case"),
            [(7, KEY)],
        ),
        # entries that YAML takes for the text above them
        (question("ask: Who?", "choices:", "  - low", "     - high", "  - none"), [(13, "yaml/dropped")]),
        (question("ask: Who?", "choices:", "  - low", "    high", "  - none"), [(13, "yaml/dropped")]),
        (question("ask: Who?", "probe:", "  - When was it?", "    - Where was it?"), [(13, "yaml/dropped")]),
        (question("ask: Who?", "probe:", "  - When was it,", "    and where?"), []),
        (question("ask: Who?", "probe:", "  -When was it?", "  - Where was it?"), [(12, "schema/value")]),
        (question("ask: Who?").replace("sections:", "choices:\n  l: [a, b]\n  sections:"), [(6, "schema/missing")]),
        # lists and places in other forms
        (question("ask: Who?", "choices: {from: first}"), [(11, "schema/value")]),
        (question("ask: Who?", "choices: {form: system.name}"), [(11, "schema/value")]),
        (question("ask: Who?", "choices: {low, high}"), [(11, "schema/value")]),
        (question("ask: Who?", "choices: (low, high)"), [(11, "schema/value")]),
        (question("ask: Who?", "choices: from system.name"), [(11, "schema/value")]),
        (question("ask: Who?", "choices:", "  - low", "  - null"), [(13, "schema/value")]),
        (question("ask: Who?", "type: many_of", "other: true"), [(11, "choice/missing")]),
        (question("ask: Who?", "maps_to: detection.duration"), [(11, "ref/place")]),
        (question("ask: Who?", "maps_to: factor.what"), [(11, "ref/place")]),
        (question("ask: Who?", "type: number", "maps_to: detection.at"), [(12, "ref/place")]),
        (question("ask: Who?", "type: date", "maps_to: detection.at"), []),
        # answers that fill the wrong place, or one that is filled already
        (question("ask: Who?", "maps_to: event.what") + OTHER.replace("}", ", maps_to: event.what}"), [(12, PLACE)]),
        (
            question("ask: Who?", "maps_to: event.what", "when: answered(first)")
            + OTHER.replace("}", ", maps_to: event.what, when: not answered(first)}"),
            [],
        ),
        (
            (question("ask: Who?", "maps_to: event.what") + OTHER.replace("}", ", maps_to: system.effect}")).replace(
                "title: One", "title: One\n    repeat: event"
            ),
            [(13, "ref/place")],
        ),
        (
            question("ask: Who?", "choices: [a, b]", "type: many_of", "maps_to: detection.how"),
            [(13, "ref/place")],
        ),
        # the record in conditions
        (question("ask: Who?", 'when: has(record.compliance.touches, "safety")'), []),
        (question("ask: Who?", "when: count(record.compliance.touches) > 0"), []),
        (question("ask: Who?", 'when: record.systems.name == "x"'), [(11, "logic/condition")]),
        (question("ask: Who?", 'when: record.system.nam == "x" and frst == "low"'), [(11, "logic/condition")] * 2),
        (
            question("ask: Who?", "type: many_of", "choices: [a, b]", "maps_to: compliance.touches")
            + OTHER.replace("}", ", when: 'record.compliance.touches == \"a\"'}"),
            [(14, "logic/condition")],
        ),
        (question("ask: Who?").replace("title: Small", 'title: Small\nwhen: first == "low"'), [(4, "logic/condition")]),
        # what nobody is ever asked
        (question("ask: Who?", 'when: first == "low" and first == "high"'), [(11, "logic/never")]),
        (question("ask: Who?", 'when: first == "low" or first == "high"'), []),
        (question("ask: Who?", 'when: first != "low" or first != "high"'), [(11, "logic/never")]),
        (question("ask: Who?", 'when: first != "low" and first != "high"'), []),
        (question("ask: Who?", 'when: first in ["low"] and not first == "high"'), []),
        (
            question("ask: Who?", "for: [responder]").replace("title: One", "title: One\n    for: [comms]"),
            [(12, "logic/never")],
        ),
        (question("ask: Who?").replace("title: Small", "title: Small\nlanguage: English"), [(4, "schema/language")]),
        # earlier answers that are not repeated
        *(
            (question(f"ask: 'You said {form}. Who?'"), [(10, "text/braces")])
            for form in ("{first", "first}", "{{first}}", "${first}", "<first>", "[first]", "{ first }")
        ),
        (question("ask: 'What was first [as you saw it]: <b>, or 5 % of them?'"), []),
        (question("ask: Who?", "check: [{that: answered(first), say: 'no <first>'}]"), [(11, "text/braces")]),
        # two questions in one
        (question("ask: When did it begin and who noticed it?"), [(10, "text/two")]),
        (question("ask: What happened, why did it happen and what will be done?"), [(10, "text/two")]),
        (question("ask: Did you see the alert and did you act on it?"), [(10, "text/two")]),
        (question("ask: 'You said \"about 9\". What told you so? A log?'"), []),
        (question("ask: What happened, and how did you come into it?"), []),
        (question("ask: Who was told, and by whom?"), []),
        (question("ask: What did they see and hear?"), []),
        (question("ask: What was known when the alert came and what it meant?"), []),
        # blame, wherever people read it
        (question("ask: Who?").replace("title: One", "title: Who is to blame"), [(6, "blame/leading-question")]),
        (question("ask: Which?", "choices: [model, human error]"), [(11, "blame/human-error")]),
        (question("ask: Who?").replace("sections:", "preamble: [We do not ask who is to blame.]\nsections:"), []),
        # a test of the file that fails, where all else is right
        (
            question("ask: Who?") + "tests: [{name: x, given: {first: low}, expect: {not_asked: [second]}}]\n",
            [(11, "test/fails")],
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_once_and_where_it_is(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text) == expected
