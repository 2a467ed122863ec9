from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, field_validator

from pmtui.reading import yaml
from pmtui.reading.checking import checked, did_you_mean
from refusals import refusal, refused


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")

    level: Literal["low", "middle", "high"] | None = None
    count: int | None = None
    ready: bool = False

    @field_validator("count")
    @classmethod
    def _is_no_unlucky_number(cls, count: int | None) -> int | None:
        if count == 13:
            raise ValueError("thirteen is not counted here")
        return count


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: str
    part: Part | None = None
    parts: list[Part] = []
    named: dict[str, Part] = {}


def check(text: str) -> Whole:
    return checked(Whole, yaml.parse(text, "f.yaml"))


def test_what_fits_becomes_the_model() -> None:
    whole = check("title: x\nparts: [{count: 3, ready: true}]\n")
    assert whole == Whole(title="x", parts=[Part(count=3, ready=True)])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel: x\ntitle: y\n", "f.yaml:1:1: `titel` is not a known key here - did you mean `title`?"),
        ("title: y\nzzz: x\n", "f.yaml:2:1: `zzz` is not a known key here"),
        ("title: y\npart: {cuont: 1}\n", "f.yaml:2:8: `cuont` is not a known key here - did you mean `count`?"),
        ("title: y\nparts: [{levle: low}]\n", "f.yaml:2:10: `levle` is not a known key here - did you mean"),
        (
            "title: y\nnamed: {a: {levle: low}}\n",
            "f.yaml:2:13: `levle` is not a known key here - did you mean",
        ),
        ("part: {}\n", "f.yaml:1:1: `title` is missing here"),
        ("title: [a]\n", "f.yaml:1:8: for `title` a text is expected, not a list"),
        ("title:\n", "f.yaml:1:7: for `title` a text is expected, not nothing"),
        ("title: {a: b}\n", "f.yaml:1:8: for `title` a text is expected, not keys with values"),
        ("title: y\npart: x\n", "f.yaml:2:7: for `part` a set of keys with values is expected, not `x`"),
        ("title: y\nparts: {}\n", "f.yaml:2:8: for `parts` a list (each entry on a line of its own that starts with"),
        ("title: y\nparts: [x]\n", "f.yaml:2:9: here a set of keys with values is expected, not `x`"),
        ("title: y\nnamed: [x]\n", "f.yaml:2:8: for `named` a set of keys with values is expected, not a list"),
        ("- x\n", "f.yaml:1:1: here a set of keys with values is expected, not a list"),
        ("title: y\npart: {count: few}\n", "f.yaml:2:15: for `count` a whole number is expected, not `few`"),
        ("title: y\npart: {count: 1.5}\n", "f.yaml:2:15: for `count` a whole number is expected, not `1.5`"),
        ("title: y\npart: {count: 13}\n", "f.yaml:2:15: thirteen is not counted here"),
        ("title: y\npart: {ready: maybe}\n", "f.yaml:2:15: for `ready` `true` or `false` is expected, not `maybe`"),
        (
            "title: y\npart: {level: midle}\n",
            "f.yaml:2:15: `midle` is not one of low, middle, high - did you mean `middle`?",
        ),
    ],
)
def test_a_mistake_is_told_at_its_place(text: str, said: str) -> None:
    (line,) = refused(check, text).splitlines()
    assert line.startswith(said)


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    told = refused(check, "part: {level: x}\nparts:\n  - count: x\n  - zzz: 1\n    ready: x\n").splitlines()
    places = ["1:1", "1:15", "3:12", "4:5", "5:12"]
    assert [line.split(": ")[0] for line in told] == [f"f.yaml:{place}" for place in places]


def test_a_word_that_is_close_is_offered_and_no_other() -> None:
    assert did_you_mean("stroy", ["story", "noticed"]) == " - did you mean `story`?"
    assert did_you_mean("something else", ["story", "noticed"]) == ""
    assert did_you_mean("", []) == ""


KEYS = st.sampled_from(["title", "part", "parts", "level", "count", "named", "q"])
VALUES = st.recursive(
    st.one_of(st.sampled_from(["x", "12", "true", "low", "''", "~"]), st.text("abc äß€", min_size=1).map(repr)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]"),
        st.dictionaries(
            st.sampled_from(["title", "part", "parts", "level", "count", "named", "q"]), inner, max_size=3
        ).map(lambda each: "{" + ", ".join(f"{key}: {value}" for key, value in each.items()) + "}"),
    ),
    max_leaves=12,
)


@given(VALUES)
def test_data_of_any_shape_fits_or_is_refused_line_by_line(text: str) -> None:
    said = refusal(check, text) or ""
    assert all(line.startswith("f.yaml:1:") for line in said.splitlines())
