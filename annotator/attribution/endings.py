"""What stands below an article in whole sentences: who wrote it, who paid for it."""

import re
from collections.abc import Iterator, Sequence

from annotator.attribution.bylines import is_name
from annotator.attribution.layout import is_finished
from annotator.attribution.spans import Reason
from annotator.attribution.verdicts import Verdict, credits_somebody

_CONTACT = re.compile(
    r"(?:(?:contact|e-?mail|reach|write to)\b|.*\bcan be reached at\b).*\S@\S"
    r"|follow .{1,60} on (?:bluesky|facebook|instagram|linkedin|mastodon|threads"
    r"|twitter|x)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?P<name>[^,]{3,60}?),? (?:is|was) (?:an?|the|our) (?:[\w'\u2019-]+ ){0,5}?"
    r"(?:columnist|contributor|correspondent|editor|freelancer|journalist|photographer"
    r"|producer|reporter|writer)s? (?:at|based|covering|for|in|on|with)\b"
)
_ABOUT = re.compile(r"About (?P<name>(?:the )?[^\W\d_a-z].{0,60})")
_MOST_WORDS = 60
_REACH = 12  # paragraphs below the body
_MOST_ABOUT = 3  # of them on whom an "About" is about


def below(verdicts: Sequence[Verdict]) -> Iterator[tuple[int, Reason]]:
    """Give what stands at the end of a text and is no part of the article."""
    end = len(verdicts)
    if (about := _about(verdicts)) is not None:
        yield from ((index, "promotion") for index in range(about, end))
        end = about
    for index in range(end - 1, max(-1, end - _REACH), -1):
        verdict = verdicts[index]
        if verdict.reason is None:
            if not _is_of_author(verdict, verdicts[:index]):
                return
            yield index, "byline"


def _is_of_author(verdict: Verdict, above: Sequence[Verdict]) -> bool:
    """Tell whether a line says whom to write to, or who wrote the article."""
    content = verdict.content
    if verdict.is_telling or len(content.split()) > _MOST_WORDS:
        return False
    if _CONTACT.match(content):
        return not credits_somebody(content, "byline")
    author = _AUTHOR.match(content)
    if author is None or not is_name(author["name"]):
        return False
    # Of whom the article tells, this line may tell as well.
    surname = author["name"].rpartition(" ")[2].casefold()
    return not any(
        one.is_prose and surname in one.content.casefold() for one in above
    ) and not credits_somebody(content, "byline")


def _about(verdicts: Sequence[Verdict]) -> int | None:
    """Return where sections such as "About Calder Ferries" begin, with their text."""
    first = None
    plain = 0
    for index in range(len(verdicts) - 1, max(-1, len(verdicts) - _REACH), -1):
        verdict = verdicts[index]
        if verdict.reason is not None:
            continue
        heading = _ABOUT.fullmatch(verdict.content)
        if heading is not None and not is_finished(verdict.content):
            if not plain or not _is_about(heading["name"], verdicts[index + 1]):
                return first
            first, plain = index, 0
        else:
            plain += 1
            if plain > _MOST_ABOUT or credits_somebody(verdict.content, "promotion"):
                return first
    return first


def _is_about(name: str, following: Verdict) -> bool:
    """Tell whether a section begins with what its heading says it is about."""
    word = name.removeprefix("the ").split()[0].casefold()
    return name.startswith("the ") or word in following.key.split()[:_REACH]
