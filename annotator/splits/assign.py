"""Articles divided into splits, so that nothing leaks from one to another."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from annotator.splits.blocks import by_group, by_outlet
from annotator.splits.periods import by_period
from annotator.splits.results import Part, Place, Splits
from annotator.splits.strata import spread
from annotator.splits.wishes import Traits, Wish


def assign_splits(
    articles: Mapping[int, Traits], groups: Iterable[Collection[int]], wish: Wish
) -> Splits:
    """
    Give every article its split; near-duplicates in `groups` are never parted.

    The result depends on the articles, the groups and the wish, not on their order.
    Where there is too little to divide, splits stay empty, and the figures say so.
    """
    groups = [list(group) for group in groups]
    alike = by_group(articles, groups)
    together = by_outlet(articles, groups) if wish.by == "outlet" else alike
    blocks = together.members()
    divide = by_period if wish.by == "period" else spread
    splits = divide(articles, blocks, wish)
    places = {
        key: Place(split=splits[name], group=alike.name_of(key))
        for name, keys in blocks.items()
        for key in keys
    }
    several = [len(keys) for keys in alike.members().values() if len(keys) > 1]
    return Splits(
        wish=wish,
        places=dict(sorted(places.items())),
        parts=tuple(_part(name, articles, places, wish) for name in wish.names),
        groups=len(several),
        grouped=sum(several),
        largest_group=max(several, default=min(len(articles), 1)),
        largest_block=max(map(len, blocks.values()), default=0),
    )


def _part(
    name: str, articles: Mapping[int, Traits], places: Mapping[int, Place], wish: Wish
) -> Part:
    here = [key for key in articles if places[key].split == name]
    labels: Counter[str] = Counter()
    for key in here:
        labels.update(articles[key].labels)
    return Part(
        name=name,
        wanted=wish.shares[name],
        articles=len(here),
        share=len(here) / len(articles) if articles else None,
        labels=dict(sorted(labels.items())),
    )
