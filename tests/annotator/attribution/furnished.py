"""A text for the tests of cleaning, and what cleaning makes of one."""

from annotator.attribution import extract

BODY = (
    "The ferry to Calder sank on Monday night, the coast guard said.\n"
    "\n"
    "Nobody was hurt, according to the owner.\n"
)


def dropped(text: str, title: str = "") -> list[tuple[str, str]]:
    found = extract(text, title=title).dropped
    return [(text[line.start : line.end], line.reason) for line in found]


def kept(text: str) -> list[str]:
    return [span.quote(text) for span in extract(text).sentences]
