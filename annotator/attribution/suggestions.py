"""
What is suggested of a claim: a type, how likely it is right, and why.

A score is about how often its rule was right on articles whose sources experts had
typed (`python -m benchmarks.extraction --rules`), or .5 where there were too few.
"""

from dataclasses import dataclass

from annotator.attribution.spans import SourceType


@dataclass(frozen=True, slots=True)
class Suggested:
    """A source type, how likely it is the right one (0 to 1), and why."""

    source_type: SourceType
    score: float
    rule: str


QUOTED = Suggested("unattributed", 0.4, "quoted, speaker not found")
NOBODY = Suggested("unattributed", 0.8, "no source")
AGENTLESS = Suggested("unattributed", 0.7, "passive without an agent")
STATEMENT = Suggested("official_statement", 0.8, "in a statement")
NAMED_SPOKESPERSON = Suggested("named", 0.9, "spokesperson, named")
SPOKESPERSON = Suggested("official_statement", 0.9, "spokesperson, not named")
NAMED = Suggested("named", 0.9, "named")
PROBABLY_NAMED = Suggested("named", 0.8, "named")
LIKELY_NAMED = Suggested("named", 0.65, "named")
NATIONAL = Suggested("named", 0.6, "called by a nationality")
NAMED_BESIDE = Suggested("named", 0.85, "named beside")
HOLDER = Suggested("named", 0.6, "an office that one person holds")
OFFICE = Suggested("named", 0.7, "called by an office")
CITY = Suggested("official_statement", 0.6, "a city speaks")
STATE = Suggested("official_statement", 0.75, "a state or city speaks")
BODY = Suggested("official_statement", 0.85, "a body speaks")
PROBABLY_BODY = Suggested("official_statement", 0.7, "a body speaks")
PUBLICATION = Suggested("named", 0.6, "an identified publication")
DESCRIBED = Suggested("anonymous", 0.8, "described, not named")
PROBABLY_DESCRIBED = Suggested("anonymous", 0.5, "described, not named")
SOME_MEDIA = Suggested("anonymous", 0.6, "media, not identified")
RULING = Suggested("official_statement", 0.75, "a judge rules")
FORMAL = Suggested("official_statement", 0.75, "a formal text")
PUBLISHED = Suggested("named", 0.5, "an identified publication")
UNKNOWN_DOCUMENT = Suggested("anonymous", 0.5, "a document, not identified")
DOCUMENT = Suggested("official_statement", 0.5, "a document of a body")
LEAKED = Suggested("anonymous", 0.5, "a leaked document")
