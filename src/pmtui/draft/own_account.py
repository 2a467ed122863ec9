"""One account alone, for its participant to check: their words question by question, and how to correct them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.draft.escape import Markdown, heading, inline, paragraphs
from pmtui.draft.layout import blocks, bullet, bullets, joined, labelled, quotation
from pmtui.errors import Refused
from pmtui.interview.closing import last_words
from pmtui.questionnaire.values import said
from pmtui.reading.plain import counted
from pmtui.record import consent
from pmtui.record.asking import Asking
from pmtui.record.corrections import confirmation, corrections
from pmtui.record.documents import ADDRESSED
from pmtui.record.withheld import off_record, on_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.questionnaire.schema import Question
    from pmtui.record.documents import Answer
    from pmtui.record.view import View

INSTEAD = {
    "unknown": "You did not know.",
    "declined": "You would rather not say.",
    "not_applicable": "It does not apply.",
    "later": "Left for later.",
    "open": "No answer yet.",
}

CHECK = (
    "This is what was written down of what you said. Did we get it right? What is missing? Is a detail not correct?",
    "Answer in your own words, and name the question. Each correction is entered with its date and who asked for it, "
    "and what stood there before stays in the history. Tell us when you confirm your account as it is.",
)


def own_account(whole: View, participant: str) -> str:
    """The account of `participant` as Markdown; `whole` is the incident with everything in it.

    Nothing of what others said is in it, and nothing that is off the record.  Raises `Refused` where nothing was
    written down of what they said.
    """
    who = whole.participant(participant)
    theirs = [each for each in whole.interviews.values() if each.participant == participant]
    view = on_record(whole)
    told = [Markdown(text) for each in theirs if (text := blocks(*_interview(view, each.id)))]
    hidden = [name for name in off_record(whole) & whole.answers.keys() if name.split("/")[0] in {i.id for i in theirs}]
    if not told and not hidden:
        raise Refused(f"nothing was written down yet of what {participant} said")
    facts = [
        labelled("Role", inline(who.role)),
        labelled("Agreed to", Markdown(consent.words(who.consent))),
        labelled("State", _state(view, participant)),
        labelled(
            "Off the record", Markdown(f"{counted(len(hidden), 'answer')}, not in this text") if hidden else _NONE
        ),
    ]
    title = Markdown(f"# Your account: {heading(whole.incident.title)}")
    return blocks(title, *map(Markdown, CHECK), bullets(map(bullet, filter(None, facts))), *told) + "\n"


_NONE = Markdown("")


def _state(view: View, participant: str) -> Markdown:
    if view.participant(participant).state == "withdrawn":
        return Markdown("withdrawn: in no draft and no export")
    confirmed = confirmation(view, participant)
    if confirmed is None:
        return Markdown("not confirmed yet")
    day = confirmed.at[:10]
    if confirmed.changed:
        return Markdown(f"confirmed on {day}, changed since it was confirmed")
    return Markdown(f"confirmed on {day}")


def _interview(view: View, interview: str) -> Iterator[Markdown]:
    asking, questionnaire = Asking(view), view.questionnaire(interview)
    is_asked, ask = asking.counts(interview), asking.words(interview)
    answers = [each for each in view.answers_of(interview).values() if is_asked(each)]
    for section in questionnaire.sections:
        ids = {each.id: at for at, each in enumerate(section.questions)}
        given = [each for each in answers if each.question in ids]
        items = list(dict.fromkeys(each.item for each in given))
        given.sort(key=lambda each: (items.index(each.item), ids[each.question]))
        if given:
            yield Markdown(f"## {heading(view.interview(interview).title)}: {heading(section.title)}")
        for each in given:
            number = f" ({section.repeat} {items.index(each.item) + 1})" if each.item else ""
            yield Markdown(f"### {heading(ask(each) + number)}")
            yield from _answer(view, questionnaire.questions[each.question], each)
    for words in last_words(view, interview):
        yield Markdown("### Added at the end")
        yield quotation(paragraphs(words))


def _answer(view: View, question: Question, answer: Answer) -> Iterator[Markdown]:
    if answer.state in ADDRESSED and answer.state not in INSTEAD:
        yield quotation(paragraphs(said(question, answer.value)) or Markdown("no words"))
    else:
        yield Markdown(INSTEAD[answer.state])
    yield labelled("Remark", paragraphs(answer.remark))
    correction = corrections(view).get((answer.document_id, answer.revision))
    if correction is not None:
        why = inline(str(correction.value.get("why") or "no reason given"))
        yield joined(
            [Markdown(f"Correction of {correction.at[:10]}"), labelled("entered by", inline(correction.by)), why], "; "
        )
