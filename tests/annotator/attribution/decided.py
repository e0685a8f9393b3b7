"""Articles on which a made-up project has decided, by a rule of its own or not."""

from annotator.attribution import Claim, extract
from annotator.attribution.learned import Decided, DecidedText

TOWNS = ("Aldby", "Brenholm", "Corvik", "Dunmere", "Eskel", "Farrow", "Galt", "Hythe")
THINGS = ("bridge", "harbor", "library", "railway", "school", "theater", "tower")


def text_of(number: int) -> str:
    """Make an article in which several kinds of people speak."""
    town = TOWNS[number % len(TOWNS)]
    thing = THINGS[number % len(THINGS)]
    return (
        f"The {thing} in {town} will close in March, according to local officials. "
        f"“We cannot pay for the {thing} any longer,” Mayor Ida Marsh of {town} said. "
        f"Two people who know the budget said that the {thing} is too old. "
        f"Health officials said {number + 3} people were hurt at the {thing}. "
        f"The council said in a statement that it will build another {thing}. "
        f"The {thing} has stood in {town} for {number + 40} years. "
        f"But nobody in {town} was surprised by the news of the {thing}."
    )


def as_the_rules(text: str, claim: Claim) -> Decided:
    """Decide as the rules say."""
    return Decided(
        claim.start,
        claim.end,
        is_claim=not claim.excluded,
        source_type=None if claim.excluded else claim.source_type,
    )


def in_its_own_way(text: str, claim: Claim) -> Decided:
    """Take officials for the body that they work for, and "But …" for no claim."""
    quote = claim.quote(text)
    if quote.startswith("But"):
        return Decided(claim.start, claim.end, is_claim=False)
    if "officials" in quote:
        return Decided(claim.start, claim.end, source_type="official_statement")
    return as_the_rules(text, claim)


def articles(count: int, decide=in_its_own_way) -> list[DecidedText]:
    """Make articles in which everything is decided."""
    made = []
    for number in range(count):
        text = text_of(number)
        claims = tuple(decide(text, claim) for claim in extract(text).claims)
        made.append(DecidedText(f"{number * 7919 % 1009:04}", text, "", (), claims))
    return made
