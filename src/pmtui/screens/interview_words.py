"""The words around a question: where it stands in the walk, what was understood, and the one hint below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from pmtui import keys
from pmtui.interview.speaking import filled
from pmtui.interview.taking_up import number_words
from pmtui.questionnaire.values import said
from pmtui.reading import moments, zones
from pmtui.reading.durations import read_duration, show_duration
from pmtui.reading.plain import one_line, shortened
from pmtui.widgets.choice_box import LONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmtui.blame import Flag
    from pmtui.interview.session import Session
    from pmtui.questionnaire.schema import Question
    from pmtui.record.documents import Answer
    from pmtui.store import Here

STATES = {
    "unknown": "marked: don't know",
    "declined": "marked: would rather not say",
    "not_applicable": "marked: does not apply",
    "later": "marked: later",
    "open": "not answered yet",
}


LONGEST_NAME = 20
"""Characters of the name of somebody who is here too."""

LONGEST_NAMES = 30
"""Characters of what others named."""

LONGEST_PASSAGE = 40
"""Characters of a flagged passage that are repeated below the answer."""


def place_words(session: Session) -> tuple[str, ...]:
    """`Timeline · event 2 of 3 · question 1 of 2 · section 4 of 10`, and shorter forms of it, the longest first.

    In a follow-up `Timeline · event 2 of 3 · follow-up 2 of 5`.
    """
    step, steps = session.step, session.walk.steps
    title, nearest = filled(session.walk, step, step.section.title), []
    if step.item:
        number, count = session.number_of_item()
        nearest.append(f"{step.section.repeat} {number} of {count}")
    is_required = step.question and step.question.required and not session.walk.is_addressed(step)
    required = ", required" if is_required else ""
    if session.follow_up:
        follow_up = f"follow-up {number_words(session)}{required}"
        return tuple(" · ".join(parts) for parts in ((title, *nearest, follow_up), (title, follow_up), (follow_up,)))
    if step.question:
        beside = [each for each in steps if each.question and (each.section, each.item) == (step.section, step.item)]
        nearest.append(f"question {beside.index(step) + 1} of {len(beside)}{required}")
    sections = list(dict.fromkeys(each.section.id for each in steps))
    section = f"section {sections.index(step.section.id) + 1} of {len(sections)}"
    forms = ((title, *nearest, section), (title, *nearest), nearest or (title,))
    return tuple(" · ".join(parts) for parts in forms)


def clock(at: str, zone: str) -> str:
    """The ISO time `at` as calendar and clock of `zone` show it: `14 Mar 10:30`."""
    return f"{datetime.fromisoformat(at).astimezone(zones.place(zone)):%-d %b %H:%M}"


def company_words(others: Sequence[Here], zone: str) -> str:
    """Who else has the same interview open, and since when; nothing where nobody has."""
    if not others:
        return ""
    who = ", ".join(f"{shortened(each.by, LONGEST_NAME)} since {clock(each.since, zone)}" for each in others)
    return f"also in this interview: {one_line(who)}"


def revision_words(question: Question, answer: Answer, zone: str) -> str:
    """One revision on one line: when, by whom, what."""
    return one_line(f"{clock(answer.at, zone)} · {answer.by} · {answer_words(question, answer)}")


def answer_words(question: Question, answer: Answer) -> str:
    """All that an answer says: its words, or why there are none, and the remark on a line of its own."""
    words = STATES.get(answer.state) or said(question, answer.value)
    return f"{words}\nremark: {answer.remark}" if answer.remark else words


def choosing_words(question: Question) -> str:
    """How one chooses from a list."""
    several = "space marks and unmarks" if question.type == "many_of" else "space chooses"
    several = "a digit chooses" if question.type == "scale" else several
    own = f", {keys.key('own_words', 'words')} adds an answer of your own" if question.other else ""
    if len(question.options) > LONG:
        several = several.replace("space", "enter")
        own = ", also what is in no line" if question.other else ""
    return f"({several}{own}{bounds_words(question) if question.type == 'many_of' else ''})"


def bounds_words(question: Question) -> str:
    """The bounds of a number or of a count, behind a comma; nothing where there are none."""
    bounds = (("at least", question.min), ("at most", question.max))
    return "".join(f", {words} {bound:g}" for words, bound in bounds if bound is not None)


def form_words(question: Question) -> str | None:
    """How an answer is written where that is not plain: a number with its bounds, a length of time, evidence."""
    match question.type:
        case "number":
            return f"(a number{f' of {question.unit}' if question.unit else ''}{bounds_words(question)})"
        case "duration":
            return "(such as 20 min, 2 h 30 or 3 days)"
        case "evidence":
            return "(a link, a ticket, or the path of a file)"
        case _:
            return None


def state_words(session: Session, typed: str | None) -> str:
    """What was understood of a time that is being typed, else why there is no answer, else the remark."""
    question, given = session.question, session.given
    if question and question.type == "duration" and typed and typed.strip():
        found = read_duration(typed)
        return f"time   {show_duration(found)}" if found else "time   write it as 20 min, 2 h 30 or 3 days"
    if question and question.type in ("moment", "date") and typed and typed.strip():
        days = session.days
        moment = moments.read_moment(typed.strip(), zone=days.zone, first_day=days.first_day, spoken_on=days.spoken_on)
        return f"time   {moment.ask} The words are kept." if moment.ask else f"time   {moments.show(moment)}"
    parts = []
    if (session.step.key or "") in session.unconfirmed:
        was = shortened(one_line(session.unconfirmed[session.step.key or ""]), LONGEST_PASSAGE)
        parts.append(f"answered when it was asked: “{was}” · {keys.shown('confirm')} confirms")
    if given is None and not typed and (others := _named_before(session)):
        parts.append(f"named by others: {others} · {keys.shown('take_up')} speaks about one of them")
    if given and given.state in STATES and given.state != "open" and not (typed or "").strip():
        parts.append(f"{STATES[given.state]}; an answer replaces it")
    if question and question.default and given is None and not typed:
        parts.append(f"suggested: {one_line(question.default)} · {keys.shown('suggestion')} takes it")
    if given and given.remark:
        parts.append(f"remark: {one_line(given.remark)}")
    return " · ".join(parts)


def _named_before(session: Session) -> str:
    """What others named, on the first page about a new item; empty elsewhere."""
    step = session.step
    if not step.item or step.question != step.section.questions[0]:
        return ""
    return shortened(", ".join(one_line(each.words) for each in session.named_by_others()), LONGEST_NAMES)


@dataclass(frozen=True)
class Hint:
    """What the panel below an answer may speak of: why it does not fit, checks, a follow-up, flags of `text`."""

    fault: str | None
    unsaved: str | None
    checks: Sequence[str]
    probe: str | None
    text: str
    flags: Sequence[Flag]
    at: int
    """Which of the flags is at hand."""
    meaning: str = ""
    """What the choice under the cursor means."""


def panel_words(session: Session, hint: Hint) -> Content:
    """One thing: what does not fit, a check, a follow-up, the flag at hand, a choice's meaning, or the note."""
    if hint.fault or hint.unsaved:
        on, leave = keys.key("next", "interview"), keys.key("leave", "interview")
        ways = f"\nMend it, or {on} once more keeps it as a remark; {leave} leaves and keeps the words."
        why = hint.fault or hint.unsaved or ""
        return Content.assemble((one_line(why), "$warning"), (ways if hint.fault else "", "dim"))
    if hint.checks and not hint.probe:
        return Content.assemble(
            *((f"{one_line(each)}\n", "$warning") for each in hint.checks),
            (f"{keys.shown('next')} goes on", "dim"),
        )
    if hint.probe:
        below = panel_words(session, replace(hint, probe=None, checks=()))
        return Content.assemble((f"{one_line(hint.probe)}\n", "bold"), below)
    if hint.flags:
        return _flag_words(hint)
    if hint.meaning:
        return Content.styled(one_line(hint.meaning), "dim")
    note = session.note
    return Content.styled(f"note: {one_line(note)}", "dim") if note else Content("")


def _flag_words(hint: Hint) -> Content:
    flag = hint.flags[hint.at]
    words = shortened(hint.text[flag.start : flag.end], LONGEST_PASSAGE)
    more = f"   {hint.at + 1} of {len(hint.flags)} · {keys.shown('next_flag')} next flag" if len(hint.flags) > 1 else ""
    return Content.assemble(
        (f"~ “{words}”", "underline"),
        (more, "dim"),
        f"\n{one_line(flag.reason)}\n",
        ("Ask: ", "dim"),
        one_line(flag.question),
    )
