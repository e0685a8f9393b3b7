"""Lines that say only who wrote an article, or when it came out."""

import re

from annotator.attribution.spans import listed_words

_MONTHS = listed_words(
    "january february march april may june july august september october november"
    " december jan feb mar apr jun jul aug sep sept oct nov dec"
)
_DATE_WORDS = _MONTHS | listed_words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday"
    " mon tue tues wed thu thur thurs fri sat sun am pm a.m p.m"
    " bst cdt cest cet cst ct edt est et gmt ist mdt mst mt pdt pst pt utc"
    " created modified posted published updated at date first last on"
)
_NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?")
_HOUR = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b")
_FULL_DATE = re.compile(
    r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:t[\d:.+z-]*)?"
    r"|\d{1,2}([-/.])\d{1,2}\1(?:19|20)?\d\d"
)
_AGO = re.compile(
    r"(?:updated |published )?\d{1,3} (?:second|minute|min|hour|day)s? ago"
)
_READING_TIME = re.compile(r"\d{1,3}[ -]min(?:ute)?s? read")
_BETWEEN = re.compile(r"[\s,|·•()\u2013\u2014]+")
_LONGEST_DATE = 80

_CREDITS = re.compile(
    r"[(\[]?(?:(?:additional|with) )?(?:compiled|edited|editing|photographs|photography"
    "|reported|reporting|writing) by "
)
_CREDIT_WORDS = listed_words(
    "additional agencies compiled compiling edited editing newsroom our photographs"
    " photography produced reported reporters reporting team translated with writing"
    " written"
)
_BY = re.compile("(?:story |text |words |written )?by ")
_CONNECTORS = listed_words(
    "al and at bin bureau by chief contributing correspondent da de del der di editor"
    " el for from in la news of photographer reporter senior special staff the to van"
    " von with writer"
)
# What the last word after a comma is in "Ana Roe, BBC News, Lisbon".
_EMPLOYED = listed_words(
    "afp agency ap bbc bureau cnn correspondent desk editor freelance herald journalist"
    " news newsroom npr photographer post press producer reporter reuters times tribune"
    " writer"
)
_NAME = re.compile(r"[^\W\d_][^\W\d_.'\u2019-]*(?:[.'\u2019-][^\W\d_]*)*")
_PARTICLES = listed_words("al bin da de del der di el la van von")
_MOST_NAMES = 14
_MOST_CREDITS = 40


def is_date(content: str) -> bool:
    """Tell whether a line is nothing but a date or a time of day."""
    words = _date_words(content)
    return (
        (any(map(_NUMBER.fullmatch, words)) and not _MONTHS.isdisjoint(words))
        or any(_FULL_DATE.fullmatch(word) for word in words)
        or (bool(words) and _HOUR.search(content.casefold()) is not None)
    )


def is_date_remnant(content: str) -> bool:
    """Tell whether a line is what scraping leaves of a date."""
    plain = " ".join(content.casefold().split()).strip(" .:")
    if _AGO.fullmatch(plain) or _READING_TIME.fullmatch(plain):
        return True
    return any(
        word in _DATE_WORDS or _CLOCK.fullmatch(word) for word in _date_words(content)
    )


def is_clock(content: str) -> bool:
    """Tell whether a line is only a time of day, as posts of a live blog have."""
    words = [word for word in _date_words(content) if word]
    return any(
        _HOUR.fullmatch(word)
        or (_CLOCK.fullmatch(word) and (":" in word or len(words) > 1))
        for word in words
    )


def _date_words(content: str) -> list[str]:
    """Return the words of a line, none if one of them has no place in a date."""
    if len(content) > _LONGEST_DATE:
        return []
    words = [word.strip(".:/") for word in _BETWEEN.split(content.casefold())]
    return words if all(map(_is_date_word, words)) else []


def _is_date_word(word: str) -> bool:
    return (
        not word
        or word in _DATE_WORDS
        or any(form.fullmatch(word) for form in (_NUMBER, _CLOCK, _HOUR, _FULL_DATE))
    )


def is_credits(content: str) -> bool:
    """Tell whether a line thanks reporters and editors, as agencies do at the end."""
    words = content.split()
    return (
        len(words) <= _MOST_CREDITS
        and _CREDITS.match(_folded(words)) is not None
        and all(_is_name_part(word) or _bare(word) in _CREDIT_WORDS for word in words)
    )


def is_byline(content: str) -> bool:
    """
    Tell whether a line is "by" and names, with their job, city or date perhaps.

    Or a name and for whom it writes: "Ana Roe, BBC News, Lisbon".
    """
    words = content.split()
    if len(words) > _MOST_NAMES:
        return False
    opening = _BY.match(_folded(words))
    if opening is None:
        return _is_signed(content)
    names = words[opening.group().count(" ") :]
    first = names[0].strip(".,").casefold() if names else ""
    if not first or _NUMBER.fullmatch(first):
        return False
    if _is_date_word(first) and (len(names) == 1 or _is_date_word(_bare(names[1]))):
        return False
    return all(map(_is_name_part, names)) and _is_name(names[0])


def is_name(content: str, *, most: int = 4) -> bool:
    """Tell whether a line is two words or more that all begin as names do."""
    words = content.split()
    return 1 < len(words) <= most and all(
        _NAME.fullmatch(word) and (_is_name(word) or (place and word in _PARTICLES))
        for place, word in enumerate(words)
    )


def _is_signed(content: str) -> bool:
    name, *others = content.split(",")
    return (
        any(part.split() and _bare(part.split()[-1]) in _EMPLOYED for part in others)
        and is_name(name)
        and all(map(_is_name_part, content.split()))
    )


def _is_name_part(word: str) -> bool:
    bare = _bare(word)
    return not bare or bare in _CONNECTORS or _is_date_word(bare) or _is_name(word)


def _is_name(word: str) -> bool:
    letter = word.lstrip("\"'\u201c\u2018([@")[:1]
    return letter.isupper() or (letter.isalpha() and not letter.islower())


def _bare(word: str) -> str:
    return word.strip(".,;:()[]|/").casefold()


def _folded(words: list[str]) -> str:
    return " ".join(words).casefold()
