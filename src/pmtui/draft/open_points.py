"""What is left open, and where everything was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui.draft.escape import Markdown, address, inline, paragraphs
from pmtui.draft.fields import called
from pmtui.draft.layout import blocks, bullet, bullets, joined, labelled, section, strong
from pmtui.reading.plain import counted
from pmtui.record.dismissals import dismissals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.draft.tracing import Tracing
    from pmtui.record.dismissals import Dismissal
    from pmtui.record.items import Gap, Publication

SAID_INSTEAD = {
    "unknown": "not known",
    "declined": "declined",
    "not_applicable": "does not apply",
    "later": "left for later",
    "open": "not answered yet",
    "unconfirmed": "answered when it was asked in other words, not confirmed since",
}


BECAUSE = {
    "condition": "not asked any more, after other answers",
    "version": "from another version of the questionnaire",
}


def questions(tracing: Tracing) -> Markdown:
    """Questions that were asked and have no answer, with who was asked and what they said instead."""
    return section(
        "Open questions", bullets(_gap(tracing, each) for each in tracing.record.gaps) or Markdown("None recorded.")
    )


def disagreements(tracing: Tracing) -> Markdown:
    """Where sources differ, and where accounts do; nothing is settled by counting voices."""
    of_sources = [
        tracing.entry(
            each,
            strong(inline(each.about)) or Markdown("not described"),
            *(labelled("Version", inline(version)) for version in each.versions),
            labelled("Settled", paragraphs(each.settled)) or Markdown("Not settled"),
        )
        for each in tracing.record.disagreements
    ]
    return section("Disagreements", bullets([*of_sources, *_differences(tracing)]) or Markdown("None recorded."))


def kept(tracing: Tracing) -> Markdown:
    """Answers that are kept and are no part of the draft above; nothing where there are none."""
    listed = [
        bullet(
            Markdown(f"{inline(each.ask)} ({BECAUSE[each.because]}; {tracing.account_names[each.interview]})"),
            [paragraphs(each.value) or Markdown("no words"), labelled("Remark", paragraphs(each.remark))],
        )
        for each in tracing.record.kept
    ]
    if tracing.withheld:
        listed.append(Markdown(f"- {counted(tracing.withheld, 'item')} not to be repeated"))
    return section("Kept, not part of this draft", bullets(listed)) if listed else Markdown("")


def ideas(tracing: Tracing) -> Markdown:
    """Ideas that were parked in interviews; nothing where there are none."""
    listed = [
        bullet(joined([paragraphs(str(each.value)), labelled("from", _origin(tracing, each.about))], "; "))
        for each in tracing.view.ideas
    ]
    return section("Parked ideas", bullets(listed)) if listed else Markdown("")


def _origin(tracing: Tracing, interview: str) -> Markdown:
    return tracing.account_names.get(interview, Markdown(""))


def left_as_they_are(tracing: Tracing) -> Markdown:
    """Passages that a rule flags and somebody left, with the reason; nothing where there are none."""
    listed = [
        bullet(
            _passage(tracing, each),
            [labelled("Reason", paragraphs(each.reason)), labelled("Left by", inline(each.by))],
        )
        for each in dismissals(tracing.view.decisions)
    ]
    return section("Passages left as they are", bullets(listed)) if listed else Markdown("")


def _passage(tracing: Tracing, left: Dismissal) -> Markdown:
    if left.answer is None:
        return Markdown(f"Every passage of the rule {inline(left.rule)}")
    is_quoted = tracing.is_quoted(left.answer.partition("/")[0])
    return Markdown(
        f"“{inline(left.words)}”" if is_quoted else f"A passage of the rule {inline(left.rule)}, not quoted"
    )


def sources(tracing: Tracing) -> Markdown:
    """What was read: the only links of the draft."""
    listed = bullets(_publication(tracing, each) for each in tracing.record.publications)
    unlisted = bullets(map(bullet, tracing.unlisted))
    return section(
        "Sources", listed, blocks(Markdown("Named by facts, and not listed:"), unlisted) if unlisted else unlisted
    )


def _gap(tracing: Tracing, gap: Gap) -> Markdown:
    name = tracing.item_words(gap.question.partition("@")[2])
    said = [
        Markdown(SAID_INSTEAD.get(gap.state, gap.state)),
        labelled("asked of", tracing.account_names[gap.interview]),
        labelled("about", name),
    ]
    return bullet(Markdown(f"{inline(gap.ask)} ({joined(said, '; ')})"), [labelled("Remark", paragraphs(gap.remark))])


def _differences(tracing: Tracing) -> Iterator[Markdown]:
    for item in tracing.items:
        for each in item.differs:
            name = tracing.item_words(item.id) or Markdown("an entry")
            said = (
                Markdown(f"{tracing.account_names[who]}: {_version(tracing, who, value)}")
                for who, value in each.said.items()
            )
            yield bullet(Markdown(f"Accounts of {name} differ on: {called(each.field)}"), said)


def _version(tracing: Tracing, interview: str, value: Any) -> Markdown:
    if not tracing.is_quoted(interview):
        return Markdown("something else, not quoted")
    return tracing.value(value) or Markdown("no words")


def _publication(tracing: Tracing, publication: Publication) -> Markdown:
    facts = [
        inline(publication.title),
        inline(publication.publisher),
        labelled("published", inline(publication.published)),
        inline(publication.kind),
        labelled("read", inline(publication.extent)),
    ]
    label = strong(tracing.publication_labels[publication.id])
    return tracing.entry(publication, joined([label, joined(facts, "; ")], " "), address(publication.url))
