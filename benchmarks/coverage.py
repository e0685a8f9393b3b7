"""
How often a 95 % interval of alpha holds the truth, where claims come in articles.

    python -m benchmarks.coverage          # 3,000 samples a setting, some minutes
    python -m benchmarks.coverage 300      # fewer

Articles are drawn anew for every sample. Each has a lean of its own to some labels and
a difficulty of its own, which is what makes its claims alike; articles differ in
length. The truth is the alpha of a sample of 200,000 articles. Prints a Markdown table.
"""

import sys
import time
from dataclasses import dataclass

import numpy as np

from annotator.metrics import (
    Coefficient,
    Interval,
    Level,
    Ratings,
    count,
    krippendorff_alpha,
)

SAMPLES = 3000
TRUTH_ARTICLES = 200_000


@dataclass(frozen=True)
class Setting:
    """
    What is simulated.

    `claims` is the mean number in an article, `raters` are asked about each claim.
    `spread` is how much articles differ: 0 not at all, 1 as much as they can. `shares`
    is how often each label is true over all articles, `missing` how often an answer is
    not there.
    """

    claims: float
    raters: int
    spread: float
    shares: tuple[float, ...]
    level: Level = Level.NOMINAL
    missing: float = 0.0

    def __str__(self) -> str:
        said = [str(self.level)]
        if self.missing:
            said.append(f"{self.missing:.0%} missing")
        if max(self.shares) > FAIR:
            said.append(f"{max(self.shares):.0%} one label")
        return ", ".join(said)


FAIR = 0.5
EVEN = (0.3, 0.25, 0.2, 0.15, 0.1)
SKEWED = (0.85, 0.05, 0.04, 0.03, 0.03)
VERY_SKEWED = (0.96, 0.01, 0.01, 0.01, 0.01)
SCALE = (0.1, 0.2, 0.3, 0.25, 0.15)
SETTINGS = [
    Setting(10, 3, 0.0, EVEN),
    Setting(10, 3, 0.2, EVEN),
    Setting(10, 3, 0.4, EVEN),
    Setting(20, 2, 0.3, EVEN),
    Setting(20, 5, 0.4, EVEN),
    Setting(10, 3, 0.3, SCALE, Level.ORDINAL),
    Setting(10, 3, 0.3, EVEN, missing=0.4),
    Setting(10, 3, 0.2, SKEWED),
    Setting(5, 2, 0.1, VERY_SKEWED),
]
ARTICLES = [15, 30, 50, 100, 200]


def sample(setting: Setting, articles: int, chance: np.random.Generator) -> Ratings:
    """Draw articles, their claims, and what is answered."""
    size = len(setting.shares)
    claims = 1 + chance.poisson(setting.claims - 1, articles)
    article = np.repeat(np.arange(articles), claims)
    units = len(article)
    lean, ease = _of_articles(setting, articles, chance)
    truth = (chance.random(units)[:, None] > lean.cumsum(axis=1)[article]).sum(axis=1)
    sure = chance.random((units, setting.raters)) < ease[article, None]
    if setting.level is Level.ORDINAL:
        # Who is not sure is off by a step or two.
        other = truth[:, None] + chance.integers(-2, 3, sure.shape)
    else:
        other = chance.integers(0, size, sure.shape)
    said = np.clip(np.where(sure, truth[:, None], other), 0, size - 1)
    ratings = Ratings(
        units=np.repeat(np.arange(units), setting.raters),
        raters=np.tile(np.arange(setting.raters), units),
        labels=said.ravel(),
        declared=tuple(str(label + 1) for label in range(size)),
        articles=np.repeat(article, setting.raters),
    )
    return ratings.kept(chance.random(said.size) >= setting.missing)


def _of_articles(
    setting: Setting, articles: int, chance: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Give each article's shares of the labels, and how often its claims are clear."""
    if not setting.spread:
        return np.tile(setting.shares, (articles, 1)), np.full(articles, 0.75)
    much = 1 / setting.spread - 1
    lean = chance.dirichlet(np.array(setting.shares) * much, articles)
    return lean, chance.beta(0.75 * much, 0.25 * much, articles)


def alpha_of(setting: Setting, ratings: Ratings) -> Coefficient:
    return krippendorff_alpha(count(ratings), setting.level)


def holds(interval: Interval | None, truth: float) -> bool:
    """Tell whether an interval holds the truth; one that there is not does not."""
    if interval is None or interval.low is None or interval.high is None:
        return False
    return interval.low <= truth <= interval.high


def correlation(setting: Setting, alpha: Coefficient, ratings: Ratings) -> float:
    """Give the intra-article correlation of influences, from both variances."""
    assert alpha.over_units is not None
    assert alpha.over_articles is not None
    assert ratings.articles is not None
    by_unit, by_article = alpha.over_units.se or 0.0, alpha.over_articles.se or 0.0
    # The mean length of an article, weighed by its claims that have a pair.
    units, given = np.unique(ratings.units, return_counts=True)
    first = np.searchsorted(ratings.units, units[given > 1])
    sizes = np.bincount(ratings.articles[first])
    length = float(np.square(sizes).sum() / sizes.sum())
    return (by_article**2 / by_unit**2 - 1) / (length - 1)


def measure(setting: Setting, samples: int, seed: int) -> list[str]:
    """Give the rows of a setting, one for each number of articles."""
    chance = np.random.default_rng(seed)
    many = sample(setting, TRUTH_ARTICLES, chance)
    alpha = alpha_of(setting, many)
    assert alpha.value is not None
    what = [
        str(setting),
        f"{setting.claims:g}",
        str(setting.raters),
        f"{correlation(setting, alpha, many):.2f}",
        f"{alpha.value:.3f}",
    ]
    rows = []
    for articles in ARTICLES:
        clustered = plain = 0
        for _ in range(samples):
            found = alpha_of(setting, sample(setting, articles, chance))
            clustered += holds(found.over_articles, alpha.value)
            plain += holds(found.over_units, alpha.value)
        shares = [f"{clustered / samples:.3f}", f"{plain / samples:.3f}"]
        rows.append(" | ".join(["", *what, str(articles), *shares, ""]).strip())
    return rows


def main() -> None:
    samples = int(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    started = time.process_time()
    print(
        "| labels | claims an article | annotators a claim | correlation | true alpha "
        "| articles | clustered | over claims |"
    )
    print("|---" * 8 + "|")
    for seed, setting in enumerate(SETTINGS):
        for row in measure(setting, samples, seed):
            print(row, flush=True)
    off = 1.96 * (0.95 * 0.05 / samples) ** 0.5
    spent = time.process_time() - started
    print(f"\n{samples} samples a row: a coverage of .95 comes out within {off:.3f}.")
    sys.stdout.flush()
    print(f"{spent:.0f} s of CPU.", file=sys.stderr)


if __name__ == "__main__":
    main()
