"""The one table of keys: footers, menus, the help page and `docs/keys.md` are made from it.

Only keys that every terminal sends and that tmux, screen and text fields leave alone: letters where no text is typed,
`ctrl` with f g l n o q r s t, tab, enter, arrows.  Letters of the menu work alone where no text field has the focus.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Key:
    """One thing that a person can do: `id` names it, `where` is the screen or `everywhere`."""

    id: str
    key: str
    label: str
    help: str
    where: str
    in_footer: bool = True


KEYS = (
    Key("more", "ctrl+o", "more", "Show all that can be done here, a letter or digit each.", "everywhere"),
    Key("look", "g", "colours", "Choose the colours: light, dark, 16 or none.", "everywhere", in_footer=False),
    Key("quit", "ctrl+q", "leave", "Leave pmtui. Everything that was typed is kept.", "everywhere", in_footer=False),
    Key(
        "how_to_quit",
        "ctrl+c",
        "copy",
        "Copy in a text field. Elsewhere it says how to leave.",
        "everywhere",
        in_footer=False,
    ),
    Key(
        "draw_anew",
        "ctrl+l",
        "draw anew",
        "Draw the screen anew, where the line has garbled it.",
        "everywhere",
        in_footer=False,
    ),
    Key("open", "enter", "open", "Open the incident under the cursor.", "home"),
    Key("new", "n", "new", "Start an incident.", "home"),
    Key("example", "e", "example", "Load an example: a real public AI incident.", "home", in_footer=False),
    Key("filter", "/", "filter", "Show only what contains the words you type.", "home"),
    Key("restore", "r", "restore", "Bring back an incident that was removed.", "home", in_footer=False),
    Key("help", "?", "help", "Show what the keys do.", "home"),
    Key("leave", "q", "leave", "Leave pmtui.", "home"),
    Key("interview", "enter", "open", "Open the interview under the cursor where it stood.", "incident"),
    Key("participant", "p", "person", "Add a participant.", "incident"),
    Key("begin", "i", "interview", "Start an interview with the person under the cursor.", "incident", in_footer=False),
    Key(
        "state",
        "s",
        "state",
        "Say how it stands with the person under the cursor: agreed, declined, withdrawn.",
        "incident",
    ),
    Key(
        "change",
        "c",
        "change",
        "Change role, reason or function of the person under the cursor.",
        "incident",
        in_footer=False,
    ),
    Key("earlier", "u", "earlier", "Talk with this person earlier: up in the list.", "incident", in_footer=False),
    Key("later", "l", "later", "Talk with this person later: down in the list.", "incident", in_footer=False),
    Key("invite", "a", "invitation", "Show a text that invites this person to a talk.", "incident", in_footer=False),
    Key(
        "follow_up",
        "f",
        "follow-up",
        "Ask this person what is required and not answered, left for later, unclear, or asked by others.",
        "incident",
        in_footer=False,
    ),
    Key(
        "account",
        "w",
        "account",
        "Write the account of this person alone to a file, for them to check.",
        "incident",
        in_footer=False,
    ),
    Key("facts", "k", "known facts", "Put in what is known already, with its source.", "incident", in_footer=False),
    Key("draft", "d", "draft", "Preview the draft, and write it to a file.", "incident"),
    Key("edit", "e", "edit", "Change title, severity, state, zone or summary.", "incident", in_footer=False),
    Key(
        "version",
        "v",
        "version",
        "Move the interview under the cursor to the newer version of its questionnaire, or back.",
        "incident",
        in_footer=False,
    ),
    Key("remove", "x", "remove", "Take the incident out of the list. It can be restored.", "incident", in_footer=False),
    Key("help", "?", "help", "Show what the keys do.", "incident"),
    Key("back", "q", "back", "Back to the list of incidents.", "incident"),
    Key("next_field", "tab", "next field", "Go to the next field; shift+tab goes back.", "form"),
    Key("enter", "enter", "next or save", "Go to the next field, or save on the last one.", "form"),
    Key("save", "ctrl+s", "save", "Save what the form says.", "form"),
    Key("back", "ctrl+g", "back", "Leave the form; nothing is saved.", "form"),
    Key("write", "w", "write to a file", "Write the draft to a file; one that is there is not replaced.", "draft"),
    Key("source", "v", "as Markdown", "Change between the text as it reads and the Markdown that is written.", "draft"),
    Key("help", "?", "help", "Show what the keys do.", "draft"),
    Key("back", "q", "back", "Back to the incident.", "draft"),
    Key("back", "ctrl+g", "back", "Close it; nothing is done.", "dialog"),
    Key("close", "q", "back", "Close it; nothing is done.", "list"),
    Key(
        "further",
        "space",
        "read on",
        "Show what stands further down; at the end, begin again.",
        "list",
        in_footer=False,
    ),
    Key("copy", "c", "copy", "Hand the text to the clipboard of the terminal.", "invitation"),
    Key("write", "w", "write to a file", "Write it to a file; one that is there is not replaced.", "invitation"),
    Key("help", "?", "help", "Show what the keys do.", "invitation"),
    Key("back", "q", "back", "Back to the incident.", "invitation"),
    Key("confirm_point", "enter", "confirm", "Confirm this point and go to the next.", "opening"),
    Key("skip_point", "tab", "skip", "Go to the next point; this one is not confirmed.", "opening"),
    Key("point_before", "shift+tab", "back", "Go to the point before.", "opening"),
    Key("leave_opening", "ctrl+g", "questions", "Leave the opening; typing does that, too.", "opening"),
    Key("help", "?", "help", "Show what the keys do.", "opening"),
    Key("keep_notes", "tab", "keep", "Keep these notes and go back; they stay yours.", "notes"),
    Key("next", "tab", "next", "Keep this answer and go to the next question.", "interview"),
    Key("previous", "shift+tab", "back", "Keep this answer and go to the question before.", "interview"),
    Key("goto", "ctrl+g", "go to", "Show the whole walk on one page and go to any question.", "interview"),
    Key("next_flag", "ctrl+f", "next flag", "Show the next flag of this answer.", "interview", in_footer=False),
    Key(
        "take",
        "ctrl+r",
        "take wording",
        "Put in the neutral wording of the flag at hand.",
        "interview",
        in_footer=False,
    ),
    Key("event", "ctrl+t", "event", "Make the sentence under the cursor an event.", "interview", in_footer=False),
    Key("leave", "ctrl+q", "leave and keep", "Leave the interview. It opens again where it stood.", "interview"),
    Key("unknown", "u", "don't know", "Asked, and not known.", "answer"),
    Key("declined", "d", "declined", "Asked, and would rather not say.", "answer"),
    Key("not_applicable", "n", "not applicable", "Does not apply here.", "answer"),
    Key("later", "l", "later", "To be found out; it stays on the list.", "answer"),
    Key("remark", "r", "remark", "Add a remark to this answer.", "words"),
    Key("own_words", "o", "own words", "Where one chooses from a list: an answer that is not in it.", "words"),
    Key("history", "h", "history", "Compare what was answered here before, and bring one of it back.", "words"),
    Key("suggestion", "y", "suggestion", "Put the answer that the question suggests into its place.", "words"),
    Key("confirm", "c", "confirm", "Confirm an answer whose question is asked differently now.", "words"),
    Key("probe", "p", "probe", "Choose a follow-up question by the kind of thing just heard.", "ask"),
    Key("add_item", "a", "another", "Add another item of this section.", "item"),
    Key("drop_item", "k", "remove", "Take this item out.", "item"),
    Key("bring_back", "z", "bring back", "Bring back the item of this section that was removed last.", "item"),
    Key("take_up", "t", "take up", "Speak about an item that somebody else named already.", "item"),
    Key("same", "m", "same as", "Say that this item is the same thing as another one, or take that back.", "item"),
    Key(
        "event",
        "v",
        "event",
        "Make the sentence under the cursor an event of the timeline, or change that event.",
        "keep",
    ),
    Key("idea", "i", "park idea", "Park an idea for a fix until actions are chosen.", "keep"),
    Key(
        "off_record",
        "j",
        "off record",
        "Keep this answer out of every draft and export, or do not store it at all.",
        "keep",
    ),
    Key("flag", "x", "flag", "Reword the passage at hand, mark it as a quotation, or leave it with a reason.", "keep"),
    Key("quiet", "f", "flags off", "Show no flags, or show them again.", "keep"),
    Key(
        "ask_other",
        "w",
        "ask other",
        "Put this question to somebody else, or to them again; or take up what came up with others.",
        "ask",
    ),
    Key("own_question", "q", "own question", "Ask a question of your own behind this one.", "ask"),
    Key("next_section", "s", "next section", "Go to the next section.", "ask"),
    Key(
        "preamble",
        "b",
        "opening",
        "What is read aloud before you begin, and what they agree to: quoted, named, read by whom.",
        "record",
    ),
    Key("end", "e", "closing", "What is still open, is there anything else, and the end of the interview.", "record"),
    Key("help", "?", "help", "Show what the keys do.", "record"),
)


PLACES = {
    "home": "The list of incidents",
    "incident": "An incident",
    "form": "Forms",
    "draft": "The draft",
    "invitation": "An invitation",
    "opening": "The opening of an interview",
    "notes": "Your own notes on a talk",
    "interview": "An interview",
    "answer": "answer",
    "words": "words",
    "ask": "ask",
    "keep": "keep",
    "item": "item",
    "record": "interview",
    "dialog": "What lies over a screen",
    "list": "Lists and pages over a screen",
    "everywhere": "Everywhere",
}
"""What the places of the table are called."""

MENU_PLACES = ("answer", "words", "ask", "keep", "item", "record")
"""The parts of the menu of an interview; each key of it is one letter, digit or mark."""

MENU = tuple((where, PLACES[where]) for where in MENU_PLACES)
"""The parts of the menu of an interview: (`where`, its title)."""

_changed: dict[tuple[str, str], str] = {}


def use(changed: Mapping[tuple[str, str], str]) -> None:
    """Press other keys from now on, by (`where`, `id`); those not named are the table's."""
    _changed.clear()
    _changed.update(changed)


