"""Articles that must stay together."""

from collections.abc import Collection, Iterable, Mapping

from annotator.splits.wishes import Traits


class Blocks:
    """Articles in blocks, each named by the smallest key in it: a union-find."""

    def __init__(self, keys: Iterable[int]) -> None:
        self._above = {key: key for key in sorted(keys)}

    def join(self, keys: Iterable[int]) -> None:
        """Put articles into one block; those that are not here are passed over."""
        known = [self.name_of(key) for key in keys if key in self._above]
        for name in known:
            first, second = sorted((self.name_of(known[0]), self.name_of(name)))
            self._above[second] = first

    def name_of(self, key: int) -> int:
        """Give the smallest key in the article's block."""
        while (above := self._above[key]) != key:
            self._above[key] = self._above[above]
            key = above
        return key

    def members(self) -> dict[int, list[int]]:
        """Give the keys in each block, in order of its name."""
        found: dict[int, list[int]] = {}
        for key in self._above:
            found.setdefault(self.name_of(key), []).append(key)
        return found


def by_group(keys: Collection[int], groups: Iterable[Collection[int]]) -> Blocks:
    """Keep near-duplicates together."""
    blocks = Blocks(keys)
    for group in groups:
        blocks.join(group)
    return blocks


def by_outlet(
    articles: Mapping[int, Traits], groups: Iterable[Collection[int]]
) -> Blocks:
    """
    Keep near-duplicates together, and the articles of an outlet, however it is written.

    An article without an outlet is by itself.
    """
    blocks = by_group(articles, groups)
    outlets: dict[str, list[int]] = {}
    for key, traits in articles.items():
        if name := " ".join(traits.outlet.casefold().split()):
            outlets.setdefault(name, []).append(key)
    for keys in outlets.values():
        blocks.join(keys)
    return blocks
