"""
What a line of a web page is when it is no part of an article.

`anywhere` judges lines that nobody writes into an article's body, `at_the_edge` lines
that are furniture only above or below the body or beside other furniture.
"""

import re

from annotator.attribution.bylines import (
    is_byline,
    is_credits,
    is_date,
    is_date_remnant,
)
from annotator.attribution.layout import is_finished
from annotator.attribution.marks import APOSTROPHE, DECORATION
from annotator.attribution.spans import Reason, has_words, listed_phrases

_LONGEST = 400  # characters; nothing longer is furniture


def _reasons(phrases: dict[Reason, str]) -> dict[str, Reason]:
    return {
        phrase: reason
        for reason, listed in phrases.items()
        for phrase in listed_phrases(listed)
    }


_ANYWHERE = _reasons(
    {
        "advertisement": "advertisement|advertisements|advertising"
        "|continue reading below|paid content|paid post|scroll to continue"
        "|advertisement - scroll to continue|skip advertisement|sponsored content",
        "caption": "ap photo|file photo|getty|getty images|image|image caption"
        "|image source|photo",
        "navigation": "about us|back to top|connect with us|contact us|cookie policy"
        "|cookie settings|follow us|leave a comment|log in|main menu|more stories"
        "|more from this section|more on this story|more on this topic|most popular"
        "|most read|most viewed|privacy policy|recommended for you|recommended stories"
        "|related articles|related content|related coverage|related links|related news"
        "|related stories|related topics|show comments|sign in|site index"
        "|skip to content|skip to main content|skip to navigation|terms of service"
        "|terms of use|top stories|trending now|view comments|you may also like"
        "|you might also like",
        "promotion": "sign up|sign up now|subscribe|subscribe now|subscribe today",
        "read_more": "click here to read more|click to read more|continue reading"
        "|full story|keep reading|load more|read full article|read full story|read more"
        "|read next|read the full article|read the full story|see more|show more"
        "|up next|view more|what to read next",
        "share": "copy link|copy this link|email this|link copied|print this page"
        "|share article|share this|tweet this",
    }
)
_AT_THE_EDGE = _reasons(
    {
        "advertisement": "ad",
        "byline": "afp|agencies|ap|associated press|bbc news|by|newsroom|reuters"
        "|staff reporter|staff writer|the associated press",
        "navigation": "account|close|comments|home|listen|live tv|login|menu|more"
        "|newsletters|next|podcasts|previous|register|search|sections|video|videos|watch",
        "share": "bluesky|copy|email|facebook|flipboard|instagram|linkedin|messenger"
        "|pinterest|print|reddit|save|share|telegram|threads|tweet|twitter|whatsapp|x",
    }
)
_SECTIONS = listed_phrases(
    "africa|americas|analysis|arts|asia|asia pacific|australia|breaking"
    "|breaking news|business|canada|china|city|climate|crime|culture"
    "|economy|education|entertainment|environment|europe|exclusive"
    "|explainer|features|finance|food|health|india|international"
    "|investigations|latest|latest news|latin america|law|lifestyle|live"
    "|local|local news|magazine|markets|media|metro|middle east|money"
    "|national|news|north america|opinion|politics|region|regional|science"
    "|society|sport|sports|style|tech|technology|transport|travel|u.k"
    "|u.k. news|u.s|u.s. news|uk|uk news|us|us news|weather|world"
    "|world news|"
)

