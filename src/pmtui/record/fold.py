"""The record as a fold of the answers, driven by each question's `maps_to`.

What a kind of item holds is what its model says; one rule makes items of all kinds (`Said.item`).  Items are
constructed rather than validated: the answers were checked when they were given, and `Said` hands out text, moments
and tuples, nothing else.

A path is `KIND.FIELD`, such as `system.name`, or `factor.LEVEL.FIELD`.  Answers about one item of a repeated section
make one item, whoever gave them; answers outside of repeated sections make one item an interview.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pmtui.questionnaire import values
from pmtui.questionnaire.naming import PIPED
from pmtui.questionnaire.piping import NOT_SAID
from pmtui.record import items
from pmtui.record.asking import Asking
from pmtui.record.confirming import to_confirm
from pmtui.record.emptiness import reason
from pmtui.record.joining import standing
from pmtui.record.kinds.base import DERIVED
from pmtui.record.said import Said
from pmtui.record.settling import settle
from pmtui.record.withheld import on_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pmtui.questionnaire.schema import Question
    from pmtui.record.documents import Answer
    from pmtui.record.view import View


def record(view: View) -> items.Record:
    """The record of an incident.  The same documents give the same record, in the same order.

    What is off the record is no part of it.
    """
    view = on_record(view)
    asking = Asking(view)
    gathered = _gathered(view, asking)
    parts: dict[str, Any] = {name: [] for name in items.Record.model_fields if name != "empty"}
    for said in gathered.values():
        if said.is_told and said.kind in items.KINDS:
            name, model = items.KINDS[said.kind]
            parts[name].append(said.item(model))
    settle(view, parts)
    parts["accounts"] = [_account(view, asking, interview, gathered) for interview in view.interviews]
    parts["gaps"] = list(_gaps(view, asking))
    parts["kept"] = list(_kept(view, asking))
    empty = _empty(view, asking, parts)
    return items.Record.model_construct(None, **{name: tuple(each) for name, each in parts.items()}, empty=empty)


@cache
def is_known(path: str) -> bool:
    """Whether a `maps_to` path leads to a place in the record."""
    kind, *rest = path.split(".")
    *middle, field = rest or [""]
    if kind == "account":
        return not middle and field in ACCOUNT_FIELDS
    if kind not in items.KINDS or middle not in ([[level] for level in items.LEVELS] if kind == "factor" else [[]]):
        return False
    return field in items.KINDS[kind][1].model_fields and field not in DERIVED and [kind, field] != ["factor", "level"]


def _gathered(view: View, asking: Asking) -> dict[tuple[str, ...], Said]:
    gathered: dict[tuple[str, ...], Said] = {}
    one = standing(view, asking)
    for answer, question in _asked(view, asking):
        path = question.maps_to or ""
        if not _has_a_place(question, answer):
            continue
        *kind, field = path.split(".")
        item = answer.item
        name = one.get(item, item) if item else f"{answer.interview}-{'-'.join(kind)}"
        said = gathered.setdefault((*kind, name), Said(kind[0], tuple(kind[1:]), name, view.incident.zone))
        said.add(field, answer)
    return gathered


def _has_a_place(question: Question, answer: Answer) -> bool:
    """Whether the answer fills a place of the record; one that does not is a reply of its account.

    An account is one: what a repeated section says about it cannot all be its telling.
    """
    path = question.maps_to
    return path is not None and is_known(path) and not (answer.item and path.startswith("account."))


def _asked(view: View, asking: Asking) -> Iterator[tuple[Answer, Question]]:
    """Every answer that counts with its question, interview by interview."""
    for interview in view.interviews:
        questions, is_asked = view.questionnaire(interview).questions, asking.counts(interview)
        for answer in view.answers_of(interview).values():
            if is_asked(answer):
                yield answer, questions[answer.question]


ACCOUNT_TEXTS = ("told", "cause_view", "mark", "original", "limits", "checking", "withhold", "basis", "note")
ACCOUNT_FIELDS = (*ACCOUNT_TEXTS, "sources")


def _account(view: View, asking: Asking, interview: str, gathered: Mapping[tuple[str, ...], Said]) -> items.Account:
    said = gathered.get(("account", f"{interview}-account"), Said("account", (), interview, view.incident.zone))
    questionnaire = view.questionnaire(interview)
    is_asked, ask = asking.counts(interview), asking.words(interview)
    replies = (
        items.Reply.model_construct(
            question=answer.key,
            ask=ask(answer),
            state=answer.state,
            value=values.said(questionnaire.questions[answer.question], answer.value),
            remark=answer.remark,
        )
        for answer in view.answers_of(interview).values()
        if is_asked(answer) and _is_reply(answer, questionnaire.questions[answer.question])
    )
    return items.Account.model_construct(
        interview=interview,
        participant=view.interview(interview).participant,
        role=view.participant_of(interview).role,
        questionnaire=view.interview(interview).title,
        **said.texts(*ACCOUNT_TEXTS),
        sources=said.several("sources"),
        remarks=said.remarks,
        replies=tuple(replies),
    )


def _is_reply(answer: Answer, question: Question) -> bool:
    # What has no place of its own is shown as it was said, rather than not at all.
    return answer.state == "answered" and not _has_a_place(question, answer)


def _gaps(view: View, asking: Asking) -> Iterable[items.Gap]:
    for interview in view.interviews:
        is_asked, ask = asking.counts(interview), asking.words(interview)
        unconfirmed = to_confirm(view, interview)
        for answer in view.answers_of(interview).values():
            if is_asked(answer) and answer.state == "answered" and answer.key in unconfirmed:
                yield items.Gap.model_construct(
                    interview=interview, question=answer.key, ask=ask(answer), state="unconfirmed", remark=None
                )
            elif is_asked(answer) and answer.state != "answered":
                yield items.Gap.model_construct(
                    interview=interview, question=answer.key, ask=ask(answer), state=answer.state, remark=answer.remark
                )


def _empty(view: View, asking: Asking, parts: Mapping[str, Any]) -> dict[str, str]:
    """Why each part of the record is empty that is."""
    given: dict[str, list[Answer]] = {}
    for answer, question in _asked(view, asking):
        if question.maps_to:
            given.setdefault(question.maps_to.partition(".")[0], []).append(answer)
    return {name: reason(given.get(kind, ())) for kind, (name, _) in items.KINDS.items() if not parts[name]}


def _kept(view: View, asking: Asking) -> Iterable[items.Kept]:
    for interview in view.interviews:
        known, is_asked = view.questionnaire(interview).questions, asking.counts(interview)
        for answer in view.answers_of(interview).values():
            if answer.state != "answered" or answer.item in view.dropped or is_asked(answer):
                continue
            question = known.get(answer.question) or view.earlier(answer.question)
            yield items.Kept.model_construct(
                interview=interview,
                question=answer.key,
                # What was said there then is not known any more: the words of today would be put into a mouth.
                ask=PIPED.sub(NOT_SAID, question.ask) if question else answer.question,
                value=_kept_words(question, answer),
                remark=answer.remark,
                because="condition" if answer.question in known else "version",
            )


def _kept_words(question: Question | None, answer: Answer) -> str:
    if question is not None and values.is_value_of(question, answer.value):
        return values.said(question, answer.value)
    return values.as_words(answer.value)
