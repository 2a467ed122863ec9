"""What is done with people of an incident after their talk: a follow-up, and their account for them to check."""

from __future__ import annotations

from pmtui.errors import Refused
from pmtui.screens.account import write_account
from pmtui.screens.incident_people import PeoplePage


class AfterTalkPage(PeoplePage):
    """The people of an incident, whose account is written out and who are asked once more."""

    async def action_follow_up(self) -> None:
        """Ask the person under the cursor what is required and not answered, for later, unclear, or asked by others."""
        from pmtui.intake.taking_up import take_up
        from pmtui.interview.taking_up import interview_of

        who, row = self._who_takes_part(), self._under_cursor()
        if who is None:
            return
        try:
            interview = interview_of(self._view, who.id, row if row in self._view.interviews else None)
            take_up(self.services.store, self._incident, interview)
        except Refused as refusal:
            self.refused(refusal)
            return
        await self._open(interview)

    async def action_account(self) -> None:
        """Write the account of the person under the cursor to a file."""
        who = self._participant()
        if who is not None:
            await write_account(self, self._incident, who.id)
