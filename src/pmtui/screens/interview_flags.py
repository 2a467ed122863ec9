"""The interview: what is done with the flag at hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from pmtui import keys
from pmtui.reading.plain import one_line, shortened
from pmtui.reading.sentences import sentence_at
from pmtui.record.dismissals import AGAIN, DISMISS, NEVER, Dismissal, dismissals, is_dismissed
from pmtui.screens.interview_off_record import OffRecordPage
from pmtui.widgets.answer_box import AnswerBox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pmtui.blame import Flag
    from pmtui.screens.services import Services

WIDTH = 50
"""Characters of a passage that a title repeats."""


WISH = "counterfactual"
"""The category of what should have been, which is an idea for a fix."""


class FlagsPage(OffRecordPage):
    """A page whose flags can be taken up, left as they are with a reason, or not shown at all."""

    def __init__(self, services: Services, incident: str, interview: str, *, alone: bool = False) -> None:
        super().__init__(services, incident, interview, alone=alone)
        self._is_quiet = False
        self._dismissed: list[Dismissal] | None = None

    def shown(self, text: str, found: Sequence[Flag]) -> Sequence[Flag]:
        """The flags of an answer without those that somebody left as they are."""
        if self._is_quiet:
            return ()
        known = self._known()
        return [each for each in found if not is_dismissed(known, self._answer, each.rule, text[each.start : each.end])]

    def _known(self) -> list[Dismissal]:
        if self._dismissed is None:
            self._dismissed = dismissals(self.session.view.decisions)
        return self._dismissed

    def show_around(self) -> None:
        """Show what others changed; what one of them left as it is, is not flagged here either."""
        known = dismissals(self.session.view.decisions)
        if known != self._dismissed and (known or self._dismissed):
            self._dismissed = known
            self.query_one(AnswerBox).check_again()
        super().show_around()

    def action_quiet(self) -> None:
        """Show no flags, or show them again."""
        self._is_quiet = not self._is_quiet
        self._look_again()
        self.say(
            f"No flags are shown; {keys.shown('quiet')} shows them again."
            if self._is_quiet
            else "Flags are shown again."
        )

    async def action_take(self) -> None:
        """Put in the neutral wording of the flag at hand; the text area's own undo takes that back."""
        found = self._flags()
        if not found:
            self.say("There is no flag in this answer.")
            return
        flag = found[self._flag_at(found)]
        if flag.rewording:
            await self._putting(flag, flag.rewording)()
        else:
            self.say(f"There is no other wording for this one; {keys.shown('flag')} has what can be done.")

    async def action_flag(self) -> None:
        """Offer what can be done with the flag at hand."""
        from pmtui.screens.choose import Choose

        found, text = self._flags(), self.query_one(AnswerBox).text
        ways = list(self._ways(found[self._flag_at(found)], text)) if found else []
        if any(each.answer in (None, self._answer) for each in self._known()):
            ways.append(("again", "Show again what was left as it is here", self._show_again))
        if not ways:
            self.say("There is no flag in this answer.")
            return
        do = {name: action for name, _, action in ways}
        words = text[found[self._flag_at(found)].start : found[self._flag_at(found)].end] if found else "flags"

        async def chosen(name: str | None) -> None:
            if name is not None:
                await do[name]()

        await self.open(Choose(f"“{shortened(words, WIDTH)}”", [(name, label) for name, label, _ in ways]), chosen)

    def _ways(self, flag: Flag, text: str) -> Any:
        passage = text[flag.start : flag.end]
        if flag.rewording:
            yield "reword", f"Put in its place: {one_line(flag.rewording)}", self._putting(flag, flag.rewording)
        if flag.category == WISH and self.standing == "on record":
            yield (
                "park",
                "Park it as an idea for a fix; the words stay here",
                partial(self.ask_idea, self._around(flag, text)),
            )
        yield "quote", "Mark it as a quotation: somebody else's words", self._putting(flag, f"“{passage}”")
        if self.standing != "not stored":  # what leaves it repeats its words
            yield "leave", "Leave it as it is, with a reason", self._leaving(DISMISS, flag, passage)
        yield "never", "Never flag this kind of passage in this incident", self._leaving(NEVER, flag, passage)

    def _around(self, flag: Flag, text: str) -> str:
        found = sentence_at(text, flag.start)
        return one_line(text[found.start : found.end]) if found else ""

    def _putting(self, flag: Flag, words: str) -> Callable[[], Any]:
        async def put() -> None:
            self.query_one(AnswerBox).put_in(flag.start, flag.end, words)

        return put

    def _leaving(self, kind: str, flag: Flag, passage: str) -> Callable[[], Any]:
        async def leave() -> None:
            from pmtui.screens.prompt import Prompt

            about = f"{flag.reason} Reviewers see the reason."
            await self.open(Prompt("Why does it stay?", "", about), reasoned)

        def reasoned(reason: str | None) -> None:
            if reason is None or not reason.strip():
                self.say("It stays flagged: leaving it takes a reason.")
                return
            if kind == NEVER:
                self._decide(kind, flag.rule, reason.strip())
            else:
                self._decide(kind, self._answer, {"rule": flag.rule, "words": passage, "reason": reason.strip()})
            left = Dismissal(
                None if kind == NEVER else self._answer, flag.rule, passage, reason, self.services.store.by
            )
            self._dismissed = [*self._known(), left]
            self._look_again()
            self.say("It is left; reviewers see why.")

        return leave

    async def _show_again(self) -> None:
        self._decide(AGAIN, self._answer, None)
        self._dismissed = [each for each in self._known() if each.answer not in (None, self._answer)]
        self._look_again()

    def _look_again(self) -> None:
        self.query_one(AnswerBox).check_again()
        self._show_hints()
