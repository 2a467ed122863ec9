"""Times in other languages: understood, asked about, or kept as words; never another time without a question."""

from __future__ import annotations

import re
import time
from datetime import date, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pmtui.reading.languages import NAMES
from pmtui.reading.languages.elsewhere import ENGLISH
from pmtui.reading.moment_languages import translations
from pmtui.reading.moments import Moment, as_dict, from_dict, order, read_moment, show

if TYPE_CHECKING:
    from collections.abc import Iterator

SAID = yaml.safe_load((Path(__file__).parent / "moments_said.yaml").read_text(encoding="utf-8"))
ROWS = [(words, wanted) for rows in SAID.values() for words, wanted in rows.items()]
SECONDS = 1.0
"""For 200 characters, once the tables are made."""


def read(words: str) -> Moment:
    return read_moment(words, zone="Europe/Berlin", first_day=date(2026, 3, 14), spoken_on=date(2026, 3, 20))


once = cache(read)
"""The same for rows that several tests ask for."""


@pytest.mark.parametrize(("words", "wanted"), ROWS, ids=[ascii(words)[1:60] for words, _ in ROWS])
def test_it_is_understood_as_it_was_meant_or_asked_about(words: str, wanted: str) -> None:
    moment = once(words)
    assert moment.words == words
    if wanted == "?":
        assert moment.ask
        assert moment.ask.endswith((".", "?"))
        assert "\n" not in moment.ask
    else:
        assert (show(moment), moment.ask) == (wanted, None)


def test_every_language_has_rows() -> None:
    assert len(ROWS) >= 400
    assert len(SAID) >= len(NAMES)


@pytest.mark.parametrize("words", [words for words, wanted in ROWS if wanted != "?"], ids=ascii)
def test_what_is_shown_of_it_reads_back(words: str) -> None:
    moment = once(words)
    again = read_moment(show(moment), zone=moment.zone or "UTC", first_day=None, spoken_on=None)
    assert show(again) == show(moment)
    assert (again.at, again.until, again.open, again.precision, again.relative_to) == (
        moment.at, moment.until, moment.open, moment.precision, moment.relative_to
    )  # fmt: skip


UNDERSTOOD = [words for words, wanted in ROWS if wanted != "?" and not re.search(r"(?:after|before) [^\d]+$", wanted)]


@pytest.mark.parametrize("more", ["{} 9.41", "{} + 3 h", "47 {}", "{} plus two hours", "{} (x 9/41)"])
def test_what_stands_beside_a_time_counts_or_is_asked_about(more: str) -> None:
    for words in UNDERSTOOD:
        text = more.format(words)
        moment, alone = read(text), once(words)
        assert moment.ask or (moment.at, moment.until, moment.open) != (alone.at, alone.until, alone.open), text


def test_an_event_keeps_the_name_that_it_was_given() -> None:
    moment = read("20 Minuten nach dem Alarm der Überwachung")
    assert moment.relative_to == {"to": "Alarm der Überwachung", "seconds": 1200}
    assert show(moment) == "20 min after Alarm der Überwachung"
    assert read(show(moment)).relative_to == moment.relative_to
    assert read("dos horas después de la detección").relative_to == {"to": "detección", "seconds": 7200}
    assert read("deux heures avant le déploiement").relative_to == {"to": "déploiement", "seconds": -7200}


def test_what_is_not_known_by_a_time_is_named_in_the_question() -> None:
    assert read("včera ve 14:05").ask == 'What does "včera" say of the time? Write the day and the time without it.'
    assert read("vor zwei Tagen um 14:05").ask == (
        '"vor zwei Tagen" is not read as a time; write the day and the time, or both ends.'
    )


@pytest.mark.parametrize(
    "words", ["Müller from the Zürich team noticed it at 14:05", "the café API failed at 14:05 UTC"]
)
def test_a_name_in_an_english_sentence_changes_nothing_or_is_asked_about(words: str) -> None:
    moment = read(words)
    assert moment.ask or (moment.at or "")[11:16] == "14:05"


