"""How long something took, and what shows that it is so."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.reading.durations import read_duration, show_duration
from pmtui.reading.evidence import read_evidence, show_evidence

if TYPE_CHECKING:
    from pathlib import Path

MIN, H, D, W = 60, 3600, 86400, 604800


@pytest.mark.parametrize(
    ("words", "seconds", "shown"),
    [
        ("20 min", 20 * MIN, "20 min"),
        ("20min", 20 * MIN, "20 min"),
        ("about 2 h", 2 * H, "about 2 h"),
        ("~ 90 minutes", 90 * MIN, "about 1 h 30 min"),
        ("2 h 30", 2 * H + 30 * MIN, "2 h 30 min"),
        ("2h30", 2 * H + 30 * MIN, "2 h 30 min"),
        ("1:30", 90 * MIN, "1 h 30 min"),
        ("1:30 h", 90 * MIN, "1 h 30 min"),
        ("0:00:45", 45, "45 s"),
        ("two hours and ten minutes", 2 * H + 10 * MIN, "2 h 10 min"),
        ("half an hour", 30 * MIN, "30 min"),
        ("an hour and a half", 90 * MIN, "1 h 30 min"),
        ("a quarter of an hour", 15 * MIN, "15 min"),
        ("3 days", 3 * D, "3 days"),
        ("1.5 days", 36 * H, "1 day 12 h"),
        ("1,5 h", 90 * MIN, "1 h 30 min"),
        ("two weeks", 2 * W, "2 weeks"),
        ("0 min", 0, "0 s"),
        ("0.5 s", 0.5, "0.5 s"),
    ],
)  # fmt: skip
def test_a_duration_is_understood(words: str, seconds: float, shown: str) -> None:
    found = read_duration(words)
    assert found is not None
    assert (found["words"], found["seconds"], show_duration(found)) == (words, seconds, shown)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "long",
        "2",
        "2 months",
        "a year",
        "10 min 2 h",
        "5 min 5 min",
        "from 9 to 10",
        "2 h or 3 h",
        "-5 min",
        "2 h 75",
        "1:75",
    ],
)
def test_what_is_no_length_of_time_is_not_guessed(words: str) -> None:
    assert read_duration(words) is None


@given(st.text(max_size=300))
def test_any_text_is_read_or_not(text: str) -> None:
    found = read_duration(text)
    assert found is None or (found["words"] == text and found["seconds"] >= 0)


@given(st.integers(0, 10**8), st.booleans())
def test_what_is_shown_reads_back_as_the_same_time(seconds: int, about: bool) -> None:
    shown = show_duration({"words": "", "seconds": float(seconds), "about": about})
    again = read_duration(shown)
    assert again == {"words": shown, "seconds": seconds, "about": about}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("https://example.org/run/12", "link"),
        ("OPS-1234", "reference"),
        ("page 3 of the report", "reference"),
        ("/nowhere/at.all", "reference"),
        ("~nobody/x", "reference"),
        ("", "reference"),
        ("a\0b/c", "reference"),
        ("/", "reference"),
    ],
)
def test_evidence_is_a_link_a_file_or_words(words: str, kind: str) -> None:
    found = read_evidence(words)
    assert (found["kind"], found["sha256"], found["words"]) == (kind, None, words)
    assert show_evidence(found) == words


def test_of_a_file_the_sum_is_kept_and_never_its_content(tmp_path: Path) -> None:
    path = tmp_path / "run.log"
    path.write_bytes(b"it ran")
    found: dict[str, Any] = read_evidence(f" {path} ")
    assert found["kind"] == "file"
    assert found["sha256"] == hashlib.sha256(b"it ran").hexdigest()
    assert "it ran" not in str(found)
    assert show_evidence(found) == f"{path} (SHA-256 {found['sha256'][:16]}…, 6 bytes)"


@given(st.text(max_size=50))
def test_any_text_is_evidence(text: str) -> None:
    assert read_evidence(text)["words"] == text.strip()
