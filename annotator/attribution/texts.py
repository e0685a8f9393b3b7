"""What a text that speaks says of whose it is: "court records show"."""

from annotator.attribution import nouns, suggestions
from annotator.attribution.spans import listed_words
from annotator.attribution.speakers import Speaking
from annotator.attribution.suggestions import Suggested

_BODIES_OWN = nouns.BODIES | listed_words(
    "court government official federal census ministry police annual budget its their"
    " agency's company's bank's government's ministry's city's state's county's"
)


def document(source: Speaking) -> Suggested | None:
    """Judge a text by whose it is, if the article says."""
    if source.head not in nouns.DOCUMENTS:
        return None
    if nouns.LEAKED.intersection(source.texts):
        return suggestions.LEAKED
    if source.head in nouns.PUBLIC_DOCUMENTS:
        return suggestions.FORMAL
    if _BODIES_OWN.intersection(source.texts):
        return suggestions.DOCUMENT
    named = any(word.is_capital for word in source.own[1:-1])
    return suggestions.PUBLISHED if named else suggestions.UNKNOWN_DOCUMENT
