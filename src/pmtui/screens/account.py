"""One account alone, written to a file for its participant to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.errors import Refused

if TYPE_CHECKING:
    from pmtui.screens.page import Page


async def write_account(page: Page, incident: str, participant: str) -> None:
    """Ask on `page` for a file, and write the account of `participant` to it; where there is none, say so."""
    from pmtui.draft.own_account import own_account

    try:
        text = own_account(page.services.view(incident).whole, participant)
    except Refused as refusal:
        page.refused(refusal)
        return
    await page.write_out("account", f"{incident}-{participant}.md", lambda: text)
