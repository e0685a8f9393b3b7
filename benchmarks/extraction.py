"""
How well an article's claims, sources and types are found, and how fast.

    python -m benchmarks.extraction DATA              # every measure, as Markdown
    python -m benchmarks.extraction DATA --rules      # how often each rule was right
    python -m benchmarks.extraction DATA --speed      # only what it costs

DATA is a folder that holds `news/` (GUM news and PolNeAR as JSONL, with the typed
sources of PolNeAR) and `sample/`. The texts belong to others and are no part of this
project. Two spans overlap if they share a character.

A gold source counts as found if a claim that overlaps what was said, or its source, has
a source that overlaps it. Types are judged on the sources that were found, and again
with every source that was not found counted as wrong. GUM's sources that its makers
marked to be skipped (captions, and credits inside of what is quoted) are left out.
"""

import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.attribution import Claim, Extraction, Span, extract
from annotator.attribution.layout import paragraphs
from benchmarks.overlaps import (
    CORE,
    Row,
    Share,
    Stretch,
    Types,
    found_source,
    overlap,
    span_of,
)


def rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        for line in lines:
            yield json.loads(line)


# -- PolNeAR: 131 political articles


def polnear(data: Path) -> Types:
    typed: dict[str, list[Row]] = defaultdict(list)
    for row in rows(data / "news" / "polnear_source_types.jsonl"):
        typed[row["doc_id"]].append(row)
    sentences, sources, types = [Share(), Share()], [Share(), Share()], Types()
    for row in rows(data / "news" / "polnear_shared.jsonl"):
        found = extract(row["text"])
        gold = [(span_of(one), one["source"]) for one in row["spans"]]
        attributed_sentences(found, [said for said, _ in gold], *sentences)
        known = [span_of(source) for _, source in gold if source]
        for claim in found.claims:
            if claim.source is not None:
                sources[0].add(any(overlap(claim.source, one) for one in known))
        for said, source in gold:
            if source:
                hit = found_source(found.claims, said, span_of(source))
                sources[1].add(hit is not None)
        add_types(found, typed[row["doc_id"]], types)
    print("\n| PolNeAR, 131 articles | |\n|---|---|")
    print(f"| attributed sentences, precision | {sentences[0]} |")
    print(f"| attributed sentences, recall | {sentences[1]} |")
    print(f"| sources that overlap a gold one | {sources[0]} |")
    print(f"| gold sources found | {sources[1]} |")
    print_types(types)
    return types


def add_types(found: Extraction, gold: Sequence[Row], types: Types) -> None:
    for one in gold:
        if one["source_type"] in CORE:
            said, source = span_of(one["cue"]), span_of(one["source"])
            types.add(one["source_type"], found_source(found.claims, said, source))


def attributed_sentences(
    found: Extraction, gold: Sequence[Span], precision: Share, recall: Share
) -> None:
    for sentence in found.sentences:
        is_gold = any(overlap(said, sentence) for said in gold)
        is_found = any(
            (claim.source or claim.cue) and overlap(claim, sentence)
            for claim in found.claims
        )
        if is_found:
            precision.add(is_gold)
        if is_gold:
            recall.add(is_found)


# -- GUM: 12 news articles with sentences by hand


def gum(data: Path) -> Types:
    ends: list[int] = [0, 0, 0]
    sources, types = Share(), Types()
    for row in rows(data / "news" / "gum_news_shared.jsonl"):
        found = extract(row["text"])
        gold = {
            end
            for start, end in row["sentences"]
            if not any(overlap(Span(start, end), line) for line in found.dropped)
        }
        mine = {sentence.end for sentence in found.sentences}
        for place, size in enumerate((len(gold & mine), len(gold), len(mine))):
            ends[place] += size
        for one in row["spans"]:
            if one["skip"] or not one["source"]:
                continue
            claim = found_source(found.claims, span_of(one), span_of(one["source"]))
            sources.add(claim is not None)
            if one["source_type"] in CORE:
                types.add(one["source_type"], claim)
    print("\n| GUM news, 12 articles | |\n|---|---|")
    print(f"| sentence ends, F1 | {2 * ends[0] / (ends[1] + ends[2]):.3f} |")
    print(f"| gold sources found | {sources} |")
    print_types(types)
    return types


def print_types(types: Types) -> None:
    print(f"| type, of sources found | {types.accuracy(of_found=True)} |")
    print(f"| type, of all sources | {types.accuracy(of_found=False)} |")
    for kind, precision, recall in types.by_type():
        print(f"| {kind}, precision and recall | {precision}, {recall} |")


