"""Dates as they are written in tables; English where there are words."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

# Read as written, whatever the zone: it is the date that the reader of the news saw.
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?![\d])")
_PLAIN = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d\d?)[/.](\d\d?)\b")
_YEAR_LAST = re.compile(r"(\d\d?)([/.-])(\d\d?)\2(\d{4})\b")
_WEEKDAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.I
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.I)
_WRITTEN = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%d-%b-%Y", "%Y %B %d")
_LONGEST = 100
_MONTHS = 12


def date_of(written: str) -> date | None:
    """
    Return the date that `written` names; None if it names none, or one of two.

    A time behind the date is passed over.
    """
    text = written.strip()[:_LONGEST]
    if match := _ISO.match(text) or _PLAIN.fullmatch(text) or _YEAR_FIRST.match(text):
        return _date(*match.groups())
    if match := _YEAR_LAST.match(text):
        first, second = match[1], match[3]
        if match[2] == "." or int(first) > _MONTHS:
            return _date(match[4], second, first)  # with points the day comes first
        if int(second) > _MONTHS or first == second:
            return _date(match[4], first, second)
        return None
    return _written(text) or _mailed(text)


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _written(text: str) -> date | None:
    words = _ORDINAL.sub("", _WEEKDAY.sub("", text)).replace(",", " ").replace(".", " ")
    # "May 5 2026 at 10:00 a.m." is three words of a date, then something else.
    head = " ".join(words.split()[:3])
    for form in _WRITTEN:
        try:
            return datetime.strptime(head.replace("Sept ", "Sep "), form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def _mailed(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
