"""The store: one folder an incident, with a journal of every change and a file that TinyDB reads.

store = Store.open(folder, by="alice")
store.create("2026-03-14-refund-bot", lambda edit: edit.put("incident", "incident", {"title": "Refund bot"}))
store.change("2026-03-14-refund-bot", lambda edit: edit.put("answers", "i1/q03", {"state": "unknown"}))
store.view("2026-03-14-refund-bot")["answers"]["i1/q03"]
"""

from __future__ import annotations

from .changes import Change, Document, Op, Tables
from .presence import Here
from .store import Store

__all__ = ["Change", "Document", "Here", "Op", "Store", "Tables"]
