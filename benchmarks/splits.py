"""
How well near-duplicate articles are found, and what that and dividing them costs.

    python -m benchmarks.splits DATA                  # planted near-duplicates
    python -m benchmarks.splits DATA --articles 50000 # what it costs

DATA is a folder that holds `news/` (GUM news and PolNeAR as JSONL). The texts belong to
others and are no part of this project. Every article is planted again after an edit; it
is found if it is in one group with its original. A false merge is a group with articles
that have different originals. What it costs is measured with invented articles whose
words follow each other as they do in DATA; every tenth is another one, cut to 70 %.
"""

import argparse
import json
import resource
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from random import Random

from annotator.splits import NearDuplicates, Traits, Wish, assign_splits

Edit = Callable[[list[str], Random, list[str]], list[str]]
"""Change an article's paragraphs; the last argument holds words from elsewhere."""


def cut(share: float) -> Edit:
    """Keep some of the paragraphs."""

    def edit(paragraphs, lot, other):
        kept = max(1, round(share * len(paragraphs)))
        places = sorted(lot.sample(range(len(paragraphs)), kept))
        return [paragraphs[place] for place in places]

    return edit


def reword(share: float) -> Edit:
    """Put other words in the place of some."""

    def edit(paragraphs, lot, other):
        return [
            " ".join(
                lot.choice(other) if lot.random() < share else word
                for word in paragraph.split()
            )
            for paragraph in paragraphs
        ]

    return edit


def headline(paragraphs, lot, other):
    return [" ".join(lot.sample(other, 10)), *paragraphs[1:]]


def move(paragraphs, lot, other):
    return lot.sample(paragraphs, len(paragraphs))


def boilerplate(paragraphs, lot, other):
    return [" ".join(other[:40]), *paragraphs, " ".join(other[40:120])]


def shout(paragraphs, lot, other):
    return [paragraph.upper().replace(",", " --") for paragraph in paragraphs]


def desk(paragraphs, lot, other):
    """Do what a desk does with an agency's story."""
    for edit in (cut(0.6), headline, boilerplate, reword(0.03)):
        paragraphs = edit(paragraphs, lot, other)
    return paragraphs


EDITS: dict[str, Edit] = {
    "another headline": headline,
    "paragraphs moved": move,
    "capitals and punctuation": shout,
    "120 words of boilerplate": boilerplate,
    **{f"cut to {share:.0%}": cut(share) for share in (0.7, 0.5, 0.3)},
    **{f"{share:.0%} of words changed": reword(share) for share in (0.05, 0.1, 0.15)},
    "cut to 60 %, headline, boilerplate, 3 % of words": desk,
}


def texts(data: Path) -> list[str]:
    return [
        json.loads(line)["text"]
        for name in ("gum_news", "polnear")
        for line in (data / "news" / f"{name}_shared.jsonl").open(encoding="utf-8")
    ]


def quality(originals: list[str], similarity: float) -> None:
    everything = [word for text in originals for word in text.split()]
    print(f"\n| similarity {similarity}: edit | found | false merges |\n|---|---|---|")
    for name, edit in EDITS.items():
        corpus = dict(enumerate(originals))
        for number, text in enumerate(originals):
            lot = Random(number)  # noqa: S311  # no secret
            paragraphs = [line for line in text.splitlines() if line.strip()]
            changed = edit(paragraphs, lot, lot.sample(everything, 120))
            corpus[number + len(originals)] = "\n\n".join(changed)
        found = NearDuplicates(similarity)
        for key, text in corpus.items():
            found.add(key, text)
        groups = [
            {key % len(originals) for key in group}
            for group in found.groups(corpus.__getitem__)
        ]
        hits, wrong = (
            sum(len(g) == 1 for g in groups),
            sum(len(g) > 1 for g in groups),
        )
        print(f"| {name} | {hits} of {len(originals)} | {wrong} |")


class Invented:
    """Articles of about 600 words, each made again from its number."""

    def __init__(self, originals: list[str]) -> None:
        words = [word for text in originals for word in text.split()]
        self.after: dict[str, list[str]] = {}
        for word, following in pairwise(words):
            self.after.setdefault(word, []).append(following)
        self.words = list(self.after)

    def __call__(self, number: int) -> str:
        lot = Random(number)  # noqa: S311  # no secret
        if number % 10 == 9:
            longer = self(number - lot.randrange(1, 9)).split()
            return " ".join(longer[: len(longer) * 7 // 10])
        size = int(min(3000, max(60, lot.lognormvariate(6.3, 0.5))))
        made = [lot.choice(self.words)]
        while len(made) < size:
            goes_on = lot.random() < 0.85 and self.after.get(made[-1])
            made.append(lot.choice(goes_on or self.words))
        return " ".join(made)


def cost(originals: list[str], articles: int, similarity: float) -> None:
    text_of = Invented(originals)
    found = NearDuplicates(similarity)
    spent: Counter[str] = Counter()

    def timed(what, call):
        started = time.process_time()
        given = call()
        spent[what] += time.process_time() - started
        return given

    for number in range(articles):
        text = text_of(number)
        timed("reading", partial(found.add, number, text))

    def again(key):
        return timed("texts", partial(text_of, key))

    groups = timed("comparing", partial(found.groups, again))
    lot = Random(1)  # noqa: S311  # no secret
    traits = {
        number: Traits(Counter(lot.choices("nnnaaou", k=12)))
        for number in range(articles)
    }
    splits = timed("dividing", partial(assign_splits, traits, groups, Wish()))
    spent["comparing"] -= spent.pop("texts")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{articles:,} articles, {splits.grouped:,} in {splits.groups:,} groups:")
    print(", ".join(f"{what} {seconds:.1f} s" for what, seconds in spent.items()))
    print(
        f"peak of memory {peak:.0f} MB; deviations {splits.share_deviation:.4f} ",
        end="",
    )
    print(f"(articles), {splits.label_deviation:.4f} (labels)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", type=int)
    parser.add_argument("--similarity", type=float, default=0.7)
    asked = parser.parse_args()
    originals = texts(asked.data)
    if asked.articles:
        cost(originals, asked.articles, asked.similarity)
    else:
        quality(originals, asked.similarity)


if __name__ == "__main__":
    main()
