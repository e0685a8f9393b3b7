"""Sentences that claim nothing: questions, thanks, reporting about the reporting."""

# ruff: noqa: RUF001  (the marks of several scripts are what is meant)

import re

_NOT = r"(?: not|n[’']t)(?: yet)?(?: immediately| publicly| specifically)?"
_SILENCE = (
    r"respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?|comment(?:ed)?"
    r"|elaborated?|expand(?:ed)?|be reached|available for comment|reachable"
    r"|(?:provided?|give|given) (?:details|further|more|a comment)"
    r"|say (?:in )?(?:how|what|when|where|whether|which|who|why|if)|specify|identify"
)
_ABOUT_REPORTING = re.compile(
    "|".join(
        (
            r"\b(?:declin|refus)(?:e|ed|es|ing)"
            r" (?:to (?:comment|discuss|elaborate|say|answer)|(?:further )?comment"
            r"|an? interview|requests?\b)",
            r"\b(?:did|does|do|had|has|have|would|could|was|were|is|are)"
            rf"{_NOT} (?:{_SILENCE})\b",
            r"\b(?:had|has|have) yet to"
            r" (?:comment|respond|reply|release|issue|make|give|say)\b",
            r"\bno (?:immediate )?(?:comment|response|reply|word) (?:was|from|on)\b",
            r"\bcould not (?:immediately )?be reached\b",
            r"\b(?:asked|requests?|reached out|contacted)\b.{0,60}"
            r"\bfor (?:a )?(?:comment|response)\b",
            r"\bcontributed (?:to this|reporting)\b",
            r"\bthis (?:story|article|post|report) (?:has been|was|will be) "
            r"(?:updated|corrected|amended|edited)\b",
            # "A guard who spoke on condition of anonymity said" tells something.
            r"(?<!who )\bspoke (?:to .{1,40} )?on (?:the )?condition of anonymity\b",
            r"(?<!who )\b(?:requested|asked for|insisted on) anonymity\b",
        )
    ),
    re.IGNORECASE,
)
# One of these is in whatever the pattern finds; to look for them is quicker.
_TELLING = (
    *("declin", "refus", " not ", "n't ", "n’t ", "yet to", "no comment", "no imm"),
    *("no re", "no word", "reached", "for comment", "for a comment", "response"),
    *("contributed", "this story", "this article", "this post", "this report"),
    "anonymity",
)
_THANKS = re.compile(
    r"\W*(?:(?:and|so|but|well),? )?(?:(?:I|we)(?:[’']d like to| want to"
    r"| would like to)?(?: also| really| again)? thank|thank(?:s| you)\b"
    r"|congratulations|god bless|good luck|happy (?:birthday|new year)|best wishes"
    r"|welcome\W|rest in peace|(?:our|my) (?:thoughts|hearts?) |we (?:wish|pray)"
    r"|I wish (?:you|him|her|them)|good (?:morning|evening|night))",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"[?？؟][\"'’”»)\]]*(?: [^.?!]{0,60}\b(?:asked|asks|wondered|wonders)\b.{0,80})?$"
)
_TURN = re.compile(r"[,;”\"] (?:and|but) ")
_LONG = 60  # words; a longer sentence says something else as well
_TAIL = 200  # characters in which a question ends


def why_excluded(quote: str) -> str:
    """Return why a sentence is no claim, "" if it is one."""
    if _THANKS.match(quote):
        return "thanks or wishes"
    if _ASKED.search(quote[-_TAIL:]):
        return "a question"
    folded = quote.casefold()
    if not any(telling in folded for telling in _TELLING):
        return ""
    found = _ABOUT_REPORTING.search(quote)
    if found is None or len(quote.split()) > _LONG:
        return ""
    # "It is a lie, he said, and declined to comment" still tells something.
    return "" if _TURN.search(quote, 0, found.start()) else "about the reporting"
