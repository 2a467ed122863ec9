"""A mistake in a case file: one line that names its place, and nothing is made."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest

from incidents import CASES
from pmtui.errors import Refused
from pmtui.intake.case import Case
from pmtui.intake.case_import import load_case
from pmtui.intake.files import start_from_file
from pmtui.reading import yaml
from pmtui.store import Store
from refusals import refused

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY_KEY = Path(__file__).with_name("every_key.yaml").read_text(encoding="utf-8")
LINES = EVERY_KEY.splitlines()
KEYS = {
    number: (match["indent"], match["key"], match["value"])
    for number, line in enumerate(LINES, 1)
    if (match := re.fullmatch(r"(?P<indent>[ -]*)(?P<key>\w+):(?P<value>| .+)", line))
}
"""Line number -> (what stands before the key, the key, what stands behind it)."""

SEVERAL = {"source", "unknown", "versions"}
"""Keys where one text stands for a list of one."""

every_key = pytest.mark.parametrize("number", KEYS, ids=lambda number: f"{number}-{KEYS[number][1]}")


def faults(folder: Path, text: str) -> list[str]:
    """What is said about a case file with `text`, without the file's name; a store that got it stays empty."""
    file = folder / "case.yaml"
    file.write_text(text, encoding="utf-8")
    store = Store.open(folder / "store", by="facilitator")
    lines = refused(start_from_file, store, file).splitlines()
    assert store.ids() == store.removed() == []
    assert all(line.startswith(f"{file}:") for line in lines)
    return [line.removeprefix(f"{file}:") for line in lines]


def with_line(number: int, line: str, *, without_block: bool = False) -> str:
    """The file of every key with another line `number`; without what is indented under it, if so asked."""
    rest = LINES[number:]
    column = len(KEYS[number][0])
    while without_block and rest and len(rest[0]) - len(rest[0].lstrip(" -")) > column:
        rest.pop(0)
    return "\n".join([*LINES[: number - 1], line, *rest])


def models(model: Any = Case, path: str = "") -> Iterator[tuple[str, set[str]]]:
    """Every model of a case file with its keys."""
    yield path, {field.alias or name for name, field in model.model_fields.items()}
    for name, field in model.model_fields.items():
        for inner in _inner(field.annotation):
            yield from models(inner, f"{path}.{name}")


def _inner(annotation: Any) -> Iterator[Any]:
    if hasattr(annotation, "model_fields"):
        yield annotation
    for each in get_args(annotation):
        yield from _inner(each)


def test_the_file_of_every_key_has_every_key_of_every_part() -> None:
    source = yaml.parse(EVERY_KEY, "x")
    found: dict[str, set[str]] = {}
    for *steps, key in source.keys:
        found.setdefault("".join(f".{step}" for step in steps if isinstance(step, str)), set()).add(str(key))
    for path, keys in models():
        # What every item may carry is written once in each list of items, and once among causes and dates.
        shared = {"note", "source", "basis"} if path.count(".") > 1 else set()
        assert keys - found[path] <= shared, path


@every_key
def test_a_key_that_is_misspelt_is_told_at_its_place(tmp_path: Path, number: int) -> None:
    indent, key, value = KEYS[number]
    if key == "a1":
        pytest.skip("keys below `by` are ids of accounts")
    told = faults(tmp_path, with_line(number, f"{indent}{key}x:{value}"))
    assert told[-1 if "missing" in told[0] else 0].startswith(
        f"{number}:{len(indent) + 1}: `{key}x` is not a known key here - did you mean `{key}`?"
    )
    assert len(told) == 1 or (len(told) == 2 and f"`{key}` is missing here" in "".join(told))


@every_key
def test_a_value_of_the_wrong_shape_is_told_at_its_place(tmp_path: Path, number: int) -> None:
    indent, key, value = KEYS[number]
    if key == "sources" or "&" in value:
        pytest.skip("others refer to it")
    wrong = "{wrong: shape}" if value or key in SEVERAL else "5"
    (told,) = faults(tmp_path, with_line(number, f"{indent}{key}: {wrong}", without_block=True))
    assert re.match(rf"{number}:{len(indent) + len(key) + 3}: ", told), told
    assert "expected" in told or "not one of" in told


def place(text: str, words: str) -> str:
    """`LINE:COLUMN` of the one place where `words` stand in `text`."""
    before, _, after = text.partition(words)
    assert words not in after
    return f"{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"


