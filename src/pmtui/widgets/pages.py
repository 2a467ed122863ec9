"""A long text below a list that has the focus: read on page by page, with one key."""

from __future__ import annotations

from textual.containers import VerticalScroll


class Pages(VerticalScroll, can_focus=False):
    """What is read beside something else."""

    def further(self) -> None:
        """Show what stands further down; at the end, begin again."""
        if self.scroll_offset.y >= self.max_scroll_y:
            self.scroll_home(animate=False)
        else:
            self.scroll_page_down(animate=False)