# -- the sample article, and what cleaning costs


def sample(data: Path) -> None:
    gold = json.loads((data / "sample" / "ceasefire.gold.json").read_text("utf-8"))
    path = data / "sample" / gold["file"]
    text = path.read_bytes().decode()
    found = extract(text)
    lines = {(line.start, line.end) for line in found.dropped}
    wanted = {(one["start"], one["end"]) for one in gold["boilerplate"]}
    claims, sources, types, excluded = Share(), Share(), Share(), Share()
    for one in gold["claims"]:
        best = max(found.claims, key=lambda claim: _shared(claim, span_of(one)))
        claims.add(_shared(best, span_of(one)) >= 0.8 and not best.excluded)
        if one["source"]:
            source = span_of(one["source"])
            sources.add(best.source is not None and overlap(best.source, source))
            types.add(best.source_type == one["source_type"])
    for one in gold["non_claims"]:
        best = max(found.claims, key=lambda claim: _shared(claim, span_of(one)))
        excluded.add(best.excluded)
    print("\n| the sample article | |\n|---|---|")
    print(f"| boilerplate: missed, dropped too much | {len(wanted - lines)},", end="")
    print(f" {len(lines - wanted)} of {len(wanted)} |")
    print(f"| title is right | {found.title == gold['title']} |")
    print(f"| claims that share .8 of their stretch | {claims} |")
    print(f"| sources | {sources} |\n| types | {types} |")
    print(f"| non-claims proposed as excluded | {excluded} |")


def _shared(one: Claim, other: Span) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start))


def cleaning(data: Path) -> None:
    """Count paragraphs with an attribution that cleaning would drop."""
    share, exact = Share(), Share()
    for name in ("polnear", "gum_news"):
        for row in rows(data / "news" / f"{name}_shared.jsonl"):
            text = row["text"]
            found = extract(text)
            gold = [
                span_of(one)
                for one in row["spans"]
                if one["source"] and not one.get("skip")
            ]
            for paragraph in paragraphs(text):
                whole = Span(paragraph.start, paragraph.end)
                if any(overlap(one, whole) for one in gold):
                    gone = any(overlap(d, whole) for d in found.dropped)
                    share.add(gone)
            exact.add(is_exact(text, found))
    print("\n| cleaning, both corpora | |\n|---|---|")
    print(f"| paragraphs with an attribution that are dropped | {share} |")
    print(f"| articles whose offsets are in order and inside | {exact} |")


def is_exact(text: str, found: Extraction) -> bool:
    spans: Sequence[Stretch] = (*found.sentences, *found.claims)
    return all(0 <= one.start < one.end <= len(text) for one in spans)


# -- cost


def speed(data: Path) -> None:
    texts = [row["text"] for row in rows(data / "news" / "polnear_shared.jsonl")]
    of_five_kb = [text[:5000] for text in texts if len(text) >= 5000]
    spent = [_milliseconds(text) for text in of_five_kb]
    print("\n| cost, CPU | |\n|---|---|")
    median = statistics.median(spent)
    print(f"| 5,000 characters, median of {len(spent)} | {median:.1f} ms |")
    together = "\n\n".join(texts)
    for size in (1_000, 10_000, 100_000, 1_000_000):
        text = (together * (size // len(together) + 1))[:size]
        one_line = text.replace("\n", " ")
        spent = [min(_milliseconds(t) for _ in range(3)) for t in (text, one_line)]
        per = [
            f"{each:.1f} ms ({1000 * each / size:.2f} us a character)" for each in spent
        ]
        print(f"| {size:,} characters; in one line | {per[0]}; {per[1]} |")


def _milliseconds(text: str) -> float:
    started = time.process_time()
    extract(text)
    return 1000 * (time.process_time() - started)


def main() -> None:
    folders = [Path(given) for given in sys.argv[1:] if not given.startswith("--")]
    if len(folders) != 1:
        sys.exit(__doc__)
    (data,) = folders
    if "--speed" not in sys.argv:
        sample(data)
        types = [gum(data), polnear(data)]
        cleaning(data)
        if "--rules" in sys.argv:
            print_rules(types)
    speed(data)


def print_rules(measured: Sequence[Types]) -> None:
    print("\n| rule | was right |\n|---|---|")
    rules: dict[str, Share] = defaultdict(Share)
    for types in measured:
        for rule, share in types.rules.items():
            rules[rule].right += share.right
            rules[rule].of += share.of
    for rule, share in sorted(rules.items(), key=lambda item: -item[1].of):
        print(f"| {rule} | {share} |")


if __name__ == "__main__":
    main()