@pytest.mark.parametrize(
    ("key", "old", "new", "said"),
    [
        ("schema", "1", "2", "`2` is not one of 1"),
        ("id", "every-key-2026", "../every", "`../every` cannot be an incident's id"),
        ("zone", "Europe/Berlin", "Europe/Berlln", "The time zone `Europe/Berlln` is not known"),
        ("zone", "Europe/Berlin", "CEST", "The time zone `CEST` is not known"),
        ("scale", "series", "serie", "`serie` is not one of discrete, series, long-running - did you mean `series`?"),
        ("level", "moderate", "medium", "`medium` is not one of critical, major, moderate, minor, negligible"),
        ("clock", "utc", "cet", "`cet` is not one of utc, local"),
        ("kind", "control", "sanction", "`sanction` is not one of policy, control, monitoring, training, technical"),
        ("precision", "hour\n  contained", "week\n  contained", "`week` is not one of second, minute, hour, day"),
        (
            "until",
            "'2026-03-14T10:30:00+01:00'",
            "2026-03-14T09:30:00+01:00",
            "`2026-03-14T09:30:00+01:00` is before `at`",
        ),
        ("until", "'2026-03-14T10:30:00+01:00'", "1931-03-14T09:30:00+01:00", "`1931-03-14T09:30:00+01:00` is not in"),
        ("seconds", "90.5", ".inf", "for `seconds` "),
        ("seconds", "90.5", "1e300", "for `seconds` "),
        ("title", "Every key of a case file", "''", "nothing stands here"),
        ("seconds", "90.5", "some", "for `seconds` a number is expected, not `some`"),
        ("disputed", "true", "perhaps", "for `disputed` `true` or `false` is expected, not `perhaps`"),
        ("until", "'2026-03-14T10:30:00+01:00'", "2026-03-14T10:30:00", "`2026-03-14T10:30:00` is not a time with an"),
        ("until", "'2026-03-14T10:30:00+01:00'", "2026-03-14", "`2026-03-14` is not a time with an offset"),
        ("until", "'2026-03-14T10:30:00+01:00'", "half past ten", "`half past ten` is not a time with an offset"),
        ("until", "'2026-03-14T10:30:00+01:00'", "2026-02-30T10:30:00+01:00", "`2026-02-30T10:30:00+01:00` is not a"),
    ],
)
def test_a_value_that_does_not_fit_is_told_at_its_place(
    tmp_path: Path, key: str, old: str, new: str, said: str
) -> None:
    at = f" {key}: {old}" if key not in ("schema", "id", "title", "zone", "scale") else f"\n{key}: {old}"
    assert f"\n{EVERY_KEY}".count(at) == 1
    text = f"\n{EVERY_KEY}".replace(at, f"{at.removesuffix(old)}{new}")[1:]
    line, column = place(text, f"{key}: {new}").split(":")
    (told,) = faults(tmp_path, text)
    assert told.startswith(f"{line}:{int(column) + len(key) + 2}: {said}")


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("schema: 1\n", "id: every-key-2026"),
        ("title: Every key of a case file\n", "schema: 1"),
        ("zone: Europe/Berlin\n", "schema: 1"),
        ("  level: moderate\n", "why: money lost"),
        ("    what: A prompt was changed\n", "at: '2026-03-14T10:00:00+01:00'\n    until"),
        ("    precision: hour\n  contained", "at: '2026-03-14T11:00:00+01:00'\n  contained"),
        ("      to: the release\n", "seconds: 90.5"),
    ],
)
def test_a_required_key_that_is_missing_is_told_where_it_belongs(tmp_path: Path, line: str, part: str) -> None:
    assert EVERY_KEY.count(line) == 1
    text = EVERY_KEY.replace(line, "  contained" if line.endswith("contained") else "")
    key = line.split(":", maxsplit=1)[0].strip()
    assert faults(tmp_path, text) == [f"{place(text, part)}: `{key}` is missing here"]


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = EVERY_KEY
    for old, new in (
        ("id: every-key-2026", "id: .."),
        ("level: mod", "level: x"),
        ("zone: Europe", "zone: Oirope"),
        ("clock: utc", "clock: x"),
        (" to: the", " ot: the"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    told = [each.split(": ", 1)[0] for each in faults(tmp_path, text)]
    assert told == [
        place(text, ".."),
        place(text, "Oirope"),
        place(text, "xerate"),
        place(text, "x\n    words"),
        place(text, "ot: the"),
        place(text, "ot: the"),
    ]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_mistake_in_a_real_case_is_found_on_its_line(tmp_path: Path, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    line = text[: text.index("precision: ", text.index("\ntimeline:"))].count("\n") + 1
    before, after = text.split("\ntimeline:\n", 1)
    (told,) = faults(tmp_path, f"{before}\ntimeline:\n{after.replace('precision: ', 'precision: un', 1)}")
    assert told.startswith(f"{line}:")
    assert "is not one of second, minute, hour, day, month, year" in told


@pytest.mark.parametrize("raw", [b"", b"[]", b"5", b"\xff\xfe", b"a: [", b"\0", b"schema: 1\nschema: 1\n"])
def test_what_is_no_case_file_is_refused(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "case.yaml"
    file.write_bytes(raw)
    with pytest.raises(Refused, match=r"case\.yaml"):
        load_case(file)
