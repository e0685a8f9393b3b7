"""
What a project's own decisions teach about its claims, on top of the rules.

Two small models, of whether something is a claim and of its source type, are trained
from decided articles and kept as numbers and words, with no code in them.
"""

from annotator.attribution.learned.examples import Decided, DecidedText
from annotator.attribution.learned.lessons import Lesson, TooLittle, learn
from annotator.attribution.learned.models import Learned, Malformed

__all__ = [
    "Decided",
    "DecidedText",
    "Learned",
    "Lesson",
    "Malformed",
    "TooLittle",
    "learn",
]
