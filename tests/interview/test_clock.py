"""How long an interview was open: over all sittings, and whatever stands in the file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pmtui.interview.clock import LONGEST, SECONDS, Clock


class Time:
    """A clock that a test sets."""

    seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def test_only_the_time_that_it_is_open_counts_over_all_sittings() -> None:
    time = Time()
    first = Clock("50-70", now=time)
    assert first.words == "0 of 50-70 min"
    time.seconds += 12 * 60 + 30
    assert (first.words, first.short) == ("12 of 50-70 min", "12/50-70 min")
    place = first.mark({"section": "opening"})
    assert place == {"section": "opening", SECONDS: 750}
    second = Clock("50-70", Clock.after(place, None).before, time)
    time.seconds += 30
    assert second.words == "13 of 50-70 min"


def test_what_is_planned_is_words_and_may_be_missing() -> None:
    assert Clock(None).words == Clock(None).short == "0 min"
    assert Clock("about 20").words == "0 of about 20 min"
    assert Clock("about 20").short == "0/20 min"
    assert "\n" not in Clock("as long\nas it takes, really").words


@given(
    st.none()
    | st.dictionaries(
        st.just(SECONDS), st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.none())
    )
)
def test_whatever_a_file_holds_minutes_are_a_number_that_can_be_true(place: dict[str, object] | None) -> None:
    assert 0 <= Clock.after(place, "20").seconds <= LONGEST
