"""Days as people say them: today, yesterday, else the date."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from rondo.words import Words


def said_day(at: float, words: Words, today: date | None = None) -> str:
    """The day of a moment in seconds since 1970. Empty where no calendar knows it."""
    try:
        day = datetime.fromtimestamp(at).date()
    except (OverflowError, OSError, ValueError):
        return ""
    now = today or datetime.now().date()
    if day == now:
        return words("welcome.today")
    if day == now - timedelta(days=1):
        return words("welcome.yesterday")
    return words.date(day.isoformat())
