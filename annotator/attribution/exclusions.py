"""Sentences that claim nothing: questions, thanks, reporting about the reporting."""

# ruff: noqa: RUF001  (the marks of several scripts are what is meant)

import re

_NOT = r"(?: not|n[’']t)(?: yet)?(?: immediately| publicly| specifically)?"
_ASKED_FOR = (
    r"(?=(?: \w+){0,7}? (?:requests?|comment|messages?|calls?|inquir|enquir|questions?"
    r"|e-?mails?|interview))"
)
_UNSAID = (
    rf"(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?){_ASKED_FOR}"
    r"|(?:immediately )?(?:respond|reply|comment|elaborate|expand)(?:ed)?\b"
    r"[^,;]{0,40}$"
    r"|comment(?:ed)? (?:on|further)|elaborated?|be reached|available for comment"
    r"|(?:provided?|give|given|release[d]?|offer) (?:any |further |more )*"
    r"(?:details?|explanation|information|comment|figures?|names?)"
    r"|(?:say|said|expand on|specify|specified|disclosed?|identif(?:y|ied)) "
    r"(?:in )?(?:how|what|when|where|whether|which|who|why|if)\b"
)
_ABOUT_REPORTING = re.compile(
    "|".join(
        (
            r"\b(?:declin|refus)(?:e|ed|es|ing)"
            r" (?:to (?:comment|discuss|elaborate|say|answer)|(?:further )?comment"
            r"|an? interview|requests? for (?:an )?(?:comment|interview))",
            r"\b(?:did|does|do|had|has|have|would|was|were|is|are)"
            rf"{_NOT} (?:{_UNSAID})",
            r"\b(?:had|has|have) yet to"
            r" (?:comment|respond|reply|(?:release|issue|make|give) (?:any |an? )?"
            r"(?:statement|comment|response|details))\b",
            r"\b(?:had|gave|offered|with) no (?:immediate |further |other |more )?"
            r"(?:comment|details?|explanation)\b",
            r"\bno (?:immediate )?(?:comment|response|reply|word) (?:was|from|on)\b",
            r"\bno (?:further|other) (?:details?|information) (?:was|were)\b",
            r"\bcould not (?:immediately )?be reached\b",
            r"\bcould not (?:independently |immediately )?(?:verify|be verified)\b",
            r"\bit (?:was|is) (?:not (?:immediately )?(?:clear|known)|unclear)\b",
            r"\battempts? to (?:reach|contact)\b",
            r"\b(?:asked|requests?|reached out|approached|contacted)\b.{0,60}"
            r"\bfor (?:a )?(?:comment|response)\b",
            r"\bcontributed (?:to this|reporting)\b|^\W*additional reporting by\b",
            r"\bthis (?:story|article|post|report) (?:has been|was|will be) "
            r"(?:updated|corrected|amended|edited)\b",
            r"\bspoke (?:to .{1,40} )?on (?:the )?condition of anonymity\b",
            r"\b(?:requested|asked for|insisted on) anonymity\b",
            r"^\W*neither .{1,60} (?:commented|responded)\b",
        )
    ),
    re.IGNORECASE,
)
# One of these is in whatever the pattern finds; to look for them is quicker.
_TELLING = (
    *("declin", "refus", " not ", "n't ", "n’t ", "yet to", "no comment", "no imm"),
    *("no re", "no word", "no details", "no detail", "no explan", "no further"),
    *("no other", "no more", "reached", "verif", "unclear", "attempt", "for comment"),
    *("for a comment", "for response", "for a response", "contributed", "additional"),
    *("this story", "this article", "this post", "this report", "anonymity", "neither"),
)
_THANKS = re.compile(
    r"\W*(?:(?:and|so|but|well),? )?(?:(?:I|we)(?:[’']d like to| want to"
    r"| would like to)?(?: also| really| again)? thank |thanks?(?: you\b| for\b|[!,.])"
    r"|congratulations(?: to\b|[!,.])|god bless|good luck|happy (?:birthday|new year)"
    r"|best wishes|welcome to\b|rest in peace|(?:our|my) (?:thoughts|prayers)"
    r"(?: and prayers)? (?:are|go)\b|(?:I|we) wish (?:you|him|her|them)\b"
    r"|good (?:morning|evening|night)[!,.])",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"[?？؟][\"'’”»)\]]*(?: [^.?!]{0,60}\b(?:asked|asks|wondered|wonders)\b.{0,80})?$"
)
_TURN = re.compile(r"[,;”\"] (?:and|but|or) |\b(?:and|but) (?:said|says|added)\b")
_INSIDE = re.compile(r"\b(?:who|which|that|whom)(?: \w+){0,2} $", re.IGNORECASE)
_LONG = 60  # words; a longer sentence says something else as well
_TAIL = 200  # characters in which a question ends

A_QUESTION = "a question"
"""Why a question is no claim."""


def why_excluded(quote: str, *, tells: bool = False) -> str:
    """
    Return why a sentence is no claim, "" if it is one.

    `tells` is whether somebody is credited with telling something in it.
    """
    if _THANKS.match(quote):
        return "thanks or wishes"
    if is_question(quote):
        return A_QUESTION
    return "" if tells or not _is_about_reporting(quote) else "about the reporting"


def is_question(quote: str) -> bool:
    """Tell whether a sentence asks, by its mark: in whatever language."""
    return _ASKED.search(quote[-_TAIL:]) is not None


def _is_about_reporting(quote: str) -> bool:
    folded = quote.casefold()
    if not any(telling in folded for telling in _TELLING):
        return False
    found = _ABOUT_REPORTING.search(quote)
    if found is None or len(quote.split()) > _LONG:
        return False
    # "It is a lie, he said, and declined to comment" still tells something, and so
    # does what is told of "a guard who declined to comment".
    before = quote[: found.start()]
    after = quote[found.end() :]
    if _INSIDE.search(before) or _TURN.search(before):
        return False
    return re.search(r"\bbut (?:said|says|added|did)\b", after) is None
