"""Moments that are counted from another: how they are read, and when they were once the other is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.reading.moment_settling import settled
from pmtui.reading.moments import COARSEST_FIRST, Moment, as_dict, from_dict, read_moment, show

BERLIN = "Europe/Berlin"


def read(words: str) -> Moment:
    return read_moment(words, zone=BERLIN, first_day=date(2026, 3, 14), spoken_on=date(2026, 3, 20))


DISTANCES: dict[str, tuple[str, float, str]] = {
    "20 minutes after it was detected": ("it was detected", 1200, "minute"),
    "it happened 20 min after detected": ("detected", 1200, "minute"),
    "detected + 20 min": ("detected", 1200, "minute"),
    "detected +20m": ("detected", 1200, "minute"),
    "first alert - 5 min": ("first alert", -300, "minute"),
    "T+20m": ("T", 1200, "minute"),
    "T-5 min": ("T", -300, "minute"),
    "T0 + 90 s": ("T0", 90, "second"),
    "1 h 20 min after detected": ("detected", 4800, "minute"),
    "2 hours and 5 minutes before rollback": ("rollback", -7500, "minute"),
    "1h20m after detected": ("detected", 4800, "minute"),
    "an hour and a half after the deploy": ("deploy", 5400, "minute"),
    "one and a half hours after the deploy": ("deploy", 5400, "minute"),
    "half an hour before the deploy": ("deploy", -1800, "minute"),
    "twenty-five minutes after detected": ("detected", 1500, "minute"),
    "fifteen minutes after detected": ("detected", 900, "minute"),
    "2 h later than rollback": ("rollback", 7200, "hour"),
    "3 days after launch": ("launch", 259200, "day"),
    "1.5 h after detected": ("detected", 5400, "minute"),
    "20 Minuten nach der Erkennung": ("Erkennung", 1200, "minute"),
    "zwei Stunden vor dem Rollback": ("Rollback", -7200, "hour"),
    "20 minutes après le déploiement": ("déploiement", 1200, "minute"),
    "dos horas después de la detección": ("detección", 7200, "hour"),
    "due ore prima del rilascio": ("rilascio", -7200, "hour"),
    "20 minutos depois da detecção": ("detecção", 1200, "minute"),
    "20 minuten na de melding": ("melding", 1200, "minute"),
}


@pytest.mark.parametrize("words", DISTANCES)
def test_a_distance_is_understood(words: str) -> None:
    to, seconds, precision = DISTANCES[words]
    wanted = Moment(words, precision=precision, relative_to={"to": to, "seconds": seconds})  # type: ignore[arg-type]
    assert read(words) == wanted
    assert read(show(wanted)) == replace(wanted, words=show(wanted))


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("5 min later", '"5 min later" than what?'),
        ("two hours earlier", "than what?"),
        ("+20 min", '"+20 min" than what?'),
        ("20 min after", "what? Name the event"),
        ("2-3 min after detected", "in one number"),
        ("two to three hours after detected", "in one number"),
        ("between 20 and 30 min after detected", "in one number"),
        ("a hundred minutes after detected", "minutes after"),
        ("a few minutes after detected", "minutes after"),
        ("at most 20 min after detected", "no point in time"),
        ("20 min after detected, at 14:05", "A time and a distance"),
        ("0:20 after detected", "0:20 after"),
    ],
)
def test_a_distance_that_leaves_something_open_is_asked_about(words: str, question: str) -> None:
    moment = read(words)
    assert question in (moment.ask or "")
    assert moment == Moment(words, ask=moment.ask)


OTHERS = {
    "detected": replace(read("14:05"), basis="logged"),
    "The deploy": read("13:00-13:30 UTC"),
    "rollback": read("about 9 pm"),
    "launch": read("14 March 2026"),
    "outage": read("before 14:05"),
    "follow-up": read("10 min after detected"),
    "closing": read("1 h after the follow-up"),
    "hen": read("5 min after egg"),
    "egg": read("5 min after hen"),
    "unknown": read("unknown"),
    "Alarm": read("14:05"),
    "the alarm": read("14:06"),
}


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("20 min after detected", "Sat 14 Mar 2026 14:25 CET"),
        ("20 min after it was DETECTED", "Sat 14 Mar 2026 14:25 CET"),
        ("half an hour before the deploy", "Sat 14 Mar 2026 12:30-13:00 UTC"),
        ("20 min after rollback", "about Sat 14 Mar 2026 9 pm CET"),
        ("2 h after launch", "Sat 14 Mar 2026"),
        ("15 days after launch", "Sun 29 Mar 2026"),
        ("16 days after launch", "Mon 30 Mar 2026"),
        ("1 h after the outage", "before Sat 14 Mar 2026 3 pm CET"),
        ("about 20 min after detected", "about Sat 14 Mar 2026 14:25 CET"),
        ("5 min after the follow-up", "Sat 14 Mar 2026 14:20 CET"),
        ("1 h after closing", "Sat 14 Mar 2026 4 pm CET"),
    ],
)
def test_it_is_counted_from_the_other(words: str, text: str) -> None:
    moment = settled(read(words), OTHERS)
    assert (show(moment), moment.ask) == (text, None)
    assert from_dict(as_dict(moment)) == moment


def test_the_weaker_basis_counts() -> None:
    said = read("20 min after detected")
    assert settled(said, OTHERS).basis is None
    assert settled(replace(said, basis="logged"), OTHERS).basis == "logged"
    assert settled(replace(said, basis="remembered"), OTHERS).basis == "remembered"
    assert settled(replace(said, basis="logged"), {"detected": read("about 14:05")}).basis == "estimated"


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("20 min after the crash", "When was `crash`?"),
        ("20 min after it", "When was `it`?"),
        ("20 min after unknown", "When was `unknown`?"),
        ("20 min after hen", "is counted from itself"),
        ("20 min after alarm", "Which `alarm` is meant?"),
        ("999999 weeks after detected", "outside 1970 to 2199"),
    ],
)
def test_what_cannot_be_counted_stays_relative_and_is_asked_about(words: str, question: str) -> None:
    moment = settled(read(words), OTHERS)
    assert question in (moment.ask or "")
    assert replace(moment, ask=None) == read(words)


def test_a_moment_of_its_own_is_left_alone() -> None:
    assert settled(read("14:05"), OTHERS) == read("14:05")
    assert settled(read("nobody knows"), OTHERS) == read("nobody knows")


def test_it_moves_when_the_other_moves_and_stays_where_the_other_is_gone() -> None:
    once = settled(read("20 min after detected"), OTHERS)
    assert show(settled(once, {"detected": read("15:05")})) == "Sat 14 Mar 2026 15:25 CET"
    gone = settled(once, {})
    assert (gone.at, gone.ask) == (once.at, "When was `detected`? This is counted from it.")


NAMES = ["detected", "deploy", "rollback", "a", "b"]
DISTANCE = st.builds(
    lambda to, seconds, precision: Moment(
        f"{seconds} s after {to}", precision=precision, relative_to={"to": to, "seconds": seconds}
    ),
    st.sampled_from(NAMES),
    st.integers(-(10**7), 10**7) | st.integers(-(10**11), 10**11),
    st.sampled_from(COARSEST_FIRST[2:]),
)
STAMPS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def points(draw: st.DrawFn, zones: tuple[str, ...] = (BERLIN, "UTC", "Asia/Kathmandu", "+02:00")) -> Moment:
    at = draw(STAMPS).replace(microsecond=0, second=0)
    until = (at + timedelta(minutes=draw(st.integers(0, 9999)))).isoformat() if draw(st.booleans()) else None
    precision = draw(st.sampled_from(COARSEST_FIRST))
    return Moment("x", at=at.isoformat(), until=until, precision=precision, zone=draw(st.sampled_from(zones)))


@given(DISTANCE, st.dictionaries(st.sampled_from(NAMES), points() | DISTANCE))
def test_settling_twice_gives_the_same_and_keeps_what_was_said(moment: Moment, others: dict[str, Moment]) -> None:
    once = settled(moment, others)
    assert settled(once, others) == once
    assert (once.words, once.relative_to) == (moment.words, moment.relative_to)
    assert once.at or once.until or once.ask
    assert show(once)
    assert from_dict(as_dict(once)) == replace(once, ask=None)


@given(points(("UTC", "+02:00")), st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6))
def test_it_moves_by_as_much_as_the_other(other: Moment, minutes: int, delta: int) -> None:
    other = replace(other, precision="minute")
    moment = Moment("x", precision="minute", relative_to={"to": "other", "seconds": minutes * 60})

    def later(text: str | None) -> str | None:
        return text and (datetime.fromisoformat(text) + timedelta(minutes=delta)).isoformat()

    before = settled(moment, {"other": other})
    after = settled(moment, {"other": replace(other, at=later(other.at), until=later(other.until))})
    for one, two in ((before.at, after.at), (before.until, after.until)):
        assert later(one) == two
