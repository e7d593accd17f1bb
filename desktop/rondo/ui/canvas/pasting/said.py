"""What is said when a range was pasted: what was taken, and what was not."""

from __future__ import annotations

from rondo.ui.canvas.pasting.table import StepTable, Strange
from rondo.words import Words

MOST_NAMED = 3


def said_of(table: StepTable, lanes: int, waiting: int, words: Words) -> str:
    """Whole sentences: steps and new lanes; what was not understood; columns that were left."""
    counted = [words.count("paste_table.steps", len(table.rows))]
    if lanes:
        counted.append(words.count("paste_table.lanes", lanes))
    found = [words("paste_table.taken", what=words.listed(counted))]
    if waiting:
        found.append(words.count("paste_table.waiting", waiting))
    if table.one_to_five:
        found.append(words("paste_table.one_to_five"))
    if table.strange:
        named = [_cell(one, words) for one in table.strange[:MOST_NAMED]]
        key = "paste_table.strange" if len(table.strange) <= MOST_NAMED else "paste_table.strange_more"
        found.append(words.count(key, len(table.strange), cells=words.listed(named)))
    if table.left:
        columns = words.listed([words("paste_table.quoted", text=text) for text in table.left[:MOST_NAMED]])
        found.append(words.count("paste_table.left", len(table.left), columns=columns))
    return " ".join(found)


def _cell(cell: Strange, words: Words) -> str:
    text = cell.text if len(cell.text) <= 40 else cell.text[:39] + "…"
    return words("paste_table.cell", row=cell.row, heading=cell.heading, text=text)
