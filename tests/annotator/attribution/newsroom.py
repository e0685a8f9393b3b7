"""Reading made-up news: short ways to ask what was found in a sentence."""

from annotator.attribution import Claim, extract


def claims_in(text: str) -> list[Claim]:
    """Give the claims of `text`, of which every line is kept."""
    return list(extract(text, dropped=()).claims)


def only_claim(sentence: str) -> Claim:
    (claim,) = claims_in(sentence)
    return claim


def source_in(sentence: str) -> str | None:
    """Give the words of a sentence that name its source."""
    claim = only_claim(sentence)
    return None if claim.source is None else claim.source.quote(sentence)


def cue_in(sentence: str) -> str | None:
    claim = only_claim(sentence)
    return None if claim.cue is None else claim.cue.quote(sentence)


def types_in(text: str) -> list[str]:
    return [claim.source_type for claim in claims_in(text)]
