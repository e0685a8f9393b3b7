"""Where one sentence is two claims: the source changes, or only one part has one."""

from collections.abc import Iterator, Sequence

from annotator.attribution import grammar, nouns
from annotator.attribution.credit import Attribution
from annotator.attribution.spans import listed_words
from annotator.attribution.verbs import VERBS
from annotator.attribution.words import Word

Words = Sequence[Word]
Part = tuple[int, int]

_TURNS = listed_words("while but although though whereas and yet")
_KEPT = listed_words("although though")
"""Markers that stay with the claim that they open."""
_TURNS_OF_TWO = frozenset({("in", "which"), ("even", "as"), ("even", "though")})
_BARE_TURNS = frozenset({"while", "whereas"})
_FEWEST = 4  # words of a claim
_TELLING = 60  # words in which it has a verb


def parts_of(words: Words, found: Sequence[Attribution]) -> list[Part]:
    """Return the parts of a sentence that are claims of their own, as word ranges."""
    if not found:
        return [(0, len(words))]
    cuts: list[Part] = []
    start = ahead = 0
    for end, following in _turns(words):
        while ahead < len(found) and found[ahead].cue[0] < end:
            ahead += 1
        before = (
            found[ahead - 1] if ahead and found[ahead - 1].cue[0] >= start else None
        )
        after = found[ahead] if ahead < len(found) else None
        if (
            _changes(words, before, after, end, following)
            and _is_claim(words, start, end)
            and _is_claim(words, following, len(words))
        ):
            cuts.append((end, following))
            start = following
    edges = [0, *(following for _, following in cuts)]
    ends = [*(end for end, _ in cuts), len(words)]
    return list(zip(edges, ends, strict=True))


def _turns(words: Words) -> Iterator[Part]:
    """Give where a part may end and where the next then begins."""
    for place in range(1, len(words) - 2):
        word, following = words[place], words[place + 1].lower
        if word.kind == "semicolon":
            yield place, place + 1
        elif word.kind == "comma":
            if following in _TURNS:
                yield place, place + 1 + (following not in _KEPT)
            elif (following, words[place + 2].lower) in _TURNS_OF_TWO:
                yield place, place + 1
        elif word.lower in _BARE_TURNS and words[place - 1].kind == "word":
            yield place, place + 1


def _is_claim(words: Words, start: int, end: int) -> bool:
    return end - start >= _FEWEST and any(
        word.lower in grammar.FINITE
        or word.lower in grammar.AUXILIARIES
        or word.lower in VERBS
        or word.lower.endswith("ed")
        or word.kind == "quote"
        for word in words[start : min(end, start + _TELLING)]
    )


def _changes(
    words: Words,
    before: Attribution | None,
    after: Attribution | None,
    end: int,
    then: int,
) -> bool:
    """Tell whether other people stand behind what follows than behind what was."""
    if after is None or after.phrase is None:
        # "…, according to Ana Roe" covers no more than what it closes.
        return before is not None and _closes(before, end)
    thinks = after.verb is not None and after.verb.strength == "thinking"
    if after.how == "same" or after.phrase[0] < then or thinks:
        return False
    if after.how == "according":
        return before is not None or words[then].lower == "in"
    if before is None:
        return after.how == "verb"
    return before.phrase != after.phrase and not _is_pronoun(words, after.phrase)


def _closes(one: Attribution, end: int) -> bool:
    return one.how == "according" and one.phrase is not None and one.phrase[1] == end


def _is_pronoun(words: Words, phrase: Part) -> bool:
    return phrase[1] - phrase[0] == 1 and words[phrase[0]].lower in nouns.PRONOUNS
