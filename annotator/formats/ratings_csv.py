"""Ratings in from CSV: who gave which label to which item."""

import csv
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from typing import BinaryIO, NoReturn

import numpy as np
import numpy.typing as npt

NEEDED = ("item", "annotator", "label")
KNOWN = (*NEEDED, "article", "gold")
DELIMITERS = (",", ";", "\t")
NONE = -1

Places = npt.NDArray[np.int32]


class UnreadableRatings(ValueError):
    """What is wrong with a file of ratings, and on which line where that is known."""


@dataclass(frozen=True, eq=False)
class RatingColumns:
    """
    Ratings as columns of one length, one row a rating, in the order of the file.

    - `items`, `annotators`, `labels` (rows,): places, in the order in which the file
      first names them; `annotator_names` and `label_names` are the texts, to the letter
    - `articles` (items,): the place of each item's article; None if the file has none
    - `gold` (items,): the place of each item's true label, NONE where it is not given,
      and behind all labels where nobody gave it; None if the file has none
    - `unlabeled`: rows that were left out because they have no label
    """

    items: Places
    annotators: Places
    labels: Places
    annotator_names: tuple[str, ...]
    label_names: tuple[str, ...]
    articles: Places | None
    gold: Places | None
    unlabeled: int


def read_ratings(
    file: BinaryIO, *, declared: Sequence[str] | None = None
) -> RatingColumns:
    """
    Read ratings from a CSV with a header: some 70 bytes of memory each.

    An item is named by its article and its own name, if there is a column `article`.
    Other columns than KNOWN are passed over.

    :raises UnreadableRatings: if the file is not UTF-8 or not a CSV, a column or a cell
        is missing, a label is not `declared`, or an annotator rated an item twice
    """
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    line = 0
    try:
        names, delimiter = _header(next(text, ""))
        line, reading = 1, _Reading(names, declared)
        reader = csv.reader(text, delimiter=delimiter, strict=True)
        for row in reader:
            if row:
                reading.take(row, line + 1)
            line = reader.line_num + 1
    except UnicodeDecodeError as error:
        # Bytes are decoded some lines ahead of the line that was read last.
        where = f"after line {line}" if line else "near its beginning"
        raise UnreadableRatings(
            f"The file is not UTF-8: there is a byte 0x{error.object[error.start]:02X} "
            f"{where}. Save it as UTF-8."
        ) from error
    except csv.Error as error:
        _refuse(line + 1, f"cannot be read as CSV: {error}.")
    finally:
        text.detach()
    return reading.columns()


def _header(line: str) -> tuple[list[str], str]:
    """Give the names of the columns, and the delimiter that finds most of them."""
    split = {
        delimiter: [
            name.strip().casefold()
            for row in csv.reader([line], delimiter=delimiter)
            for name in row
        ]
        for delimiter in DELIMITERS
    }
    delimiter = max(split, key=lambda one: len(set(split[one]) & set(KNOWN)))
    names = split[delimiter]
    if missing := [name for name in NEEDED if name not in names]:
        found = ", ".join(name or "(no name)" for name in names) or "nothing"
        raise UnreadableRatings(
            f"The first line must name the columns {', '.join(NEEDED)}. "
            f"It lacks {', '.join(missing)}; found: {found}."
        )
    if twice := [name for name in KNOWN if names.count(name) > 1]:
        raise UnreadableRatings(f"The first line names {', '.join(twice)} twice.")
    return names, delimiter