def of(where: str) -> tuple[Key, ...]:
    """The keys of one screen or one part of the menu, as they are pressed now."""
    return tuple(_pressed(each) for each in KEYS if each.where == where)


def _pressed(each: Key) -> Key:
    key = _changed.get((each.where, each.id))
    return replace(each, key=key) if key else each


def screen_of(where: str) -> str:
    """Where a key of the place `where` is pressed: all of the interview's menu is offered at once, over it."""
    return "interview" if where in MENU_PLACES else where


def label(name: str, where: str) -> str:
    """What one thing on one screen is called."""
    return _one(name, where).label


def key(name: str, where: str) -> str:
    """The key of one thing on one screen."""
    return _one(name, where).key


def shown(name: str, screen: str = "interview") -> str:
    """What one presses for it on a screen, as a sentence says it: `tab`, or `ctrl+o u` for what stands in its menu."""
    found = next(_pressed(each) for each in KEYS if (each.id, screen_of(each.where)) == (name, screen))
    return f"{key('more', 'everywhere')} {found.key}" if found.where in MENU_PLACES else found.key


def _one(name: str, where: str) -> Key:
    return next(_pressed(each) for each in KEYS if (each.id, each.where) == (name, where))


def menu(screen: str) -> list[tuple[str, list[tuple[str, Key]]]]:
    """All that can be done on a screen, in parts: (title, [(what is pressed in the menu, key), ...]).

    A key that is no letter has a digit there, for a terminal that keeps the key itself.
    """
    parts = [(title, of(where)) for where, title in MENU] if screen == "interview" else []
    parts += [("keys", of(screen)), ("screen", (_one("look", "everywhere"),))]
    letters = {each.key for _, found in parts for each in found}
    digits = (digit for digit in "123456789" if digit not in letters)
    return [
        (title, [(each.key if len(each.key) == 1 else next(digits), each) for each in found]) for title, found in parts
    ]