def _phrases() -> Iterator[str]:
    for words, _ in ROWS:
        yield words
        yield from words.split()


PIECES = st.sampled_from(sorted(set(_phrases())))
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=12).map(" ".join) | st.text(max_size=300)


@given(TEXTS)
def test_any_text_in_any_script_is_read_at_once(words: str) -> None:
    for made_once in (
        "2026年3月14日",
        "März",
        "mars",
        "marzo",
        "março",
        "maart",
        "i går",
        "wczoraj",
        "вчера",
        "1 Foo/Bar",
    ):
        once(f"{made_once} 14:05 London time")
    start = time.process_time()
    moment = read(words)
    assert time.process_time() - start < SECONDS * max(1, len(words) / 200)
    assert moment.words == words
    assert moment.at or moment.until or moment.relative_to or moment.ask or moment.basis == "unknown"
    assert from_dict(as_dict(moment)).words == words
    assert order(moment) == order(moment)
    for said in translations(words):
        assert len(said.text) == len(said.origin)


@given(st.datetimes(), st.sampled_from(["Sat", "about", "before", "after"]))
def test_what_english_says_is_no_other_language(at: datetime, lead: str) -> None:
    assert translations(f"{lead} {at:%d %b %Y %H:%M} CET") == []
    assert translations(f"{lead} {at:%A %d %B %Y} to {at:%B %Y}, 20 min after detected") == []


TABLES = {name: import_module(f"pmtui.reading.languages.{name}").LANGUAGE for name in NAMES}
SPACED = {name: table for name, table in TABLES.items() if table.spaced}


@pytest.mark.parametrize("name", SPACED)
def test_every_month_of_a_table_is_that_month(name: str) -> None:
    for month, names in enumerate(SPACED[name].months.split("|"), 1):
        for spelling in names.split():
            moment = read(f"10 {spelling} 2026 14:05")
            assert (moment.at or f"2026-{month:02}-10")[:10] == f"2026-{month:02}-10", spelling
            if len(spelling) > 4:
                assert moment.at, spelling


@pytest.mark.parametrize("name", SPACED)
def test_every_weekday_of_a_table_is_that_day_or_asked_about(name: str) -> None:
    for day, names in enumerate(SPACED[name].days.split("|")):
        for spelling in names.split():
            on_that_day = f"{spelling} {9 + day}.03.2026 14:05"  # 9 March 2026 is a Monday
            assert (read(on_that_day).at or "2026-03-")[:8] == "2026-03-", spelling
            if spelling != "sat" and day != 5:  # 14 March is a Saturday
                assert read(f"{spelling} 14:05").ask, spelling


@pytest.mark.parametrize("name", SPACED)
def test_what_a_table_says_to_ask_about_is_asked_about_beside_a_time(name: str) -> None:
    for words in SPACED[name].words["?"].split(", "):
        for text in (f"{words} 14:05", f"14:05 {words}"):
            assert read(text).ask or words in ENGLISH, text


@pytest.mark.parametrize("name", SPACED)
def test_days_and_bounds_of_a_table_are_no_other_time_without_a_question(name: str) -> None:
    wanted = {"yesterday": 19, "today": 20, "tomorrow": 21, "day before yesterday": 18}
    for english, day in wanted.items():
        for words in SPACED[name].words.get(english, "").split(", "):
            moment = read(f"{words} 14:05")
            assert moment.ask or (moment.at or "")[:10] == f"2026-03-{day}", words
    bounds = {"before": "before", "by": "before", "shortly before": "before"}
    bounds |= {"after": "after", "since": "after", "shortly after": "after"}
    for english, bound in bounds.items():
        for words in SPACED[name].words.get(english, english).split(", "):
            moment = read(f"{words} 14:05")
            assert moment.ask or moment.open == bound, words
