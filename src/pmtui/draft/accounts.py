"""The accounts, side by side: what each participant tells, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.draft import times
from pmtui.draft.escape import Markdown, inline, paragraphs
from pmtui.draft.layout import blocks, bullet, bullets, joined, labelled, quotation, section, strong
from pmtui.findings.timeline import moment
from pmtui.interview.closing import last_words
from pmtui.reading.plain import counted
from pmtui.record import consent
from pmtui.record.withdrawing import WITHDRAWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.draft.tracing import Tracing
    from pmtui.record.items import Account, Mention, Reply


NOT_QUOTED = "They chose not to be quoted, so their words are left out."
FACTS = "Facts from this account stand in the other sections, as notes."


def accounts(tracing: Tracing) -> Markdown:
    """Every account that says something; the other interviews, and who declined, by name."""
    told = [(each, _content(tracing, each)) for each in tracing.record.accounts]
    written = [_account(tracing, account, content) for account, content in told if content]
    silent = [_silent(tracing, account) for account, content in told if not content]
    declined = [
        bullet(Markdown(f"{inline(who.role) or who.id}: declined to give an account"))
        for who in tracing.view.participants.values()
        if who.state == "declined"
    ]
    none = Markdown("" if written else "None recorded.")
    return section("Accounts", none, *written, _others(bullets([*silent, *declined, *_withdrawn(tracing)]), written))


def _withdrawn(tracing: Tracing) -> Iterator[Markdown]:
    """How many withdrew: who they are would say more than they want to."""
    withdrawn = [each for each in tracing.view.participants.values() if each.state == WITHDRAWN]
    if withdrawn:
        yield bullet(Markdown(f"{counted(len(withdrawn), 'participant')} withdrew: nothing of their account is here"))


def _others(entries: Markdown, written: list[Markdown]) -> Markdown:
    return blocks(Markdown("### Others"), entries) if entries and written else entries


def _account(tracing: Tracing, account: Account, content: Markdown) -> Markdown:
    interview = tracing.view.interview(account.interview)
    facts = [
        Markdown(f"Interview {inline(interview.id)}"),
        Markdown(f"{inline(account.questionnaire)}, version {interview.version}"),
        Markdown(interview.state),
        *_agreed(tracing, account),
    ]
    name = tracing.account_names[account.interview]
    return blocks(Markdown(f"### {_heading(name)}"), joined(facts, "; "), content)


def _agreed(tracing: Tracing, account: Account) -> Iterator[Markdown]:
    who = tracing.view.participant(account.participant)
    if who.kind == "person":
        yield Markdown(consent.words(who.consent))


def _heading(name: Markdown) -> Markdown:
    """A name that is Markdown already, as the text of a heading."""
    return Markdown(f"{name[:-1]}\\#") if name.endswith("#") else name


def _content(tracing: Tracing, account: Account) -> Markdown:
    if account.withhold == "yes":
        return Markdown("This account stays out of drafts.")
    words = _words(tracing, account)
    if not words or tracing.is_quoted(account.interview):
        return words
    return Markdown(f"{NOT_QUOTED} {FACTS}")


def _words(tracing: Tracing, account: Account) -> Markdown:
    said = blocks(
        labelled("About this account", paragraphs(account.mark)),
        quotation(paragraphs(account.told)),
        labelled("In their own language", paragraphs(account.original)),
        labelled("What contributed, as they see it", paragraphs(account.cause_view)),
        labelled("Note", paragraphs(account.note)),
        labelled("What it rests on", inline(account.basis)),
        labelled("Told in", tracing.cited(account.sources)),
        *(labelled("Remark", paragraphs(remark)) for remark in account.remarks),
        *(labelled("Added at the end", paragraphs(each)) for each in last_words(tracing.view, account.interview)),
    )
    mentions = [each for each in tracing.record.mentions if account.interview in each.accounts]
    times_named = bullets(_mention(tracing, each) for each in mentions)
    replies = (_reply(tracing, reply) for reply in account.replies)
    return blocks(said, blocks(Markdown("Times named:"), times_named) if times_named else times_named, *replies)


def _reply(tracing: Tracing, reply: Reply) -> Markdown:
    asked, about = strong(inline(reply.ask)), tracing.item_words(reply.question.partition("@")[2])
    return blocks(
        Markdown(f"{asked} (about {about})") if about else asked,
        quotation(paragraphs(reply.value) or Markdown("no words")),
        labelled("Remark", paragraphs(reply.remark)),
    )


def _mention(tracing: Tracing, mention: Mention) -> Markdown:
    zone = tracing.view.incident.zone
    time = times.when(mention.at, zone)
    words = inline(moment(mention.at).words)
    lead = Markdown(f"“{words}”") if words and words != time else Markdown("")
    told = joined([lead, time, inline(mention.of), *times.details(mention.at, zone)], "; ")
    return tracing.entry(mention, told or Markdown("not described"))


def _silent(tracing: Tracing, account: Account) -> Markdown:
    name = tracing.account_names[account.interview]
    if account.interview in tracing.contributors:
        return bullet(Markdown(f"{name}: facts only, no account in their own words"))
    return bullet(Markdown(f"{name}: interview {tracing.view.interview(account.interview).state}, no account yet"))
