"""Where one sentence is two claims: the source changes, or only one part has one."""

from collections.abc import Iterator, Sequence

from annotator.attribution import grammar, nouns
from annotator.attribution.credit import Attribution, lower_at
from annotator.attribution.spans import listed_words
from annotator.attribution.verbs import VERBS
from annotator.attribution.words import Word

Words = Sequence[Word]
Part = tuple[int, int]

_TURNS = listed_words("while but although though whereas and yet")
_KEPT = listed_words("although though")
"""Markers that stay with the claim that they open."""
_TURNS_OF_TWO = frozenset({("in", "which"), ("even", "as"), ("even", "though")})
_WORD_TURNS = frozenset({"and", "while", "whereas"})
_BARE_TURNS = frozenset({"while", "whereas"})
_OPENS = frozenset({"while", "although", "though"})
_PLAIN = listed_words("say tell report add warn claim argue insist")
_FEWEST = 4  # words of a claim
_TELLING = 60  # words in which it has a verb


def parts_of(words: Words, found: Sequence[Attribution]) -> list[Part]:
    """Return the parts of a sentence that are claims of their own, as word ranges."""
    if not found:
        return [(0, len(words))]
    cuts: list[Part] = []
    start = ahead = 0
    for end, following in _turns(words, found):
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


def _turns(words: Words, found: Sequence[Attribution]) -> Iterator[Part]:
    """Give where a part may end and where the next then begins."""
    speakers = {one.phrase[0] for one in found if _says(one) and one.phrase}
    for place in range(1, len(words) - 2):
        word = words[place]
        if word.kind == "word" and word.lower not in _WORD_TURNS:
            continue
        following = words[place + 1].lower
        two = following, words[place + 2].lower
        if word.kind == "semicolon":
            yield place, place + 1
        elif word.kind == "comma" or _ends_with_comma(word):
            end = place + (word.kind == "quote")
            if following in _TURNS and two != ("and", "which"):
                yield end, place + 1 + (following not in _KEPT)
            elif two in _TURNS_OF_TWO or (
                words[0].lower in _OPENS and place + 1 in speakers
            ):
                yield end, place + 1
        elif words[place - 1].kind == "word" and (
            word.lower in _BARE_TURNS or (word.lower == "and" and place + 1 in speakers)
        ):
            yield place, place + 1


def _says(one: Attribution) -> bool:
    """Tell whether a credit is plainly for saying, so that a clause begins with it."""
    return one.how == "verb" and one.verb is not None and one.verb.base in _PLAIN


def _ends_with_comma(word: Word) -> bool:
    """Tell whether a comma stands inside of a closing quotation mark."""
    return word.kind == "quote" and word.text[-2:-1] == ","


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
        # "…, according to Ana Roe" covers no more than what it closes, and "…, Ana Roe
        # said, although" too.
        return before is not None and _closes(words, before, end)
    thinks = after.verb is not None and after.verb.strength == "thinking"
    if after.how == "same" or after.phrase[0] < then or thinks:
        return False
    if after.how == "according":
        return before is not None or words[then].lower == "in"
    if before is None:
        return after.how == "verb"
    return before.phrase != after.phrase and not _is_pronoun(words, after.phrase)


def _closes(words: Words, one: Attribution, end: int) -> bool:
    """Tell whether a part closes with its credit: "…, according to Ana Roe"."""
    if one.how == "according":
        return one.phrase is not None and one.phrase[1] == end
    is_contrast = lower_at(words, end + 1) in _KEPT and _says(one)
    return is_contrast and one.cue[1] == end


def _is_pronoun(words: Words, phrase: Part) -> bool:
    return phrase[1] - phrase[0] == 1 and words[phrase[0]].lower in nouns.PRONOUNS
