"""The votes on claims: what each says, and what they say together."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import repeat
from typing import Any

from django.db.models import FilteredRelation, Q, QuerySet

from annotator.models import Annotation, Project
from annotator.queries.decisions import Decision, decision_of, most_said
from annotator.queries.exports.labels import ExportLabels

Row = dict[str, Any]

SAID = (
    *("participant__code", "source_type__key", "confidence", "skipped", "skip_reason"),
    *("flags", "note", "seconds", "source_start", "source_end", "cue_start", "cue_end"),
    *("suggestion_shown", "suggestion_accepted", "guidelines__number", "version"),
)
"""Where what `said` tells is stored."""
DIGITS = 6
"""Figures are rounded to so many, so that equal votes have equal figures everywhere."""


def by_participants(
    answers: QuerySet[Annotation], project: Project
) -> QuerySet[Annotation]:
    """Give the same answers, each with its annotator's part in the project."""
    return answers.annotate(
        participant=FilteredRelation(
            "annotator__participations",
            condition=Q(annotator__participations__project=project),
        )
    )


def on_claims(articles: Collection[int], claims: Collection[int]) -> Q:
    """Give the condition that an answer is on one of all `claims` of some articles."""
    # The range says nothing new, but that one piece of the index on claims holds all
    # answers: else all of the table is gone through while it is small.
    first, last = min(claims, default=0), max(claims, default=0)
    return Q(claim__article__in=articles, claim__gte=first, claim__lte=last)


def said(values: Sequence[Any]) -> Row:
    """Tell from the values of SAID what somebody says of a claim."""
    code, source_type, confidence, skipped, skip_reason, flags, note = values[:7]
    seconds, source_start, source_end, cue_start, cue_end = values[7:12]
    shown, accepted, revision, version = values[12:16]
    return {
        "annotator": code,
        "source_type": source_type,
        "confidence": confidence,
        "skipped": skipped,
        "skip_reason": skip_reason,
        "flags": flags,
        "note": note,
        "seconds": seconds,
        "source": None
        if source_start is None
        else {"start": source_start, "end": source_end},
        "cue": None if cue_start is None else {"start": cue_start, "end": cue_end},
        "suggestion_shown": shown,
        "suggestion_accepted": accepted,
        "guideline_revision": revision,
        "version": version,
    }


def decision_on(votes: Sequence[Row], overlap: int) -> Decision | None:
    """Decide a claim by its votes."""
    types = [one["source_type"] for one in votes if not one["skipped"]]
    reasons = [one["skip_reason"] for one in votes if one["skipped"]]
    return decision_of(types, reasons, overlap=overlap)


def together(votes: Sequence[Row], labels: ExportLabels) -> Row:
    """
    Tell what the votes on a claim say together.

    :raises KeyError: if a vote has a label that was declared only after `labels`
    """
    answers = [one for one in votes if not one["skipped"]]
    types = [one["source_type"] for one in answers]
    leading, _ = most_said(types)
    decision = decision_on(votes, labels.overlap)
    key = decision.source_type if decision else None
    return {
        "answers": len(answers),
        "skips": len(votes) - len(answers),
        "majority": leading[0] if len(leading) == 1 else None,
        "tied": leading if len(leading) > 1 else [],
        "shares": _shares(types, repeat(1), labels),
        "soft_label": _shares(types, (one["confidence"] for one in answers), labels),
        "agreement": _agreement(types),
        "decision": decision
        and {
            "source_type": key,
            "by": decision.by,
            "answers": decision.answers,
            "votes": decision.votes,
        },
        "collapsed": None if key is None else labels.collapsed[key],
    }


def _shares(
    types: Sequence[str], weights: Iterable[int], labels: ExportLabels
) -> dict[str, float] | None:
    """Give each label's share of the answers' weights; None without answers."""
    if not types:
        return None
    sums = dict.fromkeys(labels.keys, 0)
    for key, weight in zip(types, weights, strict=False):
        sums[key] += weight
    total = sum(sums.values())
    return {key: round(one / total, DIGITS) for key, one in sums.items()}


def _agreement(types: Sequence[str]) -> float | None:
    """Give the share of the pairs of answers that agree; None without a pair."""
    pairs = len(types) * (len(types) - 1)
    if not pairs:
        return None
    agreeing = sum(count * (count - 1) for count in Counter(types).values())
    return round(agreeing / pairs, DIGITS)
