"""A reader of CoNLL-U Plus, as short as those that people write."""

from collections.abc import Iterable

Row = dict[str, str]


def read(told: str) -> dict[int, list[list[Row]]]:
    """Give the sentences of each document by its id, each with its rows."""
    documents: dict[int, list[list[Row]]] = {}
    sentence: list[Row] = []
    for line in told.split("\n"):
        if line.startswith("# global.columns = "):
            names = line.removeprefix("# global.columns = ").split()
        elif line.startswith("# newdoc id = "):
            sentences = documents.setdefault(int(line.split(" = ")[1]), [])
        elif line and not line.startswith("# "):
            sentence.append(dict(zip(names, line.split("\t"), strict=True)))
        elif not line and sentence:
            sentences.append(sentence)
            sentence = []
    return documents


def spans(
    sentences: Iterable[list[Row]], column: str, text: str
) -> list[tuple[str, str]]:
    """Give the quote and label of each span, refusing what is no IOB2."""
    found: list[tuple[int, int, str]] = []
    for sentence in sentences:
        before = "O"
        for row in sentence:
            start, end = int(row["START"]), int(row["END"])
            assert text[start:end] == row["FORM"]
            sign, _, label = row[column].partition("-")
            if sign == "B":
                found.append((start, end, label))
            elif sign == "I":
                assert before.partition("-")[2] == label, (
                    "I- goes on with what is before"
                )
                found[-1] = (found[-1][0], end, label)
            else:
                assert row[column] == "O"
            before = row[column]
    return [(text[start:end], label) for start, end, label in found]