class _Reading:
    """The rows taken so far, as compact columns."""

    def __init__(self, names: list[str], declared: Sequence[str] | None) -> None:
        self.width = len(names)
        self.item_at, self.annotator_at, self.label_at = map(names.index, NEEDED)
        self.article_at, self.gold_at = (
            names.index(name) if name in names else None for name in ("article", "gold")
        )
        self.declared = None if declared is None else set(declared)
        self.items, self.annotators, self.labels = array("i"), array("i"), array("i")
        self.lines = array("I")
        self.articles, self.gold = array("i"), array("i")  # by item
        self.annotator_places: dict[str, int] = {}
        self.label_places: dict[str, int] = {}
        self.gold_places: dict[str, int] = {}
        self.article_places: dict[str, int] = {}
        self.item_places: list[dict[str, int]] = []  # by article
        self.without_article = 0
        self.unlabeled = 0

    def take(self, row: list[str], line: int) -> None:
        """Add a row, which begins on a line counted from 1."""
        if len(row) != self.width:
            _refuse(
                line,
                f"has {len(row)} cells, the first line has {self.width}. "
                "A label that holds the delimiter must be in quotes.",
            )
        label = row[self.label_at]
        if not label.strip():
            self.unlabeled += 1
            return
        annotator = row[self.annotator_at]
        if not annotator.strip():
            _refuse(line, "has a label, but no annotator.")
        self.items.append(self._item(row, line))
        places = self.annotator_places
        self.annotators.append(places.setdefault(annotator, len(places)))
        place = self.label_places.get(label)
        if place is None:
            place = self._new(label, self.label_places, line)
        self.labels.append(place)
        self.lines.append(line)

    def _item(self, row: list[str], line: int) -> int:
        """Give the place of the row's item."""
        name = row[self.item_at]
        if not name.strip():
            _refuse(line, "has a label, but no item.")
        article = "" if self.article_at is None else row[self.article_at]
        if not article.strip():
            article = ""
            self.without_article = self.without_article or line
        places = self.article_places
        within = places.setdefault(article, len(places))
        if within == len(self.item_places):
            self.item_places.append({})
        count = len(self.articles)
        item = self.item_places[within].setdefault(name, count)
        if item == count:
            self.articles.append(within)
            self.gold.append(NONE)
        if self.gold_at is not None and row[self.gold_at].strip():
            self._mark_gold(item, row, line)
        return item

    def _mark_gold(self, item: int, row: list[str], line: int) -> None:
        gold = row[self.gold_at or 0]
        place = self.gold_places.get(gold)
        if place is None:
            place = self._new(gold, self.gold_places, line)
        if self.gold[item] not in {NONE, place}:
            before = list(self.gold_places)[self.gold[item]]
            _refuse(
                line,
                f"says that the gold label of item {row[self.item_at]!r} is {gold!r}; "
                f"a line before says {before!r}.",
            )
        self.gold[item] = place

    def _new(self, label: str, places: dict[str, int], line: int) -> int:
        """Give a label that was not met before its place."""
        if self.declared is not None and label not in self.declared:
            _refuse(line, f"has the label {label!r}, which is not declared.")
        places[label] = len(places)
        return places[label]

    def columns(self) -> RatingColumns:
        """Give what was read, if it is sound as a whole."""
        has_articles = self.article_at is not None and set(self.article_places) != {""}
        if has_articles and self.without_article:
            _refuse(
                self.without_article,
                "has no article, others have. Give all or none of them.",
            )
        items, annotators = _places(self.items), _places(self.annotators)
        self._check_once(items, annotators)
        return RatingColumns(
            items=items,
            annotators=annotators,
            labels=_places(self.labels),
            annotator_names=tuple(self.annotator_places),
            label_names=tuple(self.label_places),
            articles=_places(self.articles) if has_articles else None,
            gold=self._gold_by_label() if self.gold_places else None,
            unlabeled=self.unlabeled,
        )

    def _gold_by_label(self) -> Places:
        """Give each item's gold label as a place among the labels."""
        unknown = len(self.label_places)
        places = [self.label_places.get(gold, unknown) for gold in self.gold_places]
        return np.array([*places, NONE], np.int32)[_places(self.gold)]

    def _check_once(self, items: Places, annotators: Places) -> None:
        key = items.astype(np.int64) * len(self.annotator_places) + annotators
        order = np.argsort(key, kind="stable")
        again = np.flatnonzero(key[order[1:]] == key[order[:-1]])
        if not len(again):
            return
        first, second = min(
            zip(order[again].tolist(), order[again + 1].tolist(), strict=True),
            key=lambda rows: rows[1],
        )
        annotator = list(self.annotator_places)[annotators[second]]
        _refuse(
            self.lines[second],
            f"rates item {self._name_of(items[second])!r} by {annotator!r} again, "
            f"after line {self.lines[first]}.",
        )

    def _name_of(self, item: int) -> str:
        return next(name for name, place in self._named() if place == item)

    def _named(self) -> Iterator[tuple[str, int]]:
        for places in self.item_places:
            yield from places.items()


def _places(column: "array[int]") -> Places:
    return np.frombuffer(column, np.int32) if column else np.zeros(0, np.int32)


def _refuse(line: int, reason: str) -> NoReturn:
    raise UnreadableRatings(f"Line {line} {reason}")
