"""The record as a fold of the answers: one function a kind of item, driven by each question's `maps_to`.

Items are constructed rather than validated: the answers were checked when they were given, and `Said` hands out text,
moments and tuples, nothing else.

A path is `KIND.FIELD`, such as `system.name`, or `factor.LEVEL.FIELD`.  Answers about one item of a repeated section
make one item, whoever gave them; answers outside of repeated sections make one item an interview.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from pmtui.questionnaire import values
from pmtui.questionnaire.naming import PIPED
from pmtui.questionnaire.piping import NOT_SAID
from pmtui.record import items
from pmtui.record.asking import Asking
from pmtui.record.confirming import to_confirm
from pmtui.record.said import Said
from pmtui.record.settling import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pmtui.questionnaire.schema import Question
    from pmtui.record.documents import Answer
    from pmtui.record.view import View


def record(view: View) -> items.Record:
    """The record of an incident.  The same documents give the same record, in the same order."""
    asking = Asking(view)
    gathered = _gathered(view, asking)
    parts: dict[str, Any] = {name: [] for name in items.Record.model_fields}
    for said in gathered.values():
        if said.is_told and said.kind in KINDS:
            name, build = KINDS[said.kind]
            parts[name].append(build(said))
    settle(view, parts)
    parts["accounts"] = [_account(view, asking, interview, gathered) for interview in view.interviews]
    parts["gaps"] = list(_gaps(view, asking))
    parts["kept"] = list(_kept(view, asking))
    return items.Record.model_construct(None, **{name: tuple(each) for name, each in parts.items()})


@cache
def is_known(path: str) -> bool:
    """Whether a `maps_to` path leads to a place in the record."""
    kind, *rest = path.split(".")
    *middle, field = rest or [""]
    if kind == "account":
        return not middle and field in ACCOUNT_FIELDS
    if kind not in KINDS or middle not in ([[level] for level in items.LEVELS] if kind == "factor" else [[]]):
        return False
    (model,) = get_args(items.Record.model_fields[KINDS[kind][0]].annotation)[:1]
    return field in set(model.model_fields) - {"id", "accounts", "differs", "remarks", "level"}


def _gathered(view: View, asking: Asking) -> dict[tuple[str, ...], Said]:
    gathered: dict[tuple[str, ...], Said] = {}
    for answer, question in _asked(view, asking):
        path = question.maps_to or ""
        if not _has_a_place(question, answer):
            continue
        *kind, field = path.split(".")
        name = answer.item or f"{answer.interview}-{'-'.join(kind)}"
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


def _severity(said: Said) -> items.Severity:
    return said.item(items.Severity, "why")


def _reference(said: Said) -> items.Reference:
    return said.item(items.Reference, "aiid", "scale")


def _milestone(said: Said) -> items.Milestone:
    return said.item(items.Milestone, "name", at=said.moment("at"))


def _party(said: Said) -> items.Party:
    return said.item(items.Party, "relation", "name", "role", "sector", "country")


def _system(said: Said) -> items.System:
    return said.item(items.System, "name", "kind", "effect")


def _provenance(said: Said) -> items.Provenance:
    return said.item(items.Provenance, "layer", "what")


def _data(said: Said) -> items.DataAsset:
    return said.item(items.DataAsset, "what", "personal_data", "sensitivity", "amount", "change")


def _impact(said: Said) -> items.Impact:
    return said.item(items.Impact, "what", "group", "count", "share")


def _detection(said: Said) -> items.Detection:
    return said.item(items.Detection, "how", "seen_by", "delay", at=said.moment("at"))


def _event(said: Said) -> items.Event:
    return said.item(items.Event, "what", "clock", at=said.moment("at"), marks=said.several("marks"))


def _disagreement(said: Said) -> items.Disagreement:
    return said.item(items.Disagreement, "about", "settled", versions=said.several("versions"))


def _mention(said: Said) -> items.Mention:
    return said.item(items.Mention, "of", at=said.moment("at"))


def _factor(said: Said) -> items.Factor:
    return said.item(items.Factor, "what", level=said.within[0])


def _went_well(said: Said) -> items.WentWell:
    return said.item(items.WentWell, "what")


def _compliance(said: Said) -> items.Compliance:
    touches, at = said.several("touches"), said.moment("at")
    return said.item(items.Compliance, "regime", "what", "outcome", touches=touches, at=at)


def _action(said: Said) -> items.Action:
    words = ("what", "kind", "owner", "owner_basis", "due_note", "status")
    return said.item(items.Action, *words, due=said.moment("due"))


def _lesson(said: Said) -> items.Lesson:
    return said.item(items.Lesson, "what")


def _quote(said: Said) -> items.Quote:
    return said.item(items.Quote, "text", "said_by")


def _publication(said: Said) -> items.Publication:
    return said.item(items.Publication, "label", "url", "title", "publisher", "published", "kind", "extent")


KINDS: dict[str, tuple[str, Callable[[Said], items.Item]]] = {
    "severity": ("severity", _severity),
    "reference": ("references", _reference),
    "milestone": ("milestones", _milestone),
    "party": ("parties", _party),
    "system": ("systems", _system),
    "provenance": ("provenance", _provenance),
    "data": ("data", _data),
    "impact": ("impacts", _impact),
    "detection": ("detections", _detection),
    "event": ("events", _event),
    "disagreement": ("disagreements", _disagreement),
    "mention": ("mentions", _mention),
    "factor": ("factors", _factor),
    "went_well": ("went_well", _went_well),
    "compliance": ("compliance", _compliance),
    "action": ("actions", _action),
    "lesson": ("lessons", _lesson),
    "quote": ("quotes", _quote),
    "publication": ("publications", _publication),
}
"""First part of a path -> (field of the record, what builds one item of it)."""

ACCOUNT_FIELDS = ("told", "cause_view", "mark", "basis", "note", "sources")


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
        **said.texts("told", "cause_view", "mark", "basis", "note"),
        sources=said.several("sources"),
        remarks=said.common["remarks"],
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