# What a line begins with, and the most words that it then may have.
_FORMS: tuple[tuple[Reason, re.Pattern[str], int], ...] = (
    (
        "advertisement",
        re.compile("(?:story|article|content) continues (?:below|after)"),
        9,
    ),
    (
        "share",
        re.compile(
            r"(?:share|tweet|pin|post|email|click to share) (?:this|it|on|via)\b"
            r"|(?:follow|like|find|join) us on\b"
            r"|view this (?:photo|post|profile|reel|video) on\b"
        ),
        7,
    ),
    ("share", re.compile(r"pic\.(?:twitter|x)\.com/\S+$|a post shared by .+\(@"), 20),
    (
        "navigation",
        re.compile(
            r"comments? \(\d+\)?$|our standards: |(?:media|press) contacts?: "
            r"|(?:we|we and our partners|this (?:web)?site|our (?:web)?site)"
            r"(?: may)? uses? cookies\b"
        ),
        60,
    ),
    (
        "promotion",
        re.compile(
            r"(?:sign up|subscribe|register)\b.*\b(?:newsletters?|inbox|updates|alerts"
            r"|e-?mails?|briefing|podcast|here|today)\b"
            r"|you(?: have|'ve) \S+ (?:free |more )*(?:articles?|stories|story)"
            r" (?:left|remaining)\b"
            r"|you(?: have|'ve) (?:reached|read|used) (?:\S+ ){0,6}"
            r"free (?:articles|stories)\b"
            r"|(?:click|download|enter|follow|get|join|receive|stay|want|don't miss)"
            r"\b.*\b(?:newsletters?|your inbox|our app|e-?mail address)\b"
        ),
        30,
    ),
    (
        "copyright",
        re.compile(
            r"(?:©|c\)|copyright ©?)\s*(?:19|20)\d\d|© |.*\ball rights reserved\b"
            r"|.*\bmay not be published, broadcast, rewritten\b"
            r"|.*\bthe (?:ap|associated press) is solely responsible for \w+ content\b"
        ),
        60,
    ),
    (
        "caption",
        re.compile(
            "(?:file photo|graphic|illustration|image|photo|photograph|picture|video)s?"
            r"(?:(?: credit| courtesy(?: of)?| by)?\s?[:/]\s?\w"
            r"| (?:credit|courtesy|by) \w)|credit\s?[:/]\s?\w"
        ),
        25,
    ),
    ("caption", re.compile("image (?:source|caption), "), 60),
)
_MORE = re.compile(
    "(?:also read|don't miss|listen|more|more on this|read|read also|read more"
    "|recommended|related|related article|related story|see also|watch): "
)
_CREDIT_AT_END = re.compile(
    r"\b(?:Image|Photo|Photograph|Picture|Credit)s?"
    r"(?: credit| by| courtesy of)?: [A-Z][^.!?]{1,60}\.?$"
    r"|[(\[](?:AP Photo|AP|AFP|Reuters|EPA|File|Photo|Image|Photograph)"
    r"(?:/| via | by |: | courtesy )[^()\[\]]{1,80}[)\]]\.?$"
    r"|\w ?/ ?(?:AP|AFP|EPA|Reuters|Getty(?: Images)?)$|via Getty(?: Images)?\.?$"
)
_CREDIT_REACH = 120
_TRAIL = re.compile(r"\s[>\u203a»]\s")
_PARTS = re.compile(r"\s[|·•]\s|\|")
_MOST_PARTS = 10
_MOST_WORDS = 60
_LONGEST_PART = 4  # words between two marks of a trail such as "Home > World > Asia"


def key(content: str) -> str:
    """Return what two copies of one line have in common."""
    return _folded(content).strip(DECORATION)


def anywhere(content: str) -> Reason | None:
    """Return why a line that stands alone is furniture, None if it need not be."""
    if not has_words(content):
        return "separator"
    if len(content) > _LONGEST:
        return None
    return _ANYWHERE.get(key(content)) or _by_form(content)


def is_exact(content: str, reason: Reason) -> bool:
    """Tell whether a line is furniture to the word, so that nothing is told in it."""
    plain = key(content)
    return (
        reason in {"date", "separator"}
        or plain in _ANYWHERE
        or plain in _AT_THE_EDGE
        or plain in _SECTIONS
        or is_credits(content)
    )


def _by_form(content: str) -> Reason | None:
    folded = _folded(content).lstrip(DECORATION)
    words = folded.count(" ") + 1
    for reason, form, most_words in _FORMS:
        if words <= most_words and form.match(folded):
            return reason
    if is_date(content):
        return "date"
    if is_credits(content):
        return "byline"
    if _MORE.match(folded) and not content.endswith("."):
        return "read_more"
    return "caption" if _credit_at_end(content) is not None else None


def ends_with_credit(content: str) -> bool:
    """Tell whether a line is a caption and then a credit: "... Image: Calder Port."."""
    return (_credit_at_end(content) or 0) > 0


def _credit_at_end(content: str) -> int | None:
    before = max(0, len(content) - _CREDIT_REACH)
    found = _CREDIT_AT_END.search(content, before)
    return found and found.start()


def at_the_edge(content: str) -> Reason | None:
    """
    Return why a line is furniture outside the body, None if it need not be.

    Only of lines that are not furniture `anywhere`.
    """
    if len(content) > _LONGEST or content.count(" ") > _MOST_WORDS:
        return None
    if _is_trail(content):
        return "navigation"
    parts = [part for part in _PARTS.split(content) if part.strip()]
    if not 0 < len(parts) <= _MOST_PARTS:
        return None
    if len(parts) == 1:
        return _edge_of_part(parts[0].strip())
    reasons = [_edge_of_part(part) or anywhere(part) for part in map(str.strip, parts)]
    return reasons[0] if all(reasons) else None


def _is_trail(content: str) -> bool:
    parts = _TRAIL.split(content)
    return (
        1 < len(parts) <= _MOST_PARTS
        and not is_finished(content)
        and all(len(part.split()) <= _LONGEST_PART for part in parts)
    )


def _edge_of_part(part: str) -> Reason | None:
    plain = key(part)
    if plain in _SECTIONS:
        return "section"
    if is_date_remnant(part):
        return "date"
    if is_byline(part):
        return "byline"
    return _AT_THE_EDGE.get(plain)


def _folded(content: str) -> str:
    return " ".join(content.casefold().replace(APOSTROPHE, "'").split())
