"""Which look a terminal gets, and that its colours can be told from one another."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console

from pmtui.looks import LOOKS, WISHES, chosen, colours, knows_utf8
from screens.seen import contrast, rgb

MANY = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("environment", "look"),
    [
        (MANY, "16"),
        ({**MANY, "COLORFGBG": "15;0"}, "dark"),
        ({**MANY, "COLORFGBG": "0;15"}, "light"),
        ({**MANY, "COLORFGBG": "0;default;15"}, "light"),
        ({**MANY, "COLORFGBG": "12;8"}, "dark"),
        ({**MANY, "COLORFGBG": "0;default"}, "16"),
        ({**MANY, "COLORFGBG": "²"}, "16"),
        ({**MANY, "COLORFGBG": "15;0", "NO_COLOR": "1"}, "none"),
        ({**MANY, "COLORFGBG": "15;0", "NO_COLOR": ""}, "dark"),
        ({"TERM": "linux", "COLORFGBG": "15;0"}, "16"),
        ({"TERM": "screen", "COLORTERM": "truecolor", "COLORFGBG": "0;15"}, "light"),
        ({"TERM": "vt100"}, "none"),
        ({"TERM": "xterm-mono"}, "none"),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, "none"),
        ({}, "none"),
    ],
)
def test_the_terminal_says_which_look_it_gets_unless_somebody_does(environment: dict[str, str], look: str) -> None:
    assert chosen("auto", environment) == look


@pytest.mark.parametrize("wish", LOOKS)
def test_a_wish_counts_more_than_no_color_and_as_far_as_the_terminal_shows_it(wish: str) -> None:
    assert chosen(wish, {**MANY, "NO_COLOR": "1", "COLORFGBG": "15;0"}) == wish
    assert chosen(wish, {"TERM": "screen"}) == ("none" if wish == "none" else "16")
    assert chosen(wish, {"TERM": "dumb"}) == "none"


@given(
    st.sampled_from(WISHES),
    st.dictionaries(st.sampled_from(["TERM", "COLORTERM", "COLORFGBG", "NO_COLOR"]), st.text()),
)
def test_any_environment_gets_a_look(wish: str, environment: dict[str, str]) -> None:
    assert chosen(wish, environment) in LOOKS


@pytest.mark.parametrize("term", ["xterm", "xterm-256color", "screen", "tmux-256color", "linux", "xterm-kitty", "ansi"])
@pytest.mark.parametrize("color_term", ["", "truecolor", "24bit"])
def test_colours_of_a_look_are_never_made_into_others_on_their_way(term: str, color_term: str) -> None:
    environment = {"TERM": term, "COLORTERM": color_term}
    shown = Console(_environ=environment, force_terminal=True)._color_system
    assert shown is not None
    assert (colours(environment) >= 256) == (shown is not ColorSystem.STANDARD)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_whatever_is_written_stands_out_from_its_ground(name: str) -> None:
    look = LOOKS[name]
    assert look.ground is not None
    assert look.picked is not None
    for written in (look.text, look.dim, look.accent, look.warm, look.rule):
        assert written is not None
        assert contrast(rgb(written), rgb(look.ground)) >= 4.5
        assert contrast(rgb(look.text or 0), rgb(look.picked)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_roles_can_be_told_from_one_another_and_none_is_an_alarm(name: str) -> None:
    look = LOOKS[name]
    roles = [look.text, look.dim, look.accent, look.warm]
    assert len(set(roles)) == len(roles)
    for one, other in combinations(roles, 2):
        assert rgb(one or 0) != rgb(other or 0)
    for number in roles:
        red, green, _ = rgb(number or 0)
        assert red < 2 * green


@pytest.mark.parametrize(
    ("environment", "is_mode", "knows"),
    [
        ({"LANG": "en_GB.UTF-8"}, False, True),
        ({"LANG": "C.utf8"}, False, True),
        ({"LC_CTYPE": "UTF-8"}, False, True),
        ({"LANG": "de_DE.ISO-8859-1", "LC_ALL": "de_DE.UTF-8"}, False, True),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "C"}, True, False),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True, False),
        ({"LC_CTYPE": "C.UTF-8"}, True, False),
        ({"LANG": "de_DE.ISO-8859-1"}, False, False),
        ({}, True, False),
    ],
)
def test_a_locale_without_utf8_is_known_also_where_python_puts_another_in(
    environment: dict[str, str], is_mode: bool, knows: bool
) -> None:
    assert knows_utf8(environment, is_mode=is_mode) == knows
