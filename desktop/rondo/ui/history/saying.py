"""What the rows of history say: on the screen and to a screen reader."""

from __future__ import annotations

from datetime import datetime, timedelta

from rondo.ui.history.rows import Row, RowKind
from rondo.ui.journeys.step_words import did, said
from rondo.words import Words
from rondofile.working.history_entries import HistoryEntry, Past


def label(words: Words, row: Row, past: Past) -> str:
    """What was done there."""
    if row.kind is RowKind.BEGINNING:
        return words("history.oldest" if past.first > 1 else "history.beginning")
    assert row.entry is not None
    if row.kind is RowKind.BORDER:
        own = row.entry.session == past.session
        key = "history.session" if own else "history.session.earlier"
        return words(key, when=moment(words, row.entry.began))
    step = did(row.entry)
    assert step is not None
    return said(words, step)


def where(words: Words, entry: HistoryEntry) -> str:
    """What it was done to, and where; "" where that has no name."""
    about = entry.about
    if about.name and about.place:
        return words("history.where", name=about.name, place=about.place)
    return about.name or about.place


def time_of(at: float) -> str:
    """The time of the day."""
    return datetime.fromtimestamp(at).strftime("%H:%M")


def moment(words: Words, at: float, now: datetime | None = None) -> str:
    """The day and the time, as people say it."""
    then, today = datetime.fromtimestamp(at), (now or datetime.now()).date()
    time = then.strftime("%H:%M")
    if then.date() == today:
        return words("history.today", time=time)
    if then.date() == today - timedelta(days=1):
        return words("history.yesterday", time=time)
    return words("history.day", date=words.date(then.date().isoformat()), time=time)


def spoken(words: Words, row: Row, past: Past) -> str:
    """Everything about a row in one sentence, such as "Step 12 of 40, Move 3 steps, 14:05, done"."""
    what = label(words, row, past)
    if row.entry is None or row.kind is not RowKind.STEP:
        here = row.kind is RowKind.BEGINNING and row.step == past.position
        return f"{what}, {words('history.state.now')}" if here else what
    if row.step == past.position:
        state = words("history.state.now")
    else:
        state = words("history.state.done" if row.step < past.position else "history.state.undone")
    facts = {
        "n": words.number(row.step - past.first + 1),
        "all": words.number(past.top - past.first + 1),
        "what": what,
        "when": time_of(row.entry.at),
        "state": state,
    }
    place = where(words, row.entry)
    return words("history.row", where=place, **facts) if place else words("history.row.plain", **facts)
