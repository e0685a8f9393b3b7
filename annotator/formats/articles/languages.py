"""Languages as files name them: BCP 47 tags, or what is nearly one."""

import re

LONGEST = 35
"""Characters of a tag, which is what BCP 47 asks programs to keep at least."""
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
_NO_LANGUAGE = frozenset({"mis", "mul", "und", "zxx"})
_SAME = {"eng": "en"}
_REGION, _SCRIPT = 2, 4


def language_of(written: str) -> str:
    """
    Return the tag that `written` is, cased as usual; "" if it names no language.

    An underscore is taken for a hyphen: "en_US" is how pages and systems write it.
    """
    tag = written.strip().replace("_", "-")
    if len(tag) > LONGEST or not _TAG.fullmatch(tag):
        return ""
    first, *others = tag.lower().split("-")
    if first in _NO_LANGUAGE:
        return ""
    return "-".join([_SAME.get(first, first), *map(_cased, others)])


def _cased(subtag: str) -> str:
    if len(subtag) == _REGION:
        return subtag.upper()
    return subtag.title() if len(subtag) == _SCRIPT and subtag.isalpha() else subtag
